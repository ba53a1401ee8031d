"""Two plainly fictitious strategies and an account for each user group, made through the services."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from reen.enums import Kind, Theme
from reen.queries.actions import action_sheets
from reen.queries.footprint import current_factors
from reen.queries.indicators import indicator_sheets
from reen.rules.profile import Nature
from strategy.enums import ActorKind, BodyRole, ChoiceStatus, MemberRole, Perimeter, Programme, Rhythm
from strategy.errors import NotAllowedError
from strategy.models import Collectivity, Draft, Member
from strategy.services.choosing import add_own_action, choose_actions, follow_indicators
from strategy.services.drafting import add_body, add_objective, save_baseline, save_governance, start_draft
from strategy.services.footprint import save_footprint, save_territory
from strategy.services.saving import save_row

COMPLETE, STARTED = "DEMO-AGGLO", "DEMO-COMMUNE"
PASSWORD = "boussole-demonstration"
EDITORS = "Éditeurs"
MANAGER, EDITOR, AUDITOR = (f"{name}@demonstration.invalid" for name in ("redaction", "edition", "audit"))


@dataclass(frozen=True, slots=True)
class Account:
    """How to sign in as one of the user groups."""

    group: str
    email: str
    password: str


ACCOUNTS = tuple(
    Account(group, email, PASSWORD)
    for group, email in (("manager", MANAGER), ("editor", EDITOR), ("auditor", AUDITOR))
)

AGGLOMERATION_BASELINE = {
    "programme": Programme.HERE,
    "impact_territory": (
        "Bilan de démonstration, chiffres fictifs.\n"
        "- Équipements des habitants : principal poste d’empreinte, avec la fabrication des écrans.\n"
        "- Équipements des entreprises et des services publics : deuxième poste.\n"
        "- Réseaux et centres de données : troisième poste."
    ),
    "impact_organisation": (
        "Bilan de démonstration, chiffres fictifs : 900 postes de travail, 1 100 écrans et 420 téléphones, renouvelés "
        "en moyenne tous les quatre ans."
    ),
    "uses": (
        "Enquête de démonstration auprès des communes membres : les démarches en ligne progressent, et une part des "
        "habitants reste éloignée du numérique. Les guichets restent ouverts dans chaque commune."
    ),
    "ongoing": (
        "- Inventaire du parc commencé dans les services centraux.\n"
        "- Collecte des téléphones dans deux déchèteries.\n"
        "- Premier audit d’accessibilité du site de l’agglomération."
    ),
    "nothing_ongoing": False,
}
# Type of equipment → its number, and how long it is kept.
EQUIPMENT: dict[str, tuple[int, Decimal | None]] = {
    "ordinateur-portable": (620, Decimal(4)),
    "ordinateur-fixe": (280, Decimal(4)),
    "ecran-24": (1_100, None),
    "smartphone": (420, Decimal(4)),
    "tablette": (60, None),
    "imprimante-laser": (45, None),
    "multifonction-a3": (22, None),
    "serveur-rack": (12, None),
    "commutateur": (64, None),
    "borne-wifi": (150, None),
}
AGGLOMERATION_GOVERNANCE = {
    "elected_name": "Camille Exemple",
    "elected_role": "vice-présidence à la transition écologique",
    "pilot_name": "Dominique Fictif",
    "pilot_role": "direction du numérique",
    "steering": "Comité de pilotage deux fois par an\u202f; point au bureau avant le débat sur le budget.",
    "means": "Un demi-poste dédié et 12 000 € par an d’accompagnement (chiffres fictifs).",
    "yearly_review": (
        "La direction du numérique prépare le bilan à l’automne, pour le rapport développement durable présenté avant "
        "le débat sur le budget."
    ),
}
ACTORS = (
    ("Communes membres", ActorKind.PUBLIC, "Un référent par commune, réuni chaque trimestre"),
    ("Syndicat de traitement des déchets", ActorKind.PUBLIC, "Données de collecte, relais en déchèterie"),
    ("Ressourcerie de démonstration", ActorKind.PRIVATE, "Réemploi du matériel sorti du parc"),
    ("Association d’usagers (fictive)", ActorKind.PRIVATE, "Relecture du projet, ateliers"),
)
OBJECTIVES = (
    {
        "statement": "Allonger la durée d’usage des postes de travail",
        "perimeter": Perimeter.ORGANISATION,
        "rhythm": Rhythm.MULTI_YEAR,
        "unit": "années",
        "baseline_value": Decimal(4),
        "baseline_year": 2025,
        "target_value": Decimal(6),
        "target_year": 2029,
    },
    {
        "statement": "Réduire la part d’équipements jetés sans réemploi sur le territoire",
        "perimeter": Perimeter.TERRITORY,
        "rhythm": Rhythm.MULTI_YEAR,
        "unit": "%",
        "baseline_value": Decimal(80),
        "baseline_year": 2025,
        "target_value": Decimal(50),
        "target_year": 2030,
    },
)
# Action of the catalogue → what the fictitious agglomeration adds to it.
ACTIONS: dict[str, dict[str, Any]] = {
    "cartographier-acteurs": {"budget": Decimal(0), "means": "Dix jours d’agent, une fois"},
    "bilan-impact": {"budget": Decimal(18000), "partners": "Communes membres"},
    "nommer-referent": {"budget": Decimal(0), "means": "Un demi-poste de la direction du numérique"},
    "bilan-annuel-rdd": {"budget": Decimal(0), "means": "Cinq jours d’agent par an"},
    "acheter-reconditionne": {"budget": Decimal(45000), "partners": "Groupement de commandes"},
    "critere-reparabilite": {"budget": Decimal(0), "means": "Clauses types reprises dans chaque marché"},
    "inventaire-parc": {"budget": Decimal(6000), "status": ChoiceStatus.STARTED},
    "allonger-duree-vie": {"budget": Decimal(22000)},
    "donner-materiel": {"budget": Decimal(3000), "partners": "Ressourcerie de démonstration"},
    "autodiag-rgesn": {"budget": Decimal(9000)},
    "accessibilite-schema": {"budget": Decimal(15000), "status": ChoiceStatus.STARTED},
    "plan-formation": {"budget": Decimal(8000), "partners": "Centre de gestion"},
    "campagne-habitants": {"budget": Decimal(7500), "partners": "Association d’usagers (fictive)"},
    "ouvrir-donnees": {"budget": Decimal(4000)},
}
INDICATORS: dict[str, dict[str, Any]] = {
    "duree-vie-equipements": {
        "objective": 0,
        "unit": "années",
        "baseline_value": Decimal(4),
        "target_value": Decimal(6),
        "target_year": 2029,
    },
    "taux-reemploi-reforme": {
        "objective": 1,
        "baseline_value": Decimal(20),
        "target_value": Decimal(50),
        "target_year": 2030,
    },
    "completude-inventaire": {
        "objective": 0,
        "baseline_value": Decimal(60),
        "target_value": Decimal(100),
        "target_year": 2027,
    },
}


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
    users = {account.email: demo_user(account.email) for account in ACCOUNTS}
    users[EDITOR].groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    manager = users[MANAGER].pk
    complete = Draft.objects.filter(reference=COMPLETE).first() or agglomeration(by=manager, at=at)
    started = Draft.objects.filter(reference=STARTED).first() or commune(by=manager, at=at)
    Member.objects.get_or_create(draft=complete, user=users[AUDITOR], defaults={"role": MemberRole.READER})
    return complete, started


def demo_user(email: str) -> Any:
    """The account of that address, made with the demo password if it is not there yet."""
    users = get_user_model().objects
    return users.filter(email=email).first() or users.create_user(email=email, password=PASSWORD)


def demo_body(name: str, kind: Kind, population: int, nature: str = "") -> Collectivity:
    """A fictitious collectivité: no code of the official list, absent from search."""
    body, _ = Collectivity.objects.get_or_create(
        name=name,
        demonstration=True,
        defaults={"kind": kind, "nature": nature, "population_total": population, "official": False},
    )
    return body


def agglomeration(*, by: int, at: datetime) -> Draft:
    """A late agglomeration of about 80 000 inhabitants that filled everything."""
    main = demo_body("Agglomération de démonstration", Kind.EPCI, 80_240, Nature.CA)
    draft = start_draft(collectivity=main, by=by, at=at, reference=COMPLETE)
    who: dict[str, Any] = {"draft": draft, "by": by, "at": at}
    for name, population in (("Commune de démonstration A", 31_200), ("Commune de démonstration B", 4_150)):
        add_body(collectivity=demo_body(name, Kind.COMMUNE, population), role=BodyRole.ASSOCIATED, **who)
    actors = [{"name": name, "kind": kind, "involvement": involvement} for name, kind, involvement in ACTORS]
    save_governance(values=AGGLOMERATION_GOVERNANCE, actors=actors, version=0, **who)
    save_baseline(values=AGGLOMERATION_BASELINE, version=0, **who)
    factors = current_factors()
    save_footprint(
        values={
            "edition": factors.edition,
            "year": 2026,
            "electricity": factors.electricity_of("").ref,
            "pue": factors.pue_of("").ref,
        },
        lines=[
            {"ref": ref, "number": number, "lifetime": lifetime}
            for ref, (number, lifetime) in EQUIPMENT.items()
        ],
        version=0,
        **who,
    )
    save_territory(values={"edition": factors.edition, "retained": True}, version=0, **who)
    objectives = [add_objective(values=values, **who) for values in OBJECTIVES]
    for choice in choose_actions(sheets=action_sheets(refs=ACTIONS), **who):
        local: dict[str, Any] = {
            "pilot": "Direction du numérique",
            "start": date(2027, 1, 1),
            "end": date(2028, 12, 31),
        }
        local |= {"status": ChoiceStatus.PLANNED} | ACTIONS[choice.ref]
        save_row(row=choice, values=local, version=0, **who)
    add_own_action(
        values={
            "theme": Theme.TERRITORY,
            "title": "Éteindre la nuit les écrans d’information des gares routières",
            "summary": "Action propre à l’agglomération de démonstration : programmer l’extinction de 23 h à 5 h.",
            "pilot": "Direction des mobilités",
            "start": date(2027, 3, 1),
            "end": date(2027, 6, 30),
            "status": ChoiceStatus.PLANNED,
            "budget": Decimal(2500),
        },
        **who,
    )
    for indicator in follow_indicators(sheets=indicator_sheets(refs=INDICATORS), **who):
        values: dict[str, Any] = INDICATORS[indicator.ref] | {
            "baseline_date": date(2025, 12, 31),
            "owner": "Direction du numérique",
        }
        values["objective"] = objectives[values["objective"]]
        save_row(row=indicator, values=values, version=0, **who)
    return draft


def commune(*, by: int, at: datetime) -> Draft:
    """A small commune half-way: some actions kept as proposed, one completed, no objective yet."""
    draft = start_draft(
        collectivity=demo_body("Petite commune de démonstration", Kind.COMMUNE, 2_340),
        by=by,
        at=at,
        reference=STARTED,
    )
    who: dict[str, Any] = {"draft": draft, "by": by, "at": at}
    save_governance(
        values={"elected_name": "Claude Exemple", "elected_role": "adjoint au maire (fictif)"},
        actors=[
            {
                "name": "Agglomération de démonstration",
                "kind": ActorKind.PUBLIC,
                "involvement": "Prêt de main-forte",
            }
        ],
        version=0,
        **who,
    )
    chosen = choose_actions(
        sheets=action_sheets(refs=["inventaire-parc", "donner-materiel", "plan-formation"]), **who
    )
    inventory = next(choice for choice in chosen if choice.ref == "inventaire-parc")
    save_row(
        row=inventory, values={"pilot": "Secrétariat de mairie", "start": date(2027, 2, 1)}, version=0, **who
    )
    return draft
