"""One-time codes sent by e-mail: short-lived, few tries, kept as a keyed digest only."""

import string
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from django.utils.crypto import constant_time_compare, salted_hmac

from strategy.services.remembered import Remembered

LIFE = timedelta(minutes=15)
TRIES = 5
IGNORED = str.maketrans("", "", string.punctuation + string.whitespace)


@dataclass(frozen=True, slots=True)
class SentCode(Remembered):
    """What is remembered of a code: who it went to, when (seconds since 1970), how often it was mistyped."""

    email: str
    digest: str
    sent_at: float
    mistakes: int = 0

    @classmethod
    def of(cls, code: str, *, email: str, at: datetime) -> Self:
        return cls(email=email, digest=sealed(code, email), sent_at=at.timestamp())

    def is_over(self, at: datetime) -> bool:
        """Too old, or mistyped too often: another one must be asked for."""
        return self.mistakes >= TRIES or at.timestamp() - self.sent_at > LIFE.total_seconds()

    def is_right(self, typed: str) -> bool:
        """Whether that is the code, whatever the case, the spaces and the dashes."""
        return constant_time_compare(self.digest, sealed(typed, self.email))

    def mistyped(self) -> Self:
        return replace(self, mistakes=self.mistakes + 1)


def sealed(code: str, email: str) -> str:
    """A digest that needs the secret key of the site, and serves for that address only."""
    plain = f"{email} {code.translate(IGNORED).lower()}"
    return salted_hmac("strategy.services.codes", plain, algorithm="sha256").hexdigest()
