"""Filters of the lists: in the address, combined, counted, and a way out when nothing is found."""

from html import unescape

import pytest

from reen.enums import Kind, Size, Theme
from reen.models import Action, FieldReport, Indicator, Resource
from reen.search.entries import keys_found
from reen.search.found import asked
from tests.reen.factories import ActionFactory, IndicatorFactory, LegalTextFactory, RequirementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def catalogue() -> None:
    """Three actions that every filter tells apart."""
    ActionFactory(
        ref="petite",
        title="Réemployer les ordinateurs",
        theme=Theme.LIFE_CYCLE,
        legal_texts=[LegalTextFactory(ref="reen-16")],
        requirements=[RequirementFactory(ref="st-mesures")],
        kinds=(Kind.COMMUNE,),
        sizes=(Size.UNDER_3500,),
        effort_small="faible",
        effort_large="",
        cost_small="€",
        cost_large="",
        horizon_small="court",
        horizon_large="",
    )
    ActionFactory(
        ref="grande",
        title="Réseau d’écoles",
        theme=Theme.TERRITORY,
        kinds=(Kind.EPCI, Kind.REGION),
        sizes=(Size.FROM_20000, Size.OVER_50000),
        effort_small="faible",
        effort_large="fort",
        cost_small="€",
        cost_large="€€€",
        horizon_small="court",
        horizon_large="long",
    )
    ActionFactory(ref="brouillon", title="Réemployer en brouillon", draft=True)


def found(client, query: str) -> list[str]:
    response = client.get(f"/actions/?{query}")
    assert response.status_code == 200
    return sorted(entry.ref for entry in response.context["page"].object_list)


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("", ["grande", "petite"]),
        ("theme=axe-2-cycle-de-vie", ["petite"]),
        ("article=reen-16", ["petite"]),
        ("exigence=st-mesures", ["petite"]),
        ("type=epci", ["grande"]),
        ("type=ept", ["grande"]),  # does the work of an EPCI
        ("type=commune", ["petite"]),
        ("taille=moins-3500", ["petite"]),
        ("taille=20000-50000", ["grande"]),
        ("effort=faible", ["grande", "petite"]),
        ("effort=fort", ["grande"]),
        ("taille=plus-50000&effort=fort", ["grande"]),
        ("taille=plus-50000&effort=faible", []),
        ("taille=20000-50000&effort=faible", ["grande"]),
        ("taille=20000-50000&effort=fort", ["grande"]),
        ("taille=plus-50000&cout=€€€", ["grande"]),
        ("taille=plus-50000&cout=€", []),
        ("horizon=long", ["grande"]),
        ("taille=moins-3500&horizon=court", ["petite"]),
        ("q=ordinateur", ["petite"]),
        ("q=REEMPLOYER", ["petite"]),
        ("q=reseaux ecole", ["grande"]),
        ("q=reseaux ordinateurs", []),
        ("q=%25", ["grande", "petite"]),
        ("theme=axe-2-cycle-de-vie&type=commune&taille=moins-3500&effort=faible&q=reemployer", ["petite"]),
        ("theme=axe-2-cycle-de-vie&type=epci", []),
    ],
)
def test_filters_combine(catalogue, client, query, refs):
    assert found(client, query) == refs


def test_value_that_is_not_offered_is_told_and_ignored(catalogue, client):
    response = client.get("/actions/?theme=axe-9")
    assert set(response.context["filters"].form.errors) == {"theme"}
    assert response.context["total"] == 2


def test_words_longer_than_a_search_are_told_and_ignored(catalogue, client):
    response = client.get(f"/actions/?q={'ordinateur+' * 2_000}")
    assert set(response.context["filters"].form.errors) == {"q"}
    assert response.context["total"] == 2


@pytest.mark.parametrize("page", ["0", "99", "x", ""])
def test_page_out_of_range_shows_the_nearest(catalogue, client, page):
    assert found(client, f"page={page}") == ["grande", "petite"]


def test_options_tell_how_many_they_would_give_with_the_other_filters(catalogue, client):
    form = client.get("/actions/?type=commune").context["filters"].form
    themes, kinds = dict(form.fields["theme"].choices), dict(form.fields["type"].choices)
    assert themes[Theme.LIFE_CYCLE].endswith("(1)")
    assert themes[Theme.TERRITORY].endswith("(0)")
    assert (kinds[Kind.COMMUNE], kinds[Kind.EPCI]) == ("commune (1)", "EPCI à fiscalité propre (1)")


def test_sizes_are_counted_with_the_estimates_read_for_each_of_them(catalogue, client):
    """« effort=faible » keeps « grande » for its estimate in small bodies, not where bodies are large."""
    form = client.get("/actions/?effort=faible").context["filters"].form
    sizes = {size: label for size, label in form.fields["taille"].choices if size}
    counted = {size: f"({len(found(client, f'effort=faible&taille={size}'))})" for size in sizes}
    assert {size: label.rpartition(" ")[2] for size, label in sizes.items()} == counted
    assert counted[Size.OVER_50000] == "(0)"


def test_a_way_out_that_gives_up_the_size_counts_without_it(catalogue, client):
    ways = client.get("/actions/?taille=plus-50000&effort=faible").context["ways_out"]
    assert {way.label: way.count for way in ways} == {"Taille": 2, "Effort": 1}
    assert [len(found(client, way.query)) for way in ways] == [way.count for way in ways]


def test_nothing_found_says_which_filter_to_give_up(catalogue, client):
    response = client.get("/actions/?theme=axe-2-cycle-de-vie&type=epci&q=")
    ways = response.context["ways_out"]
    assert [(way.label, way.count, way.keeps) for way in ways] == [
        ("Thème", 1, False),
        ("Type de collectivité", 1, False),
    ]
    assert [found(client, way.query) for way in ways] == [["grande"], ["petite"]]
    assert [way.value for way in ways] == [Theme.LIFE_CYCLE.label, Kind.EPCI.label]
    page = unescape(response.content.decode())
    assert "Retirer «\u202fThème\u00a0: Gestion durable" in page


def test_nothing_found_says_which_filter_to_keep_when_giving_up_one_is_not_enough(catalogue, client):
    response = client.get("/actions/?theme=axe-2-cycle-de-vie&type=epci&q=introuvable")
    ways = response.context["ways_out"]
    assert [(way.label, way.keeps) for way in ways] == [("Thème", True), ("Type de collectivité", True)]
    assert [len(found(client, way.query)) for way in ways] == [way.count for way in ways]


def test_filters_follow_to_the_next_page(client):
    ActionFactory.create_batch(21, theme=Theme.STEERING)
    page = client.get("/actions/?theme=axe-0-pilotage&q=").content.decode()
    assert "?theme=axe-0-pilotage&amp;page=2" in page
    assert client.get("/actions/?theme=axe-0-pilotage&page=2").context["page"].object_list.count() == 1


def test_indicators_are_filtered_by_theme_and_words(client):
    IndicatorFactory(ref="taux", title="Taux de réemploi", themes=(Theme.LIFE_CYCLE, Theme.STAFF))
    IndicatorFactory(ref="poids", title="Poids des pages")
    response = client.get("/indicateurs/?theme=axe-4-elus-agents&q=réemplois")
    assert [entry.ref for entry in response.context["page"].object_list] == ["taux"]


@pytest.mark.parametrize(
    ("model", "typed", "said_otherwise"),
    [
        (Action, "réparer", "réparations"),
        (Resource, "former les agents", "formation d’un agent"),
        (Indicator, "durée des équipements", "équipement, durées"),
        (FieldReport, "mutualiser", "mutualisation"),
    ],
)
def test_lists_find_words_of_the_same_family(content, client, model, typed, said_otherwise):
    """All that the index has under one word is listed under another of its family."""
    lists = {
        Action: "actions",
        Resource: "ressources",
        Indicator: "indicateurs",
        FieldReport: "retours-d-experience",
    }
    known = {row["entry"] for row in keys_found(asked(typed), model)}
    assert known
    for words in (typed, said_otherwise):
        page = client.get(f"/{lists[model]}/", {"q": words}).context["page"]
        assert {entry.pk for number in page.paginator for entry in number.object_list} >= known
    assert client.get(f"/{lists[model]}/", {"q": "xylophone"}).context["total"] == 0


def test_counts_beside_options_are_of_what_is_found_by_family(content, client):
    response = client.get("/actions/", {"q": "réparations"})
    labels = [label for value, label in response.context["filters"].form.fields["theme"].choices if value]
    assert sum(int(label.rsplit("(", 1)[1].rstrip(")")) for label in labels) == response.context["total"]
