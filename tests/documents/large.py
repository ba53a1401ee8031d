"""The draft of a large reference strategy: two bearers, thirty-four communes, sixty actions; all of it invented."""

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from reen.enums import Certainty, Part, Theme
from reen.sheets import RequirementSheet, SourceSheet
from strategy.document.draft import ActorData, BaselineData, BodyData, DraftData, GovernanceData, PlanData
from strategy.document.measures import (
    BudgetYearData,
    ChoiceData,
    EntryData,
    IndicatorData,
    IndicatorYearData,
    ObjectiveData,
)
from strategy.enums import (
    ActorKind,
    BodyRole,
    ChoiceStatus,
    Perimeter,
    PlanKind,
    Priority,
    Programme,
    Rhythm,
    TaxBasis,
)

OBJECTIVES, ACTIONS, INDICATORS = 6, 63, 40
SOURCE = SourceSheet("Guide imaginaire du numérique", "https://exemple.invalid/guide", opened=True, page=12)
REQUIREMENTS = {
    "pt-acteurs": "Acteurs publics et privés associés",
    "pt-bilan-impact": "Bilan de l’impact environnemental",
    "pt-bilan-usages": "Bilan des usages du numérique",
    "pt-synthese-actions": "Synthèse des actions déjà engagées",
    "st-base": "Appui sur le programme de travail",
    "st-objectifs": "Objectifs de réduction de l’empreinte",
    "st-indicateurs": "Indicateurs de suivi",
    "st-mesures": "Mesures mises en place",
    "st-moyens": "Moyens prévus",
    "st-temporalite": "Rythme annuel ou pluriannuel",
    "bilan-annuel": "Bilan annuel",
}
DOING = (
    "Prolonger",
    "Réparer",
    "Mutualiser",
    "Mesurer",
    "Ouvrir",
    "Former",
    "Alléger",
    "Donner",
    "Inventorier",
)
WHAT = (
    "les postes de travail des écoles",
    "les écrans des services centraux",
    "les téléphones des équipes de terrain",
    "les serveurs des communes membres",
    "le site des démarches en ligne",
    "les achats groupés de matériel",
    "les dons aux associations",
)
WHY = (
    "Garder les équipements plus longtemps évite l’essentiel de leur empreinte, due à leur fabrication. La "
    "collectivité fixe une durée d’usage cible et l’inscrit dans ses marchés.\n- Un inventaire tenu à jour\n"
    "- Un atelier de remise en état\n- Un point chaque trimestre avec les services"
)


def requirements() -> tuple[RequirementSheet, ...]:
    """What the decree asks, in the words of this document."""
    parts = {"pt": Part.PROGRAMME, "st": Part.STRATEGY}
    return tuple(
        RequirementSheet(
            ref=ref,
            part=parts.get(ref[:2], Part.YEARLY),
            title=title,
            explanation="",
            basis="CGCT, art.\u00a0D. 2311-15-1",
            mandatory=ref != "st-temporalite",
            deadline=date(2025, 1, 1) if ref[:2] == "st" else None,
            certainty=Certainty.CONFIRMED,
            caution="",
            sources=(SOURCE,),
            checked_on=date(2025, 3, 2),
            revision=1,
            revised_on=date(2025, 3, 2),
        )
        for ref, title in REQUIREMENTS.items()
    )


def body(name: str, role: BodyRole, population: str) -> BodyData:
    """A collectivité nobody lives in."""
    return BodyData(
        name=name,
        role=role,
        kind="commune" if role is BodyRole.ASSOCIATED else "communauté d’agglomération",
        detail=f"{population}, chiffre fictif",
        answer="bound",
        answer_label="obligation",
        reason="La population dépasse 50\u202f000 habitants, chiffre fictif.",
        figures=(f"{population}, chiffre fictif",),
        uncertain=("L’année du chiffre n’est pas connue.",),
    )


def entry(ref: str, title: str) -> EntryData:
    """An invented entry of the catalogue."""
    return EntryData(ref, 3, date(2025, 3, 12), date(2025, 3, 2), title, f"/actions/{ref}/", (SOURCE,))


def choice(rank: int) -> ChoiceData:
    """An action, with or without each fact in turn."""
    title = f"{DOING[rank % len(DOING)]} {WHAT[rank % len(WHAT)]}, volet {rank + 1}"
    start = 2025 + rank % 4
    years = tuple(
        BudgetYearData(
            start + index,
            Decimal(1250 * (rank + 1)) if index % 2 == 0 else None,
            Decimal(rank * 340 + index * 75) + Decimal("0.5"),
            Decimal(500 * rank) if rank % 3 == 0 else None,
            Decimal(rank % 5) / 10,
        )
        for index in range(1 + rank % 3)
    )
    return ChoiceData(
        key=rank + 1,
        theme=list(Theme)[rank % len(Theme)],
        title=title,
        summary=WHY,
        adapted=rank % 4 == 0,
        entry=entry(f"action-{rank}", title) if rank % 6 else None,
        status=list(ChoiceStatus)[rank % len(ChoiceStatus)],
        priority=(*Priority, None)[rank % 4],
        pilot="Service numérique (fictif)",
        elected="Camille Exemple" if rank % 2 else "",
        partners="Communes membres, ressourcerie de démonstration" if rank % 3 else "",
        start=date(start, 1 + rank % 12, 1) if rank % 11 else None,
        end=date(start + 2, 12, 31) if rank % 7 and rank % 11 else None,
        budget=None if rank % 5 else Decimal(9000 + rank),
        years=years if rank % 5 else (),
        funding="Fonds de démonstration, demandé" if rank % 4 == 1 else "",
        means="Dix jours d’agent par an" if rank % 2 else "",
        evidence="Relevé annuel du parc" if rank % 3 == 0 else "",
        communes="Communes fictives n° 1 à 9" if rank % 8 == 0 else "",
        bodies=("Ville de démonstration",) if rank % 5 == 0 else (),
        objectives=(1 + rank % OBJECTIVES,) if rank % 13 else (),
        plans=(1 + rank % 3,) if rank % 4 == 0 else (),
    )


def of(what: str) -> str:
    """« des postes », « du site »."""
    return what.replace("les ", "des ", 1).replace("le ", "du ", 1)


def objective(rank: int) -> ObjectiveData:
    """An objective of reduction."""
    return ObjectiveData(
        key=rank + 1,
        statement=f"Réduire de {5 * (rank + 1)}\u00a0% l’électricité {of(WHAT[rank])}",
        perimeter=list(Perimeter)[rank % 2],
        rhythm=list(Rhythm)[rank % 2],
        quantity="Électricité relevée aux compteurs",
        unit="MWh",
        baseline_value=Decimal(1200 + rank),
        baseline_year=2024,
        target_value=Decimal(900 - rank * 10) if rank % 5 else None,
        target_year=2030,
    )


def indicator(rank: int) -> IndicatorData:
    """An indicator, one in four without any year."""
    lines = tuple(
        IndicatorYearData(
            2025 + index, Decimal(40 + 4 * index), Decimal(39 + 3 * index) if index < 2 else None
        )
        for index in range(4)
    )
    return IndicatorData(
        key=rank + 1,
        title=f"Part des équipements gardés plus de cinq ans, relevé {rank + 1}",
        unit="%",
        method="Équipements de plus de cinq ans, divisés par ceux du parc.",
        entry=entry(f"indicateur-{rank}", "Équipements gardés plus de cinq ans"),
        frequency="annuelle",
        objective=1 + rank % OBJECTIVES,
        baseline_value=Decimal(30 + rank % 17) if rank % 4 else None,
        baseline_date=date(2024, 12, 31) if rank % 4 else None,
        target_value=Decimal(80) if rank % 4 else None,
        target_year=2030 if rank % 4 else None,
        owner="Service numérique (fictif)" if rank % 4 else "",
        data_source="Outil de gestion du parc",
        years=lines if rank % 4 else (),
    )


def draft() -> DraftData:
    """The whole draft."""
    communes = tuple(
        body(f"Commune fictive n° {n}", BodyRole.ASSOCIATED, "1\u202f250 habitants") for n in range(1, 35)
    )
    kinds = (PlanKind.CLIMATE, PlanKind.DEVELOPMENT, PlanKind.PURCHASES)
    return DraftData(
        reference="DEMO-0002",
        demonstration=True,
        changed_at=datetime(2025, 10, 15, 9, 0, tzinfo=ZoneInfo("Europe/Paris")),
        bodies=(
            body("Agglomération de démonstration", BodyRole.BEARER, "80\u202f000 habitants"),
            body("Ville de démonstration", BodyRole.BEARER, "52\u202f000 habitants"),
            *communes,
        ),
        governance=GovernanceData(
            elected_name="Camille Exemple",
            elected_role="vice-présidence à la transition écologique",
            pilot_name="Dominique Fictif",
            pilot_role="direction du numérique",
            steering="La démarche est suivie deux fois par an par un comité qui réunit élus et agents.",
            means="Un demi-poste, et un accompagnement chaque année.",
            tax_basis=TaxBasis.GROSS,
            yearly_review="La direction du numérique le prépare à l’automne, avec les services.",
            inhabitants="Un guichet reste ouvert dans chaque commune. Les sites publics s’ouvrent plus vite.",
            actors=tuple(
                ActorData(f"Acteur fictif n° {n}", list(ActorKind)[n % 2], "Réunion chaque trimestre")
                for n in range(1, 13)
            ),
        ),
        baseline=BaselineData(
            programme=Programme.HERE,
            impact_territory="Les équipements des habitants pèsent le plus, chiffres fictifs. " * 12,
            impact_organisation="Le parc compte 900 postes et 1\u202f100 écrans, chiffres fictifs. " * 12,
            uses="Les démarches en ligne progressent, les guichets restent ouverts. " * 12,
            ongoing="- Inventaire commencé\n- Collecte des téléphones\n- Premier audit du site",
        ),
        plans=tuple(
            PlanData(
                rank,
                kind,
                f"Plan de démonstration n° {rank}",
                "2024 à 2030",
                "",
                "Les mêmes réunions servent.",
            )
            for rank, kind in enumerate(kinds, start=1)
        ),
        objectives=tuple(map(objective, range(OBJECTIVES))),
        choices=tuple(map(choice, range(ACTIONS))),
        indicators=tuple(map(indicator, range(INDICATORS))),
    )
