"""What holds between the parts of a document: anchors, links, table shapes, depth, dates."""

import re
from collections.abc import Iterator

from strategy.document import walk
from strategy.document.drawings import DAY, is_day, verify_chart, verify_logo, verify_qr, verify_timetable
from strategy.document.issuing import MOST_VERSIONS, NUMBERS, verify_issue, verify_record
from strategy.document.model import (
    Block,
    BulletList,
    Chart,
    Document,
    Facts,
    Notice,
    QrCode,
    Run,
    Table,
    Text,
    Timetable,
    Trace,
)
from strategy.errors import DocumentError

DEEPEST = 6
"""Sections nest as deep as headings do: H1 to H6."""
MOST_COLUMNS = 12
NOTICE_KINDS = ("info", "attention")

_ADDRESS = re.compile(r"https?://[^\s<>\"]+|mailto:[^\s<>\"]+@[^\s<>\"]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def verify(document: Document) -> None:
    """Raises `DocumentError` at the first part that cannot be rendered; does not judge what the texts say."""
    _verify_header(document)
    visits = list(walk.sections(document))
    anchors: set[str] = set()
    for visit in visits:
        if visit.level > DEEPEST:
            raise DocumentError(visit.path, f"plus de {DEEPEST} niveaux de sections")
        anchor = visit.section.anchor
        if not anchor or re.search(r"[\s#~]", anchor):
            raise DocumentError(
                f"{visit.path}.anchor", "une ancre n’est ni vide, ni avec espace, « # » ou « ~ »"
            )
        if anchor in anchors:
            raise DocumentError(
                f"{visit.path}.anchor", f"l’ancre «\u202f{anchor}\u202f» sert déjà à une autre section"
            )
        anchors.add(anchor)
    for visit in visits:
        for index, block in enumerate(visit.section.blocks):
            _verify_block(block, f"{visit.path}.blocks[{index}]", anchors)


def _verify_header(document: Document) -> None:
    for path, text in walk.texts(document):
        if lone := _SURROGATE.search(text):
            raise DocumentError(path, f"un demi-caractère isolé (U+{ord(lone[0]):04X}) ne s’écrit pas")
    if not is_day(document.changed_on):
        raise DocumentError("changed_on", DAY)
    verify_issue(document)
    if document.record is not None:
        verify_record(document.record)
    if not _LANGUAGE.fullmatch(document.language):
        raise DocumentError("language", "une langue s’écrit comme fr-FR")
    if min(document.coverage.answered, document.coverage.incomplete, document.coverage.absent) < 0:
        raise DocumentError("coverage", "un nombre d’exigences n’est pas négatif")
    for name, logo in (("logo", document.logo), ("host_logo", document.host_logo)):
        if logo is not None:
            verify_logo(logo, name)


def _verify_block(block: Block, path: str, anchors: set[str]) -> None:
    _verify_text_block(block, path)
    match block:
        case Table():
            _verify_table(block, path)
        case Trace():
            _verify_trace(block, path, anchors)
        case Chart():
            verify_chart(block, path)
            _verify_table(block.data, f"{path}.data")
        case Timetable():
            verify_timetable(block, path)
        case QrCode():
            verify_qr(block, path)
    for place, text in _rich_texts(block, path):
        for index, run in enumerate(text):
            _verify_link(run, f"{place}[{index}].href", anchors)


def _verify_text_block(block: Block, path: str) -> None:
    match block:
        case BulletList(items=()):
            raise DocumentError(f"{path}.items", "la liste est vide")
        case Facts(facts=()):
            raise DocumentError(f"{path}.facts", "la liste est vide")
        case Notice(kind=kind) if kind not in NOTICE_KINDS:
            raise DocumentError(
                f"{path}.kind", f"«\u202f{kind}\u202f» n’est pas l’un de {', '.join(NOTICE_KINDS)}"
            )


def _verify_table(table: Table, path: str) -> None:
    count = len(table.columns)
    if not count:
        raise DocumentError(f"{path}.columns", "un tableau a au moins une colonne")
    if count > MOST_COLUMNS:
        raise DocumentError(
            f"{path}.columns", f"{count} colonnes\u00a0: une page n’en porte que {MOST_COLUMNS}"
        )
    for index, column in enumerate(table.columns):
        if column.weight < 1:
            raise DocumentError(f"{path}.columns[{index}].weight", "un poids est un entier d’au moins 1")
    for index, row in enumerate(table.rows):
        if len(row) != count:
            raise DocumentError(f"{path}.rows[{index}]", f"{len(row)} cellules pour {count} colonnes")


def _verify_trace(trace: Trace, path: str, anchors: set[str]) -> None:
    if not trace.rows:
        raise DocumentError(f"{path}.rows", "la liste est vide")
    for index, row in enumerate(trace.rows):
        if row.anchor is not None and row.anchor not in anchors:
            raise DocumentError(f"{path}.rows[{index}].anchor", _nowhere(row.anchor))
        if row.since is not None and not 1 <= row.since <= MOST_VERSIONS:
            raise DocumentError(f"{path}.rows[{index}].since", NUMBERS)


def _verify_link(run: Run, path: str, anchors: set[str]) -> None:
    if run.href is None:
        return
    if run.href.startswith("#"):
        if run.href[1:] not in anchors:
            raise DocumentError(path, _nowhere(run.href[1:]))
    elif not _ADDRESS.fullmatch(run.href):
        raise DocumentError(path, "un lien commence par http://, https://, mailto: ou #")


def _nowhere(anchor: str) -> str:
    return f"l’ancre «\u202f{anchor}\u202f» ne mène à aucune section"


def _rich_texts(block: Block, path: str) -> Iterator[tuple[str, Text]]:
    match block:
        case BulletList():
            yield from ((f"{path}.items[{i}]", item) for i, item in enumerate(block.items))
        case Facts():
            yield from ((f"{path}.facts[{i}].text", fact.text) for i, fact in enumerate(block.facts))
        case Table():
            for i, row in enumerate(block.rows):
                yield from ((f"{path}.rows[{i}][{j}]", cell) for j, cell in enumerate(row))
        case Chart():
            yield from _rich_texts(block.data, f"{path}.data")
        case Timetable():
            yield from ((f"{path}.spans[{i}].label", span.label) for i, span in enumerate(block.spans))
        case Trace() | QrCode():
            return
        case _:
            yield f"{path}.text", block.text
