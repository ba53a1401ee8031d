"""What holds in what is drawn: charts, timetables, the logo and the QR code."""

import re
from base64 import b64decode
from datetime import date
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from strategy.document.logo import Logo
from strategy.document.model import Chart, QrCode, Span, Timetable
from strategy.errors import DocumentError

DAY = "une date s’écrit AAAA-MM-JJ, par exemple 2025-01-31"
CHART_KINDS = ("lines", "bars")
MOST_SERIES = 6
"""Beyond, they are no longer told apart in grey."""
LOGO_SIDE = 1_000
"""Pixels of the longest side of a logo."""
LOGO_BYTES = 500_000

_SIGNATURE = b"\x89PNG"
_SIZE_AT = (16, 20)
"""Where a PNG says its width and its height."""
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def verify_chart(chart: Chart, path: str) -> None:
    """Raises `DocumentError` unless each value can be placed on the drawing, and the drawing put in words."""
    if chart.kind not in CHART_KINDS:
        raise DocumentError(
            f"{path}.kind", f"«\u202f{chart.kind}\u202f» n’est pas l’un de {', '.join(CHART_KINDS)}"
        )
    _verify_words(chart.alternative, f"{path}.alternative")
    if not any(series.points for series in chart.series):
        raise DocumentError(f"{path}.series", "un graphique a au moins un point")
    if len(chart.series) > MOST_SERIES:
        raise DocumentError(
            f"{path}.series", f"{len(chart.series)} séries\u00a0: un graphique n’en montre que {MOST_SERIES}"
        )
    for index, series in enumerate(chart.series):
        for position, point in enumerate(series.points):
            if not _DECIMAL.fullmatch(point.value):
                raise DocumentError(
                    f"{path}.series[{index}].points[{position}].value",
                    "une valeur s’écrit comme -12.5, avec quinze chiffres au plus de chaque côté du point",
                )


def verify_timetable(timetable: Timetable, path: str) -> None:
    """Raises `DocumentError` unless each span ends on a day that does not come before its first."""
    for index, span in enumerate(timetable.spans):
        _verify_span(span, f"{path}.spans[{index}]")


def _verify_span(span: Span, path: str) -> None:
    for name, day in (("start", span.start), ("end", span.end)):
        if day is not None and not is_day(day):
            raise DocumentError(f"{path}.{name}", DAY)
    if span.start is not None and span.end is not None and span.start > span.end:
        raise DocumentError(f"{path}.end", "la fin précède le début")


def verify_qr(code: QrCode, path: str) -> None:
    """Raises `DocumentError` unless it leads to a web address, told in words."""
    if not re.fullmatch(r"https?://[^\s<>\"]{1,200}", code.address):
        raise DocumentError(f"{path}.address", "une adresse commence par http:// ou https://")
    _verify_words(code.alternative, f"{path}.alternative")


def is_day(text: str) -> bool:
    """Whether `text` is an ISO day in its long form, so that days compare as texts do."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def verify_logo(logo: Logo, path: str) -> None:
    """Raises `DocumentError` unless the picture can be read, is of its stated size and is told in words."""
    _verify_words(logo.alternative, f"{path}.alternative")
    try:
        data = b64decode(logo.png, validate=True)
    except ValueError:
        raise DocumentError(f"{path}.png", "l’image s’écrit en base64") from None
    if len(data) > LOGO_BYTES:
        raise DocumentError(f"{path}.png", f"l’image pèse plus de {LOGO_BYTES // 1000}\u00a0ko")
    width, height = (int.from_bytes(data[start : start + 4], "big") for start in _SIZE_AT)
    if data.startswith(_SIGNATURE) and max(width, height) > LOGO_SIDE:  # before it is unpacked
        raise DocumentError(f"{path}.png", f"l’image dépasse {LOGO_SIDE} pixels de côté")
    try:
        with Image.open(BytesIO(data), formats=["PNG"]) as image:
            image.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise DocumentError(f"{path}.png", "l’image n’est pas un PNG lisible") from None
    if (width, height) != (logo.width, logo.height):
        raise DocumentError(path, f"l’image mesure {width} × {height} pixels")


def _verify_words(text: str, path: str) -> None:
    if not text.strip():
        raise DocumentError(path, "il faut dire en mots ce que montre l’image")
