"""The logs of a draft and of its versions: who did what, in words that stay."""

from datetime import datetime

from django.contrib.auth import get_user_model

from strategy.enums import Act, VersionAct
from strategy.models import Draft, Event, Version, VersionEvent

WITHOUT_ACCOUNT = "Une personne sans compte"


def record(*, draft: Draft, act: Act, words: str, by: int | None, at: datetime, by_words: str = "") -> Event:
    """Adds a line to the log: `words` is the sentence without its subject, who acted unless `by_words` says it."""
    return Event.objects.create(
        draft=draft, act=act, words=words, by_id=by, at=at, by_words=by_words or name_of(by)
    )


def name_of(user_id: int | None) -> str:
    """How an account is called in the log."""
    user = get_user_model().objects.filter(pk=user_id).first() if user_id is not None else None
    return str(user) if user else WITHOUT_ACCOUNT


def tell(
    *, version: Version, act: VersionAct, words: str, by: int | None, at: datetime, by_words: str = ""
) -> VersionEvent:
    """Adds a line to the log of a version: `words` is the sentence without its subject."""
    return VersionEvent.objects.create(
        version=version, act=act, words=words, by_id=by, at=at, by_words=by_words or name_of(by)
    )
