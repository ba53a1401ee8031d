"""What gunicorn reads by itself when it is started from this folder: its access log tells no secret of a link."""

from typing import Any

from gunicorn.glogging import Logger

from reen.logs import without_secrets


class DiscreetLogger(Logger):
    """Writes addresses and referrers without the secrets they hold."""

    def atoms(self, *args: Any) -> dict[str, Any]:
        given: dict[str, Any] = super().atoms(*args)
        return {
            name: without_secrets(value) if isinstance(value, str) else value for name, value in given.items()
        }


logger_class = DiscreetLogger
