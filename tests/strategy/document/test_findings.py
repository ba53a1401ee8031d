"""What the proof-reader sees, and where it sends the reader: each rule has a draft that only it speaks of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from strategy.document.draft import BaselineData, DraftData, GovernanceData
from strategy.document.findings import Finding, findings
from strategy.document.measures import BudgetYearData, ChoiceData, IndicatorYearData
from strategy.document.proofreading.share import catalogue_share
from strategy.enums import ChoiceStatus, TaxBasis
from tests.strategy.document.drafts import (
    GOVERNANCE,
    PLAN,
    YEARS,
    choice,
    complete,
    empty,
    half,
    indicator,
    objective,
    proposed,
    suggested,
)

BASIS = GovernanceData(tax_basis=TaxBasis.NET)

UNTOLD = "n’est expliqué nulle part\u00a0: écrivez"
DSI = "«\u202fdirection des systèmes d’information (DSI)\u202f»"
WITH_WORDS = f"«\u202fDSI\u202f» {UNTOLD} par exemple {DSI} la première fois."
WITHOUT = f"«\u202fSIVUX\u202f» {UNTOLD}-le en toutes lettres la première fois."
UNPRINTED = "que le PDF n’imprime pas, remplacé"


def spread(key: int = 7, **facts: object) -> ChoiceData:
    """An action nothing is said of: its money has years."""
    return choice(key, **{"budget": None, "years": YEARS} | facts)


def told(data: DraftData) -> list[tuple[str, int | None, str]]:
    return [(each.step, each.key, each.text) for each in findings(data)]


@pytest.mark.parametrize("data", [empty(), complete(1), complete(5), complete(200)])
def test_nothing_to_say(data):
    assert findings(data) == ()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"target_year": 2026}, []),
        ({"target_year": 2025}, ["l’année visée, 2025, est passée."]),
        (
            {"baseline_year": 2028, "target_year": 2027},
            ["l’année visée, 2027, précède l’année de départ, 2028."],
        ),
        ({"target_value": Decimal(1250)}, ["la valeur visée est celle de départ."]),
        ({"target_value": Decimal(1250), "unit": ""}, []),
        ({"baseline_value": None}, ["une valeur visée, sans valeur de départ."]),
        (
            {"target_value": Decimal(1250), "baseline_year": 2019, "target_year": 2020},
            ["l’année visée, 2020, est passée.", "la valeur visée est celle de départ."],
        ),
    ],
)
def test_objectives(facts, said):
    found = told(empty(objectives=(objective(7, **facts),)))
    assert found == [("objectives", 7, f"«\u202fRéduire la chose 7\u202f»\u00a0: {each}") for each in said]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (spread(adapted=True, pilot=""), ["il manque le pilote."]),
        (spread(start=None, end=None), ["il manque une date."]),
        (choice(7, budget=None, means=""), ["il manque le budget ou les moyens."]),
        (proposed(7, adapted=True), ["il manque le pilote, une date, le budget ou les moyens."]),
        (choice(7, budget=Decimal(10)), ["un budget sans année."]),
        (choice(7, budget=Decimal(0)), []),
        (spread(), []),
        (proposed(7, status=ChoiceStatus.DROPPED), []),
        (
            spread(years=(*YEARS, BudgetYearData(2026))),
            ["aucun montant ni temps de travail pour 2026."],
        ),
        (
            spread(years=(BudgetYearData(2027, Decimal(900), Decimal(100), Decimal(1_001)),)),
            [
                "des aides attendues de 1\u202f001\u00a0€, plus que le budget de 1\u202f000\u00a0€.",
            ],
        ),
        (spread(years=(BudgetYearData(2027, Decimal(1_000), None, Decimal(1_000)),)), []),
        (spread(start=date(2028, 1, 2), end=date(2028, 1, 1)), ["la fin précède le début."]),
        (spread(start=date(2028, 1, 1)), ["des montants en 2027, hors de ses dates."]),
        (spread(end=date(2027, 12, 31)), ["des montants en 2028, hors de ses dates."]),
        (spread(start=None, end=date(2026, 12, 31)), ["des montants en 2027, 2028, hors de ses dates."]),
    ],
)
def test_actions(row, said):
    found = told(empty(choices=(row,), governance=BASIS))
    assert found == [("actions", 7, f"«\u202fAction 7\u202f»\u00a0: {each}") for each in said]


def test_an_action_nobody_touched_is_only_told_that():
    assert told(empty(choices=(proposed(7),))) == [
        ("actions", 7, "«\u202fAction 7\u202f» garde le texte du catalogue, sans aucun fait local.")
    ]


def test_taxes_are_asked_for_once_there_is_money():
    asked = "Les montants ne disent pas s’ils sont hors taxes (HT) ou toutes taxes comprises (TTC)."
    assert told(empty(choices=(spread(),))) == [("governance", None, asked)]
    assert told(empty(choices=(spread(budget=Decimal(0), years=()),))) == []
    assert told(empty(choices=(spread(status=ChoiceStatus.DROPPED),))) == []


def test_an_action_and_an_objective_without_each_other_are_told():
    data = empty(objectives=(objective(3),), choices=(spread(),), governance=BASIS)
    assert told(data) == [
        ("objectives", 3, "«\u202fRéduire la chose 3\u202f»\u00a0: aucune action ne le sert."),
        ("actions", 7, "«\u202fAction 7\u202f»\u00a0: ne sert aucun objectif."),
    ]
    assert told(replace(data, choices=(spread(objectives=(3,)),))) == []


def test_an_action_that_begins_after_the_year_its_objective_aims_at():
    late = spread(start=date(2027, 1, 1), objectives=(3, 4))
    goals = (objective(3, target_year=2026), objective(4))
    assert told(empty(objectives=goals, choices=(late,), governance=BASIS)) == [
        (
            "actions",
            7,
            "«\u202fAction 7\u202f»\u00a0: elle commence après l’année visée par son objectif, 2026.",
        )
    ]


@pytest.mark.parametrize(
    ("part", "rows", "said"),
    [
        ("objectives", [objective(1, statement=each) for each in ("Agir", "agir  ", "Agir ")], "objectifs"),
        ("choices", [spread(1, title=each) for each in ("Agir", "AGIR")], "actions"),
        ("indicators", [indicator(1, None, title=each) for each in ("Agir", "Agir")], "indicateurs"),
    ],
)
def test_titles_given_twice_are_told_once(part, rows, said):
    data = empty(governance=BASIS, **{part: tuple(rows)})
    assert [text for _, key, text in told(data) if key is None] == [
        f"Plusieurs {said} s’appellent «\u202fAgir\u202f»."
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (indicator(7, unit="t"), []),
        (indicator(7, unit="tonnes", objective=None), [" n’est rattaché à aucun objectif."]),
        (suggested(7, objective=1), []),
        (
            indicator(7, unit="%"),
            ["\u00a0: il se lit en «\u202f%\u202f», et son objectif en «\u202ftonnes\u202f»."],
        ),
        (
            indicator(7, unit="tonnes", baseline_date=None),
            ["\u00a0: il manque une valeur, une date ou une année."],
        ),
        (indicator(7, unit="tonnes", baseline_value=None), ["\u00a0: une cible, sans valeur de départ."]),
        (indicator(7, unit="tonnes", target_year=2025), ["\u00a0: l’année visée, 2025, est passée."]),
        (
            indicator(7, unit="tonnes", baseline_date=date(2031, 1, 1)),
            ["\u00a0: l’année visée, 2030, précède celle de la valeur de départ, 2031."],
        ),
        (
            indicator(7, unit="tonnes", years=(IndicatorYearData(2031, Decimal(1)),)),
            ["\u00a0: une valeur attendue en 2031, après l’année visée, 2030."],
        ),
        (
            indicator(7, unit="tonnes", years=(IndicatorYearData(2027),)),
            ["\u00a0: une année sans valeur attendue ni mesurée."],
        ),
    ],
)
def test_indicators(row, said):
    found = told(empty(objectives=(objective(1),), indicators=(row,)))
    assert found == [("indicators", 7, f"«\u202fIndicateur 7\u202f»{each}") for each in said]


def test_an_indicator_is_not_asked_for_an_objective_while_there_is_none():
    assert findings(empty(indicators=(indicator(1, objective=None),))) == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "La DSI pilote.",
            WITH_WORDS,
        ),
        (
            "Le SIVUX paie.",
            WITHOUT,
        ),
        ("Le syndicat (SIVUX) paie, le SIVUX agit.", ""),
        ("SIVUX (syndicat imaginaire).", ""),
        ("Le PDF, la TVA et 12 MWh.", ""),
        ("https://exemple.invalid/DSI et DSI@exemple.invalid", ""),
        ("UN TEXTE EN CAPITALES", ""),
        ("Au XXIe siècle, 3 T-SHIRTS, C3PO.", ""),
    ],
)
def test_acronyms_nobody_explains(typed, said):
    found = told(empty(governance=GovernanceData(steering=typed)))
    assert found == ([("governance", None, said)] if said else [])


def test_an_acronym_is_told_once_and_explained_anywhere():
    data = empty(
        baseline=BaselineData(uses="La DSI.", ongoing="La DSI."), governance=GovernanceData(means="DSI.")
    )
    assert [(step, text[:7]) for step, _, text in told(data)] == [("governance", "«\u202fDSI\u202f»")]
    explained = replace(PLAN, articulation="La direction des systèmes d’information suit.")
    assert told(replace(data, plans=(explained,))) == []


def test_an_acronym_of_a_plan_is_explained_by_its_kind():
    assert told(empty(plans=(replace(PLAN, title="PCAET 2025"),))) == []


def test_the_words_of_the_catalogue_are_not_held_against_anybody():
    assert told(empty(choices=(spread(summary="La DSI compte."),), governance=BASIS)) == []
    assert len(told(empty(choices=(spread(summary="La DSI compte.", adapted=True),), governance=BASIS))) == 1


def test_characters_that_are_not_printed_are_told_with_their_place():
    data = empty(
        governance=GovernanceData(means="Un demi-poste 😀"),
        plans=(replace(PLAN, title="Plan 漢字"),),
        choices=(spread(pilot="Élise Œuvre, 10\u202f000\u00a0€ de CO₂, e\u0301te\u0301 ☐ ✓"),),
    )
    one = f"«\u202fUn demi-poste 😀\u202f» (moyens) contient un caractère {UNPRINTED} par [U+1F600]."
    two = f"«\u202fPlan 漢字\u202f» (titre) contient des caractères {UNPRINTED}s par [U+6F22], [U+5B57]."
    assert [each for each in told(data) if "imprime" in each[2]] == [
        ("governance", None, one),
        ("plans", 1, two),
    ]


def test_the_share_of_the_catalogue_counts_words():
    copied = "Donner le matériel Trier puis donner"
    row = proposed(1, title="Donner le matériel", summary="Trier puis donner", copied=copied)
    assert catalogue_share([row]) == 100
    assert catalogue_share([replace(row, pilot="Une personne nommée")]) == 67
    assert catalogue_share([replace(row, summary="Vendre puis donner", adapted=True)]) == 83
    assert catalogue_share([replace(row, copied="")]) == 0
    assert catalogue_share([]) == 0


def test_mostly_copied_wording_is_told_in_percent():
    row = spread(
        copied="Action 7 Compter les équipements.", summary="Compter les équipements.", means="", partners=""
    )
    assert told(empty(choices=(row,), governance=BASIS)) == [
        ("actions", None, "62\u00a0% des mots des actions sont ceux du catalogue.")
    ]
    assert told(empty(choices=(replace(row, means="Dix jours d’agent par an"),), governance=BASIS)) == []


def test_findings_follow_the_order_of_the_steps():
    data = replace(half(), governance=replace(GOVERNANCE, steering="SIVUX", tax_basis=None))
    steps = [each.step for each in findings(data)]
    order = ["governance", "baseline", "objectives", "actions", "indicators"]
    assert [*dict.fromkeys(steps)] == [step for step in order if step in steps]
    assert {"governance", "objectives", "actions", "indicators"} == set(steps)
    assert all(isinstance(each, Finding) for each in findings(data))
