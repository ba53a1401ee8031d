"""Simple blocks: what is pasted in them is made clean, and what changed in them is told in words."""

from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail import blocks
from wagtail.admin.compare import BlockComparison, TextDiff

from reen.typography import tidy


class LineBlock(blocks.CharBlock):
    """One line of plain text."""

    def clean(self, value: Any) -> Any:
        return super().clean(tidy(value or ""))


class SentencesBlock(blocks.TextBlock):
    """Plain text of a few sentences."""

    def clean(self, value: Any) -> Any:
        return super().clean(tidy(value or ""))


class WordsBlockComparison(BlockComparison):
    """The value before and the value after, each as `block.words` reads it."""

    def htmlvalue(self, val: Any) -> SafeString:
        return escape(self.block.words(val))

    def htmldiff(self) -> SafeString:
        before, after = self.block.words(self.val_a), self.block.words(self.val_b)
        if before == after:
            return escape(after)
        changes = [("deletion", before)] * bool(before) + [("addition", after)] * bool(after)
        return TextDiff(changes, separator=" ").to_html()


class InWords:
    """A block whose comparison reads values with `words`."""

    def get_comparison_class(self) -> type[BlockComparison]:
        return WordsBlockComparison

    def words(self, value: Any) -> str:
        """How a value is read; nothing is read as nothing."""
        return "" if value is None else str(value)


class YesNoBlock(InWords, blocks.BooleanBlock):
    """A box to tick."""

    def words(self, value: Any) -> str:
        return "oui" if value else "non"


class NumberBlock(InWords, blocks.IntegerBlock):
    """A whole number."""


class WordChoiceBlock(InWords, blocks.ChoiceBlock):
    """One value of a list, told by its label."""

    def words(self, value: Any) -> str:
        return str(dict(self.field.choices).get(value, value or ""))


class AddressBlock(InWords, blocks.URLBlock):
    """A web address."""
