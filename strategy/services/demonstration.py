"""Two plainly fictitious strategies and an account for each user group, made through the services."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from reen.enums import Kind
from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from reen.rules.profile import Nature
from strategy.enums import ActorKind, BodyRole, ChoiceStatus, DecisionKind, MemberRole, VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Choice, Collectivity, Draft, FollowedIndicator, Member, Plan, Version
from strategy.queries.footprint import footprint_row
from strategy.queries.versions import versions_of
from strategy.services.choosing import add_own_action, choose_actions, follow_indicators
from strategy.services.deciding import decide
from strategy.services.drafting import add_body, add_objective, save_baseline, save_governance, start_draft
from strategy.services.fictional_reviews import circulate
from strategy.services.fictions import (
    ACTIONS,
    ACTORS,
    BASELINE,
    COMMUNES,
    EARLIER,
    ELECTED,
    EQUIPMENT,
    GOVERNANCE,
    INDICATORS,
    LATER,
    LONGER,
    OBJECTIVES,
    OWN_ACTION,
    PLANS,
    REVISED,
    TEAM,
    VILLAGE_ACTIONS,
    VILLAGE_ACTORS,
    VILLAGE_GOVERNANCE,
    VILLAGE_OBJECTIVE,
)
from strategy.services.footprint import save_footprint, save_territory
from strategy.services.freezing import freeze
from strategy.services.naming import tell_name
from strategy.services.saving import add_row, save_row

COMPLETE, STARTED = "DEMO-AGGLO", "DEMO-COMMUNE"
PASSWORD = "boussole-demonstration"
VALIDATORS = "Validateurs"
MANAGER, EDITOR, AUDITOR = (f"{name}@demonstration.invalid" for name in ("redaction", "edition", "audit"))


@dataclass(frozen=True, slots=True)
class Account:
    """How to sign in as one of the user groups, and what the account tells of a person who does not exist."""

    group: str
    email: str
    first_name: str
    last_name: str
    function: str
    password: str = PASSWORD


ACCOUNTS = (
    Account("manager", MANAGER, "Andrea", "Imaginaire", "chargée de mission de démonstration"),
    Account("editor", EDITOR, "Morgan", "Imaginaire", "édition de démonstration"),
    Account("auditor", AUDITOR, "Sacha", "Fictif", "contrôle de démonstration"),
)


@transaction.atomic
def create_demonstration(*, at: datetime) -> tuple[Draft, Draft]:
    """The complete strategy, then the half-filled one; those already there are left as they are.

    Raises NotAllowedError where demonstration is not allowed (production), and where the catalogue is not loaded.
    """
    if not settings.DEMONSTRATION_ALLOWED:
        raise NotAllowedError("Les données de démonstration ne se créent pas en production.")
    if not action_sheets(refs=ACTIONS) or not indicator_sheets(refs=INDICATORS):
        raise NotAllowedError(
            "Le catalogue est vide\u00a0: lancez d’abord «\u202fmanage.py load_content\u202f»."
        )
    users = {account.email: demo_user(account) for account in ACCOUNTS}
    users[EDITOR].groups.add(Group.objects.get_or_create(name=VALIDATORS)[0])
    manager = users[MANAGER].pk
    complete = Draft.objects.filter(reference=COMPLETE).first() or agglomeration(by=manager, at=at)
    started = Draft.objects.filter(reference=STARTED).first() or commune(by=manager, at=at)
    issue_versions(complete, started, by=manager, at=at)
    project, frozen, *_ = demonstration_versions(complete)
    circulate(project, frozen, by=manager, auditor=users[AUDITOR].pk, email=AUDITOR, at=at)
    Member.objects.get_or_create(draft=complete, user=users[AUDITOR], defaults={"role": MemberRole.READER})
    return complete, started


def issue_versions(complete: Draft, started: Draft, *, by: int, at: datetime) -> None:
    """Numbers a project of each, revises and freezes the complete one and tells that it was presented; once."""
    told: dict[str, Any] = {"functions": {TEAM: TEAM}, "seen": None, "by": by, "at": at}
    if not versions_of(started.reference):
        freeze(draft=started, status=VersionStatus.NUMBERED, **told)
    if not versions_of(complete.reference):
        revise(complete, EARLIER, by=by, at=at)
        freeze(draft=complete, status=VersionStatus.NUMBERED, **told)
        revise(complete, LATER, by=by, at=at)
        version = freeze(draft=complete, status=VersionStatus.FROZEN, **told)
        day = timezone.localdate(at)
        decide(version=version, kind=DecisionKind.REPORT, on=day, reference="", by=by, at=at)


def revise(draft: Draft, told: dict[str, Any], *, by: int, at: datetime) -> None:
    """Writes what the project and the frozen version tell otherwise, so that there is something to compare."""
    choice = Choice.objects.get(draft=draft, ref=REVISED)
    for row, values, lines in (
        (draft.governance, {"means": told["means"]}, {}),
        (draft.objectives.all()[LONGER], {"target_value": told["target_value"]}, {}),
        (choice, {"end": told["end"]}, {"years": told["years"]}),
    ):
        row.refresh_from_db()
        save_row(row=row, values=values, lines=lines, version=row.version, draft=draft, by=by, at=at)


def demonstration_versions(*drafts: Draft) -> list[Version]:
    """The versions of the demonstration, the first one first."""
    return [version for draft in drafts for version in reversed(versions_of(draft.reference))]


def demo_user(account: Account) -> Any:
    """The account of that address, made with the demo password and a fictitious name if it is not there yet."""
    users = get_user_model().objects
    there = users.filter(email=account.email).first()
    user = there or users.create_user(email=account.email, password=account.password)
    if not user.get_full_name():
        told = {"first_name": account.first_name, "last_name": account.last_name}
        tell_name(user_id=user.pk, function=account.function, **told)
    return user


def demo_body(name: str, kind: Kind, population: int, nature: str = "") -> Collectivity:
    """A fictitious collectivité: no code of the official list, absent from search."""
    body, _ = Collectivity.objects.get_or_create(
        name=name,
        demonstration=True,
        defaults={"kind": kind, "nature": nature, "population_total": population, "official": False},
    )
    return body


def agglomeration(*, by: int, at: datetime) -> Draft:
    """A late agglomeration of about 80 000 inhabitants that filled everything, with two associated communes."""
    main = demo_body("Agglomération de démonstration", Kind.EPCI, 80_240, Nature.CA)
    draft = start_draft(collectivity=main, by=by, at=at, reference=COMPLETE)
    who: dict[str, Any] = {"draft": draft, "by": by, "at": at}
    for name, population in COMMUNES.items():
        add_body(collectivity=demo_body(name, Kind.COMMUNE, population), role=BodyRole.ASSOCIATED, **who)
    save_governance(values=GOVERNANCE, actors=actors(ACTORS), version=0, **who)
    save_baseline(values=BASELINE, version=0, **who)
    estimates(draft, who)
    links: dict[str, list[Any]] = {
        "objectives": [add_objective(values=values, **who) for values in OBJECTIVES],
        "plans": [add_row(row=Plan(draft=draft), values=values, **who) for values in PLANS],
        "bodies": list(draft.bodies.all()),
    }
    retained = {choice.ref: choice for choice in choose_actions(sheets=action_sheets(refs=ACTIONS), **who)}
    for ref, local in ACTIONS.items():
        complete_action(retained[ref], local, links, who)
    wording = {name: OWN_ACTION[name] for name in ("theme", "title", "summary")}
    complete_action(add_own_action(values=wording, **who), OWN_ACTION, links, who)
    for indicator in follow_indicators(sheets=indicator_sheets(refs=INDICATORS), **who):
        complete_indicator(indicator, INDICATORS[indicator.ref], links["objectives"], who)
    return draft


def actors(rows: Iterable[tuple[str, ActorKind, str]]) -> list[dict[str, Any]]:
    """The actors as the service takes them."""
    return [{"name": name, "kind": kind, "involvement": involvement} for name, kind, involvement in rows]


def estimates(draft: Draft, who: dict[str, Any]) -> None:
    """Both estimates, with the factors of today."""
    row = footprint_row(draft)
    values = {"edition": row.edition, "electricity": row.electricity, "pue": row.pue, "year": 2025}
    save_footprint(values=values, lines=EQUIPMENT, version=0, **who)
    save_territory(values={"edition": row.edition, "retained": True}, version=0, **who)


def complete_action(
    choice: Choice, local: dict[str, Any], links: dict[str, list[Any]], who: dict[str, Any]
) -> None:
    """Writes the local facts of an action; objectives, plans and collectivités are told by rank."""
    usual = {
        "pilot": TEAM,
        "elected": ELECTED,
        "start": date(2027, 1, 1),
        "end": date(2028, 12, 31),
        "status": ChoiceStatus.PLANNED,
    }
    if "start" in local and "end" not in local:
        usual["end"] = None
    values = usual | {name: value for name, value in local.items() if name != "years"}
    for name, rows in links.items():
        values[name] = [rows[rank] for rank in local.get(name, ())]
    save_row(row=choice, values=values, version=choice.version, lines={"years": local["years"]}, **who)


def complete_indicator(
    indicator: FollowedIndicator, local: dict[str, Any], objectives: list[Any], who: dict[str, Any]
) -> None:
    """Writes the values of an indicator: where it starts, where it goes, and the years on the way."""
    years = [
        {"year": year, "expected": Decimal(expected), "measured": Decimal(measured) if measured else None}
        for year, expected, measured in local["years"]
    ]
    given = {name: value for name, value in local.items() if name != "years"}
    values = given | {
        "baseline_date": date(2025, 12, 31),
        "owner": TEAM,
        "objective": objectives[local["objective"]],
    }
    save_row(row=indicator, values=values, version=indicator.version, lines={"years": years}, **who)


def commune(*, by: int, at: datetime) -> Draft:
    """A commune of 3 000 inhabitants half-way: actions kept as proposed, one completed, an objective without start."""
    body = demo_body("Petite commune de démonstration", Kind.COMMUNE, 3_000)
    draft = start_draft(collectivity=body, by=by, at=at, reference=STARTED)
    who: dict[str, Any] = {"draft": draft, "by": by, "at": at}
    save_governance(values=VILLAGE_GOVERNANCE, actors=actors(VILLAGE_ACTORS), version=0, **who)
    add_objective(values=VILLAGE_OBJECTIVE, **who)
    chosen = choose_actions(sheets=action_sheets(refs=VILLAGE_ACTIONS), **who)
    inventory = next(choice for choice in chosen if choice.ref == "inventaire-parc")
    local = {"pilot": "Secrétariat de mairie", "start": date(2027, 2, 1)}
    save_row(row=inventory, values=local, version=inventory.version, **who)
    return draft
