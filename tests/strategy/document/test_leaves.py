"""A document on a screen: every section once, in light leaves, and what changed at one place."""

from dataclasses import replace

from strategy.document import walk
from strategy.document.changed_here import CONTEXT, changed_here
from strategy.document.differences import Change
from strategy.document.leaves import MOST, reading
from strategy.document.model import (
    Coverage,
    Document,
    Fact,
    Facts,
    Paragraph,
    Run,
    Section,
    State,
    Status,
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
    visited = [visit for leaf in read.leaves for visit in leaf.visits]
    assert [visit.section for visit in visited] == [visit.section for visit in walk.sections(whole)]
    weights = [
        sum(1 for visit in leaf.visits for _ in walk.texts(visit.section.blocks)) for leaf in read.leaves
    ]
    assert max(weights) <= MOST
    assert len(read.leaves) < 20
    assert [(leaf.number, leaf.of) for leaf in read.leaves[1:3]] == [
        (1, len(read.leaves) - 1),
        (2, len(read.leaves) - 1),
    ]


def test_every_anchor_leads_to_its_leaf_and_leaves_follow_each_other():
    read = reading(many(200))
    for visit in walk.sections(read.document):
        leaf = read.leaf(visit.section.anchor)
        assert visit.section in [each.section for each in leaf.visits]
    assert read.leaf("nulle-part") is None
    for before, after in zip(read.leaves, read.leaves[1:], strict=False):
        assert read.beside(before)[1] == after
        assert read.beside(after)[0] == before
    assert read.beside(read.leaves[0])[0] is None
    assert read.beside(read.leaves[-1])[1] is None


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
