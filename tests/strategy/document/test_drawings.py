"""Charts, timetables and logos that cannot be drawn are refused with their place."""

from base64 import b64encode
from dataclasses import replace

import pytest

from strategy.document.integrity import verify
from strategy.document.logo import Logo
from strategy.document.model import Point, Run, Section, Series, Span, Timetable
from strategy.document.serialize import from_json, to_json
from strategy.errors import DocumentError
from tests.documents import build, drawings

CHART = drawings.chart("Valeurs", (drawings.series("Mesuré", {"2025": "-12.5", "2026": "0"}),))
LOGO = drawings.logo(40, 20, "Logo fictif")


def holding(*blocks, logo=None):
    """A document with these blocks only."""
    section = Section("dessins", "Dessins", blocks)
    return replace(build.small_commune(), sections=(section,), logo=logo)


def refusal(document):
    """What `verify` says against the document, with plain spaces."""
    with pytest.raises(DocumentError) as refused:
        verify(document)
    return str(refused.value).replace("\u00a0", " ").replace("\u202f", " ")


def valued(value):
    """The chart with a point of this value."""
    return replace(CHART, series=(Series("Mesuré", (Point("2025", value, value),)),))


@pytest.mark.parametrize("value", ["0", "-1", "12.5", "9" * 15, "-0.000001"])
def test_plain_decimals_are_accepted(value):
    document = holding(valued(value))
    verify(document)
    assert from_json(to_json(document)) == document


@pytest.mark.parametrize("value", ["", "12,5", "1e5", "NaN", " 1", "+1", "1.", "٣", "9" * 16, "1\n"])
def test_other_values_are_refused(value):
    verify(holding(valued("1")))
    assert refusal(holding(valued(value))) == (
        "sections[0].blocks[0].series[0].points[0].value : une valeur s’écrit comme -12.5, "
        "avec quinze chiffres au plus de chaque côté du point"
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "pie"}, "kind : « pie » n’est pas l’un de lines, bars"),
        ({"alternative": " "}, "alternative : il faut dire en mots ce que montre l’image"),
        ({"series": ()}, "series : un graphique a au moins un point"),
        ({"series": (Series("Vide", ()),)}, "series : un graphique a au moins un point"),
        ({"series": CHART.series * 7}, "series : 7 séries : un graphique n’en montre que 6"),
        ({"data": replace(CHART.data, columns=())}, "data.columns : un tableau a au moins une colonne"),
    ],
)
def test_a_chart_that_cannot_be_drawn_or_read_is_refused(change, message):
    verify(holding(CHART))
    assert refusal(holding(replace(CHART, **change))) == f"sections[0].blocks[0].{message}"


def spanning(start, end):
    """A timetable of one span."""
    return Timetable("Calendrier", (Span((Run("Action"),), "", start, end),))


@pytest.mark.parametrize(
    ("start", "end"),
    [("2025-01-01", "2025-01-01"), ("2024-12-31", "2025-01-01"), ("2025-01-01", None), (None, None)],
)
def test_spans_that_end_after_they_begin_are_accepted(start, end):
    document = holding(spanning(start, end), Timetable("Vide", ()))
    verify(document)
    assert from_json(to_json(document)) == document


DAY = "une date s’écrit AAAA-MM-JJ, par exemple 2025-01-31"


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ("2025-01-02", "2025-01-01", "end : la fin précède le début"),
        ("2025", None, f"start : {DAY}"),
        ("2025-02-30", None, f"start : {DAY}"),
        ("20250101", None, f"start : {DAY}"),
        (None, "2025-W01-1", f"end : {DAY}"),
    ],
)
def test_other_spans_are_refused(start, end, message):
    assert refusal(holding(spanning(start, end))) == f"sections[0].blocks[0].spans[0].{message}"


def test_links_in_drawings_lead_somewhere():
    lost = Timetable("Calendrier", (Span((Run("Action", href="#ailleurs"),), ""),))
    assert refusal(holding(lost)) == (
        "sections[0].blocks[0].spans[0].label[0].href : l’ancre « ailleurs » ne mène à aucune section"
    )
    data = replace(CHART.data, rows=(((Run("mot", href="#ailleurs"),), (), ()),))
    assert refusal(holding(replace(CHART, data=data))) == (
        "sections[0].blocks[0].data.rows[0][0][0].href : l’ancre « ailleurs » ne mène à aucune section"
    )


@pytest.mark.parametrize("kind", [0, 2, 6])
@pytest.mark.parametrize(("width", "height"), [(1, 1), (1000, 1), (1, 1000), (300, 120)])
def test_pictures_within_bounds_are_accepted(width, height, kind):
    document = holding(logo=drawings.logo(width, height, "Logo fictif", kind))
    verify(document)
    assert from_json(to_json(document)) == document


def encoded(data):
    """A logo that says to be of the size of `LOGO`."""
    return Logo(b64encode(data).decode(), 40, 20, "Logo fictif")


PNG = drawings.png(40, 20)


@pytest.mark.parametrize(
    ("logo", "message"),
    [
        (replace(LOGO, alternative=""), "logo.alternative : il faut dire en mots ce que montre l’image"),
        (replace(LOGO, png="é"), "logo.png : l’image s’écrit en base64"),
        (replace(LOGO, png=""), "logo.png : l’image n’est pas un PNG lisible"),
        (encoded(b"GIF89a" + PNG), "logo.png : l’image n’est pas un PNG lisible"),
        (encoded(PNG[: len(PNG) // 2]), "logo.png : l’image n’est pas un PNG lisible"),
        (encoded(PNG[:60] + b"\xff" * 40 + PNG[100:]), "logo.png : l’image n’est pas un PNG lisible"),
        (encoded(PNG + b"\x00" * 500_000), "logo.png : l’image pèse plus de 500 ko"),
        (replace(LOGO, width=41), "logo : l’image mesure 40 × 20 pixels"),
        (drawings.logo(1001, 1, "Logo fictif"), "logo.png : l’image dépasse 1000 pixels de côté"),
        (
            encoded(PNG[:16] + b"\x7f\xff\xff\xff" * 2 + PNG[24:]),
            "logo.png : l’image dépasse 1000 pixels de côté",
        ),
    ],
)
def test_other_pictures_are_refused(logo, message):
    verify(holding(logo=LOGO))
    assert refusal(holding(logo=logo)) == message
    assert refusal(replace(holding(), host_logo=logo)) == f"host_{message}"
