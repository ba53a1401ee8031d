"""What logs never tell: the secret of a link, which is part of its address."""

import logging
import re

SECRET = re.compile(r"(?<=/)[-\w]{40,}(?=/|$)")
"""A part of an address as long as a secret is, and as nothing else is."""


class WithoutSecrets(logging.Filter):
    """Hides the secrets of the addresses that a record names."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(hidden(value) for value in record.args)
        return True


def hidden(value: object) -> object:
    """The same, without secrets; what is no text is left alone."""
    return SECRET.sub("…", value) if isinstance(value, str) else value
