"""A part lent to a colleague without account: they see it and nothing else, and nothing changes unless it is taken."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from strategy.enums import Act, MemberRole
from strategy.models import Choice, Delegation, Member
from strategy.services.choosing import add_own_action
from strategy.services.delegating import GRACE
from tests.strategy.factories import LATER, AccountFactory, DraftFactory
from tests.strategy.screens import Screens
from tests.strategy.views.lending import decide, delegate, hidden, propose

pytestmark = pytest.mark.django_db

WORDS = {"title": "Prolonger les postes", "summary": "Garder six ans.", "pilot": "Service achats"}


@pytest.fixture
def writing(client: Client, draft, writer) -> Screens:
    client.force_login(writer)
    return Screens(client, draft)


@pytest.fixture
def choice(writing) -> Choice:
    values = {"theme": "axe-2-cycle-de-vie"} | WORDS
    return add_own_action(draft=writing.draft, values=values, by=None, at=LATER)


@pytest.fixture
def link(writing, choice) -> str:
    return delegate(writing, row=choice.pk)


def log(writing: Screens) -> list[str]:
    return [str(event) for event in writing.draft.events.all()]


def test_the_colleague_sees_that_part_and_nothing_else(writing, choice, link):
    add_own_action(
        draft=writing.draft, values={"theme": "axe-0-pilotage", "title": "Secrète"}, by=None, at=LATER
    )
    answer = Client().get(link)
    assert answer.status_code == 200
    assert all(word in answer.text for word in (*WORDS.values(), "Dominique Fictif", "Commune imaginaire"))
    assert "Secrète" not in answer.text
    assert writing.draft.reference not in answer.text
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("same-origin", "noindex, nofollow")
    assert Client().get(writing.address("choice", choice.pk)).status_code == 302


def test_the_secret_is_shown_once_and_kept_nowhere(writing, link):
    token = link.split("/")[2]
    assert token not in str(list(Delegation.objects.values()))
    assert token not in writing.get("delegations").text
    assert token not in writing.get("delegation", Delegation.objects.get().pk).text


def test_the_link_is_sent_where_one_says(writing, choice):
    link = delegate(writing, row=choice.pk, email="dominique@exemple.invalid", message="Merci de relire.")
    (message,) = mail.outbox
    assert message.to == ["dominique@exemple.invalid"]
    assert link in message.body
    assert "Merci de relire." in message.body


def test_a_link_that_cannot_leave_by_mail_is_still_shown(writing, choice, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    assert delegate(writing, row=choice.pk, email="dominique@exemple.invalid")


def test_saving_keeps_every_word_and_changes_nothing_in_the_draft(writing, choice, link):
    assert propose(link, send=False, pilot="Service informatique").status_code == 302
    assert "Service informatique" in Client().get(link).text
    invalid = propose(link, send=False, title="", start="n’importe quand")
    assert invalid.status_code == 422
    assert "n’importe quand" in Client().get(link).text
    choice.refresh_from_db()
    assert (choice.pilot, choice.title, choice.version) == (WORDS["pilot"], WORDS["title"], 0)
    assert [event.act for event in writing.draft.events.all()] == [Act.DELEGATED]


def test_what_is_wrong_is_not_sent(writing, link):
    assert propose(link, title="").status_code == 422
    assert Delegation.objects.get().sent_at is None


def test_each_field_is_taken_or_left(writing, choice, link):
    propose(link, pilot="Service informatique", summary="Garder huit ans.", budget="1 250")
    page = writing.get("delegation", Delegation.objects.get().pk).text
    assert re.findall(r"<h2>([^<]+)</h2>", page) == [
        "Ce que vous ferez", "Pilote", "Budget prévu, sans détail par année, en euros"
    ]  # fmt: skip
    assert decide(writing, "pilot", answer="Huit ans, c’est trop.").status_code == 302
    choice.refresh_from_db()
    assert (choice.pilot, choice.summary, choice.budget) == ("Service informatique", "Garder six ans.", None)
    told = Client().get(link).text
    assert "Huit ans, c’est trop." in told
    assert "Garder huit ans." in told
    assert (told.count(">repris<"), told.count(">non repris<")) == (1, 2)
    assert log(writing)[0].endswith(
        "pour «\u202fProlonger les postes\u202f». Repris\u00a0: «\u202fPilote\u202f». Laissé\u00a0: "
        "«\u202fCe que vous ferez\u202f», «\u202fBudget prévu, sans détail par année, en euros\u202f»."
    )
    assert log(writing)[1].startswith("Dominique Fictif (lien de délégation) a envoyé")


def test_nothing_is_taken_unless_one_says_so(writing, choice, link):
    propose(link, pilot="Service informatique")
    decide(writing)
    choice.refresh_from_db()
    assert (choice.pilot, choice.version) == (WORDS["pilot"], 0)


def test_a_change_made_meanwhile_is_compared_again_before_anything_is_written(writing, choice, link):
    propose(link, pilot="Service informatique")
    Choice.objects.filter(pk=choice.pk).update(pilot="Direction", version=4)
    refused = decide(writing, "pilot", seen="0")
    assert refused.status_code == 409
    assert "La stratégie a changé pendant que vous décidiez" in refused.text
    assert ("Direction" in refused.text, hidden(refused.text)) == (True, "4")
    choice.refresh_from_db()
    assert choice.pilot == "Direction"
    assert Delegation.objects.get().settled_at is None
    decide(writing, "pilot")
    choice.refresh_from_db()
    assert choice.pilot == "Service informatique"


def test_a_field_the_colleague_left_alone_is_no_proposal(writing, choice, link):
    Choice.objects.filter(pk=choice.pk).update(summary="Garder sept ans.", version=1)
    propose(link, pilot="Service informatique")
    page = writing.get("delegation", Delegation.objects.get().pk).text
    assert re.findall(r"<h2>([^<]+)</h2>", page) == ["Pilote"]


def test_what_contradicts_what_is_kept_is_told_and_not_written(writing, choice, link):
    propose(link, end="2026-01-31")
    Choice.objects.filter(pk=choice.pk).update(start="2027-01-01", version=1)
    refused = decide(writing, "end")
    assert refused.status_code == 422
    assert "La fin doit venir après le début." in refused.text
    choice.refresh_from_db()
    assert choice.end is None


def test_a_proposal_is_sent_once_and_answered_once(writing, link):
    propose(link, pilot="Un")
    again = propose(link, pilot="Deux")
    assert again.status_code == 200  # the page says it is sent, whatever is posted
    assert "Votre proposition est envoyée" in again.text
    assert Delegation.objects.get().proposed == {"pilot": "Un"}
    decide(writing, "pilot")
    assert writing.post("delegation", {"seen": "1"}, Delegation.objects.get().pk).status_code == 302
    assert len(log(writing)) == 3


def test_two_windows_on_one_link_lose_no_word(link):
    seen = hidden(Client().get(link).text)
    propose(link, send=False, seen=seen, pilot="Première")
    second = propose(link, send=True, seen=seen, pilot="Seconde")
    assert second.status_code == 409
    assert "Seconde" in second.text
    assert Delegation.objects.get().proposed == {"pilot": "Première"}
    assert propose(link, seen=hidden(second.text), pilot="Seconde").status_code == 302
    assert Delegation.objects.get().proposed == {"pilot": "Seconde"}


def test_a_closed_link_opens_nothing(writing, link):
    delegation = Delegation.objects.get()
    writing.post("delegation", {"revoke": "1"}, delegation.pk)
    assert Client().get(link).status_code == propose_status(link) == 404
    assert "a fermé la délégation" in log(writing)[0]


@pytest.mark.parametrize(("closed", "status"), [(True, 404), (False, 200)], ids=["closed", "sent"])
def test_words_for_a_part_that_takes_no_more_are_given_back(writing, link, closed, status):
    propose(link, pilot="Un")
    if closed:
        writing.post("delegation", {"revoke": "1"}, Delegation.objects.get().pk)
    late = Client().post(link, {"summary": "Mots venus trop tard"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert late.status_code == status
    assert "Mots venus trop tard" in late.text


def propose_status(link: str) -> int:
    return Client().post(link, WORDS | {"seen": "0", "send": "1"}).status_code


@pytest.mark.parametrize(("after", "status"), [(timedelta(days=10), 200), (GRACE + timedelta(days=11), 404)])
def test_a_link_expires_two_weeks_after_its_due_date(writing, choice, after, status):
    with freeze_time() as clock:
        link = delegate(writing, row=choice.pk)
        clock.tick(after)
        assert Client().get(link).status_code == status


def test_a_part_removed_meanwhile_is_told_on_both_sides(writing, choice, link):
    propose(link, pilot="Service informatique")
    choice.delete()
    assert "a été retirée de la stratégie" in Client().get(link).text
    assert "n’est plus dans la stratégie" in writing.get("delegation", Delegation.objects.get().pk).text


def test_late_and_answered_delegations_are_marked(writing, choice, link):
    assert ">en attente<" in writing.get("delegations").text
    Delegation.objects.update(due=timezone.localdate() - timedelta(days=1))
    assert ">en retard<" in writing.get("delegations").text
    assert ">en retard<" in Client().get(link).text
    propose(link, pilot="Service informatique")
    assert ">à décider<" in writing.get("delegations").text
    decide(writing)
    assert "Terminées" in writing.get("delegations").text


@pytest.mark.parametrize("part", ["gouvernance", "etat-des-lieux"])
def test_a_step_is_lent_like_a_row(writing, part):
    link = delegate(writing, part=part)
    field = {"gouvernance": "steering", "etat-des-lieux": "uses"}[part]
    propose(link, **{field: "Nouveaux mots"})
    assert decide(writing, field).status_code == 302
    row = getattr(Screens(writing.client, type(writing.draft).objects.get()).draft, STEP[part])
    assert getattr(row, field) == "Nouveaux mots"


STEP = {"gouvernance": "governance", "etat-des-lieux": "baseline"}


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"colleague": ""}, "Écrivez le nom de votre collègue."),
        ({"due": ""}, "Donnez le jour où vous attendez la réponse."),
        ({"due": "2020-01-01"}, "Ce jour est passé"),
        ({"email": "x"}, "Écrivez une adresse complète"),
    ],
)
def test_what_is_missing_is_told(writing, choice, given, error):
    form = {"part": "action", "row": choice.pk, "colleague": "D", "due": timezone.localdate().isoformat()}
    response = writing.post("delegate", form | given)
    assert response.status_code == 422
    assert error in response.text
    assert not Delegation.objects.exists()


@pytest.mark.parametrize("query", [{}, {"part": "x"}, {"part": "action"}, {"part": "action", "row": "x"}])
def test_what_is_no_part_of_the_draft_is_not_lent(writing, query):
    assert writing.get("delegate", **query).status_code == 404


def test_rows_and_delegations_of_other_drafts_are_out_of_reach(writing, choice, link):
    account = AccountFactory()
    elsewhere = Screens(Client(), DraftFactory(by=account.pk))
    elsewhere.client.force_login(account)
    assert elsewhere.get("delegate", part="action", row=choice.pk).status_code == 404
    assert elsewhere.get("delegation", Delegation.objects.get().pk).status_code == 404


def test_a_reader_sees_no_delegation(writing, link):
    reader = AccountFactory()
    Member.objects.create(draft=writing.draft, user=reader, role=MemberRole.READER)
    writing.client.force_login(reader)
    assert writing.get("delegations").status_code == 403
