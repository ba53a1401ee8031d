"""Forms that remember which version of the row they were shown from."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from strategy.models.versioned import Versioned


class VersionedForm(forms.ModelForm):
    """A form over a `Versioned` row; never writes by itself: a service takes `values` and `seen_version`."""

    marks_optional = False
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, cleaned, by field of the row."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    @property
    def seen_version(self) -> int:
        """The version the person was looking at while typing."""
        version: int = self.cleaned_data["seen"]
        return version

    def fresh(self, current: Versioned) -> "VersionedForm":
        """The same form over the row as it is saved now."""
        return type(self)(instance=current)

    def differences(self, current: Versioned) -> list[dict[str, str]]:
        """Field by field, what was typed and what is saved now, where they differ."""
        saved = self.fresh(current)
        rows = []
        for name in self.values:
            mine, theirs = self[name], saved[name]
            if self.cleaned_data[name] != getattr(current, name):
                rows.append({"label": str(mine.label), "mine": shown(mine), "saved": shown(theirs)})
        return rows

    def show_again_over(self, current: Versioned) -> None:
        """Keeps what was typed, now over the version saved meanwhile: saving again is a choice, not an accident."""
        typed = cast("QueryDict", self.data).copy()
        typed[self.add_prefix("seen")] = str(current.version)
        self.data = typed


def shown(field: forms.BoundField) -> str:
    """The value of a field as people read it: labels of choices, « vide » for nothing."""
    value = field.value()
    if isinstance(value, bool):
        return "oui" if value else "non"
    choices = dict(getattr(field.field, "choices", []))
    return str(choices.get(value, value if value not in (None, "") else "vide"))
