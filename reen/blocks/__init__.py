"""Blocks of the streams editors write, one family per file."""

from reen.blocks.body import BodyBlock
from reen.blocks.highlights import HighlightsBlock
from reen.blocks.items import ItemsBlock
from reen.blocks.sources import SourcesBlock
from reen.blocks.steps import StepsBlock
from reen.blocks.timetable import TimetableBlock

__all__ = ["BodyBlock", "HighlightsBlock", "ItemsBlock", "SourcesBlock", "StepsBlock", "TimetableBlock"]
