"""Short lists of resources for a need, that people send one another."""

from typing import Any

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from reen.fields import SearchTextField
from reen.models.entry import Entry
from reen.models.resource import Resource


class ResourceList(Entry):
    """An ordered choice of resources, each with the reason why it is there."""

    introduction = models.TextField(
        "introduction", help_text="À qui la liste s’adresse et comment s’en servir, en deux phrases."
    )
    search_text = SearchTextField()

    template = "reen/sheets/resource_list.html"
    LINE_FIELDS = (*Entry.LINE_FIELDS, "introduction")

    panels = [
        *Entry.identity_panels,
        FieldPanel("introduction"),
        InlinePanel("items", heading="Ressources de la liste", label="Ressource", min_num=1),
        *Entry.truth_panels,
    ]

    class Meta:
        verbose_name = "liste de ressources"
        verbose_name_plural = "listes de ressources"
        ordering = ("title",)

    def missing(self) -> dict[str, str]:
        """Also a first resource."""
        found = super().missing()
        return found if self.items.exists() else found | {"items": "Ajoutez une ressource avant de publier."}

    @property
    def line(self) -> str:
        return self.introduction

    def get_absolute_url(self) -> str:
        return reverse("reen:resource_list", args=[self.ref])

    def text_to_search(self) -> str:
        return f"{self.title} {self.introduction}"

    def index(self) -> tuple[str, str]:
        return "Listes de ressources", reverse("reen:resource_lists")

    def sheet_context(self) -> dict[str, Any]:
        """The list with its published resources, in its order."""
        items = self.items.select_related("resource__replaced_by")
        return super().sheet_context() | {
            "items": [item for item in items if item.resource.live],
            "crumbs": [Resource().index(), ("Listes", reverse("reen:resource_lists")), (self.title, "")],
        }


class ResourceListItem(Orderable):
    """One resource of a list, and why it is there."""

    resource_list = ParentalKey(
        ResourceList, on_delete=models.CASCADE, related_name="items", verbose_name="liste"
    )
    resource = models.ForeignKey(
        Resource, on_delete=models.CASCADE, related_name="listed", verbose_name="ressource"
    )
    why = models.CharField("pourquoi", max_length=255, help_text="Une ligne.")

    panels = [FieldPanel("resource"), FieldPanel("why")]

    class Meta(Orderable.Meta):
        verbose_name = "ressource d’une liste"
        verbose_name_plural = "ressources d’une liste"

    def __str__(self) -> str:
        return str(self.resource)
