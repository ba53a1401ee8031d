"""Forms that remember which version of the row they were shown from."""

from typing import Any, cast

from django import forms
from django.http import QueryDict

from strategy.forms.lines import Lines
from strategy.forms.words import held, shown
from strategy.models.versioned import Versioned


class VersionedForm(forms.ModelForm):
    """A form over a `Versioned` row, and over its lines if `lines_class` says which.

    Never writes by itself: a service takes `values`, `line_values` and `seen_version`.
    """

    marks_optional = False
    lines_class: type[Lines] | None = None
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["seen"].initial = self.instance.version
        self.fields["seen"].widget.attrs |= autosaved(self.instance, typed=data is not None)
        self.lines = self.lines_class.over(self.instance, data) if self.lines_class else None

    def is_valid(self) -> bool:
        """The form and each of its lines."""
        valid = super().is_valid()
        return valid if self.lines is None else self.lines.is_valid() and valid

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, cleaned, by field of the row."""
        return {name: value for name, value in self.cleaned_data.items() if name != "seen"}

    @property
    def line_values(self) -> dict[str, list[dict[str, Any]]]:
        """The lines typed, cleaned, by related name."""
        return {} if self.lines is None else {self.lines.form.related: self.lines.kept}

    @property
    def seen_version(self) -> int:
        """The version the person was looking at while typing."""
        version: int = self.cleaned_data["seen"]
        return version

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """Everything to mend, as the error summary wants it: the id of a field, or nothing, and a message."""
        found = [("", str(message)) for message in self.non_field_errors()]
        for field in self.hidden_fields():
            found += [("", str(message)) for message in field.errors]
        for field in self.visible_fields():
            anchor = f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
            found += [(anchor, f"{field.label} – {message}") for message in field.errors]
        return found + (self.lines.mistakes if self.lines is not None else [])

    def clean(self) -> dict[str, Any]:
        """Line ends as the database has them: those that browsers send would pass for a change."""
        given = super().clean() or self.cleaned_data
        for name, value in given.items():
            if isinstance(value, str):
                given[name] = value.replace("\r\n", "\n")
        return given

    def differences(self, current: Versioned) -> list[dict[str, str]]:
        """Field by field, then for the lines, what was typed and what is saved now, where they differ."""
        found = [
            {
                "label": str(self[name].label),
                "mine": shown(self.fields[name], mine),
                "saved": shown(self.fields[name], saved),
            }
            for name, value in self.values.items()
            if (mine := held(value)) != (saved := held(getattr(current, name)))
        ]
        return found + (self.lines.differences(current) if self.lines is not None else [])

    def show_again_over(self, current: Versioned) -> None:
        """Keeps what was typed, now over the version saved meanwhile: saving again is a choice, not an accident."""
        typed = cast("QueryDict", self.data).copy()
        typed[self.add_prefix("seen")] = str(current.version)
        self.data = typed

    def show_one_more_line(self) -> None:
        """Keeps what was typed, unchecked, with one more line to fill."""
        if self.lines is not None:
            self.initial = {name: self[name].data for name in self.fields}
            self.lines = self.lines.one_more()
            self.is_bound = False


def autosaved(row: Versioned, *, typed: bool) -> dict[str, str]:
    """What the script that saves while one types reads: whether there is a row to save to, and whether the form shows
    what was typed rather than what is saved.
    """
    return {"data-autosave": "server" if row.pk else "device"} | ({"data-typed": ""} if typed else {})
