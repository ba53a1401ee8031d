"""The dates of an obligation."""

from wagtail import blocks

from reen.blocks.words import LineBlock, SentencesBlock


class TimetableRowBlock(blocks.StructBlock):
    """What is due, and when."""

    date = LineBlock(label="date", help_text="En toutes lettres si le jour n’est pas connu.")
    what = SentencesBlock(label="échéance", rows=2)

    class Meta:
        label = "échéance"
        icon = "calendar-alt"


class TimetableBlock(blocks.StreamBlock):
    """The dates in order."""

    row = TimetableRowBlock()
