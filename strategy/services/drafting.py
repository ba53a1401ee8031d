"""Opening a draft, the collectivités it belongs to, its governance, its baseline and its objectives."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from reen.enums import Kind
from strategy.enums import BodyRole, MemberRole
from strategy.errors import NotAllowedError
from strategy.models import Baseline, Collectivity, Draft, DraftBody, Governance, Member, Objective
from strategy.services.saving import add_row, hold, save_row, touch

ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # no letter or figure that reads like another


def new_reference() -> str:
    """« SNR-7K3QW2FA »: enough to be hard to guess, short enough to be read aloud."""
    return "SNR-" + "".join(secrets.choice(ALPHABET) for _ in range(8))


@transaction.atomic
def start_draft(
    *,
    collectivity: Collectivity,
    by: int | None,
    at: datetime,
    reference: str | None = None,
) -> Draft:
    """A new draft carried by this collectivité; the account that opens it, if any, becomes its owner."""
    draft = Draft.objects.create(
        reference=reference or new_reference(),
        demonstration=collectivity.demonstration,
        created_at=at,
        changed_at=at,
        changed_by_id=by,
    )
    Governance.objects.create(draft=draft)
    Baseline.objects.create(draft=draft)
    DraftBody.objects.create(draft=draft, collectivity=collectivity, role=BodyRole.BEARER)
    if by is not None:
        Member.objects.create(draft=draft, user_id=by, role=MemberRole.OWNER)
    return draft


@transaction.atomic
def type_in_collectivity(
    *, name: str, kind: Kind, population: int | None, demonstration: bool = False
) -> Collectivity:
    """A body that is in no official list; its population, if given, is the one typed in."""
    return Collectivity.objects.create(
        name=name, kind=kind, population_other=population, official=False, demonstration=demonstration
    )


@transaction.atomic
def add_body(
    *, draft: Draft, collectivity: Collectivity, role: BodyRole, by: int | None, at: datetime
) -> DraftBody:
    """Names a collectivité on the cover, once; naming it again changes its role.

    Raises NotAllowedError when a fictitious collectivité would meet a real one, and when only a commune could be
    associated.
    """
    if collectivity.demonstration != draft.demonstration:
        raise NotAllowedError("Une collectivité de démonstration ne se mêle pas à une vraie.")
    if role is BodyRole.ASSOCIATED and collectivity.kind != Kind.COMMUNE:
        raise NotAllowedError(
            "Seule une commune peut être associée. Choisissez «\u202fcollectivité porteuse\u202f»."
        )
    hold(draft)
    body, created = DraftBody.objects.get_or_create(
        draft=draft, collectivity=collectivity, defaults={"role": role.value}
    )
    if not created and body.role == role:
        return body
    if not created:
        if role is BodyRole.ASSOCIATED:
            refuse_last_bearer(draft, body)
        body.role = role
        body.save(update_fields=["role"])
    touch(draft=draft, by=by, at=at)
    return body


@transaction.atomic
def remove_body(*, draft: Draft, body: DraftBody, by: int | None, at: datetime) -> None:
    """Takes a collectivité off the cover; at least one must carry the strategy."""
    hold(draft)
    refuse_last_bearer(draft, body)
    body.delete()
    touch(draft=draft, by=by, at=at)


def refuse_last_bearer(draft: Draft, body: DraftBody) -> None:
    """Raises NotAllowedError if nobody else carries the strategy."""
    if not draft.bodies.filter(role=BodyRole.BEARER).exclude(pk=body.pk).exists():
        raise NotAllowedError(
            "Une stratégie a au moins une collectivité porteuse\u00a0: ajoutez-en une autre avant de changer celle-ci."
        )


def save_governance(
    *,
    draft: Draft,
    values: Mapping[str, Any],
    actors: Iterable[Mapping[str, str]],
    version: int,
    by: int | None,
    at: datetime,
) -> Governance:
    """Writes step 2 as a whole: the actors given replace the former ones. Raises StaleError."""
    return save_row(
        row=draft.governance,
        values=values,
        lines={"actors": list(actors)},
        version=version,
        draft=draft,
        by=by,
        at=at,
    )


def save_baseline(
    *, draft: Draft, values: Mapping[str, Any], version: int, by: int | None, at: datetime
) -> Baseline:
    """Writes step 3. Raises StaleError."""
    return save_row(row=draft.baseline, values=values, version=version, draft=draft, by=by, at=at)


def add_objective(*, draft: Draft, values: Mapping[str, Any], by: int | None, at: datetime) -> Objective:
    """A new objective."""
    return add_row(row=Objective(draft=draft), values=values, draft=draft, by=by, at=at)
