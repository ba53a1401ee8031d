"""How two revisions are compared in words: labels rather than keys, « oui » and « non », dates as they are read."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import FieldComparison, TextDiff, register_comparison_class

from reen.fields import VocabularySetField
from reen.typography import date_words


class WordsComparison(FieldComparison):
    """The value before and the value after, each as it is read."""

    def words(self, value: Any) -> str:
        """How a value is read; nothing is read as nothing."""
        return "" if value is None else str(value)

    def htmldiff(self) -> SafeString:
        before, after = self.words(self.val_a), self.words(self.val_b)
        if before == after:
            return escape(after)
        changes = [("deletion", before)] * bool(before) + [("addition", after)] * bool(after)
        return TextDiff(changes, separator=" ").to_html()


class YesNoComparison(WordsComparison):
    """A box: ticked, not ticked, or unknown."""

    def words(self, value: Any) -> str:
        return {True: "oui", False: "non"}.get(value, "non précisé")


class DayComparison(WordsComparison):
    """A date or a time."""

    def words(self, value: Any) -> str:
        if isinstance(value, datetime):
            local = timezone.localtime(value)
            return f"{date_words(local.date())} à {local:%H:%M}"
        return date_words(value) if isinstance(value, date) else ""


class VocabularySetComparison(FieldComparison):
    """Values of a vocabulary by their labels, those kept between those taken out and those added."""

    def htmldiff(self) -> SafeString:
        members = self.field.vocabulary
        changes = []
        for member in members:
            before, after = member in self.val_a, member in self.val_b
            if before or after:
                kind = "equal" if before and after else "addition" if after else "deletion"
                changes.append((kind, member.label))
        return TextDiff(changes, separator=", ").to_html()


class NumberComparison(WordsComparison):
    """A number, its decimals after a comma."""

    def words(self, value: Any) -> str:
        return (
            ""
            if value is None
            else f"{value:g}".replace(".", ",")
            if isinstance(value, float)
            else str(value)
        )


for field, comparison in (
    (VocabularySetField, VocabularySetComparison),
    (models.BooleanField, YesNoComparison),
    (models.DateField, DayComparison),
    (models.DateTimeField, DayComparison),
    (models.IntegerField, NumberComparison),
    (models.FloatField, NumberComparison),
):
    register_comparison_class(field, comparison_class=comparison)
