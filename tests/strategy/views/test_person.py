"""Accounts tell a name, read beside what they do from then on; their address is for their team alone."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from strategy.document.people import in_sentence, without_address
from strategy.document.reviewing import Target
from strategy.enums import Judgement, Opinion, Reply
from strategy.models import Event, Person, Remark, VersionEvent
from strategy.queries.people import with_address
from strategy.services.events import name_of
from strategy.services.naming import tell_name
from strategy.services.remarking import Opined, answer, judge
from strategy.services.reporting import document_of_review
from strategy.services.reviewing import Reviewer, open_room
from strategy.services.signing_off import said_so_far, sign_off
from tests.strategy.codes import sign_in_by_code
from tests.strategy.factories import AccountFactory
from tests.strategy.screens import Screens
from tests.strategy.views.reviewing import lend, number, remarked

pytestmark = pytest.mark.django_db

NEW = "nouvelle@exemple.invalid"
TOLD = {"first_name": "Camille", "last_name": "Fictive", "function": "chargée de mission"}
OWN_NAME = reverse("strategy:own_name")


@pytest.fixture
def reviewed(content, draft, writer):
    """A review that nameless accounts asked for, remarked, answered and signed, and the secret of its link."""
    auditor = AccountFactory(email="controle.cache@exemple.invalid")
    review, token = lend(number(draft), by=writer.pk)
    reviewer = Reviewer(account=auditor.pk, name="Camille Fictive")
    open_room(review=review, reviewer=Reviewer(account=auditor.pk), at=timezone.now())
    judge(
        review=review,
        opinions={"st-objectifs": Opined(Judgement.CONFORM, "", 0)},
        reviewer=reviewer,
        at=timezone.now(),
    )
    asked = {"kind": Reply.EXPLAINED, "text": "Ici.", "corrected_in": None, "seen": 0, "nonce": "2"}
    answer(
        remark=remarked(review, Target("Objectifs", anchor="objectifs")),
        **asked,
        by=writer.pk,
        at=timezone.now(),
    )
    sign_off(
        review=review,
        opinion=Opinion.FAVOURABLE,
        reservations="",
        seen=said_so_far(review),
        reviewer=reviewer,
        at=timezone.now(),
    )
    return review, token


def test_a_name_told_is_read_from_then_on_and_former_lines_stay(client, draft, writer):
    client.force_login(writer)
    number_of_lines = Event.objects.count()
    assert name_of(writer.pk) == "Un membre de l’équipe"
    assert client.post(OWN_NAME, TOLD).url == reverse("account_email")
    assert name_of(writer.pk) == "Camille Fictive (chargée de mission)"
    assert name_of(writer.pk, acting="rédaction du site") == "Camille Fictive (rédaction du site)"
    assert "Camille Fictive (chargée de mission)" in client.get(reverse("account_email")).text
    assert Event.objects.count() == number_of_lines
    client.post(OWN_NAME, {"first_name": "", "last_name": "", "function": ""})
    assert name_of(writer.pk) == "Un membre de l’équipe"
    assert not Person.objects.exists()


def test_a_name_is_asked_for_with_the_code_and_may_be_left_out(client):
    sign_in_by_code(client, NEW)
    assert client.get(OWN_NAME).status_code == 200
    elsewhere = Client()
    sign_in_by_code(elsewhere, "autre@exemple.invalid")
    client.post(reverse("account_logout"))
    sign_in_by_code(client, NEW, **TOLD)
    sign_in_by_code(Client(), NEW)  # without a name, the one told stays
    assert "Camille Fictive (chargée de mission)" in client.get(reverse("account_email")).text
    assert "Vous n’en avez pas dit" in elsewhere.get(reverse("account_email")).text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"last_name": "agent@exemple.invalid"}, "pas une adresse électronique"),
        ({"last_name": "Fictive (rédaction)"}, "sans parenthèses"),
        ({"last_name": "Fictive", "function": "Rédaction du site"}, "l’équipe de ce site"),
        ({"function": "cheffe de projet"}, "Écrivez aussi votre nom"),
        ({"first_name": "x" * 61}, "60 caractères"),
    ],
)
def test_a_name_that_would_mislead_is_refused(client, writer, typed, told):
    client.force_login(writer)
    refused = client.post(OWN_NAME, typed)
    assert refused.status_code == 422
    assert told in refused.text
    assert name_of(writer.pk) == "Un membre de l’équipe"


def test_those_outside_the_team_never_read_an_address(reviewed, client, screens, writer):
    review, token = reviewed
    remark = Remark.objects.get()
    here = reverse("strategy:link_room", args=[token])
    outside = [
        here,
        *(f"{here}{page}/" for page in ("exigences", "remarques", f"remarques/{remark.pk}", "avis")),
    ]
    outside.append(reverse("strategy:verified_code", args=[review.version.code]))
    told = " ".join(Client().get(page).text for page in outside)
    assert "par un membre de l’équipe" in told
    assert "(avec un compte)" in told
    assert "compte de ce site" in told
    assert "exemple.invalid" not in told
    assert "@" not in str(document_of_review(review))
    within = screens.get("followed_review", review.pk).text + screens.get("version", 1).text
    assert f"Un membre de l’équipe ({writer.email})" in within
    assert "Camille Fictive (compte controle.cache@exemple.invalid)" in within


def test_links_and_messages_name_nobody_by_an_address(reviewed, screens: Screens, writer):
    mail.outbox.clear()
    later = timezone.localdate().isoformat()
    screens.post("members", {"email": NEW, "role": "lecture"})
    screens.post("ask_review", {"version": "1", "label": "Préfecture", "until": later, "email": NEW})
    assert len(mail.outbox) == 2
    for sent in mail.outbox:
        assert "Un membre de l’équipe vous" in sent.subject + sent.body
        assert writer.email not in sent.subject + sent.body
    tell_name(user_id=writer.pk, **TOLD)
    screens.post("members", {"email": "autre@exemple.invalid", "role": "lecture"})
    assert "Camille Fictive (chargée de mission) vous invite" in mail.outbox[-1].body


def test_addresses_written_before_are_left_out_when_shown():
    words = {
        "agent@exemple.invalid": "Une personne sans nom affiché",
        "Camille (compte c@exemple.invalid)": "Camille (compte sans nom affiché)",
        "agent@exemple.invalid (rédaction du site)": "Une personne sans nom affiché (rédaction du site)",
        "Camille Fictive": "Camille Fictive",
    }
    assert {former: without_address(former) for former in words} == words
    assert [in_sentence(text) for text in ("Un membre", "Ursule")] == ["un membre", "Ursule"]


def test_administrators_read_the_address_beside_the_name(writer):
    row = VersionEvent(by=writer, by_words="Camille Fictive (rédaction du site)")
    assert with_address(row) == f"Camille Fictive (rédaction du site) ({writer.email})"
    assert with_address(VersionEvent(by=writer, by_words=writer.email)) == writer.email
    assert with_address(VersionEvent(by_words="Une personne sans compte")) == "Une personne sans compte"
