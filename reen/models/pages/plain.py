"""A page of running text: about, accessibility, data and sources, privacy."""

from wagtail.admin.panels import FieldPanel

from reen.blocks import BodyBlock
from reen.fields import StreamField
from reen.models.base_page import BasePage
from reen.models.forms import TidyPageForm


class PlainPage(BasePage):
    """A title and running text."""

    body = StreamField(BodyBlock(), verbose_name="texte")

    base_form_class = TidyPageForm
    template = "reen/pages/plain.html"
    parent_page_types = ["reen.HomePage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body", help_text="Intertitres d’un seul niveau, texte simple."),
    ]

    class Meta:
        verbose_name = "page simple"
        verbose_name_plural = "pages simples"
