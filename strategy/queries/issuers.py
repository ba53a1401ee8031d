"""Who a version comes from, as far as this site could verify it."""

from dataclasses import dataclass

from strategy.models import Version


@dataclass(frozen=True, slots=True)
class Issuer:
    """Whether the collectivité was verified; `words` say how, by whom and when, and are empty when it was not."""

    verified: bool = False
    words: str = ""


def issuer_of(version: Version) -> Issuer:
    """The issuer of a version; nobody is verified unless somebody verified them."""
    return Issuer()
