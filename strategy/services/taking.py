"""Taking a document up: a draft rebuilt from the record it carries, in this installation or another."""

from base64 import b64decode
from datetime import datetime
from typing import Any

from django.db import transaction

from strategy.document.draft import BaselineData, GovernanceData
from strategy.document.logo import Logo as PlainLogo
from strategy.document.model import Document
from strategy.document.record import BodyRecord, OrganisationRecord, TerritoryRecord
from strategy.document.serialize import to_json
from strategy.document.versioning import withdrawn
from strategy.enums import Act, MemberRole
from strategy.errors import DocumentError
from strategy.models import (
    Actor,
    Baseline,
    Collectivity,
    Draft,
    DraftBody,
    Footprint,
    FootprintLine,
    Governance,
    Logo,
    Member,
    Taken,
    TerritoryFootprint,
)
from strategy.queries.versions import origin_of
from strategy.services.drafting import new_reference
from strategy.services.events import record as log
from strategy.services.rebuilding import checked, rebuild_rows
from strategy.services.take_remarks import remarks_on
from strategy.services.takeable import refuse_unfit

NO_RECORD = (
    "ce document ne porte pas les données dont un brouillon se rebâtit\u00a0: déposez la stratégie entière, et non son "
    "programme de travail, ses fiches ou sa feuille de choix"
)


@transaction.atomic
def take_up(*, document: Document, by: int | None, at: datetime) -> Draft:
    """A draft equal to the document, under an address of its own; the account, if any, becomes its owner.

    Its document is the one given, without its number, until something changes. Raises DocumentError, which names the
    place, for what no draft can hold; nothing is written then.
    """
    whole = document.record
    if whole is None:
        raise DocumentError("record", NO_RECORD)
    refuse_unfit(document, whole)
    draft = Draft.objects.create(
        reference=new_reference(),
        demonstration=document.demonstration,
        created_at=at,
        changed_at=at,
        changed_by_id=by,
    )
    bodies = [take_body(draft, body, index) for index, body in enumerate(whole.bodies)]
    take_governance(draft, whole.governance)
    take_baseline(draft, whole.baseline)
    take_organisation(draft, whole.organisation)
    take_territory(draft, whole.territory)
    take_logo(draft, document.logo)
    rebuild_rows(draft, whole, bodies)
    if by is not None:
        Member.objects.create(draft=draft, user_id=by, role=MemberRole.OWNER)
    origin = origin_of(document)
    remarks = list(remarks_on(document, whole, [body.collectivity for body in bodies]))
    taken = Taken(
        draft=draft,
        reference=document.reference,
        origin=origin,
        text=to_json(withdrawn(document)),
        at=at,
        remarks=remarks,
    )
    checked(taken, "document").save(force_insert=True)
    log(draft=draft, act=Act.TAKEN, words=f"a repris un document\u00a0: {origin}.", by=by, at=at)
    return draft


def take_body(draft: Draft, body: BodyRecord, index: int) -> DraftBody:
    """A collectivité of the cover: found in the official list, else as it was typed in."""
    path = f"record.bodies[{index}]"
    row = DraftBody(draft=draft, collectivity=collectivity_of(body, draft, path), role=body.role.value)
    checked(row, path).save(force_insert=True)
    return row


def collectivity_of(body: BodyRecord, draft: Draft, path: str) -> Collectivity:
    """The row of the official list with that kind and code; a fictitious one is used again; others are typed in."""
    every = Collectivity.objects.order_by("pk")
    found = None
    if draft.demonstration:
        found = every.filter(demonstration=True, name=body.name, kind=body.kind, nature=body.nature).first()
    elif body.code:
        found = every.filter(official=True, demonstration=False, kind=body.kind, code=body.code).first()
    if found is not None:
        return found
    figure = "population_total" if draft.demonstration else "population_other"
    typed = Collectivity(
        name=body.name,
        kind=body.kind,
        nature=body.nature,
        official=False,
        demonstration=draft.demonstration,
        **{figure: body.population},
    )
    checked(typed, path).save(force_insert=True)
    return typed


def take_governance(draft: Draft, data: GovernanceData) -> None:
    """Step 2, with the actors in their order."""
    values = {name: getattr(data, name) or "" for name in data.__dataclass_fields__ if name != "actors"}
    row = Governance(draft=draft, **values)
    checked(row, "record.governance").save(force_insert=True)
    actors = [
        Actor(governance=row, name=actor.name, kind=actor.kind, involvement=actor.involvement)
        for actor in data.actors
    ]
    for index, actor in enumerate(actors):
        checked(actor, f"record.governance.actors[{index}]")
    Actor.objects.bulk_create(actors)


def take_baseline(draft: Draft, data: BaselineData) -> None:
    """Step 3, without its estimates."""
    left = ("programme_file", "organisation", "territory")
    values = {name: getattr(data, name) for name in data.__dataclass_fields__ if name not in left}
    values["programme"] = data.programme or ""
    checked(Baseline(draft=draft, **values), "record.baseline").save(force_insert=True)


def take_organisation(draft: Draft, data: OrganisationRecord | None) -> None:
    """What the equipment's estimate is computed from; its figures come with the edition."""
    if data is None:
        return
    values: dict[str, Any] = {}
    for name, own in (("electricity", data.electricity_own), ("pue", data.pue_own)):
        if own is not None:
            values |= {f"{name}_own": own.value, f"{name}_reason": own.reason}
    row = Footprint(
        draft=draft,
        edition=data.edition,
        year=data.year,
        electricity=data.electricity,
        pue=data.pue,
        **values,
    )
    checked(row, "record.organisation").save(force_insert=True)
    names = ("ref", "number", "refurbished", "lifetime", "making", "consumption", "avoided", "reason")
    lines = [
        FootprintLine(footprint=row, **{name: getattr(line, name) for name in names})
        for line in data.equipment
    ]
    for index, line in enumerate(lines):
        checked(line, f"record.organisation.equipment[{index}]")
    FootprintLine.objects.bulk_create(lines)


def take_territory(draft: Draft, data: TerritoryRecord | None) -> None:
    """What the territory's order of magnitude is computed from."""
    if data is None:
        return
    values: dict[str, Any] = {}
    if data.own is not None:
        values = {
            "per_inhabitant": data.own.value,
            "per_inhabitant_source": data.own.source,
            "per_inhabitant_year": data.own.year,
        }
    row = TerritoryFootprint(
        draft=draft,
        edition=data.edition,
        retained=data.retained,
        population=data.population,
        population_source=data.population_source,
        **values,
    )
    checked(row, "record.territory").save(force_insert=True)


def take_logo(draft: Draft, logo: PlainLogo | None) -> None:
    """The picture of the cover, to the byte: it was re-made once, and checked when the document was read."""
    if logo is None:
        return
    row = Logo(
        draft=draft,
        png=b64decode(logo.png),
        width=logo.width,
        height=logo.height,
        alternative=logo.alternative,
    )
    checked(row, "logo").save(force_insert=True)
