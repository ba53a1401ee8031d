"""The monthly digest: to editors, once, and only when something waits."""

from datetime import date

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse

from reen.models import SiteSettings
from reen.watch import digest
from tests.reen.factories import ActionFactory
from tests.reen.watch.accounts import account, editor

pytestmark = pytest.mark.django_db
NOVEMBER, LATER, DECEMBER = date(2026, 11, 3), date(2026, 11, 28), date(2026, 12, 1)


def recipients() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def test_nothing_is_sent_when_nothing_waits():
    editor()
    assert digest.lines() == []
    assert digest.send(NOVEMBER) == (0, 0)
    assert mail.outbox == []


def test_editors_get_it_and_nobody_else():
    ActionFactory(short=True)
    editor("une@exemple.invalid")
    editor("deux@exemple.invalid")
    account("lecture@exemple.invalid", "access_admin")
    account("gestion@exemple.invalid", "change_action")
    gone = editor("partie@exemple.invalid")
    gone.is_active = False
    gone.save()
    assert digest.send(NOVEMBER) == (2, 0)
    assert recipients() == ["deux@exemple.invalid", "une@exemple.invalid"]
    assert "Fiches courtes : 1" in mail.outbox[0].body.replace("\u00a0", " ").replace("\u202f", " ")
    assert f"http://127.0.0.1:8000{reverse('watch:subject', args=['courtes'])}" in mail.outbox[0].body
    assert mail.outbox[0].subject == "Boussole REEN – veille de novembre\u00a02026"


def test_its_subject_names_the_site():
    SiteSettings.objects.create(name="Cap sobre")
    ActionFactory(short=True)
    editor()
    digest.send(NOVEMBER)
    assert mail.outbox[0].subject == "Cap sobre – veille de novembre\u00a02026"


def test_once_a_month():
    ActionFactory(short=True)
    editor()
    assert [digest.send(day) for day in (NOVEMBER, LATER, DECEMBER, DECEMBER)] == [
        (1, 0),
        (0, 0),
        (1, 0),
        (0, 0),
    ]


def test_one_declines_on_the_desk_and_may_change_ones_mind(client):
    ActionFactory(short=True)
    reader = editor()
    client.force_login(reader)
    desk, choice = reverse("watch:desk"), reverse("watch:digest")
    assert digest.readers() == [reader]
    assert "Ne plus recevoir le point mensuel" in client.get(desk).text
    client.post(choice, {"wanted": "non"})
    assert digest.send(NOVEMBER) == (0, 0)
    assert ">Recevoir le point mensuel<" in client.get(desk).text
    client.post(choice, {"wanted": "oui"})
    assert digest.send(NOVEMBER) == (1, 0)


def test_who_could_not_be_reached_is_tried_again(settings):
    ActionFactory(short=True)
    editor()
    works = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(CommandError, match="relancez"):
        call_command("send_watch_digest")
    settings.EMAIL_BACKEND = works
    call_command("send_watch_digest")
    assert len(mail.outbox) == 1
