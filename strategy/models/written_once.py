"""Rows that are written once: neither changed nor removed."""

from typing import Any, NoReturn

from django.db import models


class WrittenOnceError(TypeError):
    """What was written once is neither changed nor removed."""


class WrittenOnceQuerySet(models.QuerySet[Any]):
    """Adds and reads; refuses the rest."""

    def refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenOnceError

    update = delete = bulk_update = update_or_create = refuse


class WrittenOnce(models.Model):
    """A row that only goes with what it belongs to."""

    objects = WrittenOnceQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise WrittenOnceError
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise WrittenOnceError
