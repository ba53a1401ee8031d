"""« Proposer une correction »: on every sheet, for people, against robots and hostile texts."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core import mail, signing
from django.urls import reverse
from freezegun import freeze_time

from reen.enums import CorrectionState
from reen.models import Correction
from reen.watch import corrections
from tests.reen.factories import (
    ActionFactory,
    FieldReportFactory,
    IndicatorFactory,
    LegalTextFactory,
    RequirementFactory,
    ResourceFactory,
)

pytestmark = pytest.mark.django_db
URL = reverse("reen:correct")
NOON = "2026-11-22 12:00:00"


@pytest.fixture
def clock():
    with freeze_time(NOON) as frozen:
        yield frozen


def form_of(client, key: str):
    """What the hidden field of the form holds."""
    page = client.get(URL, {"fiche": key})
    return re.search(r'name="opened" value="([^"]+)"', page.text)[1]


def send(client, clock, key: str, after: int = 30, **typed: str):
    """Opens the form, takes the time to write, and sends it."""
    opened = form_of(client, key)
    clock.tick(timedelta(seconds=after))
    return client.post(f"{URL}?fiche={key}", {"opened": opened, "wrong": "C’est faux."} | typed)


@pytest.mark.parametrize("factory", [ActionFactory, IndicatorFactory, ResourceFactory, FieldReportFactory])
def test_every_sheet_leads_to_the_form_and_back(factory, client, clock):
    entry = factory(title="Une fiche")
    link = re.search(r'href="(/corriger/[^"]+)"', client.get(entry.get_absolute_url()).text)[1]
    page = client.get(unescape(link))
    assert page.status_code == 200
    assert "Une fiche" in page.text
    sent = send(client, clock, corrections.key_of(entry))
    assert (sent.status_code, sent["Location"]) == (302, entry.get_absolute_url())
    assert "Votre proposition est arrivée" in client.get(sent["Location"]).text
    assert Correction.objects.get().object_id == entry.pk


def test_what_is_sent_waits_for_an_editor(client, clock):
    entry = ActionFactory(title="Une fiche")
    send(client, clock, corrections.key_of(entry), proposal="Mieux", email="lectrice@exemple.invalid")
    kept = Correction.objects.get()
    assert (kept.title, kept.wrong, kept.proposal, kept.email, kept.state) == (
        "Une fiche",
        "C’est faux.",
        "Mieux",
        "lectrice@exemple.invalid",
        CorrectionState.NEW,
    )
    assert mail.outbox == []


@pytest.mark.parametrize("factory", [LegalTextFactory, RequirementFactory])
def test_texts_of_law_have_the_form_too(factory, client):
    assert client.get(URL, {"fiche": corrections.key_of(factory())}).status_code == 200


@pytest.mark.parametrize(
    "key",
    [
        "",
        "action",
        "action.",
        "action.inconnue",
        "user.1",
        "suggestionrule.x",
        "action.brouillon",
        "../../etc/passwd",
        "action.a\x00b",
        "action." + "x" * 5000,
        "basepage.home",
    ],
)
def test_only_published_sheets_are_corrected(client, key):
    ActionFactory(ref="brouillon", draft=True)
    for method in (client.get, client.post):
        assert method(f"{URL}?fiche={key}").status_code == 404
    assert Correction.objects.count() == 0


def test_something_must_be_said(client, clock):
    refused = send(client, clock, corrections.key_of(ActionFactory()), wrong="  ")
    assert refused.status_code == 422
    assert "Dites ce qui ne va pas" in refused.text


def test_the_same_words_are_kept_once(client, clock):
    key = corrections.key_of(ActionFactory())
    for _ in range(2):
        assert send(client, clock, key).status_code == 302
    assert Correction.objects.count() == 1


# --- Robots -------------------------------------------------------------------


def test_who_fills_what_nobody_sees_is_refused_with_a_way_out(client, clock):
    refused = send(client, clock, corrections.key_of(ActionFactory()), site="https://exemple.invalid")
    assert refused.status_code == 422
    assert "videz-le" in refused.text
    assert Correction.objects.count() == 0


def test_who_sends_at_once_is_asked_to_read_again(client, clock):
    key = corrections.key_of(ActionFactory())
    refused = send(client, clock, key, after=1)
    assert (refused.status_code, Correction.objects.count()) == (422, 0)
    opened = re.search(r'name="opened" value="([^"]+)"', refused.text)[1]
    clock.tick(timedelta(seconds=5))
    again = client.post(f"{URL}?fiche={key}", {"opened": opened, "wrong": "C’est faux."})
    assert (again.status_code, Correction.objects.count()) == (302, 1)


@pytest.mark.parametrize(
    "opened",
    ["", "x", "616263:1:abc", signing.TimestampSigner(salt="autre").sign("x")],
    ids=["none", "word", "forged", "other-salt"],
)
def test_a_forged_time_is_refused_and_the_form_shown_anew(client, clock, opened):
    key = corrections.key_of(ActionFactory())
    refused = client.post(f"{URL}?fiche={key}", {"opened": opened, "wrong": "C’est faux."})
    assert (refused.status_code, Correction.objects.count()) == (422, 0)
    fresh = re.search(r'name="opened" value="([^"]+)"', refused.text)[1]
    clock.tick(timedelta(seconds=10))
    assert client.post(f"{URL}?fiche={key}", {"opened": fresh, "wrong": "C’est faux."}).status_code == 302


def test_a_form_left_open_for_days_keeps_its_text(client, clock):
    refused = send(client, clock, corrections.key_of(ActionFactory()), after=3 * 86_400)
    assert refused.status_code == 422
    assert "C’est faux." in refused.text


def test_the_time_of_one_sheet_does_not_serve_for_another(client, clock):
    first, second = (corrections.key_of(ActionFactory()) for _ in range(2))
    opened = form_of(client, first)
    clock.tick(timedelta(seconds=30))
    assert client.post(f"{URL}?fiche={second}", {"opened": opened, "wrong": "Faux."}).status_code == 422


def test_one_visitor_cannot_fill_the_queue(client, clock, settings):
    settings.RATE_LIMITS = {"correct": [(2, 600)]}
    key = corrections.key_of(ActionFactory())
    answers = [send(client, clock, key, wrong=f"Faute {number}.").status_code for number in range(3)]
    assert answers == [302, 302, 429]
    assert Correction.objects.count() == 2


def test_all_visitors_together_cannot_flood_it(client, clock, settings):
    settings.RATE_LIMITS = {"correct_all": [(2, 86_400)]}
    key = corrections.key_of(ActionFactory())
    answers = []
    for number in range(3):
        opened = form_of(client, key)
        clock.tick(timedelta(seconds=30))
        typed = {"opened": opened, "wrong": f"Faute {number}."}
        answers.append(client.post(f"{URL}?fiche={key}", typed, REMOTE_ADDR=f"192.0.2.{number}").status_code)
    assert answers == [302, 302, 429]


# --- Hostile texts ------------------------------------------------------------


def test_ten_megabytes_are_refused(client, clock):
    refused = send(client, clock, corrections.key_of(ActionFactory()), wrong="x" * 10_000_000)
    assert (refused.status_code, Correction.objects.count()) == (400, 0)


def test_a_long_text_is_refused_with_its_length(client, clock):
    refused = send(client, clock, corrections.key_of(ActionFactory()), wrong="x" * 4001)
    assert (refused.status_code, Correction.objects.count()) == (422, 0)
    assert "4000" in refused.text


def test_html_is_shown_as_typed(client, clock, admin_client):
    send(
        client,
        clock,
        corrections.key_of(ActionFactory()),
        wrong="<script>alert(1)</script>",
        proposal="<b>x</b>",
    )
    page = admin_client.get(reverse("watch:correction", args=[Correction.objects.get().pk])).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<b>x</b>" not in page


@pytest.mark.parametrize("name", ["wrong", "proposal"])
def test_a_character_no_database_takes_is_refused(client, clock, name):
    refused = send(client, clock, corrections.key_of(ActionFactory()), **{name: "a\x00b"})
    assert (refused.status_code, Correction.objects.count()) == (422, 0)


@pytest.mark.parametrize(
    "email",
    [
        "a@exemple.invalid\r\nBcc: tous@exemple.invalid",
        "a@exemple.invalid, b@exemple.invalid",
        "pas une adresse",
        "a" * 300 + "@exemple.invalid",
    ],
)
def test_an_address_that_is_not_one_is_refused(client, clock, email):
    refused = send(client, clock, corrections.key_of(ActionFactory()), email=email)
    assert (refused.status_code, Correction.objects.count()) == (422, 0)


def test_a_title_cannot_write_headers_of_the_answer(client, clock, admin_user):
    entry = ActionFactory(title="Fiche\r\nBcc: tous@exemple.invalid")
    send(client, clock, corrections.key_of(entry), email="lectrice@exemple.invalid")
    kept = Correction.objects.get()
    corrections.decide(kept, by=admin_user, state=CorrectionState.KEPT, why="", reply="Oui.")
    (sent,) = mail.outbox
    assert sent.recipients() == ["lectrice@exemple.invalid"]
    assert "\n" not in sent.subject


# --- Forgetting ---------------------------------------------------------------


def test_addresses_are_forgotten_after_six_months(client, clock):
    send(client, clock, corrections.key_of(ActionFactory()), email="lectrice@exemple.invalid")
    clock.tick(timedelta(days=179))
    assert corrections.forget() == 0
    clock.tick(timedelta(days=2))
    assert corrections.forget() == 1
    assert Correction.objects.get().email == ""
