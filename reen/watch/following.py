"""Keeps the desk up to date with each publication, so that what was mended leaves it at once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete

from reen.models.publications import follow
from reen.watch.kinds import kinds
from reen.watch.survey import forget_one, survey_some


def keep_watch() -> None:
    """To be called once, when models are ready."""
    follow(_changed, "reen.watch")
    post_delete.connect(_deleted, dispatch_uid="reen.watch")


def _changed(instances: Sequence[Any]) -> None:
    by_model: defaultdict[type[Model], list[Any]] = defaultdict(list)
    for instance in instances:
        by_model[type(instance)].append(instance)
    for model, entries in by_model.items():
        survey_some(model, entries)


def _deleted(instance: Any, **kwargs: Any) -> None:
    if type(instance) in kinds():
        forget_one(instance)
