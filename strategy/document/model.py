"""The document of a strategy: frozen plain data that carries meaning and no looks.

Everything that leaves the building is rendered from a `Document`; nothing is looked up while rendering. Texts, labels,
dates in words, legal references and catalogue revisions are copied in when the document is built. Every list is a
tuple and every value is a str, int, bool or None, so that a document serialises to JSON and back without loss.
"""

from dataclasses import dataclass, field

from reen.enums import Vocabulary
from strategy.document.logo import Logo
from strategy.document.record import Record

SCHEMA_VERSION = 1


class State(Vocabulary):
    """How a requirement of the decree is answered; never a verdict of conformity, which only a person pronounces."""

    ANSWERED = "answered", "renseigné"
    INCOMPLETE = "incomplete", "incomplet"
    ABSENT = "absent", "absent"


class Status(Vocabulary):
    """What the file is: marked PROJET on every page, with or without a number, until it is frozen."""

    DRAFT = "draft", "PROJET"
    NUMBERED = "numbered", "PROJET"
    FROZEN = "frozen", "VERSION FIGÉE"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `href` is a web address or `#anchor`, the anchor of a section of the same document."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list; each item is one text. Never empty."""

    items: tuple[Text, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """A short remark set apart: `info` explains, `attention` names what is missing or uncertain."""

    text: Text
    kind: str = "info"


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value, as in a form: « Pilote : Direction du numérique »."""

    label: str
    text: Text


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels and values; `caption` names the group for those who do not see the page."""

    caption: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A header cell; `weight` shares the width between columns, `numeric` aligns figures to the right."""

    label: str
    weight: int = 1
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A real table: it always has a caption and header cells; each row has as many cells as there are columns.

    The rows of a `compact` one are close together, so that many fit a page.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    row_headers: bool = True
    compact: bool = False


@dataclass(frozen=True, slots=True)
class TraceRow:
    """Where one requirement is answered: `anchor` is a section of this document, or None when nowhere.

    `since` is the number of the version from which its state is what it is here; a draft does not tell.
    """

    requirement: str
    title: str
    basis: str
    state: State
    reason: str
    anchor: str | None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """The legal traceability table; the renderer adds the page number of each anchor."""

    caption: str
    rows: tuple[TraceRow, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A value of a series: `at` says when (« 2027 »), `value` is a plain decimal (« -12.5 »), `words` what is read."""

    at: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Series:
    """A named run of values, in the order of time; `planned` marks what is aimed at rather than measured."""

    label: str
    points: tuple[Point, ...]
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of numbers. `alternative` says in words what it shows; its data is told in `data`, always printed.

    `kind` is `lines` (values over years) or `bars` (one bar a point). All series are in `unit`.
    """

    caption: str
    alternative: str
    unit: str
    series: tuple[Series, ...]
    data: Table
    kind: str = "lines"


@dataclass(frozen=True, slots=True)
class Span:
    """A line of a timetable: from the ISO day `start` to the ISO day `end` (None where one is not known)."""

    label: Text
    words: str
    start: str | None = None
    end: str | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """What happens when: a table of labels and periods in words, with a bar drawn over the years for the eye."""

    caption: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class QrCode:
    """A web address drawn for a camera; `alternative` says in words where it leads."""

    address: str
    alternative: str


Block = Paragraph | BulletList | Notice | Facts | Table | Trace | Chart | Timetable | QrCode


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """The entry of the catalogue that a section was copied from, and the revision that was copied."""

    ref: str
    revision: int
    revised_on: str


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part. `anchor` is unique in the document and stable from one version to the next.

    `card` marks a section shown as one unit (a chosen action, an objective): not broken across pages if it fits on
    one, and left out of the printed contents. A section of the document itself that `opens_page` begins a page.
    """

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
    card: bool = False
    entry: CatalogueEntry | None = None
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A collectivity named on the cover; `role` in words (« collectivité porteuse »)."""

    name: str
    role: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Requirements counted by state, with the sentence that says it; the cover draws a dial from it."""

    answered: int
    incomplete: int
    absent: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What makes a document a version: its number, the code it is found by and the address where it is verified.

    `issued_on` is an ISO day, `date_words` the same in words. In a `public` one, functions stand for names of agents.
    """

    number: int
    code: str
    address: str
    issued_on: str
    date_words: str
    public: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole strategy, or a part of one. `changed_on` is the ISO date of the draft's last change.

    `logo` is that of the collectivité, `host_logo` that of whoever hosts the service. `issue` is there once the
    document has a number, `record` when a draft can be rebuilt from it, `reviewed` when the document is the report on
    that version rather than a strategy.

    `date_words` is the same in words. Without `cover`, the first section begins the first page: neither cover nor
    contents.
    """

    reference: str
    title: str
    status: Status
    demonstration: bool
    bodies: tuple[Body, ...]
    changed_on: str
    date_words: str
    coverage: Coverage
    sections: tuple[Section, ...]
    logo: Logo | None = None
    host_logo: Logo | None = None
    cover: bool = True
    language: str = "fr-FR"
    issue: Issue | None = None
    record: Record | None = None
    reviewed: Issue | None = None
    schema_version: int = field(default=SCHEMA_VERSION)
