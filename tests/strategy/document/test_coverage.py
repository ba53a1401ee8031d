"""How far each requirement of the decree is answered: one table a requirement."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reen.queries.footprint import current_factors
from reen.rules.footprint import Counted, Energy, estimate
from strategy.document.coverage import RULES, coverage, summary
from strategy.document.draft import ActorData, BaselineData, DraftData, GovernanceData
from strategy.document.draft_footprint import OrganisationFootprint, Population, TerritoryFootprint
from strategy.document.model import Coverage, State
from strategy.enums import ActorKind, ChoiceStatus, Programme
from tests.strategy.document.drafts import (
    ACTORS,
    CITED,
    GOVERNANCE,
    REQUIREMENTS,
    WRITTEN_HERE,
    YEARS,
    choice,
    complete,
    empty,
    half,
    indicator,
    objective,
    proposed,
    requirement,
    suggested,
)

ANSWERED, INCOMPLETE, ABSENT = State.ANSWERED, State.INCOMPLETE, State.ABSENT
CITATION = "Renvoi au programme de travail «\u202fFeuille de route 2022\u202f»\u202f; son contenu n’a pas été relu ici."
UNNAMED = "Le programme de travail existe\u00a0: il manque son titre ou sa date."
UNTITLED = replace(CITED, programme_title="")
UNDATED = replace(CITED, programme_date=None)
DROPPED = proposed(9, status=ChoiceStatus.DROPPED)


def answer(ref: str, data: DraftData) -> tuple[State, str]:
    (line,) = coverage(data, [requirement(ref)])
    return line.state, line.reason


def governed(**facts: object) -> DraftData:
    return empty(governance=GovernanceData(**facts))


def reviewed(**facts: object) -> DraftData:
    return empty(baseline=BaselineData(**facts))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (empty(), (ABSENT, "Aucun acteur associé n’est nommé.")),
        (governed(actors=ACTORS[1:]), (INCOMPLETE, "Aucun acteur public n’est nommé.")),
        (governed(actors=ACTORS[:1]), (INCOMPLETE, "Aucun acteur privé n’est nommé.")),
        (
            governed(actors=(*ACTORS, ActorData("Autre", ActorKind.PRIVATE, ""))),
            (INCOMPLETE, "Il manque la façon dont certains acteurs sont associés."),
        ),
        (governed(actors=ACTORS), (ANSWERED, "2\u00a0acteurs nommés, publics et privés.")),
        (empty(baseline=CITED), (ANSWERED, CITATION)),
        (empty(baseline=UNTITLED), (INCOMPLETE, UNNAMED)),
        (
            empty(baseline=CITED, governance=GovernanceData(actors=ACTORS[:1])),
            (INCOMPLETE, "Aucun acteur privé n’est nommé."),
        ),
    ],
)
def test_actors(data, expected):
    assert answer("pt-acteurs", data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (empty(), (ABSENT, "Aucun bilan de l’impact environnemental n’est écrit.")),
        (
            reviewed(impact_territory="Écrans."),
            (INCOMPLETE, "Bilan écrit pour le territoire seulement\u202f; il manque l’organisation."),
        ),
        (
            reviewed(impact_organisation="Postes."),
            (INCOMPLETE, "Bilan écrit pour l’organisation seulement\u202f; le décret vise le territoire."),
        ),
        (empty(baseline=WRITTEN_HERE), (ANSWERED, "Bilan écrit pour le territoire et pour l’organisation.")),
        (empty(baseline=CITED), (ANSWERED, CITATION)),
        (empty(baseline=UNDATED), (INCOMPLETE, UNNAMED)),
    ],
)
def test_review_of_the_impact(data, expected):
    assert answer("pt-bilan-impact", data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (empty(), (ABSENT, "Aucun bilan des usages n’est écrit.")),
        (reviewed(uses="Guichets."), (ANSWERED, "Bilan des usages écrit.")),
        (empty(baseline=CITED), (ANSWERED, CITATION)),
        (empty(baseline=UNDATED), (INCOMPLETE, UNNAMED)),
    ],
)
def test_review_of_the_uses(data, expected):
    assert answer("pt-bilan-usages", data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (empty(), (ABSENT, "Aucune synthèse des actions déjà engagées n’est écrite.")),
        (reviewed(ongoing="Inventaire."), (ANSWERED, "Synthèse des actions déjà engagées écrite.")),
        (
            reviewed(nothing_ongoing=True),
            (ANSWERED, "La collectivité indique qu’aucune action n’a encore été engagée."),
        ),
        (empty(baseline=CITED), (ANSWERED, CITATION)),
        (empty(baseline=UNTITLED), (INCOMPLETE, UNNAMED)),
    ],
)
def test_summary_of_what_is_under_way(data, expected):
    assert answer("pt-synthese-actions", data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (empty(), (ABSENT, "Aucun programme de travail n’est cité ni écrit.")),
        (
            reviewed(programme=Programme.HERE),
            (ABSENT, "Aucun programme de travail n’est cité ni écrit."),
        ),
        (
            empty(baseline=WRITTEN_HERE),
            (INCOMPLETE, "Le programme de travail n’est écrit qu’en partie dans ce document."),
        ),
        (
            empty(baseline=WRITTEN_HERE, governance=GOVERNANCE),
            (ANSWERED, "Le programme de travail est écrit dans ce document."),
        ),
        (empty(baseline=CITED), (ANSWERED, CITATION)),
        (empty(baseline=UNTITLED), (INCOMPLETE, UNNAMED)),
    ],
)
def test_foundation_on_the_work_programme(data, expected):
    assert answer("st-base", data) == expected


VAGUE = "sans unité, ou sans valeur et année de départ et d’arrivée."


@pytest.mark.parametrize(
    ("objectives", "expected"),
    [
        ((), (ABSENT, "Aucun objectif de réduction n’est fixé.")),
        ((objective(1, unit=""),), (INCOMPLETE, f"1\u00a0objectif sur 1 {VAGUE}")),
        ((objective(1), objective(2, target_year=None)), (INCOMPLETE, f"1\u00a0objectif sur 2 {VAGUE}")),
        (
            (objective(1, baseline_value=None), objective(2, baseline_year=None)),
            (INCOMPLETE, f"2\u00a0objectifs sur 2 {VAGUE}"),
        ),
        ((objective(1, target_value=0),), (ANSWERED, "1\u00a0objectif chiffré et daté.")),
        ((objective(1), objective(2)), (ANSWERED, "2\u00a0objectifs chiffrés et datés.")),
    ],
)
def test_objectives_of_reduction(objectives, expected):
    assert answer("st-objectifs", empty(objectives=objectives)) == expected


UNFOLLOWED = (INCOMPLETE, "Il manque un indicateur complet rattaché à chaque objectif.")


@pytest.mark.parametrize(
    ("objectives", "indicators", "expected"),
    [
        ((), (), (ABSENT, "Aucun indicateur n’est retenu.")),
        (
            (1,),
            (suggested(1), indicator(2)),
            (
                INCOMPLETE,
                "1\u00a0indicateur reste proposé par le catalogue, sans valeur ni responsable local.",
            ),
        ),
        (
            (1,),
            (suggested(1, objective=1), suggested(2)),
            (
                INCOMPLETE,
                "2\u00a0indicateurs restent proposés par le catalogue, sans valeur ni responsable local.",
            ),
        ),
        ((), (indicator(1, objective=None),), UNFOLLOWED),
        ((1,), (indicator(1, objective=None),), UNFOLLOWED),
        ((1,), (indicator(1, target_value=None),), UNFOLLOWED),
        ((1, 2), (indicator(1, objective=1), indicator(2, objective=1)), UNFOLLOWED),
        ((1,), (suggested(1, entry=None, objective=1),), UNFOLLOWED),
        ((1,), (indicator(1),), (ANSWERED, "1\u00a0indicateur, chaque objectif est suivi.")),
        (
            (1, 2),
            (indicator(1, objective=2), indicator(2, objective=1), indicator(3, objective=None)),
            (ANSWERED, "3\u00a0indicateurs, chaque objectif est suivi."),
        ),
    ],
)
def test_indicators_of_the_objectives(objectives, indicators, expected):
    data = empty(objectives=tuple(map(objective, objectives)), indicators=indicators)
    assert answer("st-indicateurs", data) == expected


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ((), (ABSENT, "Aucune action n’est retenue.")),
        (
            (proposed(1), choice(2)),
            (INCOMPLETE, "1\u00a0action reste proposée par le catalogue, sans pilote, date ni moyens."),
        ),
        (
            (proposed(1), proposed(2)),
            (
                INCOMPLETE,
                "2\u00a0actions restent proposées par le catalogue, sans pilote, date ni moyens.",
            ),
        ),
        ((choice(1, pilot=""),), (INCOMPLETE, "1\u00a0action sans pilote ou sans date.")),
        ((choice(1, start=None, end=None),), (INCOMPLETE, "1\u00a0action sans pilote ou sans date.")),
        ((proposed(1, adapted=True),), (INCOMPLETE, "1\u00a0action sans pilote ou sans date.")),
        ((choice(1, start=None),), (ANSWERED, "1\u00a0action avec pilote et date.")),
        ((choice(1), choice(2, budget=None, means="")), (ANSWERED, "2\u00a0actions avec pilote et date.")),
        ((choice(1), DROPPED), (ANSWERED, "1\u00a0action avec pilote et date.")),
        ((DROPPED,), (ABSENT, "Aucune action n’est retenue.")),
    ],
)
def test_measures(choices, expected):
    assert answer("st-mesures", empty(choices=choices)) == expected


@pytest.mark.parametrize(
    ("means", "choices", "expected"),
    [
        ("", (), (ABSENT, "Aucun moyen n’est prévu.")),
        ("", (proposed(1),), (ABSENT, "Aucun moyen n’est prévu.")),
        (
            "Un poste.",
            (),
            (INCOMPLETE, "Des moyens généraux sont écrits, mais aucune action n’est retenue."),
        ),
        ("Un poste.", (proposed(1),), (INCOMPLETE, "1\u00a0action sans budget ni moyens.")),
        ("", (choice(1), proposed(2), proposed(3)), (INCOMPLETE, "2\u00a0actions sans budget ni moyens.")),
        ("", (proposed(1, budget=0),), (ANSWERED, "Chaque action a un budget ou des moyens.")),
        ("", (proposed(1, means="Agents"),), (ANSWERED, "Chaque action a un budget ou des moyens.")),
        ("", (choice(1), DROPPED), (ANSWERED, "Chaque action a un budget ou des moyens.")),
    ],
)
def test_means(means, choices, expected):
    data = empty(governance=GovernanceData(means=means), choices=choices)
    assert answer("st-moyens", data) == expected


@pytest.mark.parametrize(
    ("objectives", "choices", "expected"),
    [
        ((), (), (ABSENT, "Aucun objectif n’a de rythme, aucune action n’a de date.")),
        (
            (objective(1, rhythm=None),),
            (proposed(1),),
            (ABSENT, "Aucun objectif n’a de rythme, aucune action n’a de date."),
        ),
        (
            (objective(1, rhythm=None),),
            (choice(1),),
            (INCOMPLETE, "1\u00a0objectif ou action sans rythme ou sans date."),
        ),
        (
            (objective(1),),
            (proposed(1), proposed(2)),
            (INCOMPLETE, "2\u00a0objectifs ou actions sans rythme ou sans date."),
        ),
        ((), (choice(1),), (INCOMPLETE, "Chaque action a une date, mais aucun objectif n’est fixé.")),
        ((objective(1),), (), (ANSWERED, "Chaque objectif a un rythme et chaque action une date.")),
        ((objective(1),), (choice(1),), (ANSWERED, "Chaque objectif a un rythme et chaque action une date.")),
        ((objective(1),), (DROPPED,), (ANSWERED, "Chaque objectif a un rythme et chaque action une date.")),
    ],
)
def test_rhythm(objectives, choices, expected):
    assert answer("st-temporalite", empty(objectives=objectives, choices=choices)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", (ABSENT, "Rien n’est dit du bilan annuel.")),
        ("À l’automne.", (ANSWERED, "L’organisation du bilan annuel est décrite.")),
    ],
)
def test_yearly_review(written, expected):
    assert answer("bilan-annuel", governed(yearly_review=written)) == expected


@pytest.mark.parametrize(
    ("facts", "local"),
    [
        ({}, False),
        ({"partners": "Voisins"}, False),
        ({"adapted": True}, True),
        ({"pilot": "DSI"}, True),
        ({"end": choice(1).end}, True),
        ({"budget": 0}, True),
        ({"means": "Agents"}, True),
    ],
)
def test_wording_of_the_catalogue_is_proposed_until_adapted_or_completed(facts, local):
    assert proposed(1, **facts).is_local is local


def test_ten_actions_and_ten_indicators_picked_as_they_are_answer_nothing():
    data = empty(choices=tuple(map(proposed, range(10))), indicators=tuple(map(suggested, range(10))))
    states = {line.requirement.ref: line.state for line in coverage(data, REQUIREMENTS)}
    picked = {"st-mesures": INCOMPLETE, "st-indicateurs": INCOMPLETE}
    assert states == dict.fromkeys(RULES, ABSENT) | picked


def test_coverage_keeps_the_order_given_and_says_where_to_mend():
    covered = coverage(half(), REQUIREMENTS[::-1])
    assert [(line.requirement, line.step, line.anchor) for line in covered] == [
        (sheet, RULES[sheet.ref].step, RULES[sheet.ref].anchor) for sheet in REQUIREMENTS[::-1]
    ]


def test_a_requirement_published_since_that_no_rule_knows_is_absent():
    (covered,) = coverage(empty(), [requirement("inconnue")])
    assert (covered.state, covered.step, covered.anchor) == (ABSENT, "review", None)
    assert covered.reason == "Aucune étape ne permet encore d’y répondre ici."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            empty(),
            Coverage(0, 0, 11, "0\u00a0exigence renseignée sur 11, 0\u00a0incomplète, 11\u00a0absentes."),
        ),
        (
            half(),
            Coverage(1, 8, 2, "1\u00a0exigence renseignée sur 11, 8\u00a0incomplètes, 2\u00a0absentes."),
        ),
        (
            complete(),
            Coverage(11, 0, 0, "11\u00a0exigences renseignées sur 11, 0\u00a0incomplète, 0\u00a0absente."),
        ),
    ],
)
def test_summary(data, expected):
    assert summary(coverage(data, REQUIREMENTS)) == expected


@pytest.mark.parametrize(
    ("territory", "organisation", "state"),
    [
        (True, True, ANSWERED),
        (True, False, INCOMPLETE),
        (False, True, INCOMPLETE),
        (False, False, ABSENT),
    ],
)
def test_an_estimate_is_the_bilan_of_its_perimeter_and_one_alone_is_not_enough(
    territory, organisation, state
):
    factors = current_factors()
    setting = factors.pue_of("")
    counted = (Counted(factors.equipment[0], 12),)
    review = BaselineData(
        territory=TerritoryFootprint(factors, Population(None), 1250 if territory else None),
        organisation=OrganisationFootprint(
            factors,
            estimate(counted if organisation else (), Energy(Decimal("0.05"), Decimal(1))),
            factors.electricity_in(""),
            setting,
        ),
    )
    assert answer("pt-bilan-impact", empty(baseline=review))[0] is state


def test_an_order_of_magnitude_nobody_retains_is_no_bilan():
    factors = current_factors()
    left = TerritoryFootprint(factors, Population(None), 1250, retained=False)
    assert answer("pt-bilan-impact", reviewed(territory=left))[0] is ABSENT


def test_a_year_of_budget_says_when():
    row = choice(1, start=None, end=None, years=YEARS)
    data = empty(choices=(row,), objectives=(objective(1),))
    assert answer("st-temporalite", data)[0] is ANSWERED
