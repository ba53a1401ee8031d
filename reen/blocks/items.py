"""A plain list of sentences: prerequisites, evidence, measures, figures."""

from wagtail import blocks

from reen.blocks.words import SentencesBlock


class ItemsBlock(blocks.StreamBlock):
    """One sentence each."""

    item = SentencesBlock(label="élément", rows=2)
