"""The two estimates as plain data: nobody counted twice, defaults of the place, what is not there yet."""

import pytest

from reen.enums import Kind
from strategy.enums import BodyRole
from strategy.models import Collectivity, Draft
from strategy.queries.drafts import whole_drafts
from strategy.queries.footprint import (
    footprint_row,
    organisation_footprint,
    population_of,
    territory_footprint,
)
from strategy.services.drafting import add_body
from tests.strategy.factories import LATER, CollectivityFactory, DraftFactory

pytestmark = pytest.mark.django_db


def carried_by(*bodies: Collectivity, associated: Collectivity | None = None) -> Draft:
    """A draft of these bearers, read whole."""
    first, *others = bodies
    draft = DraftFactory(collectivity=first)
    for body in others:
        add_body(draft=draft, collectivity=body, role=BodyRole.BEARER, by=None, at=LATER)
    if associated:
        add_body(draft=draft, collectivity=associated, role=BodyRole.ASSOCIATED, by=None, at=LATER)
    return whole_drafts().get(pk=draft.pk)


def agglomeration(**facts: object) -> Collectivity:
    own = {"kind": Kind.EPCI, "name": "Agglomération imaginaire", "population_other": 80_000}
    return CollectivityFactory(**own | facts)


def test_communes_of_a_bearer_are_not_counted_twice():
    epci = agglomeration()
    inside = CollectivityFactory(name="Commune du dedans", population_other=9_000, epci=epci)
    outside = CollectivityFactory(name="Commune du dehors", population_other=500)
    population = population_of(carried_by(inside, epci, outside))
    assert population.value == 80_500
    assert set(population.counted) == {"Agglomération imaginaire", "Commune du dehors"}
    assert population.included == ("Commune du dedans",)


def test_territories_nest_whatever_their_depth():
    metropolis = agglomeration(name="Métropole", population_other=7_000_000)
    territory = CollectivityFactory(
        kind=Kind.EPT, name="Territoire", population_other=400_000, epci=metropolis
    )
    commune = CollectivityFactory(name="Commune", population_other=50_000, epci=metropolis, ept=territory)
    assert population_of(carried_by(commune, territory)).value == 400_000
    assert population_of(carried_by(commune, territory, metropolis)).value == 7_000_000


@pytest.mark.parametrize(
    ("kind", "code", "place", "value"),
    [
        (Kind.DEPARTEMENT, "84", {"department": "84"}, 560_000),
        (Kind.DEPARTEMENT, "84", {"department": "13"}, 640_000),
        (Kind.REGION, "93", {"region": "93"}, 560_000),
        (Kind.REGION, "93", {"region": "76"}, 640_000),
    ],
)
def test_departments_and_regions_hold_their_communes(kind, code, place, value):
    large = CollectivityFactory(kind=kind, code=code, name="Grande", population_other=560_000)
    assert population_of(carried_by(agglomeration(**place), large)).value == value


def test_an_associated_commune_adds_nobody():
    commune = CollectivityFactory(population_other=3_000)
    assert population_of(carried_by(agglomeration(), associated=commune)).value == 80_000


def test_an_unknown_population_is_named():
    unknown = CollectivityFactory(kind=Kind.SYNDICAT, name="Syndicat", population_other=None)
    assert population_of(carried_by(unknown)).value is None
    population = population_of(carried_by(agglomeration(), unknown))
    assert (population.value, population.unknown) == (80_000, ("Syndicat",))


@pytest.mark.parametrize(("department", "electricity"), [("974", "la-reunion"), ("", "fr-2025")])
def test_a_new_inventory_takes_the_electricity_of_the_place(department, electricity):
    assert footprint_row(carried_by(agglomeration(department=department))).electricity == electricity


def test_nothing_is_estimated_before_it_is_saved():
    draft = carried_by(agglomeration())
    assert organisation_footprint(draft) is None
    assert territory_footprint(draft) is None
