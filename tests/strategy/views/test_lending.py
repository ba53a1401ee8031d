"""What a delegation lends: all that the form of the part shows, boxes and lines included, each answered and taken."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from reen.enums import Theme
from strategy.enums import BodyRole, TaxBasis
from strategy.models import BudgetYear, Choice, Delegation, Draft, FollowedIndicator, Objective
from strategy.services.choosing import add_own_action, add_own_indicator
from strategy.services.drafting import add_body, add_objective, save_governance
from tests.strategy.factories import LATER, CollectivityFactory, DraftFactory
from tests.strategy.screens import Screens, sent_by
from tests.strategy.views.lending import decide, delegate, hidden, propose

pytestmark = pytest.mark.django_db

YEAR = {"years-0-year": "2027", "years-0-investment": "12 000", "years-0-fte": "0,5"}


@pytest.fixture
def who(draft: Draft) -> dict:
    return {"draft": draft, "by": None, "at": LATER}


@pytest.fixture
def writing(client: Client, draft: Draft, writer) -> Screens:
    client.force_login(writer)
    return Screens(client, draft)


@pytest.fixture
def objectives(who) -> list[Objective]:
    return [add_objective(values={"statement": words}, **who) for words in ("Garder", "Réparer")]


@pytest.fixture
def choice(who, objectives) -> Choice:
    values = {"theme": Theme.STAFF, "title": "Former", "objectives": objectives[:1]}
    return add_own_action(values=values, lines={"years": [{"year": 2026, "running": 500}]}, **who)


@pytest.fixture
def link(writing, choice) -> str:
    return delegate(writing, row=choice.pk)


def in_background(link: str, **typed: str | list[str]):
    """What the script of the page sends while the colleague types."""
    shown = sent_by(Client().get(link))
    return Client().post(link, shown | typed, headers={"Accept": "application/json"})


def comparisons(writing: Screens) -> dict[str, tuple[str, str]]:
    """By answer, what the decision page shows: today's words and those proposed."""
    page = BeautifulSoup(writing.get("delegation", Delegation.objects.get().pk).content, "html.parser")
    return {
        box.find_previous("h2").text: tuple(words.get_text("\n") for words in box.select("p"))
        for box in page.select(".conflict")
    }


def years(choice: Choice) -> list[tuple]:
    return list(choice.years.values_list("year", "investment", "running"))


def test_each_part_lends_all_that_its_own_form_shows(screens, who, objectives, choice):
    add_body(collectivity=CollectivityFactory(), role=BodyRole.ASSOCIATED, **who)
    indicator = add_own_indicator(values={"title": "Réemploi"}, **who)
    parts = {
        ("gouvernance", "governance"): screens.draft.pk,
        ("etat-des-lieux", "baseline"): screens.draft.pk,
        ("objectif", "objective"): objectives[0].pk,
        ("action", "choice"): choice.pk,
        ("indicateur", "indicator"): indicator.pk,
    }
    for (part, screen), row in parts.items():
        lent = sent_by(Client().get(delegate(screens, part=part, row=row)))
        of_row = () if screen in {"governance", "baseline"} else (row,)
        own = sent_by(screens.get(screen, *of_row))
        for name in ("csrfmiddlewaretoken", "seen"):
            del lent[name], own[name]
        assert lent == own, part


def test_boxes_and_lines_are_shown_before_and_after_and_taken_one_by_one(writing, choice, objectives, link):
    ticked = [str(row.pk) for row in reversed(objectives)]
    assert propose(link, objectives=ticked, theme=Theme.STEERING.value, **YEAR).status_code == 302
    proposed = {
        "Thème": (Theme.STAFF.label, Theme.STEERING.label),
        "Objectifs servis": ("Garder", "Garder, Réparer"),
        "Budget par année": (
            "2026 – Fonctionnement\u00a0: 500",
            "2027 – Investissement\u00a0: 12\u202f000\u202f; Fonctionnement\u00a0: 500\u202f; ETP\u00a0: 0,5",
        ),
    }
    assert comparisons(writing) == proposed
    assert decide(writing, "years").status_code == 302
    assert years(choice) == [(2027, 12000, 500)]
    assert list(choice.objectives.all()) == objectives[:1]
    outcome = Delegation.objects.get().outcome
    assert [(each["label"], each["proposed"], each["taken"]) for each in outcome] == [
        (label, after, label == "Budget par année") for label, (_before, after) in proposed.items()
    ]


def test_boxes_are_taken_without_the_lines(writing, choice, objectives, link):
    propose(link, objectives=[], **YEAR)
    assert comparisons(writing)["Objectifs servis"] == ("Garder", "vide")
    decide(writing, "objectives")
    assert list(choice.objectives.all()) == []
    assert years(choice) == [(2026, None, 500)]
    assert Choice.objects.get().version == choice.version + 1


def test_lines_can_be_emptied_and_added(writing, choice, link):
    propose(link, **{"years-1-year": "2027", "years-1-running": "700"})
    decide(writing, "years")
    assert years(choice) == [(2026, None, 500), (2027, None, 700)]
    Delegation.objects.all().delete()
    propose(delegate(writing, row=choice.pk), **{"years-0-year": "", "years-0-running": ""})
    decide(writing, "years")
    assert years(choice) == [(2027, None, 700)]


def test_the_same_said_otherwise_is_no_proposal(writing, choice, link):
    propose(link, **{"years-0-running": "500,00 €", "title": " Former "})
    assert comparisons(writing) == {}


def test_lines_of_a_step_are_lent_too(writing):
    link = delegate(writing, part="gouvernance")
    actor = {"actors-0-name": "Régie imaginaire", "actors-0-kind": "public"}
    wrong = propose(link, **actor | {"actors-0-kind": ""})
    assert wrong.status_code == 422
    assert "Acteur 1, Nature – Choisissez si c’est un acteur public ou privé." in wrong.text
    propose(link, **actor)
    assert comparisons(writing)["Acteurs associés"][1] == "Régie imaginaire – Nature\u00a0: acteur public"
    decide(writing, "actors")
    assert list(writing.draft.governance.actors.values_list("name", "kind")) == [
        ("Régie imaginaire", "public")
    ]


def test_two_fields_of_one_name_are_told_apart(writing):
    link = delegate(writing, part="gouvernance")
    propose(link, elected_name="Camille Fictive", pilot_name="Dominique Fictif")
    assert list(comparisons(writing)) == ["Élu référent ou élue référente", "Pilote"]


def test_answers_to_a_question_are_read_as_words(writing, who):
    indicator = add_own_indicator(values={"title": "Charte signée", "unit": "oui/non"}, **who)
    link = delegate(writing, part="indicateur", row=indicator.pk)
    propose(link, target_value="1", **{"years-0-year": "2027", "years-0-expected": "0"})
    assert comparisons(writing) == {
        "Valeur visée": ("vide", "oui"),
        "Valeurs année par année": ("vide", "2027 – Valeur attendue\u00a0: non"),
    }
    decide(writing, "years")
    assert [line.expected for line in FollowedIndicator.objects.get().years.all()] == [0]


def test_the_objective_an_indicator_follows_is_lent(writing, who, objectives):
    indicator = add_own_indicator(values={"title": "Réemploi", "objective": objectives[0]}, **who)
    propose(delegate(writing, part="indicateur", row=indicator.pk), objective=str(objectives[1].pk))
    assert comparisons(writing) == {"Objectif suivi": ("Garder", "Réparer")}
    decide(writing, "objective")
    assert FollowedIndicator.objects.get().objective == objectives[1]


def test_lines_changed_meanwhile_are_compared_again(writing, choice, link):
    propose(link, **YEAR)
    seen = hidden(writing.get("delegation", Delegation.objects.get().pk).text)
    BudgetYear.objects.update(running=900)
    Choice.objects.update(version=choice.version + 1)
    refused = decide(writing, "years", seen=seen)
    assert refused.status_code == 409
    assert "2026 – Fonctionnement\u00a0: 900" in refused.text
    assert years(choice) == [(2026, None, 900)]


def test_rows_of_another_draft_are_refused(writing, choice, objectives, link):
    foreign = add_objective(draft=DraftFactory(), values={"statement": "Ailleurs"}, by=None, at=LATER)
    refused = propose(link, objectives=[str(objectives[0].pk), str(foreign.pk)])
    assert refused.status_code == 422
    assert "Ailleurs" not in refused.text
    assert Delegation.objects.get().sent_at is None
    Delegation.objects.update(proposed={"objectives": [str(foreign.pk)]}, sent_at=LATER)
    assert comparisons(writing) == {"Objectifs servis": ("Garder", "vide")}
    decide(writing, "objectives")
    assert list(choice.objectives.all()) == []


def test_a_row_removed_since_is_proposed_no_more(writing, choice, objectives, link):
    propose(link, objectives=[str(row.pk) for row in objectives], pilot="Service achats")
    objectives[1].delete()
    assert list(comparisons(writing)) == ["Pilote"]


def test_what_was_not_lent_cannot_be_answered_nor_taken(writing, choice, link):
    delegation = Delegation.objects.get()
    del delegation.lent["years"], delegation.lent["pilot"]
    delegation.save()
    assert {"pilot", "years-0-year"} & sent_by(Client().get(link)).keys() == set()
    unlent = {"pilot": "Intrus", "position": "9", "draft": "1", "years-TOTAL_FORMS": "1"} | YEAR
    propose(link, title="Former plus", **unlent)
    assert Delegation.objects.get().proposed == {"title": "Former plus"}
    assert decide(writing, "title", "pilot", "years", "position", "draft").status_code == 302
    row = Choice.objects.get()
    assert (row.title, row.pilot, row.position, row.draft) == ("Former plus", "", 0, writing.draft)
    assert years(row) == [(2026, None, 500)]


@pytest.mark.parametrize("total", ["", "x", "999999999"])
def test_lines_that_no_page_sends_are_refused(choice, link, total):
    assert propose(link, **{"years-TOTAL_FORMS": total}).status_code == 422
    delegation = Delegation.objects.get()
    assert delegation.sent_at is None
    assert len(delegation.proposed.get("years", ())) <= 100


def test_null_characters_are_refused_and_kept_by_no_database(link):
    assert propose(link, pilot="a\0b", **{"years-0-year": "20\x0027"}).status_code == 422
    assert "\0" not in str(Delegation.objects.get().proposed)


def test_amounts_say_whether_they_hold_taxes(writing, link):
    assert "Les montants sont" not in Client().get(link).text
    save_governance(
        draft=writing.draft, values={"tax_basis": TaxBasis.NET}, actors=[], version=0, by=None, at=LATER
    )
    assert "Les montants sont HT." in Client().get(link).text


def test_words_are_saved_while_they_are_typed_right_or_wrong(writing, choice, link):
    saved = in_background(link, pilot="Service", **{"years-0-year": "bientôt"})
    assert (saved.status_code, saved["Cache-Control"]) == (200, "no-store, private")
    assert saved.json()["version"] == 1
    assert re.fullmatch(r"Enregistré à \d\d\u00a0h\u00a0\d\d", saved.json()["said"])
    shown = sent_by(Client().get(link))
    assert (shown["pilot"], shown["years-0-year"], shown["seen"]) == (["Service"], ["bientôt"], ["1"])
    assert "data-autosave" in Client().get(link).text
    assert years(choice) == [(2026, None, 500)]


def test_a_script_never_sends_the_proposal(link):
    in_background(link, pilot="Service", send="1")
    assert Delegation.objects.get().sent_at is None


def test_a_save_overtaken_in_another_window_is_told_and_keeps_the_other(link):
    in_background(link, pilot="Première")
    overtaken = in_background(link, pilot="Seconde", seen="0")
    assert (overtaken.status_code, overtaken.json()) == (409, {"errors": []})
    assert Delegation.objects.get().proposed == {"pilot": "Première"}


def test_nothing_is_saved_once_it_is_sent(link):
    shown = sent_by(Client().get(link))
    propose(link, pilot="Service")
    late = Client().post(link, shown | {"pilot": "Trop tard"}, headers={"Accept": "application/json"})
    assert "next" not in late.text
    assert Delegation.objects.get().proposed == {"pilot": "Service"}


def test_saves_are_limited_by_link_and_opening_by_visitor(settings, link):
    settings.RATE_LIMITS = {"answer": [(2, 86_400)], "link": [(4, 86_400)]}
    assert [in_background(link, pilot=str(n)).status_code for n in range(3)] == [200, 200, 429]
    assert Delegation.objects.get().proposed == {"pilot": "1"}
    assert Client().post("/delegations/inconnue/").status_code == 404
    assert Client().post("/delegations/inconnue/").status_code == 429


def test_the_pages_ask_few_questions_whatever_the_size(writing, who, choice, link):
    def questions() -> list[int]:
        counts = []
        for client, address in ((Client(), link), (writing.client, writing.address("delegation", pk))):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address).status_code == 200
            counts.append(len(captured))
        return counts

    propose(link, **YEAR)
    pk = Delegation.objects.get().pk
    Delegation.objects.update(sent_at=None)
    few = questions()
    Delegation.objects.update(sent_at=LATER)
    few += questions()
    for number in range(20):
        add_objective(values={"statement": f"Objectif {number}"}, **who)
        add_body(collectivity=CollectivityFactory(), role=BodyRole.ASSOCIATED, **who)
    BudgetYear.objects.bulk_create(BudgetYear(choice=choice, year=2030 + n) for n in range(20))
    Delegation.objects.update(sent_at=None)
    many = questions()
    Delegation.objects.update(sent_at=LATER)
    many += questions()
    assert many == few
    assert max(few) <= 15
