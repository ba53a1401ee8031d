"""Drafts as plain data for the tests of the document: empty, half written, complete; nothing of the database."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from reen.enums import Certainty, Part, Theme
from reen.sheets import RequirementSheet, SourceSheet
from strategy.document.coverage import RULES
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

SOURCE = SourceSheet("Guide imaginaire", "https://exemple.invalid/guide", opened=True, page=12)


def requirement(ref: str) -> RequirementSheet:
    """A requirement of the decree with that reference; its other words are invented."""
    part = {"pt": Part.PROGRAMME, "st": Part.STRATEGY}.get(ref[:2], Part.YEARLY)
    return RequirementSheet(
        ref=ref,
        part=part,
        title=f"Exigence {ref}",
        explanation="Explication.",
        basis="CGCT, art.\u00a0D. 2311-15-1",
        mandatory=ref != "st-temporalite",
        deadline={Part.PROGRAMME: date(2023, 1, 1), Part.STRATEGY: date(2025, 1, 1)}.get(part),
        certainty=Certainty.CONFIRMED,
        caution="",
        sources=(SOURCE,),
        checked_on=date(2026, 3, 2),
        revision=2,
        revised_on=date(2026, 3, 2),
    )


REQUIREMENTS = tuple(map(requirement, RULES))


def body(name: str = "Commune imaginaire", role: BodyRole = BodyRole.BEARER) -> BodyData:
    return BodyData(
        name=name,
        role=role,
        kind="commune",
        detail="2\u202f340 habitants",
        answer="voluntary",
        answer_label="volontaire",
        reason="Sous le seuil de 50 000 habitants.",
        figures=("2\u202f340 habitants, chiffre saisi",),
        uncertain=("L’année du chiffre n’est pas connue.",),
    )


def entry(ref: str = "inventaire-parc") -> EntryData:
    return EntryData(
        ref=ref,
        revision=3,
        revised_on=date(2026, 3, 12),
        checked_on=date(2026, 3, 2),
        title=f"Entrée {ref}",
        url=f"/actions/{ref}/",
        sources=(SOURCE, SourceSheet("Loi imaginaire", None, opened=False)),
    )


ACTORS = (
    ActorData("Syndicat imaginaire", ActorKind.PUBLIC, "Réunion chaque trimestre"),
    ActorData("Ressourcerie imaginaire", ActorKind.PRIVATE, "Reprise du matériel"),
)
GOVERNANCE = GovernanceData(
    elected_name="Camille Exemple",
    elected_role="transition écologique",
    pilot_name="Dominique Fictif",
    pilot_role="direction du numérique",
    steering="Comité deux fois par an.",
    means="Un demi-poste.",
    tax_basis=TaxBasis.NET,
    yearly_review="Préparé à l’automne.",
    inhabitants="Les écrans durent plus longtemps. Un guichet reste ouvert dans chaque commune.",
    actors=ACTORS,
)
WRITTEN_HERE = BaselineData(
    programme=Programme.HERE,
    impact_territory="- Écrans des habitants\n- Réseaux\nChiffres imaginaires.",
    impact_organisation="900 postes.",
    uses="Démarches en ligne.",
    ongoing="Inventaire commencé.",
)
CITED = BaselineData(
    programme=Programme.EXISTING, programme_title="Feuille de route 2022", programme_date=date(2022, 12, 15)
)

YEARS = (
    BudgetYearData(2027, Decimal(1000), Decimal("250.50"), Decimal(400), Decimal("0.5")),
    BudgetYearData(2028, None, Decimal(300), None, Decimal("0.25")),
)
MEASURES = (
    IndicatorYearData(2027, Decimal(30), Decimal("28.5")),
    IndicatorYearData(2028, Decimal(40), None),
)
PLAN = PlanData(
    1, PlanKind.CLIMATE, "Plan imaginaire", "2025-2030", "https://exemple.invalid/plan", "Mêmes réunions."
)


def objective(key: int = 1, **facts: object) -> ObjectiveData:
    """Complete unless told otherwise."""
    whole = ObjectiveData(
        key=key,
        statement=f"Réduire la chose {key}",
        perimeter=Perimeter.TERRITORY,
        rhythm=Rhythm.MULTI_YEAR,
        unit="tonnes",
        baseline_value=Decimal(1250),
        baseline_year=2025,
        target_value=Decimal("900.5"),
        target_year=2030,
    )
    return replace(whole, **facts)


def proposed(key: int = 1, **facts: object) -> ChoiceData:
    """An action as the catalogue words it, without anything of the collectivité."""
    whole = ChoiceData(
        key=key,
        theme=Theme.LIFE_CYCLE,
        title=f"Action {key}",
        summary="Compter les équipements.",
        adapted=False,
        entry=entry(f"action-{key}"),
        requirements=("st-mesures",),
    )
    return replace(whole, **facts)


def choice(key: int = 1, **facts: object) -> ChoiceData:
    """A complete action unless told otherwise."""
    local = {
        "pilot": "Direction du numérique",
        "partners": "Communes voisines",
        "start": date(2027, 1, 1),
        "end": date(2028, 12, 31),
        "budget": Decimal("1250.50"),
        "means": "Dix jours d’agent",
        "status": ChoiceStatus.PLANNED,
    }
    return proposed(key, **local | facts)


def suggested(key: int = 1, **facts: object) -> IndicatorData:
    """An indicator as the catalogue gives it."""
    whole = IndicatorData(
        key=key,
        title=f"Indicateur {key}",
        unit="%",
        method="Compter, puis diviser.",
        entry=entry(f"indicateur-{key}"),
        frequency="annuelle",
        data_source="Parc",
    )
    return replace(whole, **facts)


def indicator(key: int = 1, objective: int | None = 1, **facts: object) -> IndicatorData:
    """A complete indicator unless told otherwise."""
    local = {
        "baseline_value": Decimal("12.5"),
        "baseline_date": date(2025, 12, 31),
        "target_value": Decimal(50),
        "target_year": 2030,
        "owner": "Direction du numérique",
    }
    return suggested(key, objective=objective, **local | facts)


def empty(**parts: object) -> DraftData:
    """A draft that was just opened."""
    opened = DraftData(
        reference="SNR-TESTTEST",
        demonstration=False,
        changed_at=datetime(2026, 10, 1, 9, 30, tzinfo=ZoneInfo("Europe/Paris")),
        bodies=(body(),),
    )
    return replace(opened, **parts)


def half(**parts: object) -> DraftData:
    """Some of everything, nothing whole."""
    return empty(
        governance=GovernanceData(elected_name="Camille Exemple", actors=ACTORS[:1]),
        baseline=BaselineData(programme=Programme.EXISTING, uses="Démarches en ligne."),
        objectives=(objective(1, target_value=None),),
        choices=(proposed(1), choice(2, budget=None, means="")),
        indicators=(suggested(1), indicator(2, objective=None, target_year=None)),
        **parts,
    )


def complete(count: int = 2, **parts: object) -> DraftData:
    """Everything written, with `count` objectives, actions and indicators; the last action is one's own."""
    keys = range(1, count + 1)
    themes = list(Theme)
    spread = {"budget": None, "years": YEARS[:1]}
    choices = [choice(key, theme=themes[key % len(themes)], objectives=(key,), **spread) for key in keys[:-1]]
    own = choice(
        count,
        adapted=True,
        entry=None,
        theme=Theme.TERRITORY,
        title="Éteindre la nuit",
        objectives=(count,),
        plans=(1,),
        priority=Priority.HIGH,
        elected="Camille Exemple",
        funding="Fonds imaginaire",
        evidence="Relevé des horaires",
        communes="Commune imaginaire",
        **spread | {"years": YEARS},
    )
    whole = {
        "governance": GOVERNANCE,
        "baseline": WRITTEN_HERE,
        "objectives": tuple(map(objective, keys)),
        "choices": (*choices, own),
        "indicators": tuple(indicator(key, objective=key, unit="tonnes", years=MEASURES) for key in keys),
        "plans": (PLAN,),
    }
    return empty(**whole | parts)
