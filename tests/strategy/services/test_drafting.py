"""Opening a draft, the collectivités of its cover, its governance."""

import re

import pytest

from reen.enums import Kind
from strategy.enums import ActorKind, BodyRole, MemberRole
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Draft, DraftBody
from strategy.services.drafting import (
    add_body,
    add_objective,
    new_reference,
    remove_body,
    save_governance,
    start_draft,
    type_in_collectivity,
)
from tests.strategy.factories import LATER, OPENED_AT, AccountFactory, CollectivityFactory, DraftFactory

pytestmark = pytest.mark.django_db

BEARER, ASSOCIATED = BodyRole.BEARER, BodyRole.ASSOCIATED
PUBLIC = {"name": "Syndicat", "kind": ActorKind.PUBLIC, "involvement": "Réunions"}
PRIVATE = {"name": "Ressourcerie", "kind": ActorKind.PRIVATE, "involvement": ""}


def bodies(draft: Draft) -> list[tuple[str, str]]:
    return list(draft.bodies.values_list("collectivity__name", "role"))


def act(draft: Draft) -> dict:
    return {"draft": draft, "by": None, "at": LATER}


def test_a_reference_is_read_aloud_without_doubt_and_not_guessed():
    references = {new_reference() for _ in range(200)}
    assert len(references) == 200
    assert all(re.fullmatch("SNR-[A-HJKMNP-Z2-9]{8}", reference) for reference in references)


def test_a_new_draft_is_carried_by_its_collectivity_and_open_to_who_opened_it():
    account = AccountFactory()
    draft = start_draft(collectivity=CollectivityFactory(name="Ici"), by=account.pk, at=OPENED_AT)
    assert bodies(draft) == [("Ici", BEARER)]
    assert list(draft.members.values_list("user", "role")) == [(account.pk, MemberRole.OWNER)]
    assert (draft.changed_at, draft.changed_by_id, draft.demonstration) == (OPENED_AT, account.pk, False)


def test_a_draft_opened_without_account_has_no_member():
    assert DraftFactory().members.count() == 0


def test_a_draft_of_a_fictitious_collectivity_is_a_demonstration():
    assert DraftFactory(collectivity=CollectivityFactory(demonstration=True)).demonstration is True


def test_bodies_are_added_in_order_and_date_the_draft():
    draft = DraftFactory(collectivity__name="A")
    add_body(collectivity=CollectivityFactory(name="B"), role=BEARER, **act(draft))
    add_body(collectivity=CollectivityFactory(name="C"), role=ASSOCIATED, **act(draft))
    assert bodies(draft) == [("A", BEARER), ("B", BEARER), ("C", ASSOCIATED)]
    assert Draft.objects.get().changed_at == LATER


def test_adding_a_body_again_changes_nothing():
    draft = DraftFactory(collectivity__name="A")
    add_body(collectivity=draft.bodies.get().collectivity, role=BEARER, **act(draft))
    assert bodies(draft) == [("A", BEARER)]
    assert Draft.objects.get().changed_at == OPENED_AT


def test_adding_a_body_in_another_role_changes_its_role():
    draft = DraftFactory(collectivity__name="A")
    other = CollectivityFactory(name="B")
    for role in (ASSOCIATED, BEARER, ASSOCIATED):
        add_body(collectivity=other, role=role, **act(draft))
        assert bodies(draft) == [("A", BEARER), ("B", role)]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.COMMUNE])
def test_only_a_commune_is_associated(kind):
    draft = DraftFactory(collectivity__name="A")
    with pytest.raises(NotAllowedError, match="Seule une commune peut être associée"):
        add_body(collectivity=CollectivityFactory(kind=kind), role=ASSOCIATED, **act(draft))
    assert bodies(draft) == [("A", BEARER)]


@pytest.mark.parametrize("fictitious", [True, False])
def test_demonstration_and_reality_do_not_mix(fictitious):
    draft = DraftFactory(collectivity__demonstration=fictitious)
    other = CollectivityFactory(demonstration=not fictitious)
    with pytest.raises(NotAllowedError, match="ne se mêle pas à une vraie"):
        add_body(collectivity=other, role=BEARER, **act(draft))
    assert draft.bodies.count() == 1


@pytest.mark.parametrize("others", [0, 1])
def test_the_last_bearer_neither_leaves_nor_becomes_associated(others):
    draft = DraftFactory(collectivity__name="A")
    for _ in range(others):
        add_body(collectivity=CollectivityFactory(name="B"), role=ASSOCIATED, **act(draft))
    before = bodies(draft)
    last = draft.bodies.first()
    with pytest.raises(NotAllowedError, match="au moins une collectivité porteuse"):
        remove_body(body=last, **act(draft))
    with pytest.raises(NotAllowedError, match="au moins une collectivité porteuse"):
        add_body(collectivity=last.collectivity, role=ASSOCIATED, **act(draft))
    assert bodies(draft) == before


def test_a_body_leaves_once_another_carries_the_strategy():
    draft = DraftFactory(collectivity__name="A")
    add_body(collectivity=CollectivityFactory(name="B"), role=BEARER, **act(draft))
    remove_body(body=DraftBody.objects.get(collectivity__name="A"), **act(draft))
    assert bodies(draft) == [("B", BEARER)]


def test_a_body_of_no_list_is_neither_official_nor_searchable():
    typed = type_in_collectivity(name="Syndicat imaginaire", kind=Kind.SYNDICAT, population=12_500)
    assert (typed.official, typed.code, typed.search_key, typed.population) == (False, None, "", 12_500)


def actors(draft: Draft) -> list[tuple[str, str, str]]:
    return list(draft.governance.actors.values_list("name", "kind", "involvement"))


def govern(draft: Draft, given: list[dict], version: int, **values: str) -> None:
    fresh = Draft.objects.get(pk=draft.pk)
    save_governance(values=values, actors=given, version=version, **act(fresh))


def test_actors_given_replace_the_former_ones_and_count_as_one_change():
    draft = DraftFactory()
    govern(draft, [PUBLIC], version=0, pilot_name="Dominique")
    govern(draft, [PRIVATE, PUBLIC], version=1)
    assert actors(draft) == [tuple(PRIVATE.values()), tuple(PUBLIC.values())]
    governance = Draft.objects.get().governance
    assert (governance.version, governance.pilot_name) == (2, "Dominique")
    govern(draft, [], version=2)
    assert actors(draft) == []


def test_the_same_governance_writes_nothing():
    draft = DraftFactory()
    govern(draft, [PUBLIC, PRIVATE], version=0, pilot_name="Dominique")
    Draft.objects.update(changed_at=OPENED_AT)
    keys = list(draft.governance.actors.values_list("pk"))
    govern(draft, [PUBLIC, PRIVATE], version=1, pilot_name="Dominique")
    after = Draft.objects.get()
    assert (after.governance.version, after.changed_at) == (1, OPENED_AT)
    assert list(draft.governance.actors.values_list("pk")) == keys


def test_a_stale_governance_keeps_actors_and_words():
    draft = DraftFactory()
    govern(draft, [PUBLIC], version=0)
    with pytest.raises(StaleError):
        govern(draft, [PRIVATE], version=0, pilot_name="Dominique")
    assert actors(draft) == [tuple(PUBLIC.values())]
    assert Draft.objects.get().governance.pilot_name == ""


def test_an_objective_is_added_to_the_draft_it_dates():
    draft = DraftFactory()
    add_objective(values={"statement": "Réduire"}, **act(draft))
    assert [str(objective) for objective in draft.objectives.all()] == ["Réduire"]
    assert Draft.objects.get().changed_at == LATER
