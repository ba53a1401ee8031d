"""Step 5: the catalogue beside the basket; one form keeps filters, ticks and pages together."""

import re
from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest

from reen.enums import Kind, Theme
from reen.queries.actions import action_sheets
from strategy.enums import BodyRole
from strategy.models import Choice
from strategy.services.choosing import add_own_action, choose_actions
from strategy.services.drafting import add_body
from strategy.services.saving import save_row
from strategy.wizard.actions import PAGE
from tests.strategy.factories import LATER, CollectivityFactory, DraftFactory
from tests.strategy.screens import NO_YEARS, Screens, years_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def choice(screens) -> Choice:
    """« Inventaire du parc », as the catalogue words it."""
    (row,) = choose_actions(
        draft=screens.draft, sheets=action_sheets(refs=["inventaire-parc"]), by=None, at=LATER
    )
    return row


def refs(screens: Screens) -> list[str]:
    return sorted(screens.draft.choices.values_list("ref", flat=True))


def found(screens: Screens, **query: str) -> list[str]:
    """The references of the whole list that a query finds, page after page."""
    page = screens.get("actions", **query).context["page"]
    return [sheet.ref for number in page.paginator.page_range for sheet in page.paginator.page(number)]


def test_the_catalogue_shows_what_suits_the_collectivity_a_page_at_a_time(screens):
    page = screens.get("actions")
    suited = [s.ref for s in action_sheets() if Kind.COMMUNE in s.kinds and "moins-3500" in s.sizes]
    assert sorted(found(screens)) == sorted(suited)
    assert len(page.context["page"].object_list) == min(PAGE, len(suited))
    assert sorted(found(screens, tout="1")) == sorted(sheet.ref for sheet in action_sheets())


def test_the_catalogue_follows_the_collectivity_that_carries(screens):
    who = {"draft": screens.draft, "by": None, "at": LATER}
    first = screens.draft.bodies.get().collectivity
    bearer = CollectivityFactory(kind=Kind.EPCI, population_other=80_000)
    add_body(collectivity=bearer, role=BodyRole.BEARER, **who)
    add_body(collectivity=first, role=BodyRole.ASSOCIATED, **who)
    suited = [s.ref for s in action_sheets() if Kind.EPCI in s.kinds and "plus-50000" in s.sizes]
    assert sorted(found(screens)) == sorted(suited)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "inventaire", "tout": "1"}, "inventaire-parc"),
        ({"q": "INVENTAIRE  parc"}, "inventaire-parc"),
        ({"theme": Theme.STAFF.value, "tout": "1"}, "plan-formation"),
        ({"exigence": "pt-acteurs", "tout": "1"}, "cartographier-acteurs"),
        ({"article": "reen-16"}, "donner-materiel"),
        ({"taille": "plus-50000", "effort": "moyen"}, "inventaire-parc"),
        ({"cout": "€"}, "inventaire-parc"),
        ({"horizon": "long", "taille": "plus-50000"}, "logiciels-libres"),
    ],
)
def test_filters_find(screens, query, expected):
    assert expected in found(screens, **query)
    assert len(found(screens, **query)) < len(action_sheets())


@pytest.mark.parametrize(
    "query",
    [
        {"theme": "axe-9"},
        {"effort": "surhumain"},
        {"exigence": "inconnue"},
        {"article": "reen-99"},
        {"taille": "géante"},
        {"q": "x" * 500},
        {"page": "x"},
        {"page": ""},
        {"suggestions": "x"},
    ],
)
def test_unknown_filters_and_pages_mean_any(screens, query):
    response = screens.get("actions", **query)
    assert (response.status_code, response.context["page"].number) == (200, 1)
    assert found(screens, **query) == found(screens)


def test_nothing_found_says_what_to_loosen(screens):
    page = screens.get("actions", q="zzzz").text
    assert "Aucune action ne répond à tout cela" in page
    assert "retirez un critère" in page


def test_ticks_are_kept_while_filtering_and_paging(screens):
    asked = {
        "q": "parc",
        "theme": Theme.LIFE_CYCLE.value,
        "effort": "faible",
        "cout": "€",
        "article": "reen-35",
        "tout": "1",
        "page": "2",
    }
    response = screens.post(
        "actions", asked | {"picked": ["inventaire-parc", "donner-materiel"], "filter": "1"}
    )
    address = urlsplit(response["Location"])
    assert address.path == screens.address("actions")
    assert {name: value for name, (value,) in parse_qs(address.query).items()} == asked
    assert refs(screens) == ["donner-materiel", "inventaire-parc"]


def test_going_on_keeps_the_ticks(screens):
    response = screens.post("actions", {"picked": "inventaire-parc", "continue": "1"})
    assert response["Location"] == screens.address("indicators")
    assert refs(screens) == ["inventaire-parc"]


def test_a_retained_action_is_marked_and_cannot_be_ticked_again(screens, choice):
    page = screens.get("actions", q="inventaire", tout="1").text
    assert 'value="inventaire-parc"' not in page
    assert "retenue</span>" in page
    assert "texte du catalogue, à adapter" in page
    screens.post("actions", {"picked": "inventaire-parc"})
    assert refs(screens) == ["inventaire-parc"]


@pytest.mark.parametrize("ref", ["inconnue", "a\x00b", "../x", "", "é", "9" * 100_000])
def test_references_nobody_knows_are_ignored(screens, ref):
    assert screens.post("actions", {"picked": [ref, "inventaire-parc"]}).status_code == 302
    assert refs(screens) == ["inventaire-parc"]


def test_local_facts_are_added_to_an_action(screens, choice):
    page = screens.get("choice", choice.pk).text
    assert f"Texte copié de la révision&nbsp;{choice.revision}" in page
    assert f'href="{choice.url}"' in page
    sent = {
        **NO_YEARS,
        "seen": "0",
        "title": choice.title,
        "summary": choice.summary.replace("\n", "\r\n"),
        "pilot": "DSI",
        "start": "2027-01-01",
        "budget": "1 250,50 €",
        "status": "en-cours",
    }
    assert screens.post("choice", sent, choice.pk)["Location"] == screens.address("actions")
    choice.refresh_from_db()
    assert (choice.pilot, choice.start, choice.budget, choice.status) == (
        "DSI",
        date(2027, 1, 1),
        Decimal("1250.50"),
        "en-cours",
    )
    assert (choice.title, choice.summary) == (choice.catalogue_title, choice.catalogue_summary)
    assert "complétée ici" in screens.get("actions").text
    assert 'value="1250,5"' in screens.get("choice", choice.pk).text


def test_sending_the_wording_back_adapts_nothing(screens, choice):
    sent = years_form(0, title=choice.title, summary=choice.summary + "\r\n")
    screens.post("choice", sent, choice.pk)
    assert "texte du catalogue, à adapter" in screens.get("actions").text
    choice.refresh_from_db()
    assert choice.version == 0


def test_a_wrong_action_is_refused_and_kept(screens, choice):
    sent = {
        **NO_YEARS,
        "seen": "0",
        "title": "",
        "pilot": "DSI",
        "budget": "-1",
        "start": "2027-02-01",
        "end": "2027-01-01",
    }
    response = screens.post("choice", sent, choice.pk)
    assert response.status_code == 422
    page = response.text
    for line in (
        "Intitulé – Écrivez l’intitulé de l’action.",
        "Budget prévu, sans détail par année, en euros – Un budget ne peut pas être négatif.",
        "Fin – La fin doit venir après le début.",
    ):
        assert line in page
    assert 'value="DSI"' in page
    choice.refresh_from_db()
    assert (choice.pilot, choice.version) == ("", 0)


def test_a_stale_action_shows_both_versions_and_saving_again_wins(screens, choice):
    save_row(row=choice, values={"pilot": "Mairie"}, version=0, draft=screens.draft, by=None, at=LATER)
    sent = {
        **NO_YEARS,
        "seen": "0",
        "title": choice.title,
        "summary": choice.summary,
        "pilot": "DSI",
        "end": "31/12/2027",
    }
    response = screens.post("choice", sent, choice.pk)
    assert response.status_code == 409
    assert [tuple(row.values()) for row in response.context["differences"]] == [
        ("Pilote", "DSI", "Mairie"),
        ("Fin", "31\u00a0décembre 2027", "vide"),
    ]
    assert screens.post("choice", sent | {"seen": "1"}, choice.pk).status_code == 302
    choice.refresh_from_db()
    assert (choice.pilot, choice.version) == ("DSI", 2)


def test_an_action_removed_meanwhile_is_not_found(screens, choice):
    screens.post("remove_choice", {}, choice.pk)
    assert screens.post("choice", {"seen": "0", "title": "A"}, choice.pk).status_code == 404


def test_an_own_action_is_added_under_its_theme(screens):
    assert screens.get("own_action").status_code == 200
    sent = years_form(0, theme=Theme.TERRITORY.value, title="Éteindre <i>la nuit</i>", budget="0")
    assert screens.post("own_action", sent)["Location"] == screens.address("actions")
    (row,) = screens.draft.choices.all()
    assert (row.theme, row.title, row.budget, row.ref) == (Theme.TERRITORY, "Éteindre <i>la nuit</i>", 0, "")
    page = screens.get("actions").text
    assert "Éteindre &lt;i&gt;la nuit&lt;/i&gt;" in page
    assert "<i>la nuit</i>" not in page
    page = screens.get("choice", row.pk).text
    assert re.search(r'<option value="axe-6-territoire-donnees"\s+selected', page)
    assert "Fiche du catalogue" not in page


def test_an_own_action_without_theme_nor_title_is_refused(screens):
    response = screens.post("own_action", {"seen": "0", "summary": "À garder"})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["theme", "title"]
    assert "À garder" in response.text


def test_removing_an_action_asks_first_and_lets_it_be_retained_again(screens, choice):
    page = screens.get("remove_choice", choice.pk).text
    assert "Ce que vous avez écrit dans cette ligne sera perdu" in page
    assert refs(screens) == ["inventaire-parc"]
    assert screens.post("remove_choice", {}, choice.pk)["Location"] == screens.address("actions")
    assert refs(screens) == []
    screens.post("actions", {"picked": "inventaire-parc"})
    assert refs(screens) == ["inventaire-parc"]


@pytest.mark.parametrize("name", ["choice", "remove_choice"])
def test_actions_of_other_drafts_are_not_found(screens, name):
    other = add_own_action(
        draft=DraftFactory(), values={"theme": Theme.STAFF, "title": "La leur"}, by=None, at=LATER
    )
    assert screens.get(name, other.pk).status_code == 404
    assert screens.post(name, {"seen": "0", "title": "À moi"}, other.pk).status_code == 404
    assert Choice.objects.get().title == "La leur"
