"""The running text of a page."""

from wagtail import blocks


class BodyBlock(blocks.StreamBlock):
    """Headings of one level and simple rich text: headings stay in order whatever the editor does."""

    heading = blocks.CharBlock(label="intertitre", icon="title")
    text = blocks.RichTextBlock(label="texte", features=["bold", "italic", "link", "ul", "ol"])
