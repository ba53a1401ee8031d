"""Text in a stream: what is pasted in it is made clean, and its input is named even where Wagtail draws no label."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from wagtail import blocks

from reen.typography import tidy


class TidyText:
    """A text block cleaned when it is saved."""

    def clean(self, value: Any) -> Any:
        return super().clean(tidy(value or ""))  # type: ignore[misc]


class LineBlock(TidyText, blocks.CharBlock):
    """One line of plain text."""

    def set_name(self, name: str) -> None:
        super().set_name(name)
        self.field.widget.attrs["aria-label"] = str(self.label)


class SentencesBlock(TidyText, blocks.TextBlock):
    """Plain text of a few sentences."""

    @cached_property
    def field(self) -> forms.Field:
        field: forms.Field = super().field
        field.widget.attrs["aria-label"] = str(self.label)
        return field


class RichBlock(blocks.RichTextBlock):
    """Rich text, of the features of the settings."""

    @cached_property
    def field(self) -> forms.Field:
        field: forms.Field = super().field
        field.widget.options["ariaLabel"] = str(self.label)
        return field
