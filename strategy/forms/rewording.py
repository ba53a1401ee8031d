"""A new wording of the catalogue: which one was read, and one's own words beside it."""

from collections.abc import Sequence
from typing import Any

from django import forms

from strategy.forms.choice import ChoiceForm
from strategy.forms.indicator import IndicatorForm
from strategy.forms.versioned import VersionedForm
from strategy.models import Choice, FollowedIndicator


class ReadForm(forms.Form):
    """The version of the row and the revision of the entry that were on the screen."""

    seen = forms.IntegerField(min_value=0)
    revision = forms.IntegerField(min_value=1)


class AdaptForm(VersionedForm):
    """Words typed here stay on the device until the button: saving them is saying that the new wording was read."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["seen"].widget.attrs["data-autosave"] = "device"


def adapt_form(row: Choice | FollowedIndicator, names: Sequence[str], data: Any = None) -> AdaptForm:
    """The form of these texts of the row, worded as on its own screen."""
    meta = ChoiceForm.Meta if isinstance(row, Choice) else IndicatorForm.Meta
    form: type[AdaptForm] = forms.modelform_factory(  # type: ignore[assignment]
        type(row),
        form=AdaptForm,
        fields=list(names),
        labels=meta.labels,
        widgets=dict(meta.widgets),
        error_messages=meta.error_messages,
    )
    return form(data, instance=row)
