"""The traceability table, and the sources with the revision of each catalogue entry."""

from collections.abc import Iterable, Iterator

from reen.enums import Certainty
from reen.sheets import RequirementSheet, SourceSheet
from reen.typography import date_words, typeset
from strategy.document.coverage import Covered
from strategy.document.draft import DraftData, Reading
from strategy.document.measures import ChoiceData, EntryData
from strategy.document.model import (
    Block,
    BulletList,
    Column,
    Notice,
    Paragraph,
    Run,
    Section,
    Table,
    Text,
    Trace,
    TraceRow,
)
from strategy.document.themes import NO_ACTION, OPTIONAL, ThemeUse, themes_used
from strategy.document.words import joined, one_after_another, plain


def traceability(covered: Iterable[Covered], choices: Iterable[ChoiceData] | None = None) -> Section:
    """Requirement → section → page, the renderer adding the page numbers; then the themes the actions are of."""
    rows = tuple(map(trace_row, covered))
    note = plain(
        "« Renseigné » veut dire qu’une réponse est écrite, « incomplet » qu’il manque quelque chose, « absent » que "
        "rien n’est écrit. Aucun de ces mots ne vaut avis de conformité."
    )
    blocks: list[Block] = [Paragraph(note)]
    blocks.append(
        Trace("Où chaque exigence du décret est traitée", rows)
        if rows
        else Notice(
            plain("Le catalogue de ce site ne contient aucune exigence : rien n’a pu être vérifié."),
            kind="attention",
        )
    )
    if choices is not None:
        blocks += [Paragraph(plain(OPTIONAL)), themes_table(choices)]
    return Section("tracabilite", "Traçabilité légale", tuple(blocks))


def trace_row(line: Covered) -> TraceRow:
    """A requirement as the document tells it."""
    return TraceRow(
        requirement=line.requirement.ref,
        title=typeset(line.requirement.full_title),
        basis=typeset(line.requirement.basis),
        state=line.state,
        reason=typeset(line.reason),
        anchor=line.anchor,
    )


def themes_table(choices: Iterable[ChoiceData]) -> Table:
    """The six themes of the decree, each with the actions retained in it."""
    rows = tuple((theme_text(use), actions_text(use)) for use in themes_used(choices))
    columns = (Column("Thème", weight=2), Column("Actions de la stratégie", weight=3))
    return Table("Les six thèmes du décret, facultatifs", columns, rows)


def theme_text(use: ThemeUse) -> Text:
    """A theme, which leads to its actions if it has any."""
    return plain(use.title, f"#{use.anchor}" if use.anchor else None)


def actions_text(use: ThemeUse) -> Text:
    """The first actions of a theme, each a link, and how many others there are."""
    if not use.actions:
        return plain(NO_ACTION)
    shown = joined((action.title, f"#action-{action.key}") for action in use.first)
    return (*shown, Run(f" et {use.others} autres")) if use.others else shown


def sources(data: DraftData, requirements: Iterable[RequirementSheet]) -> Section:
    """What was read for the law, then each entry of the catalogue with the revision that was copied."""
    entries = [row.entry for row in data.choices if row.entry]
    entries += [row.entry for row in data.indicators if row.entry]
    blocks: list[Block] = []
    if read := tuple(legal_sources(data, requirements)):
        blocks += [Paragraph(plain("Textes et pages lus pour le cadre légal :")), BulletList(read)]
    if entries:
        blocks.append(entries_table(entries))
    return Section("sources", "Sources", tuple(blocks))


def legal_sources(data: DraftData, requirements: Iterable[RequirementSheet]) -> Iterator[Text]:
    """Each source of the answers and of the requirements, once an address, with the latest day it was read."""
    readings = [reading for body in data.bodies for reading in body.readings]
    for sheet in requirements:
        readings += [Reading(source, sheet.checked_on, sheet.certainty) for source in sheet.sources]
    latest: dict[str, Reading] = {}
    for reading in readings:
        key = reading.source.url or reading.source.title
        if key not in latest or latest[key].on < reading.on:
            latest[key] = reading
    for reading in latest.values():
        certainty = reading.certainty
        how = certainty.label if certainty is Certainty.CONFIRMED else f"{certainty.label}, lu"
        yield (*source_text(reading.source), Run(f", {how} le {date_words(reading.on)}"))


def source_text(source: SourceSheet) -> Text:
    """Title as a link, page, and whether anybody opened the link."""
    details = f", page\u00a0{source.page}" if source.page else ""
    if source.url and not source.opened:
        details += " (lien non contrôlé)"
    return (*plain(source.title, source.url), Run(details)) if details else plain(source.title, source.url)


def entries_table(entries: list[EntryData]) -> Table:
    """Catalogue entries in the order of the document."""
    columns = (
        Column("Entrée du catalogue", weight=4),
        Column("Révision", weight=2),
        Column("Sources", weight=5),
    )
    rows = tuple((plain(entry.title), plain(revision(entry)), entry_sources(entry)) for entry in entries)
    return Table("Entrées du catalogue utilisées", columns, rows, compact=True)


def revision(entry: EntryData) -> str:
    """« 3, du 12 mars 2026, vérifiée le 2 mars 2026 »."""
    checked = f", vérifiée le {date_words(entry.checked_on)}" if entry.checked_on else ""
    return f"{entry.revision}, du {date_words(entry.revised_on)}{checked}"


def entry_sources(entry: EntryData) -> Text:
    """The sources of an entry, one after the other."""
    return one_after_another(map(source_text, entry.sources)) or plain("sans source indiquée")
