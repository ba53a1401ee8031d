"""What changed from one document to another, in French: by chapter, by anchor, and as an annex to print."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from reen.typography import euros, plural
from strategy.document.budget import Sums, by_year, counted
from strategy.document.change_parts import (
    Told,
    actions,
    baseline,
    bodies,
    governance,
    indicators,
    names_of,
    objectives,
    plans,
)
from strategy.document.chapters.budget_tables import money
from strategy.document.compare import Answer, Difference, answers, compare, traced
from strategy.document.links import resolvable
from strategy.document.measures import ChoiceData, total_of
from strategy.document.model import (
    Block,
    BulletList,
    Column,
    Document,
    Paragraph,
    Section,
    State,
    Table,
    Text,
)
from strategy.document.record import Record
from strategy.document.words import NONE, plain
from strategy.errors import DocumentError

ANCHOR = "changements"
NO_RECORD = "ce document ne porte pas les données qui se comparent (seule la stratégie entière les porte)"


@dataclass(frozen=True, slots=True)
class Chapter:
    """What changed in one part of the document, which `anchor` names; `table` sums it up if there are figures."""

    anchor: str
    title: str
    told: tuple[Told, ...]
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed between two documents; false when nothing did."""

    before: Document
    after: Document
    difference: Difference
    answers: tuple[Answer, ...]
    chapters: tuple[Chapter, ...]

    def __bool__(self) -> bool:
        return bool(self.difference or self.answers)

    def at(self, anchor: str) -> tuple[Text, ...]:
        """What changed at a section of the document, a chapter or a requirement; nothing there, nothing told."""
        asked = [
            told
            for chapter in self.chapters
            for told in chapter.told
            if anchor in (told.anchor, chapter.anchor)
        ]
        asked += [answer_told(answer) for answer in self.answers if answer.requirement == anchor]
        return tuple(line for told in asked for line in told.sentences)

    @property
    def summary(self) -> str:
        """« 1 action ajoutée, 2 actions changées, 1 objectif changé. »"""
        said = list(summary(self.difference, self.answers))
        if not said and self:
            said = [
                plural(sum(len(one.told) for one in self.chapters), "autre changement", "autres changements")
            ]
        return f"{', '.join(said)}." if said else "Rien n’a changé."


def changes(before: Document, after: Document) -> Changes:
    """Compares two whole strategies. Raises DocumentError when one of them carries no record."""
    one, other = record_in(before), record_in(after)
    difference, won = compare(one, other), answers(before, after)
    titles = {ref: row.title for ref, row in (traced(before) | traced(after)).items()}
    names = names_of(one, other, titles)
    parts = (
        ("tracabilite", "Exigences du décret", tuple(map(answer_told, won)), None),
        ("cadre-legal", "Collectivités", bodies(difference), None),
        ("gouvernance", "Gouvernance", governance(difference), None),
        ("etat-des-lieux", "État des lieux", baseline(difference), None),
        ("objectifs", "Objectifs", objectives(difference), None),
        ("actions", "Actions", actions(difference, names), None),
        ("moyens", "Budget par année", (), budgets(before, after)),
        ("indicateurs", "Indicateurs", indicators(difference, names), None),
        ("articulation", "Articulation", plans(difference), None),
    )
    chapters = tuple(Chapter(*part) for part in parts if part[2] or part[3])
    return Changes(before, after, difference, won, chapters)


def record_in(document: Document) -> Record:
    """The record of a document. Raises DocumentError when it has none."""
    if document.record is None:
        raise DocumentError("record", NO_RECORD)
    return document.record


def answer_told(answer: Answer) -> Told:
    """« absent → renseigné »."""
    states = [state.label if state else "non dit" for state in (answer.before, answer.after)]
    return Told(answer.anchor or "tracabilite", answer.title, (plain(f"{states[0]}\u00a0→ {states[1]}."),))


def summary(difference: Difference, won: tuple[Answer, ...]) -> Iterator[str]:
    """What a reader wants first: counts of rows, then of requirements."""
    for field, noun, e in (
        ("choices", "action", "e"),
        ("objectives", "objectif", ""),
        ("indicators", "indicateur", ""),
        ("plans", "plan", ""),
        ("bodies", "collectivité", "e"),
    ):
        rows = difference.rows(field)
        for found, verb in ((rows.added, "ajouté"), (rows.removed, "retiré"), (rows.changed, "modifié")):
            if found:
                yield plural(len(found), f"{noun} {verb}{e}", f"{noun}s {verb}{e}s")
    gained = sum(answer.after is State.ANSWERED for answer in won)
    lost = sum(answer.before is State.ANSWERED for answer in won)
    if gained:
        yield plural(gained, "exigence nouvellement renseignée", "exigences nouvellement renseignées")
    if lost:
        yield plural(lost, "exigence n’est plus renseignée", "exigences ne sont plus renseignées")


def budgets(before: Document, after: Document) -> Table | None:
    """What each year costs, before and after; None when no sum changed."""
    one, other = (costs(record_in(document).choices) for document in (before, after))
    years = sorted({*one, *other}, key=lambda year: (year is None, year))
    if one == other:
        return None
    names = called(before, after)
    rows = [(str(year) if year else "Sans année", one.get(year), other.get(year)) for year in years]
    if len(rows) > 1:
        rows.append(("Total", total_of(one.values()), total_of(other.values())))
    columns = (
        Column("Année", 3),
        *(Column(name, 4, numeric=True) for name in names),
        Column("Écart", 4, numeric=True),
    )
    cells = tuple(
        (plain(year), *map(plain, (money(old), money(new), gap(old, new)))) for year, old, new in rows
    )
    return Table(f"Budgets en euros, {names[0].lower()} et {names[1].lower()}", columns, cells)


def costs(choices: tuple[ChoiceData, ...]) -> dict[int | None, Decimal]:
    """What each year costs, where somebody said it; None is the key of what nobody spread over years."""
    found: dict[int | None, Sums] = {}
    for choice in counted(choices):
        for year, sums in by_year(choice).items():
            found[year] = found.get(year, Sums()) + sums
    return {year: sums.cost for year, sums in found.items() if sums.cost is not None}


def gap(before: Decimal | None, after: Decimal | None) -> str:
    """« +1 200 € », « −300 € »; a dash when nothing moved."""
    moved = (after or Decimal(0)) - (before or Decimal(0))
    return f"{'+' if moved > 0 else '−'}{euros(abs(moved))}" if moved else NONE


def named(document: Document) -> str:
    """« version 2 », « brouillon du 3 mars 2027 »."""
    if document.issue is None:
        return f"brouillon du {document.date_words}"
    return f"version\u00a0{document.issue.number}"


def capital(document: Document) -> str:
    """The same, short, as a column begins."""
    return f"Version\u00a0{document.issue.number}" if document.issue else "Brouillon"


def called(before: Document, after: Document) -> tuple[str, str]:
    """How both are told apart at the head of a column."""
    names = (capital(before), capital(after))
    return names if names[0] != names[1] else ("Premier document", "Second document")


def since(document: Document) -> str:
    """« depuis la version 1 », « depuis le brouillon du 3 mars 2027 »."""
    return f"depuis {'la' if document.issue else 'le'} {named(document)}"


def annex(told: Changes) -> Section:
    """The chapter to print with the later document, whose sections its links lead to."""
    return Section(
        ANCHOR,
        f"Ce qui a changé {since(told.before)}",
        (Paragraph(plain(told.summary)), *notes(told)),
        tuple(map(chapter_section, told.chapters)),
        opens_page=True,
    )


def notes(told: Changes) -> Iterator[Block]:
    """What a reader could mistake for a change of the strategy."""
    if told.before.reference != told.after.reference:
        references = f"{told.before.reference}, puis {told.after.reference}"
        yield Paragraph(plain(f"Les deux documents n’ont pas la même référence : {references}."))


def alone(told: Changes) -> Section:
    """The annex out of the document: it names both, and links that would lead nowhere are plain text."""
    (section,) = resolvable([annex(told)])
    return replace(section, blocks=(Paragraph(plain(compared(told.before, told.after))), *section.blocks))


def compared(before: Document, after: Document) -> str:
    """« De la version 1 du 2 octobre 2026 au brouillon du 3 mars 2027, stratégie SNR-7K3QW2FA. »"""
    whence, whither = "De la" if before.issue else "Du", "à la" if after.issue else "au"
    return f"{whence} {dated(before)} {whither} {dated(after)}, stratégie {after.reference}."


def dated(document: Document) -> str:
    """« version 2 du 2 octobre 2026 », « brouillon du 3 mars 2027 »."""
    return f"{named(document)} du {day_of(document)}" if document.issue else named(document)


def day_of(document: Document) -> str:
    """The day a version was numbered, or a draft last changed."""
    return document.issue.date_words if document.issue else document.date_words


def chapter_section(chapter: Chapter) -> Section:
    """One chapter: rows that came or went in lists, then a card for each that changed."""
    blocks: list[Block] = [chapter.table] if chapter.table else []
    inner = []
    for rank, told in enumerate(chapter.told):
        if told.heading:
            card = Section(
                f"{ANCHOR}-{chapter.anchor}-{rank}", told.title, (BulletList(told.lines),), card=True
            )
            inner.append(card)
        else:
            blocks.append(BulletList(told.sentences))
    return Section(f"{ANCHOR}-{chapter.anchor}", chapter.title, merged(blocks), tuple(inner))


def merged(blocks: list[Block]) -> tuple[Block, ...]:
    """Lists that follow one another are one list."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if isinstance(block, BulletList) and isinstance(last, BulletList):
            found[-1] = BulletList((*last.items, *block.items))
        else:
            found.append(block)
    return tuple(found)
