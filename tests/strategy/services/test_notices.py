"""The daily message: who is told what, once a day, and never who declined."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from strategy.enums import Act, MemberRole, Reply, Severity, VersionStatus
from strategy.models import Member, NoticeReader
from strategy.queries.news import News, for_reviewers
from strategy.services.ending import delete_account, purge
from strategy.services.events import record
from strategy.services.notices import MOST, WEEK, choose_notices, reader_of, send_notices, token_of
from strategy.services.remarking import Target, answer, remark
from strategy.services.reviewing import Reviewer, ask_review, close_review
from tests.strategy.factories import AccountFactory
from tests.strategy.issuing import frozen

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def colleague(draft):
    """A member who did nothing."""
    account = AccountFactory()
    Member.objects.create(draft=draft, user=account, role=MemberRole.READER)
    return account


def number(draft, at, by=None, status=VersionStatus.NUMBERED):
    return frozen(draft, status=status, at=at, by=by)


def test_members_are_told_what_others_did_and_never_what_they_did_themselves(draft, writer, colleague, now):
    number(draft, now - DAY / 2, writer.pk)
    outcome = send_notices(at=now)
    assert outcome.sent == [(colleague.email, 1)]
    (sent,) = mail.outbox
    assert sent.to == [colleague.email]
    assert f"Un membre de l’équipe ({writer.email}) a numéroté la version 1 (projet numéroté)." in sent.body
    assert reverse("strategy:versions", args=[draft.reference]) in sent.body


def test_once_a_day_however_often_it_is_run(draft, writer, colleague, now):
    number(draft, now - DAY / 2, writer.pk)
    assert len(send_notices(at=now).sent) == 1
    record(draft=draft, act=Act.JOINED, words="a rejoint.", by=writer.pk, at=now + DAY / 1000)
    assert send_notices(at=now).sent == []
    tomorrow = send_notices(at=now + DAY)
    assert tomorrow.sent == [(colleague.email, 1)]  # what was told is not told again
    assert "numéroté" not in mail.outbox[-1].body
    assert send_notices(at=now + 2 * DAY).sent == []
    assert len(mail.outbox) == 2


def test_a_dry_run_writes_nothing(draft, writer, colleague, now):
    number(draft, now - DAY / 2, writer.pk)
    assert send_notices(at=now, dry_run=True).sent == [(colleague.email, 1)]
    assert (mail.outbox, NoticeReader.objects.count()) == ([], 0)
    assert send_notices(at=now).sent == [(colleague.email, 1)]


def test_what_is_a_week_old_is_no_news(draft, writer, colleague, now):
    number(draft, now - WEEK - DAY, writer.pk)
    assert send_notices(at=now).sent == []


@pytest.mark.parametrize("change", ["expired", "inactive", "removed", "declined"])
def test_those_who_may_not_or_do_not_want_to_are_left_alone(draft, writer, colleague, now, change):
    number(draft, now - DAY / 2, writer.pk)
    member = Member.objects.filter(user=colleague)
    match change:
        case "expired":
            member.update(role=MemberRole.CONSULTANT, until=timezone.localdate() - DAY)
        case "inactive":
            colleague.is_active = False
            colleague.save()
        case "removed":
            member.delete()
        case "declined":
            choose_notices(email=colleague.email.upper(), wanted=False, at=now)
    assert send_notices(at=now).sent == []
    assert mail.outbox == []


def test_a_message_that_does_not_leave_is_tried_again(draft, writer, colleague, now, settings):
    number(draft, now - DAY / 2, writer.pk)
    working, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1
    assert (send_notices(at=now).sent, send_notices(at=now).failed) == ([], 1)
    settings.EMAIL_BACKEND = working
    assert send_notices(at=now).sent == [(colleague.email, 1)]


def test_one_person_told_by_several_ways_has_one_message(now):
    def provide(since, until):
        news = [
            News("A@exemple.invalid", "Sujet", now, f"Fait {n}.", "https://exemple.invalid/")
            for n in range(MOST + 2)
        ]
        return [*news, *news]

    assert send_notices(at=now, providers=[provide, provide]).sent == [("a@exemple.invalid", MOST + 2)]
    (sent,) = mail.outbox
    assert sent.body.count("- ") == MOST
    assert "Et 2 autres" in sent.body
    assert sent.body.count("Sujet") == 1


def test_mail_programs_find_the_way_out(draft, writer, colleague, now):
    number(draft, now - DAY / 2, writer.pk)
    send_notices(at=now)
    (sent,) = mail.outbox
    way_out = sent.extra_headers["List-Unsubscribe"].strip("<>")
    assert sent.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert way_out in sent.body
    browser, path = Client(enforce_csrf_checks=True), "/" + way_out.split("/", 3)[3]
    assert browser.get(path).status_code == 200
    assert NoticeReader.objects.get().wanted
    assert browser.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not NoticeReader.objects.get().wanted
    record(draft=draft, act=Act.JOINED, words="a rejoint.", by=writer.pk, at=now + DAY / 2)
    assert send_notices(at=now + DAY).sent == []
    browser.post(path, {"wanted": "oui"})
    assert NoticeReader.objects.get().wanted


def test_only_our_links_decline():
    readers = [NoticeReader.objects.create(email=f"{name}@exemple.invalid") for name in "ab"]
    first, second = map(token_of, readers)
    assert [reader_of(first), reader_of(second)] == readers
    forged = "{}.{}".format(second.split(".")[0], first.split(".")[1])
    for wrong in (forged, first[:-1], "1", "x.y", first.upper()):
        assert reader_of(wrong) is None
        assert Client().post(reverse("strategy:unsubscribe", args=[wrong])).status_code == 404
    assert NoticeReader.objects.filter(wanted=True).count() == 2


def test_an_account_chooses_from_its_own_page(client, colleague):
    client.force_login(colleague)
    page = reverse("strategy:notices")
    assert page in client.get(reverse("account_email")).text
    assert "Ne plus recevoir" in client.get(page).text
    client.post(page, {"wanted": "non"})
    assert "ne reçoit plus" in client.get(page).text
    client.post(page, {"wanted": "oui"})
    assert "Ne plus recevoir" in client.get(page).text


def test_an_address_goes_with_its_account_and_after_a_year(colleague, now):
    choose_notices(email=colleague.email, wanted=False, at=now)
    NoticeReader.objects.create(email="ancienne@exemple.invalid", sent_on=now.date() - 400 * DAY)
    NoticeReader.objects.create(email="refus@exemple.invalid", sent_on=now.date() - 400 * DAY, wanted=False)
    delete_account(user_id=colleague.pk, at=now)
    purge(at=now)
    assert [reader.email for reader in NoticeReader.objects.all()] == ["refus@exemple.invalid"]


def test_the_command_tells_what_it_did(draft, writer, colleague, now, capsys, settings):
    number(draft, now - DAY / 2, writer.pk)
    told = {"sent": [{"email": colleague.email, "news": 1}], "failed": 0}
    for options in ({"dry_run": True}, {"dry_run": False}):
        call_command("send_notices", json=True, **options)
        assert json.loads(capsys.readouterr().out) == options | told
    call_command("send_notices")
    assert capsys.readouterr().out == "0\u00a0message envoyé.\n"
    NoticeReader.objects.all().delete()
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    with pytest.raises(CommandError, match="relancez"):
        call_command("send_notices")


def test_a_thousand_events_are_read_in_a_constant_number_of_queries(
    draft, writer, colleague, now, django_assert_max_num_queries
):
    for hour in range(30):
        record(
            draft=draft, act=Act.JOINED, words=f"a rejoint {hour}.", by=writer.pk, at=now - DAY * hour / 30
        )
    with django_assert_max_num_queries(12):
        assert send_notices(at=now, dry_run=True).sent == [(colleague.email, 30)]


def test_those_who_review_are_told_of_answers_and_later_versions_of_theirs_only(content, draft, writer, now):
    """One gave an address, another opened the link while signed in, a third reads another review."""
    opened, outsider = AccountFactory(), AccountFactory()
    version = number(draft, now - DAY, writer.pk)
    until = timezone.localdate() + 30 * DAY

    def asked(email=""):
        values = {"label": "Chambre imaginaire", "until": until, "message": "", "follows": None}
        review, _ = ask_review(version=version, email=email, by=writer.pk, at=now - DAY, **values)
        return review

    mine, other = asked("Chambre@exemple.invalid"), asked()
    mine.accounts.add(opened)
    other.accounts.add(outsider)
    made = remark(
        review=mine,
        target=Target("Objectifs", anchor="objectifs"),
        severity=Severity.MAJOR,
        text="Secret de la revue.",
        nonce="a",
        reviewer=Reviewer(name="Camille Fictive", organisation=""),
        at=now - DAY / 2,
    )
    answer(
        remark=made, kind=Reply.EXPLAINED, text="Réponse.", corrected_in=None, seen=0, nonce="b", by=writer.pk,
        at=now - DAY / 3,
    )  # fmt: skip
    sent = dict(send_notices(at=now, providers=[for_reviewers]).sent)
    assert sent == {"chambre@exemple.invalid": 1, opened.email: 1}
    body = mail.outbox[0].body
    assert "La remarque 1 («\u202fObjectifs\u202f») a une réponse\u00a0: expliqué." in body
    assert reverse("strategy:verified_code", args=[version.code]) in body
    assert "Secret" not in body
    close_review(review=mine, by=writer.pk, at=now + DAY / 4)
    number(draft, now + DAY / 2, writer.pk, VersionStatus.FROZEN)
    assert send_notices(at=now + DAY, providers=[for_reviewers]).sent == [(outsider.email, 1)]
