"""The dates of an obligation."""

from wagtail import blocks


class TimetableRowBlock(blocks.StructBlock):
    """What is due, and when."""

    date = blocks.CharBlock(label="date", help_text="En toutes lettres si le jour n’est pas connu.")
    what = blocks.TextBlock(label="échéance", rows=2)

    class Meta:
        label = "échéance"
        icon = "calendar-alt"


class TimetableBlock(blocks.StreamBlock):
    """The dates in order."""

    row = TimetableRowBlock()
