"""The page for elected members: short whatever the draft, and it answers six questions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reen.enums import Theme
from strategy.document.brevity import sentences, word_count
from strategy.document.chapters.essentials import MOST_WORDS
from strategy.document.draft import DraftData, GovernanceData
from strategy.document.measures import BudgetYearData
from strategy.document.model import BulletList, Facts, Paragraph, Section
from strategy.enums import BodyRole, ChoiceStatus, TaxBasis
from tests.strategy.document.drafts import (
    CITED,
    GOVERNANCE,
    body,
    choice,
    complete,
    empty,
    half,
    objective,
    proposed,
)
from tests.strategy.document.parts import document_of, read, section

LONGEST_OFFICIAL = "Communauté de communes du Pays de Dol et de la Baie du Mont Saint-Michel"
LONG = "ad’hoc d’un l’un DSI RGESN, " * 40
SPLIT = "a b c d e f g h i j k l m n o p q r s t u v w x y z " * 20


def page(data: DraftData) -> Section:
    return section(document_of(data), "essentiel")


def texts(part: Section) -> list[str]:
    """Each paragraph and each item of a list."""
    found = []
    for block in part.blocks:
        assert isinstance(block, Paragraph | BulletList), "the page holds nothing else"
        found += [read(text) for text in (block.items if isinstance(block, BulletList) else [block.text])]
    return found


def answer(data: DraftData, question: str) -> str:
    """What follows the question on its paragraph."""
    (told,) = (text for text in texts(page(data)) if text.startswith(f"{question}. "))
    return told.removeprefix(f"{question}. ")


def hostile(text: str) -> DraftData:
    """Every place of the page filled with that text, and more rows than it can list."""
    people = GovernanceData(text, text, text, text, actors=GOVERNANCE.actors * 9, inhabitants=text)
    years = tuple(
        BudgetYearData(year, Decimal("1234567.89"), None, Decimal(1), Decimal("0.75")) for year in (2, 9)
    )
    rows = tuple(
        choice(key, title=text, years=years, budget=None, status=s) for key, s in enumerate(ChoiceStatus, 1)
    )
    return empty(
        bodies=tuple(body(text, role) for role in BodyRole for _ in range(40)),
        governance=replace(people, tax_basis=TaxBasis.GROSS),
        objectives=tuple(
            objective(key, statement=text, unit=text[:80], baseline_value=Decimal("-123456789012.345"))
            for key in range(1, 61)
        ),
        choices=(*rows, *(proposed(key, title=text) for key in range(10, 200))),
    )


DRAFTS = {
    "empty": empty(),
    "half": half(),
    "cited": empty(baseline=CITED),
    "nobody": empty(bodies=()),
    "complete": complete(3),
    "200 actions": complete(200),
    "long words": hostile(LONG),
    "many words": hostile(SPLIT),
    "one word": hostile("mot" * 100),
    "signs": hostile("😀 — «»" * 40),
}


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
def test_it_never_has_more_than_300_words(data):
    part = page(data)
    told = [part.title, *texts(part)]
    assert 40 < sum(map(word_count, told)) <= MOST_WORDS == 300
    assert max(map(len, told)) < 1000


@pytest.mark.parametrize("data", [empty(), half(), complete(3), complete(200)])
def test_its_sentences_are_short(data):
    lengths = [word_count(sentence) for text in texts(page(data)) for sentence in sentences(text)]
    assert sum(lengths) / len(lengths) <= 20
    assert all(text.endswith(".") for text in texts(page(data)))


def test_lists_give_way_before_the_questions_do():
    questions = ["Quoi", "Qui", "Combien", "Quand", "Ce qui change pour les habitants", "Ce qui manque"]
    for data in (complete(3), hostile(LONG)):
        asked = [
            b.text[0].text.strip(" .")
            for b in page(data).blocks
            if isinstance(b, Paragraph) and b.text[0].strong
        ]
        assert asked == questions
    goals, gaps = (block.items for block in page(hostile(LONG)).blocks if isinstance(block, BulletList))
    assert read(goals[-1]) == f"Et {61 - len(goals)}\u00a0autres objectifs."
    assert (goals[-1][0].href, gaps[-1][0].href) == ("#objectifs", "#tracabilite")


def test_what_is_told_by_objectives_that_lead_to_their_card():
    goals = (objective(3), objective(4, target_value=None, rhythm=None))
    data = empty(objectives=goals, choices=(choice(1), choice(2, theme=Theme.STEERING)))
    assert answer(data, "Quoi") == (
        "Réduire l’empreinte du numérique, par 2\u00a0objectifs et 2\u00a0actions, dans 1\u00a0thème du décret sur 6."
    )
    aims = next(block.items for block in page(data).blocks if isinstance(block, BulletList))
    assert [(read(line), line[0].href) for line in aims] == [
        (
            "Réduire la chose 3\u00a0: de 1\u202f250\u00a0tonnes en 2025 à 900,5\u00a0tonnes en 2030.",
            "#objectif-3",
        ),
        ("Réduire la chose 4 (à compléter).", "#objectif-4"),
    ]


def test_who():
    bodies = (body("Agglomération imaginaire"), body("Commune A", BodyRole.ASSOCIATED))
    assert answer(
        empty(bodies=bodies, governance=replace(GOVERNANCE, elected_name="", elected_role="")), "Qui"
    ) == (
        "Portée par Agglomération imaginaire, avec 1\u00a0commune associée. Élu référent ou élue référente\u00a0: à "
        "nommer. Pilote\u00a0: Dominique Fictif, direction du numérique. 2\u00a0acteurs associés à l’élaboration."
    )


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ((), "Aucun montant n’est indiqué."),
        (
            (choice(1), choice(2, budget=None)),
            "1\u202f250,50\u00a0€ prévus. 1\u00a0action n’a pas de montant.",
        ),
        (
            (
                choice(1, years=(BudgetYearData(2027, Decimal(10), Decimal(5), Decimal(4), Decimal("0.5")),)),
                choice(2, years=(BudgetYearData(2030, Decimal(100), fte=Decimal(2)),)),
                choice(3, status=ChoiceStatus.DROPPED),
            ),
            (
                "115\u00a0€ prévus de 2027 à 2030. 4\u00a0€ de financements attendus. "
                "Travail prévu\u00a0: 2,5 ans à temps plein."
            ),
        ),
    ],
    ids=["none", "one sum", "years, without what was dropped"],
)
def test_how_much(choices, told):
    assert answer(empty(choices=choices), "Combien") == told


def test_taxes_are_told_with_their_words():
    data = empty(choices=(choice(1),), governance=GOVERNANCE)
    assert answer(data, "Combien") == "1\u202f250,50\u00a0€ prévus, hors taxes (HT)."


@pytest.mark.parametrize(
    ("choices", "told"),
    [
        ((), "Aucune date n’est indiquée."),
        ((choice(1), choice(2, end=date(2030, 6, 1))), "De janvier 2027 à juin 2030."),
        ((choice(1, end=None), proposed(2)), "À partir de janvier 2027. 1\u00a0action n’a pas de date."),
        (
            (choice(1, start=None, status=ChoiceStatus.STARTED),),
            "Jusqu’à décembre 2028. 1\u00a0action en cours.",
        ),
    ],
)
def test_when(choices, told):
    assert answer(empty(choices=choices), "Quand") == told


def test_for_whom_is_what_somebody_wrote_else_said_to_be_missing():
    asked = "Ce qui change pour les habitants"
    assert answer(empty(governance=GOVERNANCE), asked) == GOVERNANCE.inhabitants
    assert answer(empty(), asked) == "Ce n’est pas encore écrit."
    assert answer(empty(choices=(choice(1, theme=Theme.CITIZENS),)), asked) == (
        "Ce n’est pas encore écrit. 1\u00a0action relève du thème «\u202fDémarche numérique responsable auprès de "
        "tous\u202f»."
    )


def test_what_is_missing_leads_to_where_it_will_be_written():
    assert answer(complete(), "Ce qui manque") == "Chaque exigence du décret a reçu une réponse."
    data = half()
    assert answer(data, "Ce qui manque").endswith(". 1\u00a0action garde le texte du catalogue.")
    gaps = [block.items for block in page(data).blocks if isinstance(block, BulletList)][-1]
    assert (read(gaps[0]), gaps[0][0].href) == ("Exigence pt-acteurs (incomplet).", "#acteurs")


def test_acronyms_are_spelled_out_the_first_time():
    data = empty(
        objectives=(objective(1, statement="Équiper la DSI"), objective(2, statement="Former la DSI"))
    )
    told = " ".join(texts(page(data)))
    assert told.count("DSI") == 2
    assert "DSI (direction des systèmes d’information)" in told
    assert not any(isinstance(block, Facts) for block in page(data).blocks)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ({}, "Aucun objectif n’est fixé, aucune action n’est retenue."),
        (
            {"objectives": (objective(1),)},
            "Réduire l’empreinte du numérique, par 1\u00a0objectif. Aucune action n’est retenue.",
        ),
        (
            {"choices": (choice(1),)},
            (
                "Réduire l’empreinte du numérique, par 1\u00a0action, dans 1\u00a0thème du décret sur 6. "
                "Aucun objectif n’est fixé."
            ),
        ),
        (
            {
                "objectives": (objective(1),),
                "choices": (choice(1), choice(2, theme=Theme.CITIZENS, status=ChoiceStatus.DROPPED)),
            },
            (
                "Réduire l’empreinte du numérique, par 1\u00a0objectif et 2\u00a0actions, dont 1\u00a0abandonnée, "
                "dans 1\u00a0thème du décret sur 6."
            ),
        ),
    ],
    ids=["nothing", "no action", "no objective", "an action dropped"],
)
def test_what_is_missing_and_what_was_dropped_are_told_in_words(rows, told):
    assert answer(empty(**rows), "Quoi") == told


def test_an_action_that_was_dropped_gives_no_date():
    gone = {"status": ChoiceStatus.DROPPED}
    choices = (choice(1), choice(2, end=date(2040, 1, 1), **gone), proposed(3, **gone))
    assert answer(empty(choices=choices), "Quand") == "De janvier 2027 à décembre 2028."


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "A."), (2, "A et B."), (3, "A, B et 1\u00a0autre."), (4, "A, B et 2\u00a0autres.")],
)
def test_those_who_bear_it_are_listed_as_one_would_say_it(count, told):
    assert answer(empty(bodies=tuple(map(body, "ABCD"[:count]))), "Qui").startswith(f"Portée par {told}")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (LONGEST_OFFICIAL, LONGEST_OFFICIAL),
        ("CC du Val imaginaire (CCVI)", "CC (communauté de communes) du Val imaginaire (CCVI)"),
        ("Ville " * 40, f"{' '.join(['Ville'] * 16)}…"),
    ],
)
def test_the_name_of_a_collectivity_is_whole_unless_nobody_has_one_as_long(name, told):
    people = replace(GOVERNANCE, elected_role="vice-présidence à la transition écologique et au numérique")
    said = answer(complete(3, bodies=(body(name),), governance=people), "Qui")
    assert said.startswith(f"Portée par {told}. Élu" if "…" not in told else f"Portée par {told} Élu")
    assert "vice-présidence à la transition écologique et au numérique. Pilote" in said
