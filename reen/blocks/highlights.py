"""Short titled points of the home page."""

from wagtail import blocks

from reen.blocks.words import LineBlock, SentencesBlock


class PointBlock(blocks.StructBlock):
    """One point: a few words, then a sentence."""

    title = LineBlock(label="titre")
    text = SentencesBlock(label="texte", rows=2)

    class Meta:
        label = "point"


class SectionBlock(blocks.StructBlock):
    """A heading and its points."""

    heading = LineBlock(label="intertitre")
    points = blocks.ListBlock(PointBlock(), label="points")

    class Meta:
        label = "rubrique"
        icon = "list-ul"


class HighlightsBlock(blocks.StreamBlock):
    """The sections of the home page."""

    section = SectionBlock()
