"""Charts and timetables as pages show them: drawn from the same numbers as the PDF, with their table."""

from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string

from strategy.document import walk
from strategy.document.leaves import Piece
from strategy.document.model import Run, Section, Span, Timetable
from tests.documents import drawings, files


class Page(HTMLParser):
    """The elements of a page, each with its attributes, and its words."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.words = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words += data.split()

    def find(self, tag, name):
        """The values of an attribute on the elements of a tag."""
        return [
            attributes[name] for found, attributes in self.elements if found == tag and name in attributes
        ]


def page(block, **context):
    """A block as the templates show it."""
    return Page(render_to_string("strategy/document/block.html", {"block": block, **context}))


MEASURED = drawings.series("Mesuré", {"2024": "-50.5", "2025": "100", "2028": "0"})
PLANNED = drawings.series("Cible", {"2028": "50"}, planned=True)


def test_lines_are_drawn_where_their_values_are():
    shown = page(drawings.chart("Consommation", (MEASURED, PLANNED)))
    assert shown.find("svg", "aria-label") == ["Consommation : 2 séries, de Mesuré."]
    xs, ys = (list(map(float, shown.find("circle", side)))[:4] for side in ("cx", "cy"))
    assert xs[1] - xs[0] == pytest.approx((xs[2] - xs[0]) / 4, abs=0.1)
    assert xs[3] == xs[2]
    assert ys[0] > ys[2] > ys[1]
    assert ys[3] == pytest.approx((ys[1] + ys[2]) / 2, abs=0.1)
    assert [word for word in shown.words if word.startswith("20")][:3] == ["2024", "2025", "2028"]


def test_series_are_told_apart_without_colour_and_named():
    shown = page(drawings.chart("Consommation", (MEASURED, PLANNED)))
    lines = shown.find("polyline", "stroke-dasharray")
    assert lines == ["none", "7 3", "none", "7 3"]
    assert shown.find("circle", "fill-opacity")[:4] == ["1", "1", "1", "0"]
    assert {"Mesuré", "Cible"} <= set(shown.words)


def test_bars_start_from_zero():
    shown = page(drawings.chart("Budget", (MEASURED,), "bars"))
    xs, widths = (list(map(float, shown.find("rect", side))) for side in ("x", "width"))
    assert widths[1] == pytest.approx(widths[0] * 100 / 50.5, abs=0.2)
    assert widths[2] == 0
    assert xs[0] + widths[0] == pytest.approx(xs[1], abs=0.1)
    assert xs[1] == xs[2]


def test_a_chart_comes_with_its_table():
    shown = page(drawings.chart("Budget", (MEASURED,)))
    assert shown.find("th", "scope") == ["col"] * 3 + ["row"] * 3
    assert [word for word in shown.words if word == "-50,5"]


def test_a_timetable_is_a_table_whose_bars_are_for_the_eye():
    whole = Span((Run("Entière"),), "En 2025", "2025-01-01", "2025-12-31", "Groupe")
    since = Span((Run("Ouverte"),), "Depuis 2026", "2026-01-01", None, "Groupe")
    never = Span((Run("Sans date"),), "À préciser")
    shown = page(Timetable("Calendrier", (whole, since, never)))
    assert shown.find("th", "scope") == ["col", "col", "rowgroup", "row", "row", "row"]
    assert shown.find("rect", "x") == ["0.0", "50.0"]
    assert shown.find("rect", "width") == ["50.0", "50.0"]
    assert shown.find("rect", "fill-opacity") == ["1", ".35"]
    assert shown.find("svg", "aria-hidden") == ["true", "true"]
    assert "2025–2026" in shown.words


def test_a_part_of_a_timetable_has_the_years_of_the_whole():
    spans = tuple(Span((Run(year),), year, f"{year}-01-01", f"{year}-12-31") for year in ("2025", "2028"))
    first, last = (Timetable("Calendrier", (span,)) for span in spans)
    piece = Piece(Section("calendrier", "Calendrier", (Timetable("Calendrier", spans),)), 1, (first,), 1, 2)
    shown = [page(part, piece=piece) for part in (first, last)]
    assert [each.find("rect", "x") for each in shown] == [["0.0"], ["75.0"]]
    assert all("2025–2028" in each.words for each in shown)


@pytest.mark.parametrize("kind", ["lines", "bars"])
def test_one_point_draws(kind):
    shown = page(drawings.chart("Seul", (drawings.series("Seul", {"2025": "0"}),), kind))
    assert len(shown.find("circle", "cx") + shown.find("rect", "x")) == 1


def test_nothing_is_styled_in_the_page_whatever_is_drawn():
    blocks = [
        block for visit in walk.sections(files.document("everything")) for block in visit.section.blocks
    ]
    drawn = [block for block in blocks if hasattr(block, "series") or hasattr(block, "spans")]
    assert len(drawn) > 20
    for block in drawn:
        shown = page(block)
        assert not any("style" in attributes or tag == "style" for tag, attributes in shown.elements)
        assert "nan" not in "".join(str(attributes) for _, attributes in shown.elements if "cx" in attributes)
