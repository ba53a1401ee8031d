"""The page of one article of the law."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from reen.blocks import BodyBlock, SourcesBlock
from reen.fields import StreamField
from reen.models.action import Action
from reen.models.addresses import law_url
from reen.models.base_page import BasePage
from reen.models.forms import CHECK_PANELS, CheckedPageForm
from reen.models.linked import Linked
from reen.widgets import EntriesChooser


class ArticlePage(BasePage):
    """An article in plain words, never quoted: who, since when, what to do, the requirements it carries."""

    legal_text = models.OneToOneField(
        "reen.LegalText",
        verbose_name="texte de loi",
        null=True,
        on_delete=models.PROTECT,
        related_name="page",
    )
    introduction = models.TextField("introduction")
    body = StreamField(BodyBlock(), verbose_name="texte")
    requirements = ParentalManyToManyField(
        "reen.Requirement", related_name="article_pages", blank=True, verbose_name="exigences"
    )
    sources = StreamField(SourcesBlock(), verbose_name="sources", blank=True)

    caution = models.TextField("réserve", blank=True)
    checked_on = models.DateField("vérifié le", null=True)

    base_form_class = CheckedPageForm
    template = "reen/pages/article.html"
    parent_page_types = ["reen.LawIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("legal_text", help_text="La ligne du tableau de la loi que cette page raconte."),
        FieldPanel(
            "introduction", help_text="Ce que l’article change pour une collectivité, en deux phrases."
        ),
        FieldPanel("body", help_text="Avec vos mots\u00a0: la loi n’est jamais recopiée."),
        FieldPanel(
            "requirements",
            widget=EntriesChooser("reen.Requirement"),
            help_text="Les exigences que l’article porte.",
        ),
        *CHECK_PANELS,
        FieldPanel("caution", help_text="Ce qui reste à confirmer\u202f; toujours affiché avec la page."),
        FieldPanel("sources", help_text="Le texte officiel d’abord, puis ce qui l’explique."),
    ]

    class Meta:
        verbose_name = "article de loi"
        verbose_name_plural = "articles de loi"

    @property
    def parents(self) -> list[tuple[str, str]]:
        return [("La loi", law_url())]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        requirements = [requirement for requirement in self.requirements.all() if requirement.live]
        _label, url = Action().index()
        answering = Action.objects.live().lines().filter(legal_texts=self.legal_text_id)
        actions = Linked(answering, f"{url}?article={self.legal_text.ref}" if self.legal_text else url)
        return context | {
            "requirements": requirements,
            "actions": actions,
            "beside": self._beside(),
        }

    def _beside(self) -> dict[str, dict[str, str] | None]:
        """The published articles around this one, in the order of the law index, by title and address; one query."""
        pages = (
            ArticlePage.objects.live().order_by("legal_text__order", "pk").values_list("pk", "title", "slug")
        )
        listed = [{"pk": pk, "title": title, "url": law_url() + f"{slug}/"} for pk, title, slug in pages]
        around = [None, *listed, None]
        place = next((place for place, each in enumerate(around) if each and each["pk"] == self.pk), 0)
        return {"previous": around[place - 1], "next": around[place + 1]} if place else {}
