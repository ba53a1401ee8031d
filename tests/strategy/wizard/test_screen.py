"""What every step shows: where one is, what is saved, who may change it."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from freezegun import freeze_time

from strategy.enums import MemberRole
from strategy.models import Draft, Member
from strategy.services.demonstration import COMPLETE
from strategy.wizard.navigation import STEPS
from tests.strategy.factories import AccountFactory, DraftFactory
from tests.strategy.screens import Screens, governance_form

pytestmark = pytest.mark.django_db

FORMS = {"governance": governance_form(0, means="Un poste."), "baseline": {"seen": "0", "uses": "Guichets."}}


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.identifier)
def test_each_step_says_where_one_is_and_shows_the_way(screens: Screens, step):
    page = screens.get(step.identifier).text
    assert f"Étape {step.number} sur 7" in page
    assert re.findall(r'href="([^"]+)" aria-current="step"', page) == [screens.address(step.identifier)]
    assert re.findall(r'<li class="step step--(\w+)', page) == ["complete"] + ["empty"] * 6
    assert (
        f"Brouillon {screens.draft.reference}, enregistré le 1er\u00a0octobre 2026 à 09&nbsp;h&nbsp;30"
        in page
    )
    for other in STEPS:
        assert f'href="{screens.address(other.identifier)}"' in page


def test_the_address_of_a_draft_leads_to_the_first_step_to_complete(screens):
    assert screens.get("draft")["Location"] == screens.address("governance")


def test_a_finished_draft_opens_on_its_review(demonstration, client):
    complete = Draft.objects.get(reference=COMPLETE)
    client.force_login(complete.members.order_by("pk").first().user)
    finished = Screens(client, complete)
    assert finished.get("draft")["Location"] == finished.address("review")


@pytest.mark.parametrize(
    ("button", "target"),
    [("save", "same"), ("continue", "following"), ("", "same")],
    ids=["save", "continue", "none"],
)
@pytest.mark.parametrize(("step", "following"), [("governance", "baseline"), ("baseline", "objectives")])
def test_a_save_stays_or_goes_on_as_the_button_says(screens, step, following, button, target):
    response = screens.post(step, FORMS[step] | {button: "1"})
    assert response["Location"] == screens.address(following if target == "following" else step)


def test_a_save_is_told_with_its_hour(screens):
    with freeze_time("2026-10-02 16:05:00"):
        screens.post("baseline", FORMS["baseline"])
        page = screens.get("baseline").text
    assert "Enregistré à 18\u00a0h\u00a005." in page
    assert "enregistré le 2\u00a0octobre 2026 à 18&nbsp;h&nbsp;05" in page


def test_who_works_without_account_is_told_where_the_draft_is(client, content):
    draft = DraftFactory()
    session = client.session
    session["drafts"] = [draft.reference]
    session.save()
    page = Screens(client, draft).get("objectives").text
    assert "Sans compte, ce brouillon n’est ouvert qu’à ce navigateur." in page
    assert f"{reverse('strategy:code')}?next=" in page


def test_a_reader_sees_the_step_without_a_button_that_changes(screens):
    reader = AccountFactory()
    Member.objects.create(draft=screens.draft, user=reader, role=MemberRole.READER)
    screens.client.force_login(reader)
    for step in STEPS:
        page = screens.get(step.identifier).text
        assert "Lecture seule" in page, step
        _, main, content = page.partition("<main")
        assert main
        assert '<form method="post"' not in content, step


def test_screens_are_not_kept_by_shared_caches(screens):
    assert "Cookie" in screens.get("governance")["Vary"]


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_form_sent_without_its_token_is_refused(client, content, draft, writer, signed_in):
    client.handler.enforce_csrf_checks = True
    if signed_in:
        client.force_login(writer)
    assert Screens(client, draft).post("baseline", FORMS["baseline"]).status_code == 403
    draft.baseline.refresh_from_db()
    assert draft.baseline.uses == ""


TYPED = {"seen": "0", "uses": "Guichets « ouverts »,\r\net <b>bornes</b>.", "save": "1"}
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    ("headers", "more", "offered"),
    [
        (FROM_HERE, {}, True),
        ({"Sec-Fetch-Site": "cross-site"}, {}, False),
        ({}, {}, False),
        (FROM_HERE, {"password": "une-phrase"}, False),
        (FROM_HERE, {"code": "ABCD-EFGH"}, False),
    ],
    ids=["from here", "from elsewhere", "from who knows", "with a password", "with a code"],
)
def test_a_stale_form_of_this_site_can_be_sent_again_whole(
    client, content, draft, writer, headers, more, offered
):
    client.force_login(writer)
    screens = Screens(client, draft)
    client.handler.enforce_csrf_checks = True
    refused = client.post(screens.address("baseline"), TYPED | more, headers=headers)
    client.handler.enforce_csrf_checks = False
    assert (refused.status_code, draft.baseline.uses) == (403, "")
    assert ("bornes" in refused.text) is offered
    if offered:
        again = form_sent_by(refused, "main form")
        assert {name: again[name] for name in TYPED} == TYPED
        assert screens.post("baseline", again).status_code == 302
        draft.baseline.refresh_from_db()
        assert draft.baseline.uses == TYPED["uses"].replace("\r\n", "\n")


def test_what_is_sent_signed_out_waits_while_one_signs_in(client, content, draft, writer):
    screens = Screens(client, draft)
    sign_in = screens.post("baseline", TYPED)["Location"]
    assert sign_in.startswith(reverse("account_login"))
    assert "elle vous attend, connectez-vous" in client.get(sign_in).text
    client.force_login(writer)
    assert "bornes" not in screens.get("governance").text
    again = form_sent_by(screens.get("baseline"), "main .notice form")
    assert {name: again[name] for name in TYPED} == TYPED
    assert "bornes" not in screens.get("baseline").text


def test_words_for_what_a_colleague_removed_are_given_back(screens):
    address = screens.address("objective", 404)
    gone = screens.client.post(address, {"statement": "Réduire encore"}, headers=FROM_HERE)
    assert gone.status_code == 404
    assert "Réduire encore" in gone.text


def form_sent_by(page, selector: str) -> dict[str, str]:
    """The hidden fields of a form."""
    form = BeautifulSoup(page.content, "html.parser").select_one(selector)
    return {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
