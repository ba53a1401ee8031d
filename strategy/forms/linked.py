"""Forms over a row of a draft that may be linked to other rows of the same draft."""

from typing import Any

from django.db.models import ManyToManyRel

from strategy.forms.fields import RowsField
from strategy.forms.versioned import VersionedForm
from strategy.models import Draft
from strategy.queries.lines import hanging_on


class LinkedForm(VersionedForm):
    """Lets the rows of the draft be ticked in each `RowsField`, named as the draft and the row name those rows.

    A field with nothing to choose is left out, and what it would link is left as it is.
    """

    def __init__(self, data: Any = None, *, draft: Draft, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        links = {name: field for name, field in self.fields.items() if isinstance(field, RowsField)}
        for name, field in links.items():
            field.offer(getattr(draft, name).all())
            if len(field.rows) < field.fewest:
                del self.fields[name]
        if self.instance.pk and data is None:
            self.initial = {
                **self.initial,
                **self.linked(draft, [name for name in links if name in self.fields]),
            }

    def linked(self, draft: Draft, names: list[str]) -> dict[str, list[int]]:
        """The keys of the rows linked now, by field: of an action, or of the actions that are linked to the row."""
        links = hanging_on(draft).links if names else {}
        pk, found = self.instance.pk, {}
        for name in names:
            field = self.instance._meta.get_field(name)
            if isinstance(field, ManyToManyRel):
                found[name] = [key for key, link in links.items() if pk in getattr(link, field.field.name)]
            else:
                found[name] = list(getattr(links[pk], name))
        return found
