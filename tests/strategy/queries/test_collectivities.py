"""Search in the official list, as people type."""

import pytest

from strategy.models import Collectivity
from strategy.queries.collectivities import collectivity_of_reference, search_collectivities

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("content")]

# What is typed, and the code of the first body found.
FIRST_HIT = [
    ("Avignon", "84007"),
    ("avign", "84007"),
    ("  AVIGNON  ", "84007"),
    ("Évreux", "27229"),
    ("evreux", "27229"),
    ("l'haÿ les roses", "94038"),
    ("L’Haÿ", "94038"),
    ("lhaylesroses", "94038"),
    ("havre", "76351"),
    ("rochelle", "17300"),
    ("la rochelle", "17300"),
    ("Saint-Denis", "97411"),
    ("st denis", "97411"),
    ("Saint Denis 93", "93066"),
    ("st-denis réunion", "97411"),
    ("denis saint", "97411"),
    ("ste marie réunion", "97418"),
    ("Saint-Étienne", "42218"),
    ("marcq baroeul", "59378"),
    ("Marcq-en-Barœul", "59378"),
    ("villeneuve d ascq", "59009"),
    ("villeneuve dascq", "59009"),
    ("aix en provence", "13001"),
    ("provence aix", "200054807"),
    ("ville de Paris", "75056"),
    ("Strasb", "67482"),
    ("Le Pin 77", "77363"),
    ("Y", "80829"),
    ("84000", "84007"),
    ("84 000", "84007"),
    ("75012", "75056"),
    ("69001", "69123"),
    ("2A004", "2A004"),
    ("2b033", "2B033"),
    ("219740115", "97411"),
    ("219 740 115", "97411"),
    ("21974011500010", "97411"),
    ("200054781", "200054781"),
    ("métropole du grand paris", "200054781"),
    ("CA laval", "200083392"),
    ("communauté d'agglomération de Laval", "200083392"),
    ("agglo pays de grasse", "200039857"),
    ("plaine commune", "200057867"),
    ("cu arras", "200033579"),
    ("Nouméa", "98818"),
    ("84", "84"),
    ("département vaucluse", "84"),
    ("Corse", "94"),
]


@pytest.mark.parametrize(("text", "code"), FIRST_HIT)
def test_first_hit(text, code):
    assert search_collectivities(text).hits[0].code == code


@pytest.mark.parametrize(
    "text", ["", "   ", "😀", "%", "_", "%%%", "\x00", "'\";--", "zzzzqqq", "a" * 5000, "% % %"]
)
def test_hostile_or_empty_text_finds_nothing(text):
    found = search_collectivities(text)
    assert (found.hits, found.total) == ((), 0)


@pytest.mark.parametrize(
    "text", ["avignon%", "avignon_", "avignon\x00", "'avignon'", "avignon 😀", "avignon\\"]
)
def test_signs_around_a_name_are_ignored(text):
    assert search_collectivities(text).hits[0].code == "84007"


@pytest.mark.parametrize("text", ["s", "saint denis", "75056", "219740115", "a b c d e f g h i j k l m n"])
def test_a_search_is_one_query(text, django_assert_num_queries):
    with django_assert_num_queries(1):
        search_collectivities(text)


def test_total_counts_what_the_page_leaves_out():
    few, many = search_collectivities("saint", limit=3), search_collectivities("saint", limit=50)
    assert (len(few.hits), len(many.hits)) == (3, 50)
    assert few.total == many.total == few.left_out + 3
    assert few.hits == many.hits[:3]


def test_homonyms_are_told_apart():
    hits = [hit for hit in search_collectivities("Saint-Denis").hits if hit.name == "Saint-Denis"]
    assert [(hit.place, hit.population, hit.code) for hit in hits[:2]] == [
        ("La Réunion\u00a0(974)", 157674, "97411"),
        ("Seine-Saint-Denis\u00a0(93)", 149781, "93066"),
    ]
    assert hits[1].epci == "Métropole du Grand Paris"
    assert len({(hit.place, hit.epci, hit.population) for hit in hits}) == len(hits)


def test_two_epci_of_the_same_name_are_told_apart():
    hits = search_collectivities("CC des Quatre Rivières").hits
    same = [hit for hit in hits if hit.name == "Communauté de communes des Quatre Rivières"]
    assert [hit.place for hit in same] == ["Haute-Savoie\u00a0(74)", "Haute-Saône\u00a0(70)"]
    assert {hit.nature for hit in same} == {"communauté de communes"}


def test_exact_names_come_before_prefixes_and_prefixes_before_the_rest():
    names = [hit.name for hit in search_collectivities("Laval", limit=50).hits]
    assert names[0] == "Laval"
    assert names.index("Lavalette") < names.index("Communauté d’agglomération Laval Agglomération")


def test_typed_in_fictitious_and_ended_bodies_are_absent():
    listed = {"search_name": "avignon", "search_key": " avignon ", "search_place": " "}
    known = search_collectivities("avignon").total
    Collectivity.objects.create(kind="commune", name="Avignon", official=True, code="A", **listed)
    assert search_collectivities("avignon").total == known + 1
    Collectivity.objects.create(kind="commune", name="Avignon", **listed)
    Collectivity.objects.create(kind="commune", name="Avignon", official=True, demonstration=True, **listed)
    Collectivity.objects.create(kind="commune", name="Avignon", official=True, ended=True, code="B", **listed)
    assert search_collectivities("avignon").total == known + 1


@pytest.mark.parametrize(
    ("reference", "kind", "name"),
    [
        ("84007", "commune", "Avignon"),
        ("2a004", "commune", "Ajaccio"),
        ("219 740 115", "commune", "Saint-Denis"),
        ("200054781", "epci", "Métropole du Grand Paris"),
        ("200057867", "ept", "Plaine Commune"),
        ("departement:84", "departement", "Vaucluse"),
        ("département:2A", "departement", "Corse-du-Sud"),
        ("region:84", "region", "Auvergne-Rhône-Alpes"),
        ("Région:94", "region", "Corse"),
    ],
)
def test_reference_leads_to_one_body(reference, kind, name):
    body = collectivity_of_reference(reference)
    assert body is not None
    assert (body.kind, body.name) == (kind, name)
    assert collectivity_of_reference(body.reference) == body


@pytest.mark.parametrize(
    "reference", ["", "99999", "84", "commune:84007", "region:99", ":", "x" * 500, "\x00"]
)
def test_unknown_reference_is_none(reference):
    assert collectivity_of_reference(reference) is None
