"""Steps 2 and 3: one form each, saved as a whole, and two people at once."""

import re

import pytest

from strategy.enums import ActorKind, Programme
from strategy.models import Draft
from strategy.services.drafting import save_baseline, save_governance
from tests.strategy.factories import LATER, OPENED_AT
from tests.strategy.screens import governance_form

pytestmark = pytest.mark.django_db

SYNDICAT = ("Syndicat", "public", "Réunions")
RESSOURCERIE = ("Ressourcerie", "prive", "Reprise du matériel")


def actors(draft: Draft) -> list[tuple[str, str, str]]:
    return list(draft.governance.actors.values_list("name", "kind", "involvement"))


def reloaded(draft: Draft) -> Draft:
    return Draft.objects.select_related("governance", "baseline").get(pk=draft.pk)


def test_governance_is_saved_with_its_actors_and_shown_again(screens):
    sent = governance_form(0, SYNDICAT, RESSOURCERIE, ("", "", ""), pilot_name="Dominique", means="Un poste.")
    assert screens.post("governance", sent).status_code == 302
    governance = reloaded(screens.draft).governance
    assert (governance.pilot_name, governance.means, governance.version) == ("Dominique", "Un poste.", 1)
    assert actors(screens.draft) == [SYNDICAT, RESSOURCERIE]
    page = screens.get("governance")
    assert [form["name"].value() for form in page.context["form"].lines] == [
        "Syndicat",
        "Ressourcerie",
        None,
        None,
    ]
    assert 'name="seen" value="1"' in page.text
    assert "Reprise du matériel" in page.text.partition("Dans le document")[2]


def test_emptying_a_line_removes_the_actor(screens):
    screens.post("governance", governance_form(0, SYNDICAT, RESSOURCERIE))
    screens.post("governance", governance_form(1, ("", "", ""), RESSOURCERIE))
    assert actors(screens.draft) == [RESSOURCERIE]


def test_a_form_without_its_version_is_refused_with_a_message(screens):
    sent = {name: value for name, value in governance_form(0, SYNDICAT).items() if name != "seen"}
    response = screens.post("governance", sent)
    assert (response.status_code, [anchor for anchor, _ in response.context["errors"]]) == (422, [""])
    assert 'class="error-summary"' in response.text


def test_a_wrong_line_is_named_and_everything_typed_is_kept(screens):
    sent = governance_form(0, SYNDICAT, ("Sans nature", "", ""), pilot_name="Dominique")
    response = screens.post("governance", sent)
    assert response.status_code == 422
    page = response.text
    assert (
        '<a href="#id_actors-1-kind">Acteur 2, Nature – Choisissez si c’est un acteur public ou privé.</a>'
        in page
    )
    for typed in ("Syndicat", "Sans nature", "Dominique"):
        assert f'value="{typed}"' in page
    assert (actors(screens.draft), reloaded(screens.draft).governance.version) == ([], 0)


@pytest.mark.parametrize(
    "sent",
    [
        {"seen": "0"},
        {"seen": "0", "actors-TOTAL_FORMS": "-1", "actors-INITIAL_FORMS": "x"},
        {"seen": "0", "actors-TOTAL_FORMS": "100000", "actors-INITIAL_FORMS": "0"},
        {"actors-TOTAL_FORMS": "0", "actors-INITIAL_FORMS": "0"},
        {"seen": "-1", "actors-TOTAL_FORMS": "0", "actors-INITIAL_FORMS": "0"},
    ],
)
def test_a_form_tampered_with_is_refused(screens, sent):
    response = screens.post("governance", sent)
    assert response.status_code == 422
    assert "Il y a un problème" in response.text
    assert reloaded(screens.draft).governance.version == 0


def test_baseline_is_saved_and_shown_again(screens):
    sent = {
        "seen": "0",
        "programme": Programme.EXISTING.value,
        "programme_title": "Feuille de route",
        "programme_date": "15/12/2022",
        "programme_link": "exemple.invalid/deliberation",
        "uses": "Une ligne\r\nUne autre",
    }
    assert screens.post("baseline", sent).status_code == 302
    baseline = reloaded(screens.draft).baseline
    assert (baseline.programme, baseline.programme_date.isoformat()) == ("existant", "2022-12-15")
    assert (baseline.programme_link, baseline.uses) == (
        "https://exemple.invalid/deliberation",
        "Une ligne\nUne autre",
    )
    assert 'value="2022-12-15"' in screens.get("baseline").text


def test_a_wrong_baseline_is_refused_and_kept(screens):
    sent = {"seen": "0", "uses": "À garder", "programme_date": "hier", "programme_link": "rien du tout"}
    response = screens.post("baseline", sent)
    assert response.status_code == 422
    page = response.text
    assert '<a href="#id_programme_date">Date – Écrivez une date, par exemple 31/12/2027.</a>' in page
    assert 'href="#id_programme_link"' in page
    for typed in ("À garder", "hier", "rien du tout"):
        assert typed in page
    assert reloaded(screens.draft).baseline.version == 0


def form_of(page: str) -> dict[str, str]:
    """The fields of a step's form as a browser would send them back, line ends included."""
    _, _, form = page.partition('<form method="post" novalidate')
    inputs = re.findall(r'<input type="(?:text|hidden|url|date)" name="([\w-]+)"(?: value="([^"]*)")?', form)
    areas = re.findall(r'<textarea name="(\w+)"[^>]*>\n?([^<]*)</textarea>', form)
    return {name: value.replace("\n", "\r\n") for name, value in [*inputs, *areas]}


def test_opening_a_step_and_sending_it_back_changes_nothing(screens):
    draft = screens.draft
    texts = {"uses": "- une ligne\n- une autre", "ongoing": "Rien\n\nde neuf"}
    save_baseline(draft=draft, values=texts, version=0, by=None, at=OPENED_AT)
    sent = form_of(screens.get("baseline").text)
    assert (sent["seen"], sent["uses"]) == ("1", "- une ligne\r\n- une autre")
    assert screens.post("baseline", sent).status_code == 302
    after = reloaded(draft)
    assert (after.baseline.version, after.changed_at) == (1, OPENED_AT)


def test_two_people_saving_see_both_versions_and_choose(screens):
    draft = screens.draft
    save_baseline(draft=draft, values={"uses": "L’autre a écrit ceci."}, version=0, by=None, at=LATER)
    sent = {"seen": "0", "uses": "J’ai écrit cela.", "nothing_ongoing": "on"}

    response = screens.post("baseline", sent)
    assert response.status_code == 409
    assert [tuple(row.values()) for row in response.context["differences"]] == [
        ("Usages du numérique sur le territoire", "J’ai écrit cela.", "L’autre a écrit ceci."),
        ("Aucune action n’a encore été engagée", "oui", "non"),
    ]
    page = response.text
    assert "Quelqu’un a enregistré cette partie pendant que vous écriviez" in page
    assert "<p>J’ai écrit cela.</p>" in page
    assert "<p>L’autre a écrit ceci.</p>" in page
    assert 'name="seen" value="1"' in page
    assert reloaded(draft).baseline.uses == "L’autre a écrit ceci."

    assert screens.post("baseline", sent | {"seen": "1"}).status_code == 302
    assert (reloaded(draft).baseline.uses, reloaded(draft).baseline.version) == ("J’ai écrit cela.", 2)


def test_two_lists_of_actors_are_both_shown(screens):
    save_governance(
        draft=screens.draft,
        values={},
        actors=[{"name": "Syndicat", "kind": ActorKind.PUBLIC, "involvement": "Réunions"}],
        version=0,
        by=None,
        at=LATER,
    )
    response = screens.post("governance", governance_form(0, RESSOURCERIE))
    assert response.status_code == 409
    (difference,) = response.context["differences"]
    assert "Ressourcerie" in difference["mine"]
    assert "Syndicat" in difference["saved"]
    assert actors(screens.draft) == [SYNDICAT]
    assert screens.post("governance", governance_form(1, RESSOURCERIE)).status_code == 302
    assert actors(screens.draft) == [RESSOURCERIE]
