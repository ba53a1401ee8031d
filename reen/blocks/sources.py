"""Where a statement comes from."""

from wagtail import blocks

from reen.blocks.words import LineBlock


class SourceBlock(blocks.StructBlock):
    """A source; a link nobody opened says so wherever it is shown."""

    title = LineBlock(label="titre")
    url = blocks.URLBlock(label="adresse", required=False)
    opened = blocks.BooleanBlock(
        label="lien ouvert et relu",
        required=False,
        help_text="Sinon la mention «\u202flien non contrôlé\u202f» accompagne le lien.",
    )
    page = blocks.IntegerBlock(label="page du PDF", required=False, min_value=1)

    class Meta:
        label = "source"
        icon = "link"


class SourcesBlock(blocks.StreamBlock):
    """The sources of one entry."""

    source = SourceBlock()
