"""What the rules of suggestion read of a collectivité whose draft is still empty; a sample of such collectivités."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber

from reen.enums import Kind, Size
from reen.queries.requirements import requirement_sheets
from reen.rules.effect import Case as SampleCase
from reen.rules.likeness import Body
from reen.rules.profile import Nature
from reen.rules.reasons import Circumstances
from strategy.models.collectivity import Collectivity
from strategy.queries.collectivities import listed
from strategy.queries.obligations import obligations_of

OF_EACH = 4
"""How many collectivités of each kind and size; the official list has ten such groups."""
_POPULATION = Coalesce("population_total", "population_other")


def body_of(collectivity: Collectivity) -> Body:
    """A collectivité as the rules see it."""
    return Body(
        kind=Kind(collectivity.kind),
        nature=Nature(collectivity.nature) if collectivity.nature else None,
        population=collectivity.population,
    )


def beginnings(collectivities: Sequence[Collectivity], *, on: date) -> list[Circumstances]:
    """The empty draft of each: nothing retained, every mandatory requirement open; three queries at most."""
    asked = {sheet.ref: sheet.title for sheet in requirement_sheets() if sheet.mandatory}
    return [
        Circumstances(
            bodies=(body_of(collectivity),),
            answers=frozenset({obligation.answer}),
            open_requirements=asked,
        )
        for collectivity, obligation in zip(
            collectivities, obligations_of(collectivities, on=on), strict=True
        )
    ]


def sample(*, on: date) -> list[SampleCase]:
    """About forty collectivités, the same as long as the official list is: a few of each kind and size."""
    bodies = list(listed().filter(pk__in=sampled().values("pk")).order_by("kind", _POPULATION, "code"))
    return [
        SampleCase(ref=body.reference, name=body.name, kind=Kind(body.kind), circumstances=circumstances)
        for body, circumstances in zip(bodies, beginnings(bodies, on=on), strict=True)
    ]


def sampled() -> QuerySet[Collectivity]:
    """In each group of one kind and size, evenly spaced by population; those of unknown population only where
    the whole kind is."""
    group = [F("kind"), F("band")]
    return (
        listed()
        .annotate(people=_POPULATION, band=_band())
        .filter(Q(people__isnull=False) | ~Q(kind__in=(Kind.COMMUNE, Kind.EPCI)))
        .annotate(
            rank=Window(
                RowNumber(), order_by=[F("people").asc(nulls_first=True), F("code").asc()], partition_by=group
            ),
            among=Window(Count("pk"), partition_by=group),
        )
        .annotate(step=(F("rank") * OF_EACH + F("among") / 2) % F("among"))
        .filter(step__lt=OF_EACH)
    )


def _band() -> Case:
    """The place of the band of population among sizes; 0 when it is not known."""
    tops = {Size.UNDER_3500: Q(people__lt=3500), Size.FROM_3500: Q(people__lt=20_000)}
    tops |= {Size.FROM_20000: Q(people__lte=50_000), Size.OVER_50000: Q(people__isnull=False)}
    return Case(
        *(When(top, then=Value(number)) for number, top in enumerate(tops.values(), start=1)),
        default=Value(0),
        output_field=IntegerField(),
    )
