"""Rules of suggestion, as editors write them."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, LockableMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.fields import VocabularySetField
from reen.models.forms import ReferencedForm
from reen.models.publishable import Publishable
from reen.rules.rule_words import offer_words, reason_model
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger, mistake_in

HEAVIEST = 100
USUAL_WEIGHT = 10


class SuggestionRuleForm(ReferencedForm):
    """Proposes a usual number of points, so that a rule just begun is saved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.weight is None:
            self.initial["weight"] = USUAL_WEIGHT


class SuggestionRule(
    Publishable,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """One rule: conditions met together, empty ones excluding nothing, and the reason told to people."""

    ref = models.SlugField("référence", unique=True, max_length=80)
    title = models.CharField(
        "nom de la règle", max_length=255, help_text="Pour vous\u202f; n’est pas montré."
    )
    kind = models.CharField("sujet de la raison", max_length=20, choices=ReasonKind.choices())
    reason = models.TextField(
        "raison donnée",
        help_text="Une phrase. Mots remplacés\u00a0: {theme}, et selon le déclencheur {exigence}, {retour}, {action} "
        "ou {nombre}.",
    )
    weight = models.PositiveSmallIntegerField(
        "points",
        validators=[
            MinValueValidator(1, "Donnez au moins 1 point."),
            MaxValueValidator(HEAVIEST, f"Donnez au plus {HEAVIEST} points."),
        ],
        help_text="De 1 à 100\u202f; ceux des règles qui valent pour une action s’ajoutent.",
    )
    trigger = models.CharField("déclencheur", max_length=20, choices=Trigger.choices(), blank=True)

    kinds = VocabularySetField("types de collectivité", vocabulary=Kind, blank=True)
    sizes = VocabularySetField("tailles de collectivité", vocabulary=Size, blank=True)
    answers = VocabularySetField("réponses de la loi", vocabulary=Answer, blank=True)

    actions = ParentalManyToManyField(
        "reen.Action", related_name="suggestion_rules", blank=True, verbose_name="parmi ces actions"
    )
    requirements = ParentalManyToManyField(
        "reen.Requirement",
        related_name="suggestion_rules",
        blank=True,
        verbose_name="sert une de ces exigences",
    )
    themes = VocabularySetField("thèmes", vocabulary=Theme, blank=True)
    efforts = VocabularySetField("effort, à cette taille", vocabulary=Effort, blank=True)
    costs = VocabularySetField("coût, à cette taille", vocabulary=Cost, blank=True)
    horizons = VocabularySetField("délai, à cette taille", vocabulary=Horizon, blank=True)
    lighter = models.BooleanField(
        "moins d’effort pour une petite collectivité que pour une grande", default=False
    )
    only_kinds = VocabularySetField("faite seulement pour ces types", vocabulary=Kind, blank=True)
    only_sizes = VocabularySetField("faite seulement pour ces tailles", vocabulary=Size, blank=True)

    base_form_class = SuggestionRuleForm
    panels = [
        FieldPanel("title"),
        FieldPanel("ref"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("weight")]),
        FieldPanel("trigger"),
        FieldPanel("reason"),
        MultiFieldPanel(
            [FieldPanel("kinds"), FieldPanel("sizes"), FieldPanel("answers")],
            heading="Pour quelles collectivités",
        ),
        MultiFieldPanel(
            [
                *(
                    FieldPanel(name, widget=forms.CheckboxSelectMultiple)
                    for name in ("actions", "requirements")
                ),
                *map(
                    FieldPanel,
                    ("themes", "efforts", "costs", "horizons", "lighter", "only_kinds", "only_sizes"),
                ),
            ],
            heading="Pour quelles actions",
        ),
    ]

    class Meta:
        verbose_name = "règle de suggestion"
        verbose_name_plural = "règles de suggestion"
        ordering = ("-weight", "ref")

    def __str__(self) -> str:
        return self.title or self.ref

    def clean(self) -> None:
        """Refuses a reason that could not be said; says which words it may hold."""
        super().clean()
        if wrong := mistake_in(self.reason, Trigger(self.trigger) if self.trigger else None):
            raise ValidationError({"reason": wrong})

    def as_rule(self) -> Rule | None:
        """What the engine reads of it, saved or still being drafted; None while something mandatory is missing."""
        trigger = Trigger(self.trigger) if self.trigger else None
        if not (self.kind and self.reason and self.weight) or mistake_in(self.reason, trigger):
            return None
        sets: dict[str, Any] = {name: frozenset(getattr(self, name)) for name in SETS}
        links: dict[str, Any] = {
            name: frozenset(entry.ref for entry in getattr(self, name).all()) for name in LINKS
        }
        return Rule(
            ref=self.ref,
            kind=ReasonKind(self.kind),
            reason=self.reason,
            weight=self.weight,
            trigger=trigger,
            lighter=self.lighter,
            **sets,
            **links,
        )

    def titles(self) -> dict[str, str]:
        """The titles of what it is about, by `ref`."""
        return {entry.ref: entry.title for name in LINKS for entry in getattr(self, name).all()}

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return "reen/rule_preview.html"

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        rule = self.as_rule()
        told = (
            {"offer": offer_words(rule, self.titles()), "reason": reason_model(rule.reason)} if rule else None
        )
        return {"request": request, "rule": self, "told": told}


SETS: dict[str, Any] = {
    field.name: field.vocabulary
    for field in SuggestionRule._meta.fields
    if isinstance(field, VocabularySetField)
}
"""The sets of values a rule is made of, each with its vocabulary."""
LINKS = tuple(field.name for field in SuggestionRule._meta.many_to_many)
"""The entries a rule is about."""
