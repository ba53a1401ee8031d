"""Published entries of the catalogue, complete enough to be read; `draft=True` leaves one unpublished."""

from datetime import date

import factory
from django.utils import timezone

from reen import models
from reen.enums import (
    Cost,
    Effort,
    Family,
    Horizon,
    Kind,
    Need,
    Part,
    Provenance,
    Size,
    Subject,
    TextGroup,
    Theme,
)

SOURCE = {
    "type": "source",
    "value": {"title": "Guide d’essai", "url": "https://example.org/guide", "opened": True},
}


class EntryFactory(factory.django.DjangoModelFactory):
    ref = factory.Sequence(lambda number: f"fiche-{number}")
    title = factory.Sequence(lambda number: f"Fiche d’essai {number}")
    checked_on = date(2026, 11, 21)
    sources = [SOURCE]
    edition = 1
    live = True
    last_published_at = factory.LazyFunction(timezone.now)

    class Meta:
        abstract = True

    class Params:
        draft = factory.Trait(live=False, edition=0, last_published_at=None)


class RequirementFactory(EntryFactory):
    part = Part.STRATEGY
    explanation = "Ce qui est demandé."
    how = "Comment y répondre."
    basis = "Texte d’essai"

    class Meta:
        model = models.Requirement


class LegalTextFactory(EntryFactory):
    group = TextGroup.ARTICLE
    number = factory.Sequence(str)
    summary = "Rien à produire."
    who = "Tout le monde"

    class Meta:
        model = models.LegalText


class IndicatorFactory(EntryFactory):
    unit = "nombre"
    method = "On compte."
    frequency = "annuelle"
    data_source = "Inventaire"
    themes = (Theme.STEERING,)
    origin = Provenance.TAKEN

    class Meta:
        model = models.Indicator


class ResourceFactory(EntryFactory):
    producer = "Un producteur"
    type = "guide"
    family = Family.GUIDE
    subjects = (Subject.RESPONSIBLE,)
    needs = (Need.ACT,)
    description = "Une ressource d’essai."
    themes = (Theme.STEERING,)

    class Meta:
        model = models.Resource


class ResourceListFactory(EntryFactory):
    """Its `items` are given as resources, each for a reason of its own."""

    introduction = "Une liste d’essai."

    class Meta:
        model = models.ResourceList

    @classmethod
    def _create(cls, model_class, *args, items=(), **kwargs):
        made = super()._create(model_class, *args, **kwargs)
        made.items = [
            models.ResourceListItem(resource=resource, why=f"Raison {place}", sort_order=place)
            for place, resource in enumerate(items, start=1)
        ]
        made.save()
        return made


class FieldReportFactory(EntryFactory):
    body = "Commune d’essai"
    themes = (Theme.STEERING,)

    class Meta:
        model = models.FieldReport


class ActionFactory(EntryFactory):
    theme = Theme.STEERING
    summary = "Une action d’essai. Elle tient en deux phrases."
    why = "Pour essayer."
    pitfall = "Ne pas essayer."
    effect_text = "Aucun effet lu."
    steps = [{"type": "step", "value": {"text": "Commencer.", "origin": "conseil"}}]
    effort_small = effort_large = Effort.LOW
    cost_small = cost_large = Cost.LOW
    horizon_small = horizon_large = Horizon.SHORT
    kinds = (Kind.COMMUNE, Kind.EPCI)
    sizes = tuple(Size)

    class Meta:
        model = models.Action

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        """Links are given as lists of entries."""
        names = {field.name for field in model_class._meta.many_to_many}
        links = {name: kwargs.pop(name) for name in names & set(kwargs)}
        action = super()._create(model_class, *args, **kwargs)
        for name, entries in links.items():
            setattr(action, name, entries)
        if links:
            action.save()
        return action


def linked_action(**kwargs) -> models.Action:
    """An action with one entry of every kind at the end of each of its links."""
    return ActionFactory(
        requirements=[RequirementFactory()],
        legal_texts=[LegalTextFactory()],
        indicators=[IndicatorFactory()],
        resources=[ResourceFactory()],
        field_reports=[FieldReportFactory()],
        before=[ActionFactory()],
        related=[ActionFactory()],
        **kwargs,
    )
