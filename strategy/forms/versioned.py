"""Forms that remember which version of the row they were shown from."""

from datetime import date
from typing import Any, cast

from django import forms
from django.db.models import Manager, Model, QuerySet
from django.http import QueryDict

from reen.typography import date_words
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

    def clean(self) -> dict[str, Any]:
        """Line ends as the database has them: those that browsers send would pass for a change."""
        given = super().clean() or self.cleaned_data
        for name, value in given.items():
            if isinstance(value, str):
                given[name] = value.replace("\r\n", "\n")
        return given

    def differences(self, current: Versioned) -> list[dict[str, str]]:
        """Field by field, what was typed and what is saved now, where they differ."""
        return [
            {
                "label": str(self[name].label),
                "mine": shown(self[name], mine),
                "saved": shown(self[name], saved),
            }
            for name, value in self.values.items()
            if (mine := held(value)) != (saved := held(getattr(current, name)))
        ]

    def show_again_over(self, current: Versioned) -> None:
        """Keeps what was typed, now over the version saved meanwhile: saving again is a choice, not an accident."""
        typed = cast("QueryDict", self.data).copy()
        typed[self.add_prefix("seen")] = str(current.version)
        self.data = typed


def held(value: Any) -> Any:
    """A value fit to be compared: the rows of a link as a list in the order of their keys, anything else as it is."""
    if isinstance(value, Manager | QuerySet):
        return sorted(value.all(), key=lambda row: row.pk)
    return value


def shown(field: forms.BoundField, value: Any) -> str:
    """A value of the field as people read it: labels of choices, dates in words, « vide » for nothing."""
    if value is None or value in ("", []):
        return "vide"
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = field.field.prepare_value(value)
    return str(dict(getattr(field.field.widget, "choices", ())).get(text, text))
