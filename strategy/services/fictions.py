"""The words and figures of the demonstration: every name, sum and measure is invented, and says so."""

from datetime import date
from decimal import Decimal
from typing import Any

from reen.enums import Theme
from strategy.enums import ActorKind, ChoiceStatus, Perimeter, PlanKind, Priority, Programme, Rhythm, TaxBasis

COMMUNES = {"Commune de démonstration A": 31_200, "Commune de démonstration B": 4_150}
TEAM, ELECTED = "Direction du numérique", "Camille Exemple"

BASELINE = {
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
EQUIPMENT: tuple[dict[str, Any], ...] = (
    {"ref": "ordinateur-portable", "number": 620, "refurbished": 40, "lifetime": Decimal(4)},
    {"ref": "ordinateur-fixe", "number": 280, "lifetime": Decimal(5)},
    {"ref": "ecran-24", "number": 1100, "lifetime": Decimal(6)},
    {"ref": "smartphone", "number": 420, "lifetime": Decimal(3)},
    {"ref": "imprimante-laser", "number": 85},
    {"ref": "serveur-rack", "number": 24},
)
GOVERNANCE = {
    "elected_name": ELECTED,
    "elected_role": "vice-présidence à la transition écologique",
    "pilot_name": "Dominique Fictif",
    "pilot_role": "direction du numérique",
    "steering": "Comité de pilotage deux fois par an\u202f; point au bureau avant le débat sur le budget.",
    "means": "Un demi-poste dédié et 12 000 € par an d’accompagnement (chiffres fictifs).",
    "tax_basis": TaxBasis.NET,
    "yearly_review": (
        "La direction du numérique prépare le bilan à l’automne, pour le rapport développement durable présenté avant "
        "le débat sur le budget."
    ),
    "inhabitants": (
        "Chaque commune garde un guichet pour les démarches. Deux points de collecte reprennent les appareils. "
        "Les sites publics s’ouvrent plus vite, même sur un téléphone ancien."
    ),
}
ACTORS = (
    ("Communes membres", ActorKind.PUBLIC, "Un référent par commune, réuni chaque trimestre"),
    ("Syndicat de traitement des déchets", ActorKind.PUBLIC, "Données de collecte, relais en déchèterie"),
    ("Ressourcerie de démonstration", ActorKind.PRIVATE, "Réemploi du matériel sorti du parc"),
    ("Association d’usagers (fictive)", ActorKind.PRIVATE, "Relecture du projet, ateliers"),
)
PLANS: tuple[dict[str, Any], ...] = (
    {
        "kind": PlanKind.CLIMATE,
        "title": "Plan climat de démonstration",
        "period": "2024 à 2030",
        "articulation": "Les deux suivent les mêmes consommations électriques, dans la même réunion d’automne.",
    },
    {
        "kind": PlanKind.DEVELOPMENT,
        "period": "chaque année",
        "articulation": "Le bilan annuel de la stratégie y tient une page, avant le débat sur le budget.",
    },
    {
        "kind": PlanKind.PURCHASES,
        "title": "Achats responsables de démonstration",
        "period": "2025 à 2028",
        "articulation": "Les clauses sur le reconditionné et la réparation sont reprises dans ce schéma.",
    },
)
LONGER, REUSE, ENERGY, SERVICES = range(4)
OBJECTIVES: tuple[dict[str, Any], ...] = (
    {
        "statement": "Allonger la durée d’usage des postes de travail",
        "perimeter": Perimeter.ORGANISATION,
        "rhythm": Rhythm.MULTI_YEAR,
        "quantity": "Durée d’usage moyenne à la sortie du parc",
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
        "quantity": "Part des appareils collectés sans réemploi",
        "unit": "%",
        "baseline_value": Decimal(80),
        "baseline_year": 2025,
        "target_value": Decimal(50),
        "target_year": 2030,
    },
    {
        "statement": "Réduire l’électricité consommée par le système d’information",
        "perimeter": Perimeter.ORGANISATION,
        "rhythm": Rhythm.YEARLY,
        "quantity": "Électricité de la salle serveurs et des postes",
        "unit": "MWh par an",
        "baseline_value": Decimal(640),
        "baseline_year": 2025,
        "target_value": Decimal(480),
        "target_year": 2029,
    },
    {
        "statement": "Rendre les services en ligne sobres et accessibles",
        "perimeter": Perimeter.TERRITORY,
        "rhythm": Rhythm.MULTI_YEAR,
        "quantity": "Critères d’accessibilité respectés par le site principal",
        "unit": "%",
        "baseline_value": Decimal(46),
        "baseline_year": 2025,
        "target_value": Decimal(90),
        "target_year": 2029,
    },
)


def year(
    year: int, investment: int | None, running: int | None, funding: int | None, fte: str
) -> dict[str, Any]:
    """A line of budget: sums in euros, working time in full-time equivalents."""
    sums = {"investment": investment, "running": running, "funding": funding}
    known = {name: None if value is None else Decimal(value) for name, value in sums.items()}
    return {"year": year, **known, "fte": Decimal(fte) if fte else None}


# Action of the catalogue → what the fictitious agglomeration writes in it; keys of objectives and plans are ranks.
ACTIONS: dict[str, dict[str, Any]] = {
    "cartographier-acteurs": {
        "summary": "Chaque commune membre nomme un relais et la liste est tenue par la direction du numérique.",
        "objectives": (REUSE,),
        "plans": (1,),
        "priority": Priority.HIGH,
        "status": ChoiceStatus.DONE,
        "start": date(2026, 3, 1),
        "end": date(2026, 9, 30),
        "years": (year(2026, None, 0, None, "0.05"),),
        "means": "Dix jours d’agent, une fois",
        "evidence": "Liste des relais, mise à jour en septembre 2026",
    },
    "bilan-impact": {
        "summary": (
            "Compter les équipements de l’agglomération et des deux communes associées, garder les hypothèses, refaire "
            "le calcul tous les deux ans."
        ),
        "objectives": (LONGER, ENERGY),
        "plans": (0,),
        "priority": Priority.HIGH,
        "partners": "Communes membres",
        "years": (year(2027, None, 12_000, 4_000, "0.1"), year(2028, None, 6_000, None, "0.1")),
        "funding": "Aide de démonstration, demandée",
    },
    "nommer-referent": {
        "summary": "Un demi-poste à la direction du numérique, avec une lettre de mission de la direction générale.",
        "objectives": (LONGER, REUSE, ENERGY, SERVICES),
        "plans": (),
        "priority": Priority.HIGH,
        "status": ChoiceStatus.STARTED,
        "start": date(2026, 9, 1),
        "years": (*(year(each, None, 24_000, None, "0.5") for each in range(2026, 2030)),),
        "evidence": "Lettre de mission",
    },
    "bilan-annuel-rdd": {
        "summary": "Deux pages préparées à l’automne et présentées avant le débat sur le budget.",
        "objectives": (LONGER, REUSE, ENERGY, SERVICES),
        "plans": (1,),
        "priority": Priority.MEDIUM,
        "means": "Cinq jours d’agent par an",
        "years": (year(2027, None, 0, None, "0.02"), year(2028, None, 0, None, "0.02")),
    },
    "acheter-reconditionne": {
        "summary": "Un lot réservé au reconditionné dans le prochain groupement de commandes, ouvert aux communes.",
        "objectives": (LONGER, REUSE),
        "plans": (2,),
        "priority": Priority.HIGH,
        "partners": "Groupement de commandes",
        "communes": "toutes les communes membres volontaires",
        "years": (year(2027, 30_000, None, None, "0.1"), year(2028, 45_000, None, None, "")),
    },
    "critere-reparabilite": {
        "objectives": (LONGER,),
        "plans": (2,),
        "priority": Priority.MEDIUM,
        "means": "Clauses types reprises dans chaque marché",
        "years": (year(2027, None, 0, None, "0.05"),),
        "end": date(2027, 12, 31),
    },
    "inventaire-parc": {
        "summary": "Un seul fichier pour les services centraux, les déchèteries et les deux communes associées.",
        "objectives": (LONGER, REUSE),
        "plans": (),
        "priority": Priority.HIGH,
        "status": ChoiceStatus.STARTED,
        "start": date(2026, 6, 1),
        "end": date(2027, 6, 30),
        "bodies": (0, 1, 2),
        "years": (year(2026, 4_000, None, None, "0.2"), year(2027, 2_000, None, None, "0.1")),
    },
    "allonger-duree-vie": {
        "summary": "Six ans pour un portable, sept pour un écran, avec un atelier de remise à niveau dans les locaux.",
        "objectives": (LONGER,),
        "plans": (0,),
        "priority": Priority.HIGH,
        "years": (year(2027, 12_000, 4_000, None, "0.25"), year(2028, 6_000, 4_000, None, "0.25")),
    },
    "donner-materiel": {
        "summary": "Une convention avec la ressourcerie, un effacement prouvé et un bordereau signé à chaque don.",
        "objectives": (REUSE,),
        "plans": (),
        "priority": Priority.MEDIUM,
        "partners": "Ressourcerie de démonstration",
        "bodies": (0, 1),
        "years": (year(2027, None, 1_500, None, "0.05"), year(2028, None, 1_500, None, "0.05")),
    },
    "autodiag-rgesn": {
        "objectives": (SERVICES,),
        "plans": (),
        "priority": Priority.MEDIUM,
        "pilot": "Service communication",
        "years": (year(2027, None, 9_000, None, "0.05"),),
        "end": date(2027, 12, 31),
    },
    "accessibilite-schema": {
        "summary": "Corriger d’abord l’inscription à la cantine et la prise de rendez-vous, puis le reste du site.",
        "objectives": (SERVICES,),
        "plans": (),
        "priority": Priority.HIGH,
        "status": ChoiceStatus.STARTED,
        "pilot": "Service communication",
        "partners": "Association d’usagers (fictive)",
        "years": (year(2027, 8_000, 7_000, 3_000, "0.2"), year(2028, None, 5_000, None, "0.1")),
    },
    "plan-formation": {
        "objectives": (SERVICES, LONGER),
        "plans": (),
        "priority": Priority.LOW,
        "pilot": "Ressources humaines",
        "partners": "Centre de gestion",
        "years": (year(2027, None, 4_000, None, ""), year(2028, None, 4_000, None, "")),
    },
    "campagne-habitants": {
        "summary": "Deux semaines d’ateliers de réparation par an, dans une commune différente à chaque fois.",
        "objectives": (REUSE,),
        "plans": (0,),
        "priority": Priority.MEDIUM,
        "pilot": "Service communication",
        "partners": "Association d’usagers (fictive)",
        "communes": "Commune de démonstration A en 2027, Commune de démonstration B en 2028",
        "years": (year(2027, None, 3_500, 1_000, "0.1"), year(2028, None, 4_000, 1_000, "0.1")),
    },
    "ouvrir-donnees": {
        "objectives": (SERVICES,),
        "plans": (),
        "priority": Priority.LOW,
        "years": (year(2028, None, 4_000, None, "0.05"),),
        "start": date(2028, 1, 1),
    },
}
OWN_ACTION: dict[str, Any] = {
    "theme": Theme.TERRITORY,
    "title": "Éteindre la nuit les écrans d’information des gares routières",
    "summary": "Action propre à l’agglomération de démonstration : programmer l’extinction de 23 h à 5 h.",
    "objectives": (ENERGY,),
    "plans": (0,),
    "bodies": (0, 2),
    "priority": Priority.LOW,
    "pilot": "Direction des mobilités",
    "start": date(2027, 3, 1),
    "end": date(2027, 6, 30),
    "status": ChoiceStatus.PLANNED,
    "years": (year(2027, 2_500, None, None, ""),),
    "evidence": "Relevé des horaires d’allumage, avant et après",
}
INDICATORS: dict[str, dict[str, Any]] = {
    "duree-vie-equipements": {
        "objective": LONGER,
        "unit": "années",
        "baseline_value": Decimal(4),
        "target_value": Decimal(6),
        "target_year": 2029,
        "years": ((2026, "4.2", "4.3"), (2027, "4.8", None), (2028, "5.4", None)),
    },
    "taux-reemploi-reforme": {
        "objective": REUSE,
        "baseline_value": Decimal(20),
        "target_value": Decimal(50),
        "target_year": 2030,
        "years": ((2026, "25", "22"), (2027, "30", None)),
    },
    "completude-inventaire": {
        "objective": REUSE,
        "baseline_value": Decimal(60),
        "target_value": Decimal(100),
        "target_year": 2027,
        "years": ((2026, "80", "85"),),
    },
    "energie-si": {
        "objective": ENERGY,
        "baseline_value": Decimal(640),
        "target_value": Decimal(480),
        "target_year": 2029,
        "years": ((2026, "610", "618"), (2027, "570", None), (2028, "520", None)),
    },
    "score-rgaa": {
        "objective": SERVICES,
        "baseline_value": Decimal(46),
        "target_value": Decimal(90),
        "target_year": 2029,
        "years": ((2026, "55", "58"), (2027, "70", None)),
    },
}

VILLAGE_GOVERNANCE = {
    "elected_name": "Claude Exemple",
    "elected_role": "adjoint au maire (fictif)",
    "steering": "Point au conseil municipal deux fois par an.",
}
VILLAGE_ACTORS = (("Agglomération de démonstration", ActorKind.PUBLIC, "Prêt de main-forte"),)
VILLAGE_OBJECTIVE: dict[str, Any] = {
    "statement": "Garder les ordinateurs de la mairie et de l’école plus longtemps",
    "perimeter": Perimeter.ORGANISATION,
    "unit": "années",
    "target_value": Decimal(6),
    "target_year": 2030,
}
# What the project of the agglomeration tells otherwise than the version frozen after it.
REVISED = "allonger-duree-vie"
EARLIER: dict[str, Any] = {
    "means": "Un demi-poste dédié (chiffre fictif).",
    "target_value": Decimal(5),
    "end": date(2028, 6, 30),
    "years": (year(2027, 12_000, 4_000, None, "0.25"),),
}
LATER: dict[str, Any] = {
    "means": GOVERNANCE["means"],
    "target_value": OBJECTIVES[LONGER]["target_value"],
    "end": date(2028, 12, 31),
    "years": ACTIONS[REVISED]["years"],
}
VILLAGE_ACTIONS = ("inventaire-parc", "donner-materiel", "plan-formation")
