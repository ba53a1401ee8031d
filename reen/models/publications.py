"""Tells what follows publications: each at once, or all of a batch when it ends."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.signals import published, unpublished

from reen.models.base_page import BasePage

Follower = Callable[[Sequence[Any]], None]
_waiting: ContextVar[dict[Follower, dict[Any, Any]] | None] = ContextVar("publications", default=None)


def follow(tell: Follower, name: str) -> None:
    """From now on, tells of entries and pages that were published or withdrawn."""

    def changed(instance: Any, **_others: Any) -> None:
        found = instance.specific if isinstance(instance, BasePage) else instance
        waiting = _waiting.get()
        if waiting is None:
            tell([found])
        else:
            waiting.setdefault(tell, {})[type(found), found.pk] = found

    for signal in (published, unpublished):
        signal.connect(changed, weak=False, dispatch_uid=name)


@contextmanager
def together() -> Iterator[None]:
    """What is published inside is told once, at the end; what raises is not told, as it is to be rolled back."""
    token = _waiting.set({})
    try:
        yield
        told = _waiting.get() or {}
    finally:
        _waiting.reset(token)
    for tell, changed in told.items():
        tell(list(changed.values()))
