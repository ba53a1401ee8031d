"""Documents made at random, always the same for a seed: every block, every length, texts that break PDF writers."""

from functools import cache
from random import Random

from strategy.document.logo import Logo
from strategy.document.model import (
    Block,
    Body,
    BulletList,
    CatalogueEntry,
    Chart,
    Column,
    Coverage,
    Document,
    Fact,
    Facts,
    Notice,
    Paragraph,
    Point,
    Run,
    Section,
    Series,
    Span,
    State,
    Status,
    Table,
    Text,
    Timetable,
    Trace,
    TraceRow,
)
from strategy.renderers.registry import RENDERERS
from tests.documents import drawings

COUNT = 30
WORDS = (
    "la stratégie numérique responsable de la collectivité prévoit d’allonger la durée de vie des équipements "
    "réemployer mesurer l’empreinte former les élus et les agents acheter durable œuvre CO₂ n° 12 10 000 € 45 %"
).split()
ODD = (
    "😀👩‍👩‍👧‍👦🏳️‍🌈",
    "שלום עולם",
    "مرحبا بالعالم",
    "e\u0301te\u0301 a\u0300\u0301\u0302 x\u0338",
    "10\u202f000\u00a0€",
    "漢字한국어",
    "https://exemple.invalid/" + "chemin/" * 20,
    "mot" * 60,
    "\u202einversé\u202c\u200d\ufeff",
    "\x00\x07\t\n\u2028",
    "½ ™ № Σ Ω Ж ≤ ☐ ✓ → ᵉ ﬁ ①",
    "<b>gras</b> &amp; %s {0} \\ (a) [b]",
    "",
    "   ",
)
VALUES = ("0", "-1", "-999999999999999", "999999999999999", "0.000001", "12.5", "1250", "7", "7", "98.25")


@cache
def document(seed: int) -> Document:
    """The document of a seed."""
    return _Maker(Random(seed)).document(seed)


@cache
def pdf(seed: int) -> bytes:
    """Its PDF."""
    return RENDERERS["pdf"].render(document(seed))


class _Maker:
    """Makes one document, drawing from a source of chance."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.anchors: list[str] = []

    def document(self, seed: int) -> Document:
        chance = self.chance
        logo = self.logo()
        bodies = tuple(
            Body(self.words(5), chance.choice(("collectivité porteuse", "commune associée")), self.words(3))
            for _ in range(chance.choice((0, 1, 1, 2, 12)))
        )
        return Document(
            reference=f"ALEA-{seed:04}",
            title=self.words(chance.choice((0, 4, 50))),
            status=Status.DRAFT,
            demonstration=chance.random() < 0.7,
            bodies=bodies,
            changed_on="2025-11-01",
            date_words="1er novembre 2025",
            coverage=Coverage(chance.randrange(12), chance.randrange(4), chance.randrange(4), self.words(12)),
            sections=tuple(self.section(1) for _ in range(chance.randrange(1, 5))),
            logo=logo,
            host_logo=self.logo(),
        )

    def logo(self) -> Logo | None:
        """Often none, or one of an odd shape."""
        size = self.chance.choice((None, (1, 1), (1000, 1), (1, 1000), (300, 120), (64, 999)))
        kind = self.chance.choice((0, 2, 6))
        return drawings.logo(*size, f"Logo {self.words(4)}", kind) if size else None

    def words(self, most: int) -> str:
        """Up to `most` words, some of them odd."""
        count = self.chance.randrange(most + 1)
        found = (self.chance.choice(ODD if self.chance.random() < 0.06 else WORDS) for _ in range(count))
        return " ".join(found)

    def text(self, most: int) -> Text:
        """A few runs, some of them links."""
        runs = []
        for _ in range(self.chance.choice((0, 1, 1, 1, 3))):
            href = self.chance.choice((None, None, None, "https://exemple.invalid/é?a=1&b=(2)", "#"))
            if href == "#":
                href = f"#{self.chance.choice(self.anchors)}"
            flags = (self.chance.random() < 0.2, self.chance.random() < 0.2)
            runs.append(Run(self.words(most), *flags, href))
        return tuple(runs)

    def section(self, level: int) -> Section:
        anchor = f"s{len(self.anchors)}"
        self.anchors.append(anchor)
        entry = CatalogueEntry("A0-01", 3, self.chance.choice(("2025-01-01", "hier")))
        return Section(
            anchor,
            self.words(self.chance.choice((3, 8, 8, 60))),
            tuple(self.block() for _ in range(self.chance.choice((0, 1, 1, 2)))),
            tuple(
                self.section(level + 1)
                for _ in range(self.chance.choice((0, 0, 0, 1, 2)) if level < 4 else 0)
            ),
            card=level > 1 and self.chance.random() < 0.5,
            entry=entry if self.chance.random() < 0.3 else None,
        )

    def block(self) -> Block:
        makers = (
            *(self.paragraph,) * 3,
            *(self.bullets, self.notice, self.facts, self.table),
            *(self.trace, self.chart, self.timetable),
        )
        return self.chance.choice(makers)()

    def paragraph(self) -> Paragraph:
        return Paragraph(self.text(self.chance.choice((10, 60, 60, 400))))

    def bullets(self) -> BulletList:
        items = tuple(self.text(20) for _ in range(self.chance.choice((1, 3, 8))))
        return BulletList(items, ordered=self.chance.random() < 0.5)

    def notice(self) -> Notice:
        return Notice(self.text(40), self.chance.choice(("info", "attention")))

    def facts(self) -> Facts:
        return Facts(self.words(5), tuple(Fact(self.words(3), self.text(25)) for _ in range(4)))

    def table(self) -> Table:
        columns = tuple(
            Column(self.words(3), self.chance.randrange(1, 5), self.chance.random() < 0.3)
            for _ in range(self.chance.choice((1, 2, 3, 4, 12)))
        )
        rows = [[self.text(12) for _ in columns] for _ in range(self.chance.choice((0, 1, 3, 8)))]
        if rows and self.chance.random() < 0.2:
            rows[0][-1] = (Run(" ".join(self.chance.choice(WORDS) for _ in range(900))),)
        return Table(self.words(6), columns, tuple(map(tuple, rows)), self.chance.random() < 0.7)

    def trace(self) -> Trace:
        rows = (
            TraceRow(
                self.words(2),
                self.words(6),
                self.words(4),
                self.chance.choice(tuple(State)),
                self.words(10),
                self.chance.choice((None, *self.anchors)),
                self.chance.choice((None, 1, 12)),
            )
            for _ in range(3)
        )
        return Trace(self.words(4), tuple(rows))

    def chart(self) -> Chart:
        kind = self.chance.choice(("lines", "bars"))
        named = self.chance.random() < 0.3
        shown = []
        for _ in range(self.chance.randrange(1, 7)):
            count = self.chance.choice((1, 2, 5, 10, 60))
            ats = [self.words(4) if named else str(2020 + index) for index in range(count)]
            points = (Point(at, self.chance.choice(VALUES), self.words(3)) for at in ats)
            shown.append(Series(self.words(5), tuple(points), self.chance.random() < 0.3))
        told = f"Ce que montre le graphique : {self.words(20)}"
        return Chart(self.words(6), told, self.words(3), tuple(shown), self.table(), kind)

    def timetable(self) -> Timetable:
        spans = []
        for _ in range(self.chance.choice((0, 1, 4, 20))):
            first, second = sorted(self.day() for _ in "ab")
            start, end = self.chance.choice(((first, second), (first, None), (None, second), (None, None)))
            group = self.chance.choice(("", "Pilotage", "Achats"))
            spans.append(Span(self.text(8), self.words(4), start, end, group))
        return Timetable(self.words(5), tuple(spans))

    def day(self) -> str:
        year = self.chance.choice((2024, 2025, 2026, 2030, self.chance.randrange(1, 9999)))
        return f"{year:04}-{self.chance.randrange(1, 13):02}-{self.chance.randrange(1, 29):02}"
