"""What the checker of contents remarks, and what it lets pass."""

from datetime import date

import pytest

from reen.watch.reading import Cited, GivenEstimate, Passage, Reading
from reen.watch.remarks import RULES, remarks
from reen.watch.remarks.remark import LONGEST


def reading(*texts: str, **changes) -> Reading:
    """An action nothing is to be said of, with those texts."""
    plain = {
        "kind": "action",
        "title": "Réemployer les ordinateurs",
        "passages": tuple(Passage("why", text) for text in texts),
        "cited": (Cited("sources", "https://exemple.invalid/guide"),),
        "sources": 1,
        "links_to_law": False,
        "checked_on": date(2026, 11, 21),
    }
    return Reading(**(plain | changes))


def made(entry: Reading) -> list[tuple[str, str]]:
    return [(remark.rule, remark.field) for remark in remarks(entry)]


def test_nothing_is_said_of_a_good_sheet():
    assert remarks(reading("Prolonger d’un an la vie d’un ordinateur\u00a0: c’est moins d’achats.")) == []


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (reading(sources=0, cited=()), [("sans-source", "sources")]),
        (reading(checked_on=None), [("sans-date", "checked_on")]),
        (reading(title="x" * 111), [("titre", "title")]),
        (reading(title="x" * 110), []),
        (reading("La loi oblige les communes à réparer."), [("droit-sans-source", "why")]),
        (reading("Le décret n°\u00a02022-1084 fixe la date."), [("droit-sans-source", "why")]),
        (reading("La loi oblige les communes à réparer.", links_to_law=True), []),
        (reading("La loi oblige les communes à réparer.", kind="legaltext"), []),
        (
            reading(
                "La loi oblige les communes à réparer.",
                cited=(Cited("sources", "https://www.legifrance.gouv.fr/loda/id/X"),),
            ),
            [],
        ),
        (
            reading(
                "La loi oblige à réparer.", cited=(Cited("sources", "https://legifrance.gouv.fr.invalid/"),)
            ),
            [("droit-sans-source", "why")],
        ),
        (reading("Une loi de finances, un jour."), []),
        (reading("Dites bonjour !"), [("typographie", "why")]),
        (reading('Un "mot" entre guillemets droits.'), [("typographie", "why")]),
        (reading("L'ordinateur."), [("typographie", "why")]),
        (reading("Dites bonjour\u00a0! Ou bonsoir\u202f!"), []),
        (reading("Envoyer un email à tous."), [("anglicisme", "why")]),
        (reading("Le Green IT en fait partie."), [("anglicisme", "why")]),
        (reading("Voir https://exemple.invalid/feedback/email et nom@email.invalid."), []),
        (reading("L’émail et le maillage ne sont pas anglais."), []),
        (reading("Le ZZTOP est tenu."), [("sigle", "why")]),
        (reading("Le tableau de suivi (ZZTOP) existe. Le ZZTOP est tenu."), []),
        (reading("La DSI répond."), []),
        (reading(effect_quantified=True), [("effet", "effect_source_url")]),
        (reading(effect_quantified=True, effect_source_url="https://exemple.invalid/"), []),
        (reading(effect_text="Jusqu’à 30\u00a0% d’économie."), [("effet", "effect_text")]),
        (reading(effect_text="Moins d’achats."), []),
        (
            reading(estimates=(GivenEstimate("cost_why", "pourquoi ce coût", True, " "),)),
            [("estimation", "cost_why")],
        ),
        (reading(estimates=(GivenEstimate("cost_why", "pourquoi ce coût", False, ""),)), []),
    ],
)
def test_each_rule_finds_and_lets_pass(entry, expected):
    assert made(entry) == expected


def test_every_rule_is_tried_here():
    (parameters,) = test_each_rule_finds_and_lets_pass.pytestmark
    tried = {rule for _entry, expected in parameters.args[1] for rule, _field in expected}
    assert tried == set(RULES)


def test_what_is_quoted_is_not_judged_as_ours():
    quoted = (Passage("sources", "Best practices for green IT : the ZZTOP report", prose=False),)
    assert remarks(reading(passages=quoted)) == []


def test_a_remark_shows_where():
    (remark,) = remarks(
        reading("Il faut le dire, puis le répéter encore : c’est utile à tous ceux qui lisent.")
    )
    assert remark.words == (
        "«\u202f…, puis le répéter encore : c’est utile à tous ceu…\u202f»\u00a0: mettez ici une espace insécable."
    )


def test_a_remark_fits_in_a_row():
    (remark,) = remarks(reading("Z" + "A" * 100_000))
    assert remark.rule == "sigle"
    assert len(remark.words) == LONGEST
