"""A QR code: a Figure that says where it leads, in squares that stay sharp at any size."""

from dataclasses import dataclass

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from strategy.document.model import QrCode
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element, bounds

_SIDE = 110.0
_QUIET = 4
"""Modules of white around the code (ISO/IEC 18004, 6.3.8); to its left, the margin of the page is enough."""


@dataclass(frozen=True, slots=True)
class QrBox:
    """The drawing; its address is also a link in the text beside it."""

    block: QrCode
    figure: Element
    above: float = 8.0
    keep_with_next: bool = False

    @property
    def height(self) -> float:
        return _SIDE

    def split(self, room: float, least: float) -> "tuple[QrBox | None, QrBox | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        bottom = y - _SIDE
        self.figure.attributes["Layout"] = bounds(x, bottom, _SIDE, _SIDE)
        code = matrix(self.block.address)
        size = _SIDE / (len(code) + 2 * _QUIET)
        canvas = pen.figure(self.figure)
        canvas.saveState()
        canvas.setFillGray(0)
        path = canvas.beginPath()
        for row, cells in enumerate(code):
            for start, length in runs(cells):
                left, top = x + start * size, y - (row + _QUIET) * size
                path.rect(left, top - size, length * size, size)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.restoreState()


def matrix(address: str) -> list[list[bool]]:
    """The modules of the code, row by row, dark ones true; a quarter of them may be lost (level Q)."""
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(address)
    code.make()
    side = range(code.getModuleCount())
    return [[bool(code.isDark(row, column)) for column in side] for row in side]


def runs(cells: list[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many follow one another."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(cells):
        if not dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
