"""Who a draft belongs to: it always has an owner, never a consultant, and the log tells every act."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from strategy.enums import Act, MemberRole
from strategy.errors import NotAllowedError
from strategy.models import Draft, Event, Member
from strategy.models.written_once import WrittenOnceError
from strategy.permissions import Visitor, owned, role_of
from strategy.services.ending import delete_account, drafts_only_of
from strategy.services.keeping import (
    change_member,
    claim_drafts,
    leave,
    name_owner,
    remove_member,
    take_over,
)
from tests.strategy.factories import LATER, AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db

OWNER, WRITER, READER, CONSULTANT = MemberRole
END = date(2027, 3, 31)


def member(draft: Draft, role: MemberRole = WRITER, **account) -> Member:
    until = END if role is CONSULTANT else None
    return Member.objects.create(draft=draft, user=AccountFactory(**account), role=role, until=until)


def owner(draft: Draft) -> Member:
    return draft.members.get(role=OWNER)


def act(draft: Draft, by: Member) -> dict:
    return {"draft": draft, "by": by.user_id, "at": LATER}


def log(draft: Draft) -> list[tuple[str, str]]:
    return [(event.act, str(event)) for event in draft.events.all()]


def test_claiming_makes_an_owner_once_and_ignores_unknown_references():
    account, draft = AccountFactory(), DraftFactory()
    for _ in range(2):
        claim_drafts(references=[draft.reference, "SNR-INCONNUE"], by=account.pk, at=LATER)
    assert list(Member.objects.values_list("draft", "user", "role")) == [(draft.pk, account.pk, OWNER)]
    assert log(draft) == [(Act.CLAIMED, f"{account.email} a gardé ce brouillon avec son adresse.")]


def test_what_somebody_keeps_is_claimed_by_nobody_else(draft):
    claim_drafts(references=[draft.reference], by=AccountFactory().pk, at=LATER)
    assert draft.members.count() == 1


def test_a_role_is_changed_and_told(draft):
    other = member(draft)
    change_member(member=other, role=CONSULTANT, until=END, **act(draft, owner(draft)))
    assert draft.members.get(pk=other.pk).until == END
    assert log(draft) == [
        (
            Act.CHANGED,
            f"{owner(draft).user} a changé le rôle de {other.user}\u00a0: prestataire, jusqu’au 31\u00a0mars 2027.",
        )
    ]


def test_saving_the_same_role_tells_nothing(draft):
    other = member(draft)
    change_member(member=other, role=WRITER, until=None, **act(draft, owner(draft)))
    assert log(draft) == []


def test_the_last_owner_is_neither_demoted_nor_removed_nor_gone(draft):
    last, by = owner(draft), act(draft, owner(draft))
    member(draft)
    for refused in (
        lambda: change_member(member=last, role=WRITER, until=None, **by),
        lambda: remove_member(member=last, **by),
        lambda: leave(successor=None, **by),
    ):
        with pytest.raises(NotAllowedError, match="toujours une personne responsable"):
            refused()
    assert owner(draft) == last
    assert log(draft) == []


def test_an_owner_whose_account_is_off_does_not_count(draft):
    member(draft, OWNER, is_active=False)
    with pytest.raises(NotAllowedError):
        leave(successor=None, **act(draft, draft.members.earliest("pk")))


def test_the_last_owner_leaves_to_a_writer(draft):
    heir, leaving = member(draft), owner(draft)
    leave(successor=heir, **act(draft, leaving))
    assert list(draft.members.values_list("user", "role")) == [(heir.user_id, OWNER)]
    assert log(draft)[0][1] == f"{leaving.user} a quitté la stratégie et désigné {heir.user} responsable."


@pytest.mark.parametrize("role", [READER, CONSULTANT])
def test_only_a_writer_succeeds(draft, role):
    with pytest.raises(NotAllowedError):
        leave(successor=member(draft, role), **act(draft, owner(draft)))


def test_a_consultant_never_owns(draft):
    consultant = member(draft, CONSULTANT)
    with pytest.raises(NotAllowedError, match="prestataire"):
        change_member(member=consultant, role=OWNER, until=None, **act(draft, owner(draft)))
    Member.objects.filter(role=OWNER).delete()
    with pytest.raises(NotAllowedError):
        take_over(**act(draft, consultant))
    with pytest.raises(NotAllowedError, match="prestataire"):
        name_owner(draft=draft, user_id=consultant.user_id, reason="Départ", by=consultant.user_id, at=LATER)
    assert not owned(draft)


@pytest.mark.parametrize(("role", "until"), [(CONSULTANT, None), (WRITER, END), (OWNER, END)])
def test_the_database_holds_that_consultants_alone_have_an_end(draft, role, until):
    with pytest.raises(IntegrityError), transaction.atomic():
        Member.objects.create(draft=draft, user=AccountFactory(), role=role, until=until)


@pytest.mark.parametrize(
    ("today", "role"), [(END, CONSULTANT), (date(2027, 4, 1), None), (date(2027, 1, 1), CONSULTANT)]
)
def test_a_consultant_s_access_ends_after_its_last_day(draft, today, role):
    consultant = member(draft, CONSULTANT)
    assert role_of(Visitor(consultant.user_id, frozenset(), today), draft) is role


def test_a_writer_takes_over_once_no_owner_is_left(draft):
    writer = member(draft)
    with pytest.raises(NotAllowedError):
        take_over(**act(draft, writer))
    delete_account(user_id=owner(draft).user_id, at=LATER)
    take_over(**act(draft, writer))
    assert list(draft.members.values_list("user", "role")) == [(writer.user_id, OWNER)]
    assert log(draft)[0] == (
        Act.TOOK_OVER,
        f"{writer.user} a repris la responsabilité de la stratégie, qui n’avait plus personne.",
    )


def test_an_administrator_names_an_owner_and_says_why(draft):
    boss, heir = AccountFactory(is_superuser=True), AccountFactory()
    arguments = (draft.reference, heir.email)
    call_command("name_owner", *arguments, "--by", boss.email, "--reason", "Mutation, courrier du maire")
    assert set(draft.members.filter(role=OWNER).values_list("user", flat=True)) >= {heir.pk}
    words = f"{boss} (administration du site) a désigné {heir} responsable."
    assert log(draft) == [(Act.APPOINTED, f"{words} Raison\u00a0: Mutation, courrier du maire")]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"reference": "SNR-INCONNUE"}, "Aucune stratégie"),
        ({"email": "absente@exemple.invalid"}, "Aucun compte actif"),
        ({"--by": "simple@exemple.invalid"}, "n’a pas le droit"),
        ({"--reason": " "}, "Donnez la raison"),
    ],
)
def test_naming_an_owner_is_refused_with_the_reason(draft, change, refusal):
    AccountFactory(email="chef@exemple.invalid", is_superuser=True)
    AccountFactory(email="simple@exemple.invalid")
    given = {"reference": draft.reference, "email": "simple@exemple.invalid", "--by": "chef@exemple.invalid"}
    given |= {"--reason": "Départ"} | change
    options = [part for name in ("--by", "--reason") for part in (name, given[name])]
    with pytest.raises(CommandError, match=refusal):
        call_command("name_owner", given["reference"], given["email"], *options)
    assert log(draft) == []


def test_the_log_is_written_once_and_outlives_accounts(draft):
    leaving, other = owner(draft), member(draft)
    remove_member(member=other, **act(draft, leaving))
    event = draft.events.get()
    words = str(event)
    for forbidden in (
        lambda: Event.objects.update(words="autre"),
        lambda: draft.events.all().delete(),
        lambda: Event.objects.filter(pk=event.pk).update(words="autre"),
        event.save,
        event.delete,
    ):
        with pytest.raises(WrittenOnceError):
            forbidden()
    member(draft)
    delete_account(user_id=leaving.user_id, at=LATER)
    kept = Event.objects.get(pk=event.pk)
    assert (str(kept), kept.by) == (words, None)


def test_deleting_an_account_keeps_what_is_shared(draft):
    account = owner(draft).user
    alone = DraftFactory(by=account.pk)
    other = member(draft)
    assert list(drafts_only_of(account.pk)) == [alone]
    delete_account(user_id=account.pk, at=LATER)
    assert list(Draft.objects.all()) == [draft]
    assert list(draft.members.all()) == [other]
    assert log(draft)[0] == (Act.LEFT, f"{account.email} a supprimé son compte.")
