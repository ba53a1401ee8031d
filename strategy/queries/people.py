"""How somebody is called beside what they did: by the name they told; their address is for the team alone."""

from collections.abc import Callable
from typing import Any, Protocol

from django.contrib.auth import get_user_model

from strategy.document.people import without_address
from strategy.models import Person

WITHOUT_ACCOUNT = "Une personne sans compte"
WITHOUT_NAME = "Un membre de l’équipe"
SOMEBODY = "Une personne"
WITH_ACCOUNT = "(avec un compte)"


class SignedRow(Protocol):
    """What somebody did: the name kept with it, and the account as long as there is one."""

    by_words: str
    by: Any


Calls = Callable[[SignedRow], str]
"""How those who did something are called: `outside`, or `inside` for those who write the strategy."""


def account(user_id: int | None) -> Any:
    """The account of that key, with what it says of itself; None when there is none."""
    return get_user_model().objects.select_related("person").filter(pk=user_id).first() if user_id else None


def told_name(user: Any) -> str:
    """« Camille Exemple (cheffe de projet) »; empty for nobody, and for an account that tells no name."""
    name: str = user.get_full_name() if user is not None else ""
    function = function_of(user) if name else ""
    return f"{name} ({function})" if function else name


def function_of(user: Any) -> str:
    """What the account says it does; empty when it does not say."""
    person: Person | None = getattr(user, "person", None)
    return person.function if person else ""


def outside(row: SignedRow) -> str:
    """Who did it, for who is not of the team: auditors, bearers of a link, anybody."""
    return without_address(row.by_words)


def inside(row: SignedRow) -> str:
    """Who did it, for those who write the strategy: an account that told no name is known by its address."""
    words = row.by_words
    if words.endswith(WITH_ACCOUNT) and row.by is not None:
        return f"{words.removesuffix(WITH_ACCOUNT)}(compte {row.by.email})"
    return with_address(row) if words == WITHOUT_NAME else words


def with_address(row: SignedRow) -> str:
    """Who did it, for administrators: by name and address."""
    if row.by is None or row.by.email in row.by_words:
        return row.by_words
    return f"{row.by_words} ({row.by.email})"
