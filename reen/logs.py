"""Keeps the secrets of links out of every log: what opens something is not written where many may read."""

import logging
import re
from typing import Any

HIDDEN = "…"
# As long as what we draw and not the address of a page, which is all small letters; the link of a forgotten
# password; what a provider of identity sends back.
SECRETS = re.compile(
    r"(?=[a-z0-9-]*[A-Z_])[A-Za-z0-9_-]{32,}|\b[0-9a-z]+-[0-9a-z]+-[0-9a-f]{32}\b|(?<=[?&]code=)[^&\s\"]+"
)


def without_secrets(text: str) -> str:
    """The text, with what looks like a secret hidden."""
    return SECRETS.sub(HIDDEN, text)


def _cleared(value: Any) -> Any:
    return without_secrets(value) if isinstance(value, str) else value


class WithoutSecrets(logging.Filter):
    """Hides secrets in messages and in what they quote."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _cleared(record.msg)
        if isinstance(record.args, dict):
            record.args = {name: _cleared(value) for name, value in record.args.items()}
        elif record.args:
            record.args = tuple(_cleared(value) for value in record.args)
        return True
