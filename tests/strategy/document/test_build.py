"""From a draft to its document: sections, anchors, words, and nothing that depends on the day."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from freezegun import freeze_time

from reen.enums import Theme
from reen.typography import typeset
from strategy.document import walk
from strategy.document.build import build
from strategy.document.draft import BaselineData
from strategy.document.integrity import verify
from strategy.document.model import (
    Body,
    CatalogueEntry,
    Notice,
    Trace,
)
from strategy.document.serialize import from_json, to_json
from strategy.enums import ActorKind, BodyRole, ChoiceStatus, Programme
from tests.strategy.document.drafts import (
    CITED,
    REQUIREMENTS,
    body,
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
from tests.strategy.document.parts import document_of, facts, rows, section, words

DRAFTS = {
    "empty": empty(),
    "half": half(),
    "cited": empty(baseline=CITED),
    "without body": empty(bodies=()),
    "demonstration": complete(demonstration=True),
    **{f"complete with {count}": complete(count) for count in (1, 2, 40)},
}
CHAPTERS = [
    "essentiel",
    "cadre-legal",
    "gouvernance",
    "etat-des-lieux",
    "objectifs",
    "actions",
    "calendrier",
    "moyens",
    "indicateurs",
    "articulation",
    "tracabilite",
    "sources",
]


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
def test_every_draft_gives_a_sound_document(data):
    document = document_of(data)
    verify(document)
    assert [part.anchor for part in document.sections] == CHAPTERS
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("known", [(), (requirement("inconnue"),)], ids=["none", "one no rule knows"])
def test_a_catalogue_without_the_expected_requirements_still_gives_a_sound_document(known):
    document = build(half(), known)
    verify(document)
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
def test_each_requirement_leads_to_a_section_of_the_document(data):
    document = document_of(data)
    anchors = {visit.section.anchor for visit in walk.sections(document)}
    (trace,) = (block for block in section(document, "tracabilite").blocks if isinstance(block, Trace))
    assert [row.requirement for row in trace.rows] == [sheet.ref for sheet in REQUIREMENTS]
    assert {row.anchor for row in trace.rows} - anchors == set()


@pytest.mark.parametrize("data", [complete(1), complete(2), complete(40)])
def test_nothing_technical_nor_missing_is_read_in_a_complete_document(data):
    vocabularies = (Theme, ChoiceStatus, ActorKind, BodyRole)
    keys = {member.value for each in vocabularies for member in each if member.value not in member.label}
    assert len(keys) == 13
    wrong = re.compile(rf"\b(None|True|False|{'|'.join(keys)})\b|à compléter|À compléter")
    assert [text for text in words(document_of(data)) if wrong.search(text)] == []


@pytest.mark.parametrize("data", DRAFTS.values(), ids=DRAFTS)
def test_texts_are_typeset(data):
    assert [text for text in words(document_of(data)) if text != typeset(text)] == []


@pytest.mark.parametrize("data", [empty(), half()])
def test_what_is_missing_is_named_where_it_will_be_written(data):
    document = document_of(data)
    empty_sections = [
        visit.section.anchor
        for visit in walk.sections(document)
        if not visit.section.blocks and not visit.section.sections
    ]
    assert empty_sections == []
    assert any(isinstance(b, Notice) and b.kind == "attention" for b in section(document, "programme").blocks)


@pytest.mark.parametrize("data", [empty(), half(), complete()])
def test_the_same_draft_gives_the_same_json_forty_days_later(data):
    with freeze_time("2026-10-01"):
        first = to_json(document_of(data))
    with freeze_time("2026-11-10"):
        assert to_json(document_of(data)) == first


def test_header():
    bodies = (
        body("Agglomération imaginaire"),
        body("Syndicat imaginaire"),
        body("Commune A", BodyRole.ASSOCIATED),
        body("Commune B", BodyRole.ASSOCIATED),
    )
    document = document_of(empty(bodies=bodies))
    population = "2\u202f340 habitants"
    assert document.bodies == (
        Body("Agglomération imaginaire", "collectivité porteuse", population),
        Body("Syndicat imaginaire", "collectivité porteuse", population),
        Body("Commune A", "commune associée", population),
        Body("Commune B", "commune associée", population),
    )
    assert (document.status.label, document.changed_on, document.date_words) == (
        "PROJET",
        "2026-10-01",
        "1er\u00a0octobre 2026",
    )
    assert [part.title for part in section(document, "champ").sections] == [
        *(each.name for each in bodies),
        "Ce qui reste à confirmer",
    ]


def test_the_date_is_that_of_the_local_day():
    late = replace(empty(), changed_at=empty().changed_at.replace(hour=23, minute=59))
    assert document_of(late).changed_on == "2026-10-01"


def test_a_doubt_shared_by_all_is_said_once_and_the_others_name_whom_they_touch():
    bodies = (body("A"), replace(body("B"), uncertain=(*body().uncertain, "Statut à vérifier.")))
    assert words(section(document_of(empty(bodies=bodies)), "a-confirmer")) == [
        "Ce qui reste à confirmer",
        "L’année du chiffre n’est pas connue.",
        "Statut à vérifier (B).",
    ]


def test_an_action_of_the_catalogue_keeps_its_revision_and_an_own_one_has_none():
    document = document_of(complete(2))
    assert section(document, "action-1").entry == CatalogueEntry("action-1", 3, "2026-03-12")
    assert section(document, "action-2").entry is None
    assert section(document, "action-2").title == "Éteindre la nuit"


def test_facts_of_an_action():
    assert facts(section(document_of(empty(choices=(choice(1),))), "action-1")) == {
        "Pilote": "Direction du numérique",
        "Calendrier": "du 1er\u00a0janvier 2027 au 31\u00a0décembre 2028",
        "Avancement": "prévue",
        "Partenaires": "Communes voisines",
        "Budget prévu": "1\u202f250,50\u00a0€",
        "Moyens": "Dix jours d’agent",
    }


def test_an_action_nobody_touched_is_marked_as_proposed():
    document = document_of(empty(choices=(proposed(1), choice(2))))
    marked = [
        number
        for number in (1, 2)
        if any(isinstance(block, Notice) for block in section(document, f"action-{number}").blocks)
    ]
    assert marked == [1]


def test_actions_stand_under_their_theme_and_unused_themes_are_named():
    rows = (
        choice(1, theme=Theme.STEERING),
        choice(2, theme=Theme.TERRITORY),
        choice(3, theme=Theme.PROCUREMENT),
        choice(4, theme=Theme.TERRITORY),
    )
    actions = section(document_of(empty(choices=rows)), "actions")
    assert [(part.title, [card.anchor for card in part.sections]) for part in actions.sections] == [
        ("Pilotage, mesure et gouvernance", ["action-1"]),
        ("Thème 1\u00a0: Commande publique locale et durable", ["action-3"]),
        ("Thème 6\u00a0: Territoire connecté et durable, données", ["action-2", "action-4"]),
    ]
    (intro,) = words(actions.blocks)
    assert [theme.number for theme in Theme if theme.label in intro] == [2, 3, 4, 5]


def test_the_day_of_the_reading_is_told_once_unless_it_differs():
    once = words(section(document_of(empty()), "exigences"))
    assert [text for text in once if "vérifié" in text] == [
        "Textes vérifiés le 2\u00a0mars 2026, sauf ce qui est dit à confirmer."
    ]
    later = (replace(REQUIREMENTS[0], checked_on=date(2026, 4, 3)), *REQUIREMENTS[1:])
    line_by_line = words(section(build(empty(), later), "exigences"))
    assert sum("vérifié le" in text for text in line_by_line) == len(REQUIREMENTS)


def test_an_objective_and_what_follows_it_link_to_each_other():
    data = empty(objectives=(objective(3),), indicators=(indicator(8, objective=3), indicator(9, None)))
    document = document_of(data)
    followed = section(document, "objectif-3")
    assert facts(followed)["Cible"] == "900,5\u00a0tonnes en 2030"
    assert followed.blocks[-1].facts[-1].text[0].href == "#indicateur-8"
    assert facts(section(document, "indicateur-8"))["Objectif suivi"] == "Réduire la chose 3"
    assert facts(section(document, "indicateur-9"))["Objectif suivi"] == "à compléter"


@pytest.mark.parametrize(
    ("unit", "value", "read"),
    [
        ("oui/non", Decimal("1.000"), "oui"),
        ("oui/non", Decimal("0.000"), "non"),
        ("%", Decimal("12.500"), "12,5\u00a0%"),
        ("postes", Decimal("1250000.000"), "1\u202f250\u202f000\u00a0postes"),
        ("", Decimal(0), "0"),
    ],
)
def test_values_are_read_as_french(unit, value, read):
    document = document_of(empty(indicators=(indicator(1, unit=unit, target_value=value),)))
    assert rows(section(document, "indicateurs"))[0][2] == read


def test_a_programme_written_here_is_announced():
    document = document_of(empty(baseline=BaselineData(programme=Programme.HERE)))
    assert words(section(document, "programme").blocks) == [
        "Le programme de travail est écrit dans ce document, dans les parties qui suivent."
    ]


@pytest.mark.parametrize("link", ["", "https://exemple.invalid/deliberation"])
def test_an_existing_programme_is_cited_with_its_link_if_it_has_one(link):
    document = document_of(empty(baseline=replace(CITED, programme_link=link)))
    (block,) = section(document, "programme").blocks
    assert [(run.text, run.href) for run in block.text] == [
        ("La stratégie s’appuie sur le programme de travail ", None),
        ("«\u202fFeuille de route 2022\u202f»", link or None),
        (" du 15\u00a0décembre 2022. Il n’a pas été relu ici.", None),
    ]


def test_a_cited_programme_stands_for_what_it_holds():
    document = document_of(empty(baseline=CITED))
    for anchor in ("acteurs", "impact-territoire", "usages", "actions-engagees"):
        assert [block.kind for block in section(document, anchor).blocks] == ["info"], anchor


def test_lines_with_a_dash_become_a_list():
    baseline = BaselineData(ongoing="Nous avons\u00a0:\n- un inventaire\n* des bornes\n\nEt puis voilà.")
    assert [
        type(b).__name__ for b in section(document_of(empty(baseline=baseline)), "actions-engagees").blocks
    ] == [
        "Paragraph",
        "BulletList",
        "Paragraph",
    ]


def test_sources_give_the_revision_of_each_entry_copied():
    document = document_of(empty(choices=(choice(1),), indicators=(suggested(2),)))
    assert rows(section(document, "sources")) == [
        [
            f"Entrée {ref}",
            "3, du 12\u00a0mars 2026, vérifiée le 2\u00a0mars 2026",
            "Guide imaginaire, page\u00a012\u202f; Loi imaginaire",
        ]
        for ref in ("action-1", "indicateur-2")
    ]


def test_a_link_nobody_opened_is_said():
    unopened = replace(REQUIREMENTS[0].sources[0], opened=False, page=None)
    known = (replace(REQUIREMENTS[0], sources=(unopened,), checked_on=date(2026, 1, 1)),)
    assert words(section(build(empty(), known), "sources")) == [
        "Sources",
        "Textes et pages lus pour le cadre légal\u00a0:",
        "Guide imaginaire",
        " (lien non contrôlé)",
        ", vérifié le 1er\u00a0janvier 2026",
    ]
