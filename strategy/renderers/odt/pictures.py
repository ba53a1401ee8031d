"""The pictures that a text carries."""

from base64 import b64decode
from dataclasses import dataclass, field
from io import BytesIO

from PIL import Image

from strategy.document.logo import Logo
from strategy.renderers.pdf.qr import matrix

_MODULE, _QUIET = 6, 4
"""Pixels of a module of a QR code, and modules of white around it."""


@dataclass
class Pictures:
    """PNG files by their path in the archive, in the order they are met."""

    files: dict[str, bytes] = field(default_factory=dict)

    def name(self) -> str:
        """What the last picture is called in the document."""
        return f"Image {len(self.files)}"

    def logo(self, logo: Logo) -> str:
        """Adds a logo; gives its path."""
        return self.add(b64decode(logo.png))

    def qr(self, address: str) -> str:
        """Adds a QR code; gives its path."""
        code = matrix(address)
        side = len(code) + 2 * _QUIET
        image = Image.new("1", (side, side), 1)
        for row, modules in enumerate(code):
            for column, dark in enumerate(modules):
                if dark:
                    image.putpixel((column + _QUIET, row + _QUIET), 0)
        file = BytesIO()
        image.resize((side * _MODULE, side * _MODULE), Image.Resampling.NEAREST).save(file, "PNG")
        return self.add(file.getvalue())

    def add(self, png: bytes) -> str:
        """Adds a PNG; gives its path."""
        path = f"Pictures/{len(self.files) + 1}.png"
        self.files[path] = png
        return path
