"""The running text of a page."""

from wagtail import blocks

from reen.blocks.words import LineBlock, RichBlock


class BodyBlock(blocks.StreamBlock):
    """Headings of one level and simple rich text: headings stay in order whatever the editor does.

    What rich text may hold is in the settings: what the PDF can carry.
    """

    heading = LineBlock(label="intertitre", icon="title")
    text = RichBlock(label="texte")
