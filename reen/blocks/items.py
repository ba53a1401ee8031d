"""A plain list of sentences: prerequisites, evidence, measures, figures."""

from wagtail import blocks


class ItemsBlock(blocks.StreamBlock):
    """One sentence each."""

    item = blocks.TextBlock(label="élément", rows=2)
