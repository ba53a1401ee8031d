"""Tools, guides and data a collectivité can use."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from reen.enums import Audience, Family, Need, Size, Subject, Theme, Vocabulary
from reen.fields import SearchTextField, VocabularySetField
from reen.models.cited import CitedEntry
from reen.models.replaceable import Replaceable

RESERVED_REFS = ("listes",)
"""Words that the addresses of the lists of resources take."""


def _in_words(members: Iterable[Vocabulary]) -> str:
    return ", ".join(member.label for member in members)


class Resource(Replaceable, CitedEntry):
    """A public resource; a link nobody opened says so. Unknown year or price stays unknown, never guessed.

    One that serves none of the themes of a strategy, such as online building permits, has none.
    What is in `GRID` is told only where it is known.
    """

    producer = models.CharField("producteur", max_length=255)
    type = models.CharField(
        "type",
        max_length=120,
        help_text="Le mot précis\u00a0: «\u202fguide\u202f», «\u202flogiciel libre\u202f»…",
    )
    family = models.CharField("famille", max_length=20, choices=Family.choices())
    subjects = VocabularySetField("sujets", vocabulary=Subject)
    needs = VocabularySetField("besoins", vocabulary=Need)
    audience = models.CharField(
        "public visé", max_length=255, blank=True, help_text="Tel que le dit le producteur."
    )
    audiences = VocabularySetField("publics, pour filtrer", vocabulary=Audience, blank=True)
    sizes = VocabularySetField(
        "tailles de collectivité",
        vocabulary=Size,
        blank=True,
        help_text="Aucune case cochée\u00a0: convient à toutes les tailles.",
    )
    year = models.PositiveSmallIntegerField("année", null=True, blank=True)
    free = models.BooleanField("gratuit", null=True, blank=True)
    url = models.URLField("adresse", max_length=500, blank=True)
    opened = models.BooleanField("lien ouvert et relu", default=False)
    description = models.TextField("description")
    licence = models.CharField("licence", max_length=255, blank=True)
    themes = VocabularySetField("thèmes", vocabulary=Theme, blank=True)

    scope = models.TextField("périmètre", blank=True, help_text="L’organisation, le territoire, ou les deux.")
    quantitative = models.TextField("évaluation quantitative", blank=True)
    qualitative = models.TextField("évaluation qualitative", blank=True)
    measured = models.TextField("indicateurs mesurés", blank=True)
    tried = models.TextField("essayé avec des collectivités", blank=True)
    support = models.TextField(
        "accompagnement proposé", blank=True, help_text="Documentaire, méthodologique ou humain."
    )
    openness = models.TextField("ouverture", blank=True, help_text="Des données, du code.")
    availability = models.TextField("disponibilité", blank=True)
    producer_text = SearchTextField("producteur cherché", of="producer")

    cited_as = "resources"
    template = "reen/sheets/resource.html"
    LINE_FIELDS = (
        *(*CitedEntry.LINE_FIELDS, "producer", "type", "year", "free", "url", "opened"),
        *("replaced_on", "replaced_by__ref", "replaced_by__title", "replaced_by__live"),
    )
    REPLACED, ENDED = "remplacée", "n’est plus à jour"
    GRID = (
        *("scope", "quantitative", "qualitative", "measured"),
        *("tried", "support", "openness", "availability"),
    )

    panels = [
        *CitedEntry.identity_panels,
        FieldPanel("description"),
        FieldPanel("producer"),
        MultiFieldPanel(
            [
                FieldPanel("url"),
                FieldPanel("opened"),
                FieldRowPanel([FieldPanel("year"), FieldPanel("free")]),
            ],
            heading="Où la trouver",
        ),
        InlinePanel("documents", heading="Documents joints", label="Document"),
        MultiFieldPanel(
            [FieldPanel("type"), *map(FieldPanel, ("family", "subjects", "themes", "needs"))],
            heading="Ce que c’est",
        ),
        MultiFieldPanel(
            [FieldPanel("audience"), FieldPanel("audiences"), FieldPanel("sizes")], heading="Pour qui"
        ),
        MultiFieldPanel(
            [*map(FieldPanel, GRID)],
            heading="Grille des outils",
            help_text="À remplir avec ce qui a été lu, et rien d’autre. Ce qui est vide n’apparaît pas.",
            classname="collapsed",
        ),
        FieldPanel("licence"),
        *CitedEntry.truth_panels,
        *Replaceable.replaced_panels,
    ]

    class Meta:
        verbose_name = "ressource"
        verbose_name_plural = "ressources"
        ordering = ("title",)

    def clean(self) -> None:
        """Refuses a reference that is the address of something else."""
        super().clean()
        if self.ref in RESERVED_REFS:
            raise ValidationError(
                {"ref": f"«\u202f{self.ref}\u202f» est une adresse du site\u00a0: changez-en."}
            )

    @property
    def line(self) -> str:
        return f"{self.producer}, {self.type}"

    @property
    def subjects_in_words(self) -> str:
        return _in_words(self.subjects)

    @property
    def needs_in_words(self) -> str:
        return _in_words(self.needs)

    @property
    def sizes_in_words(self) -> str:
        return _in_words(self.sizes)

    @property
    def grid(self) -> list[tuple[str, str]]:
        """What is known of the tool, as pairs (label, text), in the order of the original catalogue."""
        fields: Any = self._meta
        known = ((fields.get_field(name), getattr(self, name)) for name in self.GRID)
        return [(str(field.verbose_name), text) for field, text in known if text]

    def get_absolute_url(self) -> str:
        return reverse("reen:resource", args=[self.ref])

    def text_to_search(self) -> str:
        known = " ".join(text for _label, text in self.grid)
        return f"{self.title} {self.producer} {self.type} {self.subjects_in_words} {self.description} {known}"

    def index(self) -> tuple[str, str]:
        return "Ressources", reverse("reen:resources")

    def sheet_context(self) -> dict[str, Any]:
        """The sheet with its documents and the published lists that name it."""
        listed = (
            self.listed.filter(resource_list__live=True).select_related("resource_list") if self.pk else ()
        )
        return super().sheet_context() | {
            "documents": self.documents.select_related("document") if self.pk else (),
            "lists": [item.resource_list for item in listed],
        }
