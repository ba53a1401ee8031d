"""Saves that a script asks for while one types: the outcomes of the screens, as data."""

import pytest
from django.contrib.messages import get_messages
from freezegun import freeze_time

from strategy.enums import MemberRole
from strategy.models import Draft, Member
from strategy.services.drafting import add_objective, save_baseline
from tests.strategy.factories import LATER, OPENED_AT, AccountFactory
from tests.strategy.screens import Screens, governance_form

pytestmark = pytest.mark.django_db


def post(screens: Screens, name: str, data: dict[str, str], *args: int):
    """What the script sends."""
    return screens.client.post(screens.address(name, *args), data, headers={"Accept": "application/json"})


def stored(screens: Screens) -> Draft:
    return Draft.objects.select_related("governance", "baseline").get(pk=screens.draft.pk)


def test_a_save_is_told_with_the_version_to_go_on_from(screens):
    with freeze_time("2026-10-02 16:05:00"):
        answer = post(screens, "baseline", {"seen": "0", "uses": "Guichets."})
    assert (answer.status_code, answer.json()) == (
        200,
        {"next": screens.address("baseline"), "said": "Enregistré à 18\u00a0h\u00a005", "version": 1},
    )
    answer = post(screens, "baseline", {"seen": "1", "uses": "Guichets et écoles."})
    assert (answer.json()["version"], stored(screens).baseline.uses) == (2, "Guichets et écoles.")


def test_a_save_that_changes_nothing_keeps_version_and_date(screens):
    save_baseline(draft=screens.draft, values={"uses": "Guichets."}, version=0, by=None, at=OPENED_AT)
    answer = post(screens, "baseline", {"seen": "1", "uses": "Guichets."})
    assert (answer.json()["version"], stored(screens).changed_at) == (1, OPENED_AT)


def test_every_form_over_a_row_tells_its_version(screens):
    key = add_objective(
        draft=screens.draft, values={"statement": "Réduire", "perimeter": "territoire"}, by=None, at=OPENED_AT
    ).pk
    sent = {
        ("governance",): governance_form(0, means="Un poste."),
        ("baseline",): {"seen": "0", "uses": "Guichets."},
        ("objective", key): {"seen": "0", "statement": "Réduire plus", "perimeter": "territoire"},
        ("territory",): {"seen": "0", "population": "1200", "population_source": "Registre"},
    }
    answers = {screen: post(screens, screen[0], data, *screen[1:]).json() for screen, data in sent.items()}
    assert {screen: answer.get("version") for screen, answer in answers.items()} == dict.fromkeys(sent, 1)


@pytest.mark.parametrize(("button", "told"), [({}, 0), ({"save": "1"}, 1), ({"continue": "1"}, 1)])
def test_a_save_is_told_on_the_next_page_if_a_button_asked_for_it(screens, button, told):
    answer = post(screens, "baseline", {"seen": "0", "uses": "Guichets.", **button})
    assert len(list(get_messages(answer.wsgi_request))) == told


def test_a_refusal_gives_the_lines_of_the_error_summary_and_saves_nothing(screens):
    answer = post(screens, "baseline", {"seen": "0", "uses": "Guichets.", "programme_date": "hier"})
    assert (answer.status_code, answer.json()) == (
        422,
        {"errors": [["id_programme_date", "Date – Écrivez une date, par exemple 31/12/2027."]]},
    )
    assert stored(screens).baseline.uses == ""


def test_a_refusal_names_the_line_of_a_list(screens):
    answer = post(screens, "governance", governance_form(0, ("Sans nature", "", "")))
    ((anchor, message),) = answer.json()["errors"]
    assert (answer.status_code, anchor) == (422, "id_actors-0-kind")
    assert message.startswith("Acteur 1, Nature")


def test_a_save_overtaken_by_another_is_refused(screens):
    save_baseline(draft=screens.draft, values={"uses": "L’autre."}, version=0, by=None, at=LATER)
    answer = post(screens, "baseline", {"seen": "0", "uses": "Moi."})
    assert (answer.status_code, answer.json()) == (409, {"errors": []})
    assert stored(screens).baseline.uses == "L’autre."


def test_a_row_is_added_only_by_its_button(screens):
    """The script sends such a form for the button: it learns where to go, and the next page says what happened."""
    sent = {"seen": "0", "statement": "Réduire", "perimeter": "territoire", "save": "1"}
    answer = post(screens, "objectives", sent)
    assert answer.json()["next"] == screens.address("objectives")
    assert screens.draft.objectives.count() == 1
    assert "Enregistré à" in screens.get("objectives").text


def test_who_is_signed_out_is_told_so_and_writes_nothing(screens):
    screens.client.logout()
    assert post(screens, "baseline", {"seen": "0", "uses": "Perdu\u202f?"}).status_code == 401
    assert stored(screens).baseline.uses == ""


def test_who_may_only_read_writes_nothing(screens):
    reader = AccountFactory()
    Member.objects.create(draft=screens.draft, user=reader, role=MemberRole.READER)
    screens.client.force_login(reader)
    assert post(screens, "baseline", {"seen": "0", "uses": "Interdit"}).status_code == 403
    assert stored(screens).baseline.uses == ""
    assert "data-autosave" not in screens.get("baseline").text


def test_a_save_without_its_token_is_refused(client, content, draft, writer):
    client.handler.enforce_csrf_checks = True
    client.force_login(writer)
    assert post(Screens(client, draft), "baseline", {"seen": "0", "uses": "a"}).status_code == 403


def test_a_text_beyond_what_a_request_may_hold_is_refused(screens, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000
    assert post(screens, "baseline", {"seen": "0", "uses": "x" * 2_000}).status_code == 400
    assert stored(screens).baseline.uses == ""


@pytest.mark.parametrize("accepts", ["*/*", "text/html,application/json", ""])
def test_others_get_pages(screens, accepts):
    address = screens.address("baseline")
    answer = screens.client.post(address, {"seen": "0", "uses": "a"}, headers={"Accept": accepts})
    assert (answer.status_code, answer["Location"]) == (302, address)


def test_a_page_is_a_page_whatever_is_accepted(screens):
    answer = screens.client.get(screens.address("baseline"), headers={"Accept": "application/json"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize(
    ("screen", "marks"),
    [
        ("baseline", 'data-autosave="server"'),
        ("objectives", 'data-autosave="device"'),
        ("own_action", 'data-autosave="device"'),
    ],
)
def test_the_page_says_where_its_words_are_kept(screens, screen, marks):
    page = screens.get(screen).text
    assert page.count("data-autosave") == page.count(marks) == 1
    assert "data-typed" not in page


def test_a_page_that_refused_says_that_it_shows_what_was_typed(screens):
    page = screens.post("baseline", {"seen": "0", "programme_date": "hier"}).text
    assert 'data-autosave="server" data-typed' in page
