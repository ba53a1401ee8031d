"""Forms over a row of a draft that may be linked to other rows of the same draft."""

from typing import Any, cast

from strategy.forms.fields import RowsField
from strategy.forms.versioned import VersionedForm
from strategy.models import Draft


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
            elif self.instance.pk:
                manager = cast("Any", getattr(self.instance, name))
                self.initial[name] = list(manager.values_list("pk", flat=True))
