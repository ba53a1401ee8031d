"""Documents that nobody should write and somebody will: each has one thing in excess."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from strategy.document.model import Column, Document, Paragraph, Run, Section, Table
from strategy.renderers.registry import RENDERERS
from tests.documents import build, drawings

TITLE = ("Prolonger la durée de vie du matériel 😀 œuvre CO₂ 10\u202f000\u00a0€ שלום e\u0301te\u0301 " * 5)[
    :300
]
LINE = "Une ligne de texte assez longue pour remplir à elle seule presque toute la largeur de la page. "
CELL = " ".join(f"mot{index}" for index in range(900))


def _with(*sections: Section, **changes: object) -> Document:
    return replace(build.small_commune(), sections=sections, **changes)


def titles() -> Document:
    """Titles of 300 characters everywhere, one after the other."""
    cards = tuple(replace(build.action(index, 0), title=TITLE) for index in range(4))
    parts = tuple(Section(f"partie-{index}", TITLE, (), cards if index == 1 else ()) for index in range(3))
    return _with(Section("tout", TITLE, (), parts), title=TITLE)


def paragraphs() -> Document:
    """Paragraphs of forty lines, and sections without anything in them."""
    blocks = tuple(build.paragraph(LINE * 40) for _ in range(4))
    empty = tuple(Section(f"vide-{index}", f"Partie vide {index}") for index in range(30))
    return _with(Section("long", "Long", blocks), *empty, Section("court", "Court", (Paragraph(()),)))


def cell() -> Document:
    """A cell of 900 words, in a table of three columns."""
    columns = (Column("Action"), Column("Récit", 2), Column("Budget", 1, True))
    short = tuple(build.text(words) for words in ("Action de démonstration", "Bref.", "1250 €"))
    long = (short[0], build.text(CELL), short[2])
    return _with(Section("tableau", "Tableau", (Table("Récits", columns, (short, long, short)),)))


def _actions(count: int) -> Document:
    cards = tuple(build.action(index, 0) for index in range(count))
    cards = tuple(replace(card, blocks=card.blocks[:1] * 2, entry=None) for card in cards)
    return _with(Section("actions", "Actions", (), cards))


def schedule() -> Document:
    """A timetable of two hundred spans, and a logo all in length."""
    block = drawings.timetable("Calendrier", 200)
    return _with(
        Section("calendrier", "Calendrier", (block,)), logo=drawings.logo(1000, 3, "Filet fictif", 0)
    )


def charts() -> Document:
    """Values as far apart as they may be, in sixty points."""
    values = {str(1970 + index): f"{(-1) ** index * 10 ** (index % 15)}" for index in range(60)}
    shown = (drawings.series(TITLE, values), drawings.series("Zéro", {"2000": "0"}, planned=True))
    blocks = (drawings.chart(TITLE, shown), drawings.chart(TITLE, shown, "bars"))
    note = Paragraph((Run("Voir le calendrier.", href="#graphiques"),))
    return _with(Section("graphiques", "Graphiques", (note, *blocks)), logo=drawings.logo(3, 1000, "Filet"))


DOCUMENTS: dict[str, Callable[[], Document]] = {
    "titles": titles,
    "paragraphs": paragraphs,
    "cell": cell,
    "no-action": lambda: _actions(0),
    "one-action": lambda: _actions(1),
    "200-actions": lambda: _actions(200),
    "schedule": schedule,
    "charts": charts,
}


@cache
def pdf(name: str) -> bytes:
    """The PDF of one of them."""
    return RENDERERS["pdf"].render(DOCUMENTS[name]())
