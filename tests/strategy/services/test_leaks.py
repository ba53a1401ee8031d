"""The data of a document say nothing of who works on it, nor of what they write to one another."""

from datetime import timedelta

import pytest
from django.utils import timezone

from strategy.document.serialize import to_json
from strategy.enums import DelegatedPart, MemberRole, VersionStatus
from strategy.models import Member
from strategy.queries.documents import document_of_draft
from strategy.queries.drafts import whole_drafts
from strategy.queries.versions import document_of, edition_of
from strategy.services.choosing import add_own_action
from strategy.services.delegating import delegate
from strategy.services.drafting import save_governance
from strategy.services.freezing import freeze
from strategy.services.inviting import invite
from tests.strategy.factories import LATER, AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db
SECRETS = ("membre.cache", "invitee.cachee", "Collègue caché", "Message caché", "proprietaire.cache", "@")


def test_nothing_of_who_works_on_a_draft_is_in_its_data():
    owner = AccountFactory(email="proprietaire.cache@exemple.invalid")
    draft = DraftFactory(by=owner.pk, collectivity__name="Commune imaginaire")
    who = {"draft": draft, "by": owner.pk, "at": LATER}
    save_governance(
        values={"pilot_name": "Dominique Fictif", "pilot_role": "numérique"}, actors=[], version=0, **who
    )
    choice = add_own_action(values={"theme": "axe-0-pilotage", "title": "Visible"}, **who)
    member = AccountFactory(email="membre.cache@exemple.invalid")
    Member.objects.create(draft=draft, user=member, role=MemberRole.WRITER)
    invite(
        email="invitee.cachee@exemple.invalid",
        role=MemberRole.READER,
        until=None,
        **who | {"at": timezone.now()},
    )
    delegate(
        part=DelegatedPart.CHOICE,
        row=choice,
        title="Visible",
        lent={},
        colleague="Collègue caché",
        due=timezone.localdate() + timedelta(days=3),
        message="Message caché",
        **who,
    )
    functions = {"Dominique Fictif": "pilotage"}
    version = freeze(
        status=VersionStatus.NUMBERED, functions=functions, seen=None, **who | {"at": timezone.now()}
    )
    whole, public = (to_json(document_of(edition_of(version, public=public))) for public in (False, True))
    exported = to_json(document_of_draft(whole_drafts().get(pk=draft.pk)))
    for text in (whole, public, exported):
        assert "Visible" in text
        assert [secret for secret in SECRETS if secret in text] == []
    assert "Dominique Fictif" in whole
    assert "Dominique Fictif" not in public
