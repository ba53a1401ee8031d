"""Colours of the site: what stands on what, contrast as WCAG 2.2 measures it, and the nearest accent that passes."""

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from itertools import product

from reen.typography import figure

TEXT_LEAST = 4.5
"""The least contrast of a text with what is behind it, level AA."""
_SOFT = 0.11
"""The share of the accent in the ground of notices."""
_WRITTEN = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The tokens of the stylesheet, in light or in dark colours."""

    paper: str
    surface: str
    ink: str
    muted: str
    line: str
    rule: str
    accent: str
    accent_soft: str
    on_accent: str
    attention: str
    attention_soft: str
    error: str
    error_soft: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A text, by the name of its token, on a ground, and how far apart they are."""

    text: str
    ground: str
    ratio: float

    @property
    def passes(self) -> bool:
        """Whether the text can be read there."""
        return self.ratio >= TEXT_LEAST

    @property
    def words(self) -> str:
        """« 4,49 », for 4.499 too: never rounded up to what would pass."""
        return figure(Decimal(self.ratio).quantize(Decimal("0.01"), ROUND_DOWN))


LIGHT = Scheme(
    paper="#fbfaf6",
    surface="#ffffff",
    ink="#17211e",
    muted="#4d5a56",
    line="#7f8b86",
    rule="#dcdfd9",
    accent="#0b5a49",
    accent_soft="#e3efea",
    on_accent="#ffffff",
    attention="#8f4a00",
    attention_soft="#fbeedd",
    error="#a32020",
    error_soft="#fbe9e7",
)
DARK = Scheme(
    paper="#101715",
    surface="#18211e",
    ink="#ecf1ee",
    muted="#aab8b2",
    line="#6f7f79",
    rule="#2c3833",
    accent="#7fd3bb",
    accent_soft="#19352d",
    on_accent="#0b1512",
    attention="#f0b26b",
    attention_soft="#38280f",
    error="#ff9d94",
    error_soft="#421d1a",
)
TEXTS = ("ink", "muted", "accent", "attention", "error")
GROUNDS = ("paper", "surface", "accent_soft", "attention_soft", "error_soft")
PAIRS = (*product(TEXTS, GROUNDS), ("on_accent", "accent"))
"""Every text of the stylesheet, on every ground where it is written."""


def is_colour(text: str) -> bool:
    """Whether it is written `#0b5a49`: six hexadecimal digits, in lower case."""
    return _WRITTEN.fullmatch(text) is not None


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, from 0 for black to 1 for white."""
    shares = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def contrast(one: str, other: str) -> float:
    """From 1, the same colour, to 21, black on white; the order does not matter."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def contrasts(scheme: Scheme) -> tuple[Contrast, ...]:
    """How each text of a scheme stands out on each ground."""
    return tuple(
        Contrast(text, ground, contrast(getattr(scheme, text), getattr(scheme, ground)))
        for text, ground in PAIRS
    )


def with_accent(scheme: Scheme, accent: str) -> Scheme:
    """The scheme with another accent: its soft ground and the text written on it follow. Its own changes nothing."""
    if accent == scheme.accent:
        return scheme
    written_on_it = max(
        (scheme.on_accent, scheme.surface, scheme.ink), key=lambda text: contrast(text, accent)
    )
    return replace(scheme, accent=accent, accent_soft=_mixed(scheme.surface, accent), on_accent=written_on_it)


def weakest(scheme: Scheme, accent: str) -> Contrast:
    """The least legible of what an accent would change."""
    changed = {"accent", "accent_soft"}
    told = contrasts(with_accent(scheme, accent))
    return min((each for each in told if changed & {each.text, each.ground}), key=lambda each: each.ratio)


def nearest_accent(scheme: Scheme, accent: str) -> str:
    """The accent itself if all can be read with it, else the nearest of its shades, darker or lighter."""
    return next(shade for shade in _shades(accent) if weakest(scheme, shade).passes)


def _shades(colour: str) -> Iterator[str]:
    """The colour, then ever further ones of the same hue, down to black and up to white."""
    hue, lightness, saturation = rgb_to_hls(*_parts(colour))
    yield colour
    for step in range(1, 256):
        for moved in (lightness - step / 255, lightness + step / 255):
            if -1 / 255 < moved < 256 / 255:
                yield _written(hls_to_rgb(hue, min(max(moved, 0.0), 1.0), saturation))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _mixed(ground: str, accent: str) -> str:
    one, other = _parts(ground), _parts(accent)
    red, green, blue = (a + (b - a) * _SOFT for a, b in zip(one, other, strict=True))
    return _written((red, green, blue))


def _written(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
