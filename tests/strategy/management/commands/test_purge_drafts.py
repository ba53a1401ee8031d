"""`manage.py purge_drafts`: only drafts nobody kept, and nobody changed for long."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from strategy.enums import MemberRole
from strategy.models import Draft, Invitation
from tests.strategy.factories import AccountFactory, CollectivityFactory, DraftFactory

pytestmark = pytest.mark.django_db


def purge(*options: str) -> str:
    out = StringIO()
    call_command("purge_drafts", *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def old(settings) -> Draft:
    """The one draft to purge, among some that look like it."""
    settings.KEPT_WITHOUT_ACCOUNT_DAYS = 30
    now = timezone.now()
    kept, long_ago = now - timedelta(days=29), now - timedelta(days=31)
    DraftFactory(at=kept)
    DraftFactory(at=long_ago, by=AccountFactory().pk)
    DraftFactory(at=long_ago, collectivity=CollectivityFactory(demonstration=True))
    return DraftFactory(at=long_ago)


def test_a_dry_run_deletes_nothing(old):
    assert json.loads(purge("--dry-run", "--json")) == {"dry_run": True, "drafts": [old.reference]}
    assert purge("--dry-run") == f"1\u00a0brouillon à supprimer.\n{old.reference}\n"
    assert Draft.objects.count() == 4


def test_abandoned_drafts_go_and_no_other(old):
    assert purge() == f"1\u00a0brouillon supprimé.\n{old.reference}\n"
    assert Draft.objects.count() == 3
    assert json.loads(purge("--json")) == {"dry_run": False, "drafts": []}


def test_invitations_that_open_nothing_any_more_go_too(old):
    now = timezone.now()
    values = {"draft": old, "role": MemberRole.READER, "sent_at": now}
    for number, days in enumerate((-1, 1)):
        Invitation.objects.create(
            email=f"{number}@exemple.invalid", digest=number, expires_at=now + timedelta(days=days), **values
        )
    Draft.objects.filter(pk=old.pk).update(changed_at=now)
    purge()
    assert list(Invitation.objects.values_list("email", flat=True)) == ["1@exemple.invalid"]
