"""Charts, timetables and pictures for the reference documents; every figure in them is invented."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Sequence

from strategy.document.logo import Logo
from strategy.document.model import Chart, Column, Point, Run, Series, Span, Table, Timetable


def png(width: int, height: int, kind: int = 6) -> bytes:
    """A picture of stripes: `kind` is 0 for grey, 2 for colours, 6 for colours of which some let paper through.

    It is not compressed, so that every version of zlib writes the same bytes.
    """
    pixel = {0: b"\x40", 2: b"\x0b\x5a\x49", 6: b"\x0b\x5a\x49\xff"}[kind]
    blank = {0: b"\xf0", 2: b"\xfb\xee\xdd", 6: b"\x0b\x5a\x49\x30"}[kind]
    line = b"\x00" + b"".join(pixel if x // 8 % 2 else blank for x in range(width))
    header = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(line * height, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def logo(width: int, height: int, alternative: str, kind: int = 6) -> Logo:
    """A logo of stripes."""
    return Logo(b64encode(png(width, height, kind)).decode(), width, height, alternative)


def series(label: str, values: dict[str, str], planned: bool = False) -> Series:
    """Values by moment; their words are the same with a comma."""
    points = tuple(Point(at, value, value.replace(".", ",")) for at, value in values.items())
    return Series(label, points, planned)


def chart(caption: str, shown: Sequence[Series], kind: str = "lines", words: str = "en unités") -> Chart:
    """The chart of these series, with its data as a table of one row a point."""
    rows = tuple(
        ((Run(each.label),), (Run(point.at),), (Run(point.words),)) for each in shown for point in each.points
    )
    columns = (Column("Série", 2), Column("Quand"), Column("Valeur", 1, True))
    alternative = f"{caption} : {len(shown)} séries, de {shown[0].label}."
    return Chart(
        caption, alternative, words, tuple(shown), Table(f"Données : {caption}", columns, rows), kind
    )


def timetable(caption: str, count: int) -> Timetable:
    """`count` spans in groups of four: whole, without end, without start, and without any day."""
    spans = tuple(
        Span(
            (Run(f"Action {index} : prolonger la durée de vie du matériel"),),
            ("du début à la fin", "à partir d'un jour", "avant un jour", "à préciser")[index % 4],
            f"{2025 + index % 3}-0{1 + index % 9}-15" if index % 4 in (0, 1) else None,
            f"{2028 + index % 3}-06-30" if index % 4 in (0, 2) else None,
            f"Groupe {index // 4}",
        )
        for index in range(count)
    )
    return Timetable(caption, spans)


def hostile_drawings(words: str) -> tuple[Chart | Timetable, ...]:
    """The same words, as many as fit in a drawing, wherever a chart or a timetable has some."""
    words = words[:150]
    shown = (
        series(words, {"2025": "-0.5", "2027": "12.25"}),
        series(words, {"2026": "999999999999999", words: "1"}, planned=True),
    )
    spans = (Span((Run(words, strong=True),), words, "2025-01-01", "2025-01-01", words), Span((), ""))
    told = words if words.strip() else "Rien à dire."
    return (
        Chart(words, told, words, shown, chart(words, shown).data),
        Chart(words, told, words, shown, chart(words, shown).data, "bars"),
        Timetable(words, spans),
    )
