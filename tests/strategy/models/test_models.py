"""What the database itself refuses, and what goes with a draft."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from strategy.enums import BodyRole, MemberRole
from strategy.models import (
    Actor,
    Baseline,
    Choice,
    Collectivity,
    Draft,
    DraftBody,
    FollowedIndicator,
    Governance,
    Member,
    Objective,
)
from tests.strategy.factories import AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db


def test_a_reference_names_one_draft():
    draft = DraftFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftFactory(reference=draft.reference)


@pytest.mark.parametrize("model", [Choice, FollowedIndicator])
def test_an_entry_of_the_catalogue_is_once_in_a_draft_and_own_rows_are_many(model):
    draft = DraftFactory()
    for number, ref in enumerate(("parc", "", "")):
        model.objects.create(draft=draft, number=number, title="Une", ref=ref)
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(draft=draft, number=3, title="Deux", ref="parc")
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.create(draft=draft, number=2, title="Deux")
    model.objects.create(draft=DraftFactory(), title="Une", ref="parc")
    assert model.objects.count() == 4


def test_a_body_and_an_account_are_once_in_a_draft(writer, draft):
    body = draft.bodies.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        DraftBody.objects.create(draft=draft, collectivity=body.collectivity, role=BodyRole.ASSOCIATED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(draft=draft, user=writer, role=MemberRole.READER)


def test_a_collectivity_with_a_draft_cannot_be_deleted(draft):
    with pytest.raises(ProtectedError):
        draft.bodies.get().collectivity.delete()


def test_an_account_that_leaves_takes_no_draft_with_it(writer, draft):
    writer.delete()
    draft.refresh_from_db()
    assert (draft.changed_by, draft.members.count()) == (None, 0)


def test_everything_written_goes_with_its_draft(draft):
    Objective.objects.create(draft=draft, statement="Réduire")
    Choice.objects.create(draft=draft, title="Une")
    FollowedIndicator.objects.create(draft=draft, title="Une")
    Actor.objects.create(governance=draft.governance, name="Syndicat", kind="public")
    draft.delete()
    parts = (Draft, Governance, Baseline, Actor, Objective, Choice, FollowedIndicator, DraftBody, Member)
    assert [model.__name__ for model in parts if model.objects.exists()] == []
    assert Collectivity.objects.filter(name="Commune imaginaire").exists()


def test_rows_read_as_what_they_are():
    draft = DraftFactory(collectivity__name="Ici")
    member = Member(draft=draft, user=AccountFactory(email="agent@exemple.invalid"), role=MemberRole.READER)
    assert [str(row) for row in (draft, draft.bodies.get(), member, Objective(statement="Réduire"))] == [
        draft.reference,
        "Ici (collectivité porteuse)",
        "agent@exemple.invalid (lecture seule)",
        "Réduire",
    ]
