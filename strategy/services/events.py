"""The logs of a draft and of its versions: who did what, in words that stay."""

from datetime import datetime

from strategy.enums import Act, VersionAct
from strategy.models import Draft, Event, Version, VersionEvent
from strategy.queries.people import SOMEBODY, WITHOUT_ACCOUNT, WITHOUT_NAME, account, told_name


def record(*, draft: Draft, act: Act, words: str, by: int | None, at: datetime, by_words: str = "") -> Event:
    """Adds a line to the log: `words` is the sentence without its subject, who acted unless `by_words` says it.

    The log of a draft is read by its members only.
    """
    return Event.objects.create(
        draft=draft, act=act, words=words, by_id=by, at=at, by_words=by_words or member_name(by)
    )


def name_of(user_id: int | None, *, acting: str = "") -> str:
    """How an account is called in what may leave the team: never by its address.

    `acting` tells on whose behalf, instead of the function that the account says it has.
    """
    user = account(user_id)
    if user is None:
        return WITHOUT_ACCOUNT
    if acting:
        return f"{user.get_full_name() or SOMEBODY} ({acting})"
    return told_name(user) or WITHOUT_NAME


def member_name(user_id: int | None) -> str:
    """How members call one another: by the name that was told, else by the address."""
    user = account(user_id)
    return (told_name(user) or str(user)) if user else WITHOUT_ACCOUNT


def tell(
    *, version: Version, act: VersionAct, words: str, by: int | None, at: datetime, by_words: str = ""
) -> VersionEvent:
    """Adds a line to the log of a version: `words` is the sentence without its subject."""
    return VersionEvent.objects.create(
        version=version, act=act, words=words, by_id=by, at=at, by_words=by_words or name_of(by)
    )
