"""The lines typed under the form of a row: associated actors, years of a budget, years of an indicator."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.forms.renderers import get_default_renderer

from strategy.forms.fields import YearField
from strategy.forms.words import shown

EMPTY: tuple[object, ...] = (None, "")


class LineForm(forms.Form):
    """One line, named by the field `named_by`; left empty it is dropped, without its name it is refused.

    `related` is the name of the lines on their row, `title` what they are together, `word` what one is called.
    """

    marks_optional = False
    related: ClassVar[str]
    named_by: ClassVar[str]
    unnamed: ClassVar[str]
    title: ClassVar[str]
    word: ClassVar[str]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        holds = any(value not in EMPTY for value in given.values()) or bool(self.errors)
        if holds and given.get(self.named_by) in EMPTY and self.named_by not in self.errors:
            self.add_error(self.named_by, self.unnamed)
        return given


class Lines(forms.BaseFormSet):
    """The lines of one row, and two empty ones to fill."""

    form: type[LineForm]
    extra = 2
    min_num = 0
    max_num = 60
    absolute_max = 100
    can_order = can_delete = can_delete_extra = False
    validate_min = validate_max = False
    renderer = get_default_renderer()

    @classmethod
    def over(cls, row: Model, data: Any = None) -> "Lines":
        """The lines of the row; over what was sent, if anything was."""
        related = cls.form.related
        if data is not None:  # beside what is saved, a line sent back unchanged would pass for an empty one
            return cls(data, prefix=related)
        names = list(cls.form.base_fields)
        saved = getattr(row, related).all() if row.pk else ()
        return cls(prefix=related, initial=[line_of(line, names) for line in saved])

    @property
    def kept(self) -> list[dict[str, Any]]:
        """What was typed, line after line, without those left empty."""
        return [line for line in self.cleaned_data if line.get(self.form.named_by) not in EMPTY]

    def one_more(self) -> "Lines":
        """The same lines as they were typed, unchecked, and one to fill."""
        typed = [{name: line[name].data for name in line.fields} for line in self]
        again = self.holding(typed)
        again.extra = 1
        return again

    def holding(self, typed: Iterable[Mapping[str, Any]]) -> "Lines":
        """Lines of the same form that show these, unchecked."""
        return type(self)(prefix=self.prefix, initial=list(typed))

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """The id of a field, or nothing, and a message that names the line."""
        found = [("", str(message)) for message in self.non_form_errors()]
        for number, line in enumerate(self, start=1):
            for field in line.visible_fields():
                start = f"{self.form.word} {number}, {field.label} – "
                found += [(field.auto_id, f"{start}{message}") for message in field.errors]
        return found

    def differences(self, row: Model) -> list[dict[str, str]]:
        """The lines typed and those saved now, side by side, if they differ."""
        names = list(self.form.base_fields)
        saved = [line_of(line, names) for line in getattr(row, self.form.related).all()]
        mine, theirs = (self.said(lines) for lines in (self.kept, saved))
        return [] if mine == theirs else [{"label": self.form.title, "mine": mine, "saved": theirs}]

    def said(self, lines: Iterable[Mapping[str, Any]]) -> str:
        """The words of each line, a line each; « vide » for none."""
        return "\n".join(map(self.words, lines)) or "vide"

    def words(self, line: Mapping[str, Any]) -> str:
        """« 2027 – investissement : 1 250 ; ETP : 0,5 »."""
        fields = self.form.base_fields
        told = "\u202f; ".join(
            f"{field.label}\u00a0: {shown(field, line[name])}"
            for name, field in fields.items()
            if name != self.form.named_by and line.get(name) not in EMPTY
        )
        name = shown(fields[self.form.named_by], line[self.form.named_by])
        return f"{name} – {told}" if told else name


def line_of(line: Model, names: Iterable[str]) -> dict[str, Any]:
    """What a line holds, by field."""
    return {name: getattr(line, name) for name in names}


class YearForm(LineForm):
    """What one year holds, named by it."""

    related = "years"
    named_by = "year"
    year = YearField(label="Année", required=False)


class Years(Lines):
    """Lines of years, each in one line only."""

    def clean(self) -> None:
        """An error on each line of a year that an earlier line has."""
        if any(self.errors):
            return
        seen = set()
        for line in self:
            year = line.cleaned_data.get("year")
            if year is not None and year in seen:
                line.add_error("year", f"L’année {year} est déjà dans une autre ligne\u00a0: réunissez-les.")
            seen.add(year)
