"""Keeps the desk up to date with each publication, so that what was mended leaves it at once."""

from typing import Any

from django.db.models.signals import post_delete
from wagtail.signals import page_published, page_unpublished, published, unpublished

from reen.watch.kinds import kinds
from reen.watch.survey import forget_one, survey_one


def keep_watch() -> None:
    """To be called once, when models are ready."""
    for signal in (published, unpublished, page_published, page_unpublished):
        signal.connect(_changed, dispatch_uid="reen.watch")
    post_delete.connect(_deleted, dispatch_uid="reen.watch")


def _changed(instance: Any, **kwargs: Any) -> None:
    survey_one(instance)


def _deleted(instance: Any, **kwargs: Any) -> None:
    if type(instance) in kinds():
        forget_one(instance)
