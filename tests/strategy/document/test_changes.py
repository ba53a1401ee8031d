"""What changed, in words: nothing that changed is left untold, and what is told can be printed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from strategy.document import walk
from strategy.document.build import build
from strategy.document.change_words import told
from strategy.document.changes import alone, annex, changes
from strategy.document.integrity import verify
from strategy.document.model import BulletList, Issue, Section, Table
from strategy.document.record import OrganisationRecord
from strategy.errors import DocumentError
from tests.documents import build as built
from tests.documents import large
from tests.documents.random_records import COUNT, worked_on
from tests.strategy.document import drafts
from tests.strategy.document.parts import read

BASE = build(drafts.complete(), drafts.REQUIREMENTS)


def lines(told) -> list[str]:
    """Every sentence, in order."""
    return [
        "".join(run.text for run in text)
        for chapter in told.chapters
        for one in chapter.told
        for text in one.sentences
    ]


def between(before, after) -> list[str]:
    """What is told from one record to another."""
    return lines(changes(replace(BASE, record=before), replace(BASE, record=after)))


def of(**parts) -> list[str]:
    """What is told when these parts of a complete strategy change."""
    record = BASE.record
    return between(record, replace(record, **parts))


def changed(name: str, **facts) -> list[str]:
    """What is told when the first row of a kind changes."""
    first, *others = getattr(BASE.record, name)
    return of(**{name: (replace(first, **facts), *others)})


@pytest.mark.parametrize(
    ("value", "words"), [(2027, "2027"), (526_912, "526\u202f912"), (True, "oui"), (Decimal("0.50"), "0,5")]
)
def test_a_value_is_told_as_it_is_read(value, words):
    assert told(value) == words


def test_nothing_changed():
    told = changes(BASE, BASE)
    assert not told
    assert told.chapters == ()
    assert told.summary == "Rien n’a changé."


@pytest.mark.parametrize("seed", range(COUNT))
def test_whatever_changed_is_told_and_can_be_printed(seed):
    before, after = (replace(BASE, record=record) for record in worked_on(seed))
    told = changes(before, after)
    assert bool(told) == (before.record != after.record)
    for chapter in told.chapters:
        assert chapter.told or chapter.table
        assert all(one.lines and all(one.lines) for one in chapter.told)
    for name in ("choices", "objectives", "indicators", "plans"):
        rows = told.difference.rows(name)
        prefix = {"choices": "action", "objectives": "objectif", "indicators": "indicateur", "plans": "plan"}[
            name
        ]
        for row in (*rows.added, *rows.removed, *(each.after for each in rows.changed)):
            assert told.at(f"{prefix}-{row.key}"), f"{prefix} {row.key} changed, and nothing says so"
    section = alone(told)
    verify(replace(BASE, sections=(section,)))
    assert not [
        block for visit in walk.visits([section]) for block in visit.section.blocks if block == BulletList(())
    ]


@pytest.mark.parametrize(
    ("row", "facts", "words"),
    [
        (
            "objectives",
            {"target_value": Decimal(850), "target_year": 2031},
            "L’objectif passe de 900,5 à 850\u00a0tonnes, échéance 2030\u00a0→ 2031.",
        ),
        ("objectives", {"target_year": 2031}, "Échéance 2030\u00a0→ 2031."),
        (
            "objectives",
            {"target_value": None, "target_year": None},
            "L’objectif\u00a0: 900,5\u00a0tonnes en 2030 (retrait).",
        ),
        ("objectives", {"unit": "kg"}, "Unité\u00a0: «\u202ftonnes\u202f»\u00a0→ «\u202fkg\u202f»."),
        (
            "choices",
            {"pilot": "Régie"},
            "Pilote\u00a0: «\u202fDirection du numérique\u202f»\u00a0→ «\u202fRégie\u202f».",
        ),
        ("choices", {"end": None}, "Fin\u00a0: 31\u00a0décembre 2028 (retrait)."),
        ("choices", {"priority": "haute"}, None),
        (
            "choices",
            {"objectives": ()},
            "Objectifs servis\u00a0: retrait de «\u202fRéduire la chose 1\u202f».",
        ),
        (
            "choices",
            {"budget": Decimal(4000)},
            "Budget sans détail par année\u00a0: 4\u202f000\u00a0€ (ajout).",
        ),
        (
            "choices",
            {"years": (replace(drafts.YEARS[0], investment=Decimal(2000)), drafts.YEARS[1])},
            "2027, investissement\u00a0: 1\u202f000\u00a0€\u00a0→ 2\u202f000\u00a0€.",
        ),
        (
            "indicators",
            {"years": (replace(drafts.MEASURES[0], measured=Decimal(29)), drafts.MEASURES[1])},
            "2027, valeur mesurée\u00a0: 28,5\u00a0tonnes\u00a0→ 29\u00a0tonnes.",
        ),
        (
            "choices",
            {"entry": replace(drafts.entry("action-1"), revision=4)},
            "Révision de la fiche du catalogue\u00a0: 3\u00a0→ 4.",
        ),
        (
            "choices",
            {"requirements": ("st-mesures", "st-moyens")},
            "Exigences servies\u00a0: ajout de «\u202fExigence st-moyens\u202f».",
        ),
        (
            "choices",
            {"means": "Un marché."},
            "Moyens\u00a0: «\u202fDix jours d’agent\u202f»\u00a0→ «\u202fUn marché.\u202f»",
        ),
        (
            "bodies",
            {"nature": "CC"},
            "Commune imaginaire\u00a0: Nature juridique\u00a0: «\u202fcommunauté de communes\u202f» (ajout).",
        ),
    ],
)
def test_one_change_is_told_as_one_would_say_it(row, facts, words):
    told = changed(row, **facts)
    assert told
    if words:
        assert words in told


def test_an_objective_that_comes_is_told_with_what_it_aims_at():
    first, *others = BASE.record.objectives
    aim = replace(first, target_value=Decimal(850), target_year=2031, unit="MWh")
    told = between(
        replace(BASE.record, objectives=tuple(others)), replace(BASE.record, objectives=(aim, *others))
    )
    assert f"Ajouté\u00a0: {first.statement} (850\u00a0MWh en 2031)." in told


def test_a_long_text_is_told_by_the_words_that_differ():
    before = "Nous comptons les équipements " * 8 + "chaque année."
    after = before.replace("chaque année", "tous les deux ans")
    record = BASE.record
    first, *others = record.choices
    told = between(
        replace(record, choices=(replace(first, summary=before), *others)),
        replace(record, choices=(replace(first, summary=after), *others)),
    )
    assert told == ["Description\u00a0: «\u202fchaque année\u202f»\u00a0→ «\u202ftous les deux ans\u202f»."]


def test_budgets_are_summed_before_and_after():
    dearer = replace(BASE.record.choices[0], years=(replace(drafts.YEARS[0], running=Decimal(500)),))
    after = replace(BASE, record=replace(BASE.record, choices=(dearer, *BASE.record.choices[1:])))
    (chapter,) = [one for one in changes(BASE, after).chapters if one.anchor == "moyens"]
    assert isinstance(chapter.table, Table)
    cells = ["".join(run.text for run in cell) for cell in chapter.table.rows[0]]
    assert cells == ["2027", "2\u202f501\u00a0€", "2\u202f750,50\u00a0€", "+249,50\u00a0€"]


def test_requirements_are_told_where_they_are_answered():
    less = build(drafts.complete(objectives=(), indicators=()), drafts.REQUIREMENTS)
    told = changes(less, BASE)
    assert "nouvellement renseignée" in told.summary
    (line,) = told.at("st-objectifs")
    assert "".join(run.text for run in line) == "Exigence st-objectifs\u00a0: absent\u00a0→ renseigné."


def test_the_annex_leads_to_the_sections_of_the_new_version():
    whole = build(large.draft(), large.requirements())
    record = whole.record
    before = replace(
        whole, record=replace(record, choices=record.choices[:50], objectives=record.objectives[:4])
    )
    section = annex(changes(before, whole))
    assert isinstance(section, Section)
    printed = replace(whole, sections=(*whole.sections, section))
    verify(printed)
    links = [text for path, text in walk.texts(section) if path.endswith("href")]
    assert f"#action-{record.choices[-1].key}" in links


def test_a_document_without_its_data_is_refused():
    with pytest.raises(DocumentError, match="ne porte pas les données"):
        changes(built.small_commune(), BASE)


def test_a_value_nobody_knew_is_told_as_such():
    first, *others = BASE.record.objectives
    unknown = (replace(first, baseline_value=None), *others)
    told = between(replace(BASE.record, objectives=unknown), BASE.record)
    assert "Le départ passe d’une valeur inconnue à 1\u202f250\u00a0tonnes." in told


def test_what_an_estimate_takes_is_told_by_its_figures():
    record = replace(BASE.record, organisation=OrganisationRecord("2026-11", "fr-2025", "local"))
    known = {"published_electricity": Decimal("0.0461"), "published_pue": Decimal("1.93")}
    before = replace(record, organisation=replace(record.organisation, **known))
    other = {"electricity": "fr-2024", "published_electricity": Decimal("0.0563"), "pue": "hebergeur"}
    after = replace(record, organisation=replace(before.organisation, **other, published_pue=Decimal("1.46")))
    assert between(before, after) == [
        "Empreinte de l’organisation\u00a0: Électricité, facteur publié (kg CO₂e par kWh)\u00a0: 0,0461\u00a0→ 0,0563.",
        "Empreinte de l’organisation\u00a0: PUE publié\u00a0: 1,93\u00a0→ 1,46.",
    ]


@pytest.mark.parametrize(
    ("numbered", "words"),
    [
        ((1, 2), "De la version\u00a01 du 2\u00a0mars 2027 à la version\u00a02 du 2\u00a0mars 2027, "),
        ((1, None), "De la version\u00a01 du 2\u00a0mars 2027 au brouillon du 1er\u00a0octobre 2026, "),
        ((None, 1), "Du brouillon du 1er\u00a0octobre 2026 à la version\u00a01 du 2\u00a0mars 2027, "),
    ],
)
def test_the_annex_alone_names_what_it_compares(numbered, words):
    issues = (
        number and Issue(number, "code", "adresse", "2027-03-02", "2\u00a0mars 2027") for number in numbered
    )
    told = changes(*(replace(BASE, issue=issue) for issue in issues))
    assert read(alone(told).blocks[0].text) == f"{words}stratégie SNR-TESTTEST."
