"""Who may exchange what: those who write a kind of entry import it, as drafts; those who read it export it."""

from django.contrib.auth import get_permission_codename

from reen.exchange.columns import KINDS, kind_named
from reen.models import Entry, ImportRun, User


def _may(user: User, verb: str, model: type[Entry]) -> bool:
    return user.has_perm(f"reen.{get_permission_codename(verb, model._meta)}")


def may_import(user: User, model: type[Entry]) -> bool:
    """Whoever may add and change entries; an import publishes nothing."""
    return _may(user, "add", model) and _may(user, "change", model)


def may_publish(user: User, model: type[Entry]) -> bool:
    """Whoever may publish entries."""
    return _may(user, "publish", model)


def may_see(user: User, run: ImportRun) -> bool:
    """Whoever may import that kind; before it is applied, its author only."""
    return may_import(user, kind_named(run.kind)) and (run.applied_at is not None or run.author_id == user.pk)


def may_undo(user: User, run: ImportRun) -> bool:
    """Its author, or whoever may publish that kind."""
    if run.applied_at is None or not may_see(user, run):
        return False
    return run.author_id == user.pk or may_publish(user, kind_named(run.kind))


def importable(user: User) -> list[type[Entry]]:
    """The kinds that a person may import."""
    return [model for model in KINDS if may_import(user, model)]
