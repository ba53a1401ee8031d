"""Rules told in words: every rule of the content, then each condition alone."""

from pathlib import Path
from typing import Any

import pytest

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme
from reen.rules.rule_words import offer_words, reason_words, rule_words
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger
from tests import content_files
from tests.reen.rules.outlines import rule

CONTENT = Path("reen/content/suggestion_rules.yaml")
SETS: dict[str, Any] = {
    "kinds": Kind,
    "sizes": Size,
    "answers": Answer,
    "themes": Theme,
    "efforts": Effort,
    "costs": Cost,
    "horizons": Horizon,
    "only_kinds": Kind,
    "only_sizes": Size,
}
N, B = "\u202f", "\u00a0"


def written(row: dict[str, Any]) -> Rule:
    """A rule of the content."""
    given = {name: value for name, value in row.items() if name not in ("title", "kind", "trigger")}
    for name, vocabulary in SETS.items():
        given[name] = frozenset(map(vocabulary, row.get(name, ())))
    for name in ("actions", "requirements"):
        given[name] = frozenset(row.get(name, ()))
    trigger = Trigger(row["trigger"]) if "trigger" in row else None
    return Rule(kind=ReasonKind(row["kind"]), trigger=trigger, **given)


CONTENT_RULES = {row["ref"]: written(row) for row in content_files.read(CONTENT)}
TOLD = {
    "obligation-programme": "aux collectivités que la loi oblige, quand elle sert « pt-acteurs », « pt-bilan-impact », "
    "« pt-bilan-usages » ou « pt-synthese-actions », encore sans réponse ; donne 40 points.",
    "obligation-bilan": "aux collectivités que la loi oblige, quand elle sert « bilan-annuel », encore sans réponse ; "
    "donne 30 points.",
    "obligation-strategie": "aux collectivités que la loi oblige, quand elle sert « st-base », « st-indicateurs », "
    "« st-moyens » ou « st-objectifs », encore sans réponse ; donne 20 points.",
    "limite-du-seuil": "aux collectivités à la limite du seuil ou dont l’obligation reste à confirmer, quand elle sert "
    "« pt-acteurs », « pt-bilan-impact », « pt-bilan-usages » ou « pt-synthese-actions », encore sans réponse ; "
    "donne 20 points.",
    "fait-par-vos-semblables": "à toutes les collectivités, quand une collectivité semblable l’a faite ; "
    "donne 45 points.",
    "prealable": "à toutes les collectivités, quand une action retenue ou suggérée demande de la faire d’abord ; "
    "donne 28 points.",
    "suite": "à toutes les collectivités, quand elle fait suite à une action retenue ; donne 25 points.",
    "petite-equipe": "aux collectivités de moins de 3 500 habitants, quand l’effort y est faible, que le coût y est "
    "faible (€) et qu’elle y prend moins d’un an ; donne 18 points.",
    "chantier-structurant": "aux collectivités de plus de 50 000 habitants, quand l’effort y est moyen ou fort et "
    "qu’elle y prend un à trois ans ou plus de trois ans ; donne 16 points.",
    "point-de-depart": "à toutes les collectivités, quand plusieurs actions demandent de la faire d’abord, sans "
    "qu’elle en demande aucune ; donne 15 points.",
    "resultat-rapide": "aux collectivités de 3 500 à 50 000 habitants, quand l’effort y est faible ou moyen, que le "
    "coût y est faible (€) et qu’elle y prend moins d’un an ; donne 14 points.",
    "resultat-rapide-sans-taille": "aux départements, aux régions et aux syndicats et autres groupements, quand "
    "l’effort y est faible ou moyen et qu’elle y prend moins d’un an ; donne 12 points.",
    "geste-simple-grande": "aux collectivités de plus de 50 000 habitants, quand l’effort y est faible et qu’elle y "
    "prend moins d’un an ; donne 8 points.",
    "plus-legere-ici": "aux collectivités de moins de 3 500 habitants, quand l’effort y est faible et qu’elle demande "
    "moins d’effort à une petite collectivité qu’à une grande ; donne 10 points.",
    "reservee-aux-grandes": "aux collectivités de 20 000 habitants et plus, quand elle n’est faite que pour les "
    "collectivités de 20 000 habitants et plus ; donne 14 points.",
    "reservee-aux-tres-grandes": "aux collectivités de plus de 50 000 habitants, quand elle n’est faite que pour les "
    "collectivités de plus de 50 000 habitants ; donne 12 points.",
    "pres-des-habitants": "aux communes, quand elle est « acces-non-numerique », « ateliers-ecoles », "
    "« campagne-habitants » ou l’une des 6 autres actions choisies ; donne 12 points.",
    "pour-les-communes-membres": "aux EPCI à fiscalité propre et aux établissements publics territoriaux du Grand "
    "Paris, quand elle est « boucle-solidaire », « cycle-elus », « diagnostic-cyber » ou l’une des 10 autres actions "
    "choisies ; donne 14 points.",
    "pour-un-grand-territoire": "aux départements et aux régions, quand elle est « boucle-solidaire », "
    "« charte-donnees », « clausier-nr » ou l’une des 8 autres actions choisies ; donne 14 points.",
    "pour-les-adherents": "aux syndicats et autres groupements, quand elle est « clausier-nr », « cycle-elus », "
    "« diagnostic-cyber » ou l’une des 8 autres actions choisies ; donne 14 points.",
    "theme-a-ouvrir": "à toutes les collectivités, quand le brouillon n’a encore aucune action sur son thème ; "
    "donne 12 points.",
}


def spaced(text: str) -> str:
    """The same text with plain spaces."""
    return text.replace(N, " ").replace(B, " ")


def test_every_rule_of_the_content_is_in_the_table():
    assert TOLD.keys() == CONTENT_RULES.keys()


@pytest.mark.parametrize("ref", TOLD)
def test_a_rule_of_the_content_in_words(ref):
    given = CONTENT_RULES[ref]
    titles = {each: each for each in given.actions | given.requirements}
    assert spaced(offer_words(given, titles)) == f"Proposée {TOLD[ref]}"


@pytest.mark.parametrize(
    ("conditions", "told"),
    [
        ({}, "à toutes les collectivités ; donne 10 points."),
        ({"weight": 1}, "à toutes les collectivités ; donne 1 point."),
        ({"sizes": list(Size)}, "aux collectivités dont la population est connue ; donne 10 points."),
        (
            {"sizes": [Size.UNDER_3500, Size.FROM_3500]},
            "aux collectivités de moins de 20 000 habitants ; donne 10 points.",
        ),
        (
            {"sizes": [Size.UNDER_3500, Size.FROM_3500, Size.FROM_20000]},
            "aux collectivités d’au plus 50 000 habitants ; donne 10 points.",
        ),
        (
            {"sizes": [Size.UNDER_3500, Size.OVER_50000], "kinds": [Kind.COMMUNE]},
            "aux communes de moins de 3 500 habitants ou de plus de 50 000 habitants ; donne 10 points.",
        ),
        (
            {"kinds": [Kind.EPCI], "answers": [Answer.VOLUNTARY]},
            "aux EPCI à fiscalité propre que la loi n’oblige pas ; donne 10 points.",
        ),
        (
            {"themes": [Theme.STAFF], "trigger": Trigger.REQUIREMENT},
            (
                "à toutes les collectivités, quand elle sert une exigence encore sans réponse et que son thème est "
                "« Sensibilisation des élus et des agents » ; donne 10 points."
            ),
        ),
        (
            {"only_kinds": [Kind.COMMUNE, Kind.EPCI]},
            (
                "à toutes les collectivités, quand elle n’est faite que pour les communes et les EPCI à fiscalité "
                "propre ; donne 10 points."
            ),
        ),
        (
            {"requirements": ["pt-acteurs"]},
            "à toutes les collectivités, quand elle sert « pt-acteurs » ; donne 10 points.",
        ),
        (
            {"actions": ["disparue"]},
            "à toutes les collectivités, quand elle est une action choisie (aucune n’est publiée) ; donne 10 points.",
        ),
    ],
)
def test_conditions_in_words(conditions, told):
    assert spaced(offer_words(rule("r", **conditions), {"pt-acteurs": "pt-acteurs"})) == f"Proposée {told}"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Rien sur « {theme} » !", "Rien sur “[thème]”\u202f!"),
        ("Avec {exigence}, {retour}, {action}, {nombre}.",
         "Avec [exigence], [collectivité semblable], [action], [nombre d’actions]."),
        ("Une {accolade seule", "Une {accolade seule"),
        ("Des {{accolades}}.", "Des {accolades}."),
    ],
)  # fmt: skip
def test_the_words_that_change_are_between_brackets(reason, told):
    assert reason_words(rule("r", reason=reason)) == f"Raison donnée{B}: «{N}{told}{N}»"


def test_both_sentences_make_the_rule():
    assert spaced(rule_words(rule("r"), {})) == (
        "Proposée à toutes les collectivités ; donne 10 points. Raison donnée : « Parce que. »"
    )
