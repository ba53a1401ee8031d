"""The documents of one draft: each sound, each only what it is for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reen.enums import Part, Theme
from strategy.document import walk
from strategy.document.integrity import verify
from strategy.document.kinds import KINDS
from strategy.document.model import Notice, Table, Trace
from strategy.document.serialize import from_json, to_json
from strategy.enums import BodyRole, ChoiceStatus, Priority
from strategy.renderers.registry import RENDERERS
from tests.strategy.document.drafts import (
    CITED,
    GOVERNANCE,
    REQUIREMENTS,
    body,
    choice,
    complete,
    empty,
    half,
    proposed,
)
from tests.strategy.document.parts import read, rows, section, words
from tests.strategy.renderers import reading

DRAFTS = {
    "empty": empty(),
    "without body": empty(bodies=()),
    "half": half(),
    "cited": empty(baseline=CITED),
    "complete": complete(3),
    "many": complete(60),
}


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_draft_gives_every_document(kind, data):
    document = kind.build(data, REQUIREMENTS)
    verify(document)
    assert from_json(to_json(document)) == document
    assert (document.reference, document.changed_on) == (data.reference, "2026-10-01")


def test_the_programme_answers_its_own_requirements_only():
    document = KINDS["programme"].build(complete(2), REQUIREMENTS)
    assert [part.anchor for part in document.sections] == [
        *("presentation", "acteurs", "impact", "usages", "actions-engagees", "tracabilite"),
    ]
    (trace,) = (block for block in section(document, "tracabilite").blocks if isinstance(block, Trace))
    asked = [sheet.ref for sheet in REQUIREMENTS if sheet.part is Part.PROGRAMME]
    assert [row.requirement for row in trace.rows] == asked
    assert (document.coverage.answered, document.coverage.absent) == (len(asked), 0)


def test_a_programme_that_exists_elsewhere_is_named_and_not_replaced():
    document = KINDS["programme"].build(empty(baseline=CITED), REQUIREMENTS)
    notice = section(document, "presentation").blocks[-1]
    assert isinstance(notice, Notice)
    assert read(notice.text) == (
        "Un programme de travail existe déjà, «\u202fFeuille de route 2022\u202f». Ce document ne le remplace pas."
    )
    written = KINDS["programme"].build(complete(2), REQUIREMENTS)
    assert not any(isinstance(block, Notice) for block in section(written, "presentation").blocks)


def test_cards_hold_every_action_by_theme_and_lead_nowhere_else():
    data = complete(4)
    document = KINDS["fiches"].build(data, REQUIREMENTS)
    cards = [visit.section for visit in walk.sections(document) if visit.section.card]
    themes = list(Theme)
    assert [card.title for card in cards] == [
        row.title for row in sorted(data.choices, key=lambda row: themes.index(row.theme))
    ]
    whole = section(KINDS["document"].build(data, REQUIREMENTS), "action-1")
    assert words(section(document, "action-1")) == words(whole)
    links = [text for path, text in walk.texts(document) if path.endswith("href")]
    assert any(text.startswith("#") for path, text in walk.texts(whole) if path.endswith("href"))
    assert [link for link in links if link.startswith("#")] == []


def test_the_sheet_has_a_row_an_action():
    choices = (
        choice(1, theme=Theme.CITIZENS, priority=Priority.HIGH, title="A"),
        choice(2, theme=Theme.STEERING, start=date(2027, 1, 1), end=date(2027, 2, 1), title="B"),
        choice(3, theme=Theme.CITIZENS, end=None, budget=Decimal(10), status=ChoiceStatus.DROPPED, title="C"),
        proposed(4, theme=Theme.CITIZENS, title="D"),
        choice(5, theme=Theme.CITIZENS, start=None, title="E"),
    )
    bodies = (body("Ville"), body("Bourg"), body("Hameau", BodyRole.ASSOCIATED))
    data = empty(choices=choices, bodies=bodies, governance=GOVERNANCE)
    part = section(KINDS["selection"].build(data, REQUIREMENTS), "selection")
    team = "Direction du numérique"
    assert rows(part) == [
        ["B", "Pilotage", team, "2027", "1\u202f250,50\u00a0€", "–"],
        ["A", "5", team, "2027\u00a0à\u00a02028", "1\u202f250,50\u00a0€", "haute"],
        ["C (abandonnée)", "5", team, "dès 2027", "–", "–"],
        ["D", "5", "–", "–", "–", "–"],
        ["E", "5", team, "avant fin 2028", "1\u202f250,50\u00a0€", "–"],
    ]
    assert read(part.blocks[0].text) == (
        "Ville, Bourg et 1\u00a0commune associée. Brouillon SNR-TESTTEST du 1er\u00a0octobre 2026. "
        "5\u00a0actions, dont 1\u00a0abandonnée, 3\u202f751,50\u00a0€ hors taxes (HT)."
    )


def sheet_of(count: int):
    titles = ("Prolonger la durée de vie du matériel informatique de tous les services", "Nommer un référent")
    rows = tuple(
        choice(key, title=titles[key % 2], theme=list(Theme)[key % 7], priority=Priority.LOW)
        for key in range(count)
    )
    return KINDS["selection"].build(empty(choices=rows), REQUIREMENTS)


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (30, 1), (80, 3)])
def test_the_sheet_fits_a_page_up_to_thirty_actions(count, pages):
    drawn = reading.pages(reading.opened(RENDERERS["pdf"].render(sheet_of(count))))
    assert len(drawn) == pages
    assert f"page 1 / {pages}" in " ".join(str(drawn[0]).split())


def test_two_cards_fit_a_page():
    data = empty(choices=tuple(choice(key) for key in range(2)))
    drawn = reading.opened(RENDERERS["pdf"].render(KINDS["fiches"].build(data, REQUIREMENTS)))
    assert len(drawn.pages) == 1


def test_cards_and_sheet_begin_on_their_first_page():
    covers = {name: kind.build(complete(1), REQUIREMENTS).cover for name, kind in KINDS.items()}
    assert covers == {"document": True, "programme": True, "fiches": False, "selection": False}


def test_compact_rows_are_those_of_the_long_lists():
    compact = {
        block.caption
        for kind in KINDS.values()
        for visit in walk.sections(kind.build(complete(2), REQUIREMENTS))
        for block in visit.section.blocks
        if isinstance(block, Table) and block.compact
    }
    assert compact == {"Actions retenues", "Entrées du catalogue utilisées"}


def test_a_link_left_in_a_document_of_its_own_still_works():
    data = replace(complete(1), plans=())
    links = {
        name: [text for path, text in walk.texts(kind.build(data, REQUIREMENTS)) if path.endswith("href")]
        for name, kind in KINDS.items()
    }
    assert any(link.startswith("#action-") for link in links["document"])
