"""A document on a screen: every section once, in light leaves, and what changed at one place."""

from dataclasses import replace

from strategy.document import walk
from strategy.document.changed_here import CONTEXT, LONGEST, changed_here
from strategy.document.differences import Change
from strategy.document.leaves import MOST, reading, weight
from strategy.document.model import (
    Column,
    Coverage,
    Document,
    Fact,
    Facts,
    Paragraph,
    Run,
    Section,
    State,
    Status,
    Table,
    Trace,
    TraceRow,
)


def text(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def document(*sections: Section) -> Document:
    return Document(
        reference="SNR-FICTION",
        title="Stratégie",
        status=Status.DRAFT,
        demonstration=True,
        bodies=(),
        changed_on="2026-11-22",
        date_words="22 novembre 2026",
        coverage=Coverage(0, 0, 0, ""),
        sections=sections,
    )


def card(number: int, words: str = "Compter.") -> Section:
    facts = tuple(Fact(f"Fait {index}", (Run("dit"),)) for index in range(12))
    return Section(f"action-{number}", f"Action {number}", (text(words), Facts("Faits", facts)), card=True)


def many(count: int) -> Document:
    return document(
        Section("gouvernance", "Gouvernance", (text("Le bureau."),)),
        Section("actions", "Actions", (), tuple(card(number) for number in range(count))),
    )


def test_two_hundred_actions_are_read_in_light_leaves_and_in_order():
    whole = many(200)
    read = reading(whole)
    pieces = [piece for leaf in read.leaves for piece in leaf.pieces]
    assert [piece.section for piece in pieces] == [visit.section for visit in walk.sections(whole)]
    weights = [sum(1 for piece in leaf.pieces for _ in walk.texts(piece.blocks)) for leaf in read.leaves]
    assert max(weights) <= MOST
    assert len(read.leaves) < 20
    assert [(leaf.number, leaf.of) for leaf in read.leaves[1:3]] == [
        (1, len(read.leaves) - 1),
        (2, len(read.leaves) - 1),
    ]


def test_no_leaf_ends_on_a_title():
    themes = tuple(
        Section(
            f"theme-{number}", f"Thème {number}", (), tuple(card(number * 100 + index) for index in range(7))
        )
        for number in range(40)
    )
    read = reading(document(Section("actions", "Actions", (), themes)))
    assert len(read.leaves) > 5
    assert [leaf.pieces[-1].section.title for leaf in read.leaves if not leaf.pieces[-1].blocks] == []


def test_every_anchor_leads_to_its_leaf_and_leaves_follow_each_other():
    read = reading(many(200))
    for visit in walk.sections(read.document):
        leaf = read.leaf(visit.section.anchor)
        assert visit.section in [each.section for each in leaf.pieces]
    assert read.leaf("nulle-part") is None
    for before, after in zip(read.leaves, read.leaves[1:], strict=False):
        assert read.beside(before)[1] == after
        assert read.beside(after)[0] == before
    assert read.beside(read.leaves[0])[0] is None
    assert read.beside(read.leaves[-1])[1] is None


def test_a_long_table_is_read_in_parts_and_every_row_once():
    rows = tuple(((Run(f"Ligne {number}"),), (Run("mot " * 900),)) for number in range(200))
    table = Table("Actions", (Column("Quoi", 1), Column("Pourquoi", 1)), rows)
    whole = document(Section("mesures", "Mesures", (text("Avant."), table, text("Après."))))
    read = reading(replace(whole, sections=(*whole.sections, Section("budget", "Budget", ()))))
    *parts, last = read.leaves
    assert all(weight(piece.blocks) < 2 * MOST for leaf in parts for piece in leaf.pieces)
    pieces = [piece for leaf in parts for piece in leaf.pieces]
    blocks = [block for piece in pieces for block in piece.blocks]
    assert (blocks[0], blocks[-1]) == (text("Avant."), text("Après."))
    assert tuple(row for block in blocks if isinstance(block, Table) for row in block.rows) == rows
    assert read.leaf("mesures") == parts[0]
    assert all(read.leaf(leaf.anchor) == leaf for leaf in read.leaves)
    assert read.beside(parts[1]) == (parts[0], parts[2])
    assert last.chapter.anchor == "budget"
    later = replace(whole, sections=(replace(whole.sections[0], blocks=(text("Avant."),)),))
    told = changed_here(read, reading(later), anchor="mesures").passages
    assert sum(len(passage.text) for passage in told) < 2 * LONGEST


def test_what_changed_at_one_place_is_told_and_no_more():
    long = "Un mot après l’autre, sans fin. " * 40
    former = reading(
        document(Section("a", "A", (text(long + "Six ans."),)), Section("b", "B", (text("Un."),)))
    )
    new = reading(
        document(Section("a", "A", (text(long + "Huit ans."),)), Section("b", "B", (text("Deux."),)))
    )
    told = changed_here(former, new, anchor="a").passages
    assert [(one.change, one.text) for one in told if one.change is not Change.SAME] == [
        (Change.REMOVED, "Six"),
        (Change.ADDED, "Huit"),
    ]
    assert max(len(one.text) for one in told) < 3 * CONTEXT
    assert changed_here(former, former, anchor="a").passages == ()
    assert changed_here(former, reading(document()), anchor="a").gone


def test_a_requirement_changes_with_what_is_said_of_it():
    row = TraceRow("st-objectifs", "Objectifs", "al. 2", State.ABSENT, "Aucun.", None)
    former, new = (
        reading(document(Section("trace", "Traçabilité", (Trace("Où", (each,)),))))
        for each in (row, replace(row, state=State.ANSWERED, reason="Deux."))
    )
    words = "".join(
        passage.text
        for passage in changed_here(former, new, anchor="", requirement="st-objectifs").passages
        if passage.change is not Change.REMOVED
    )
    assert words == "État\u00a0: renseigné. Deux."
    assert changed_here(former, reading(document()), anchor="", requirement="st-objectifs").gone
    assert former.target(requirement="st-objectifs").title == "Objectifs"
    assert former.target(anchor="nulle-part") is None
