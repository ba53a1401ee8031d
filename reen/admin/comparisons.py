"""How two revisions are compared in words: labels rather than keys, « oui » and « non », dates as they are read."""

from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail import blocks
from wagtail.admin.compare import (
    FieldComparison,
    M2MFieldComparison,
    TextDiff,
    diff_text,
    register_comparison_class,
)
from wagtail.fields import StreamField
from wagtail.utils.text import text_from_html

from reen.fields import VocabularySetField
from reen.typography import date_words


def words(value: Any) -> str:
    """How a value is read; nothing is read as nothing."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        local = timezone.localtime(value)
        return f"{date_words(local.date())} à {local:%H:%M}"
    if isinstance(value, date):
        return date_words(value)
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return "" if value is None else str(value)


class WordsComparison(FieldComparison):
    """The value before, then the value after, as they are read."""

    def htmldiff(self) -> SafeString:
        before, after = words(self.val_a), words(self.val_b)
        if before == after:
            return escape(after)
        changes = [("deletion", before)] * bool(before) + [("addition", after)] * bool(after)
        return TextDiff(changes, separator=" ").to_html()


class VocabularySetComparison(FieldComparison):
    """Values of a vocabulary by their labels, in its order."""

    def htmldiff(self) -> SafeString:
        changes = []
        for member in self.field.vocabulary:
            before, after = member in self.val_a, member in self.val_b
            if before or after:
                kind = "equal" if before and after else "addition" if after else "deletion"
                changes.append((kind, member.label))
        return TextDiff(changes, separator=", ").to_html()


class LinksComparison(M2MFieldComparison):
    """Linked entries by title: their order, which says nothing, is left out."""

    def get_items(self) -> tuple[list[Any], list[Any]]:
        return sorted(self.val_a, key=str), sorted(self.val_b, key=str)

    def has_changed(self) -> bool:
        return {entry.pk for entry in self.val_a} != {entry.pk for entry in self.val_b}


class StreamComparison(FieldComparison):
    """Blocks that changed, came or went, each value under its label; the others are left out."""

    def has_changed(self) -> bool:
        return [read(each) for each in self.val_a] != [read(each) for each in self.val_b]

    def htmldiff(self) -> SafeString:
        before, after = keyed(self.val_a), keyed(self.val_b)
        changed = [
            changed_block(before.get(key), after.get(key))
            for key in {**before, **after}
            if before.get(key) != after.get(key)
        ]
        return format_html_join("\n", "{}", ((each,) for each in changed or [escape("ordre changé")]))


def keyed(stream: Any) -> dict[str, list[tuple[str, str]]]:
    """What each block of a stream reads, by what makes it the same block from one revision to the next."""
    return {each.id or str(rank): read(each) for rank, each in enumerate(stream)}


def read(bound: Any) -> list[tuple[str, str]]:
    """The values inside a block, each with its label."""
    return list(_read(bound.block, bound.value))


def _read(block: Any, value: Any) -> Any:
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _read(child, value.get(name))
    elif isinstance(block, blocks.ListBlock):
        for child in value or ():
            yield from _read(block.child_block, child)
    elif isinstance(block, blocks.ChoiceBlock):
        yield str(block.label), str(dict(block.field.choices).get(value, value or ""))
    elif isinstance(block, blocks.BooleanBlock):
        yield str(block.label), words(bool(value))
    elif isinstance(block, blocks.RichTextBlock):
        yield str(block.label), text_from_html(value.source) if value else ""
    else:
        yield str(block.label), words(value)


def changed_block(before: Any, after: Any) -> SafeString:
    """A block as a list of its values: whole when it came or went, else the first and those that changed."""
    if before is None or after is None:
        kind, shown = ("addition", after) if before is None else ("deletion", before)
        rows = [(label, value) for label, value in shown if value]
    else:
        kind = ""
        pairs = zip_longest(before, after, fillvalue=("", ""))
        rows = [
            (new[0] or old[0], diff_text(old[1], new[1]).to_html())
            for rank, (old, new) in enumerate(pairs)
            if old != new or rank == 0
        ]
    lines = format_html_join("\n", "<dt>{}</dt><dd>{}</dd>", rows)
    return format_html('<div class="comparison__child-object {}"><dl>{}</dl></div>', kind, lines)


for field, comparison in (
    (VocabularySetField, VocabularySetComparison),
    (models.BooleanField, WordsComparison),
    (models.DateField, WordsComparison),
    (models.IntegerField, WordsComparison),
    (models.FloatField, WordsComparison),
    (models.ManyToManyField, LinksComparison),
    (StreamField, StreamComparison),
):
    register_comparison_class(field, comparison_class=comparison)
