"""The logo: a Figure on white paper, in plain colours, as large as its place allows."""

from base64 import b64decode
from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from reen.typography import typeset
from strategy.document.logo import Logo
from strategy.renderers.pdf import overrides
from strategy.renderers.pdf.glyphs import LONGEST_STRING, shortened
from strategy.renderers.pdf.pen import Pen
from strategy.renderers.pdf.structure import Element, bounds

_HIGHEST = 64.0
_POINT = 72 / 96
"""A pixel is never drawn larger than on a screen."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo to the left of its place; `name` tells it from others of the document."""

    logo: Logo
    parent: Element
    name: str = "logo"
    widest: float = 150.0
    above: float = 0.0
    keep_with_next: bool = False

    @property
    def _scale(self) -> float:
        return min(self.widest / self.logo.width, _HIGHEST / self.logo.height, _POINT)

    @property
    def width(self) -> float:
        """How wide it is drawn."""
        return self.logo.width * self._scale

    @property
    def height(self) -> float:
        return self.logo.height * self._scale

    def split(self, room: float, least: float) -> "tuple[Picture | None, Picture | None]":
        return (self, None) if self.height <= room + 0.01 else (None, self)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        element = Element(
            "Figure",
            self.parent,
            alternative=shortened(typeset(self.logo.alternative), LONGEST_STRING),
            attributes={"Layout": bounds(x, y - self.height, self.width, self.height)},
        )
        canvas = pen.figure(element)
        canvas.saveState()
        canvas.translate(x, y - self.height)
        canvas.scale(self.width, self.height)
        overrides.draw_image(canvas, self.name, (self.logo.width, self.logo.height), _pixels(self.logo))
        canvas.restoreState()


def _pixels(logo: Logo) -> bytes:
    """Three bytes a pixel; what is transparent lets the white of the paper through."""
    with Image.open(BytesIO(b64decode(logo.png)), formats=["PNG"]) as image:
        drawn = image.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, "white")
    return Image.alpha_composite(paper, drawn).convert("RGB").tobytes()
