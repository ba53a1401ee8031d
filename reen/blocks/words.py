"""Plain text in a stream: what is pasted in it is made clean, and its input has a name."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail import blocks

from reen.typography import tidy


class TidyText:
    """A text block cleaned when it is saved; its label is told even where Wagtail draws none."""

    @cached_property
    def field(self: Any) -> forms.Field:
        field: forms.Field = super().field  # type: ignore[misc]
        field.widget.attrs["aria-label"] = str(self.label)
        return field

    def clean(self, value: Any) -> Any:
        return super().clean(tidy(value or ""))  # type: ignore[misc]


class LineBlock(TidyText, blocks.CharBlock):
    """One line of plain text."""


class SentencesBlock(TidyText, blocks.TextBlock):
    """Plain text of a few sentences."""
