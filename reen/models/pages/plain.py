"""A page of running text: about, accessibility, data and sources, privacy."""

from typing import ClassVar

from wagtail.admin.panels import FieldPanel

from reen.blocks import BodyBlock
from reen.fields import StreamField
from reen.models.base_page import BasePage


class PlainPage(BasePage):
    """A title and running text."""

    body = StreamField(BodyBlock(), verbose_name="texte")

    template = "reen/pages/plain.html"
    parent_page_types: ClassVar = ["reen.HomePage"]
    subpage_types: ClassVar = []
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = "page simple"
        verbose_name_plural = "pages simples"
