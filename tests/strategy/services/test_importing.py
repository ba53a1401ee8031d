"""Loading the official list: once, again, and when the next one differs."""

import pytest

from strategy.data.official_list import Entry, OfficialList
from strategy.models import Collectivity
from strategy.services.importing import display_name, import_collectivities

pytestmark = pytest.mark.django_db

DEPARTMENT = Entry("departement", "", "38", "", "Isère", "38", "84", "metro")
GROUP = Entry("epci", "CA", "200000001", "200000001", "CA de l'Essai", "38", "84", "metro", "", 900, 890)
TOWN = Entry(
    "commune",
    "",
    "38001",
    "213800013",
    "L'Essai",
    "38",
    "84",
    "metro",
    "38000",
    500,
    490,
    495,
    epci="200000001",
)
VILLAGE = Entry(
    "commune", "", "38002", "", "Autre-Essai", "38", "84", "metro", "38010", 400, 400, 400, epci="200000001"
)
LIST = OfficialList(2030, [TOWN, VILLAGE, GROUP, DEPARTMENT])


def test_bodies_are_created_with_their_links_and_names_for_people():
    done = import_collectivities(LIST)
    assert (done.listed, done.created, done.updated, done.unchanged, done.ended) == (4, 4, 0, 0, 0)
    town = Collectivity.objects.get(code="38001")
    assert (town.name, town.place, town.population, town.millesime) == (
        "L’Essai",
        "Isère\u00a0(38)",
        500,
        2030,
    )
    assert town.epci is not None
    assert (town.epci.name, town.epci.nature_label) == (
        "Communauté d’agglomération de l’Essai",
        "communauté d’agglomération",
    )


def test_a_second_run_writes_nothing(django_assert_num_queries):
    import_collectivities(LIST)
    rows = list(Collectivity.objects.order_by("pk").values())
    with django_assert_num_queries(5):  # savepoint and its release, the rows, the groups twice
        done = import_collectivities(LIST)
    assert (done.created, done.updated, done.unchanged, done.ended) == (0, 0, 4, 0)
    assert list(Collectivity.objects.order_by("pk").values()) == rows


def test_a_new_list_updates_in_place_and_ends_what_it_leaves_out():
    import_collectivities(LIST)
    before = Collectivity.objects.get(code="38001").pk
    bigger = TOWN._replace(population_total=901, name="L'Essai-Neuf", epci="")
    done = import_collectivities(OfficialList(2030, [bigger, GROUP, DEPARTMENT]))
    assert (done.created, done.updated, done.unchanged, done.ended) == (0, 1, 2, 1)
    town = Collectivity.objects.get(code="38001")
    assert (town.pk, town.name, town.population_total, town.epci) == (before, "L’Essai-Neuf", 901, None)
    village = Collectivity.objects.get(code="38002")
    assert (village.official, village.ended, village.millesime) == (True, True, 2030)


def test_a_body_that_comes_back_is_listed_again():
    import_collectivities(LIST)
    import_collectivities(OfficialList(2031, [TOWN, GROUP, DEPARTMENT]))
    done = import_collectivities(LIST)
    assert done.updated == 4
    assert not Collectivity.objects.filter(ended=True).exists()


def test_typed_in_and_fictitious_bodies_are_left_alone():
    Collectivity.objects.create(kind="syndicat", name="Syndicat saisi")
    Collectivity.objects.create(kind="epci", name="Agglomération de démonstration", demonstration=True)
    others = Collectivity.objects.filter(official=False).order_by("pk")
    before = list(others.values())
    import_collectivities(LIST)
    import_collectivities(OfficialList(2031, [DEPARTMENT]))
    assert list(others.values()) == before


@pytest.mark.parametrize(
    ("nature", "name", "expected"),
    [
        ("CC", "CC de l'Ile d'Oléron", "Communauté de communes de l’Ile d’Oléron"),
        ("CU", "CU d'Arras", "Communauté urbaine d’Arras"),
        ("CA", "CA Communauté Paris-Saclay", "Communauté Paris-Saclay"),
        ("CA", 'CA "Saintes"', "Communauté d’agglomération «\u202fSaintes\u202f»"),
        ("METRO", "Métropole Nice Côte d'Azur", "Métropole Nice Côte d’Azur"),
        ("", "Caen", "Caen"),
    ],
)
def test_display_name_writes_the_nature_out(nature, name, expected):
    assert display_name(GROUP._replace(nature=nature, name=name)) == expected
