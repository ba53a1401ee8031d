"""What people write in cells, and what comes back of what is written for them."""

from datetime import date

import pytest

from reen.exchange import cells, streams
from reen.exchange.errors import CellError

SIZES = [("€", "€\u00a0: temps agent"), ("€€", "€€\u00a0: dizaines de milliers"), ("fort", "effort fort")]


@pytest.mark.parametrize(
    "text",
    [
        "1er mars 2026",
        "1er\u00a0mars 2026",
        "1 Mars 2026",
        "01/03/2026",
        "1/3/2026",
        "01.03.2026",
        "01-03-2026",
        "2026-03-01",
    ],
)
def test_dates_are_read_as_the_french_write_them(text):
    assert cells.day(text) == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text", ["mars 2026", "31/02/2026", "3/1/26", "2026", "hier", "13/13/2026", "1er mai", "0"]
)
def test_what_is_no_whole_date_is_refused(text):
    with pytest.raises(CellError, match=r"n’est pas une date\. Écrivez 01/03/2026"):
        cells.day(text)


def test_every_month_is_known():
    assert [cells.day(f"2 {month} 2026").month for month in cells.MONTHS] == list(range(1, 13))
    assert cells.day("2 fevrier 2026") == date(2026, 2, 2)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 250,5", 1250.5),
        ("1\u202f250,5", 1250.5),
        ("1\u00a0250", 1250),
        ("-3,5", -3.5),
        ("−3,5", -3.5),
        ("7.3", 7.3),
        ("0.125", 0.125),
        ("12", 12),
    ],
)
def test_numbers_are_read_as_the_french_write_them(text, number):
    assert cells.number(text) == number


@pytest.mark.parametrize(
    "text", ["1.250", "1,250.5", "12 %", "douze", "1,2,3", "1e5", "nan", "inf", "9" * 400]
)
def test_what_could_be_two_numbers_or_none_is_refused(text):
    with pytest.raises(CellError, match="n’est pas un nombre"):
        cells.number(text)


def test_whole_number_has_no_decimals():
    assert cells.integer("2 026") == 2026
    with pytest.raises(CellError, match="n’est pas un nombre entier"):
        cells.integer("2,5")


@pytest.mark.parametrize(
    ("text", "value"), [("Oui", True), ("x", True), ("1", True), ("NON", False), ("Faux", False)]
)
def test_yes_and_no(text, value):
    assert cells.yes_or_no(text) is value


def test_neither_yes_nor_no_is_refused():
    with pytest.raises(CellError, match="écrivez oui ou non"):
        cells.yes_or_no("peut-être")


@pytest.mark.parametrize(
    ("text", "value"),
    [("€€", "€€"), ("€€ : dizaines de milliers", "€€"), ("FORT", "fort"), ("Effort fort", "fort")],
)
def test_vocabulary_is_read_by_value_or_label(text, value):
    assert cells.word_of(text, SIZES) == value


def test_unknown_word_is_refused_with_the_list():
    with pytest.raises(
        CellError,
        match="«\u202fénorme\u202f» n’est pas dans la liste\u00a0: «\u202f€\u00a0: temps",
    ):
        cells.word_of("énorme", SIZES)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a ; b;c", ["a", "b", "c"]),
        ("a | b", ["a", "b"]),
        ("a\u202f; b | c", ["a\u202f; b", "c"]),
        ("a ; b |", ["a ; b"]),
        (" ; ;", []),
        ("a \\| b | c", ["a | b", "c"]),
    ],
)
def test_lists_are_parted_by_bars_else_by_semicolons(text, parts):
    assert cells.parts(text) == parts


@pytest.mark.parametrize(
    "texts",
    [["a"], ["a", "b"], ["a ; b"], ["a ; b", "c"], ["a | b"], ["a | b ; c"], ["a\nb"], ["fin\\", "b"], []],
)
def test_written_list_is_read_back(texts):
    assert cells.parts(cells.joined(texts)) == texts


@pytest.mark.parametrize(
    "text", ["=1+1", "+33 1", "-3", "@SOMME", "\tx", "'=1", "''=1", "'quoted'", "'", "", "plain", "=", "'-"]
)
def test_no_written_cell_can_be_a_formula_and_each_is_read_back(text):
    written = cells.safe(text)
    assert not written.startswith(tuple(cells.DANGEROUS))
    assert cells.as_written(written) == text


SOURCE = {"title": "Guide", "url": "", "page": None, "opened": False}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Guide", SOURCE),
        ("Guide <https://exemple.fr/a>", SOURCE | {"url": "https://exemple.fr/a"}),
        (
            "Guide, p. 3 <https://exemple.fr/a> p. 12 (relu)",
            {"title": "Guide, p. 3", "url": "https://exemple.fr/a", "page": 12, "opened": True},
        ),
        ("Guide <> p.\u00a04", SOURCE | {"page": 4}),
        ("Guide (relu)", SOURCE | {"title": "Guide (relu)"}),
    ],
)
def test_source_is_told_in_one_line_and_read_back(text, source):
    block = streams.SOURCES.read(text)
    assert block == {"type": "source", "value": source}
    assert streams.SOURCES.read(streams.SOURCES.write(block)) == block


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<https://exemple.fr>", "n’est pas une source"),
        ("Guide <exemple>", "n’est pas une adresse"),
        ("Guide <javascript:alert(1)>", "n’est pas une adresse"),
        ("Guide <https://exemple.fr> page 12", "n’est pas une source"),
    ],
)
def test_source_that_cannot_be_read_is_refused(text, message):
    with pytest.raises(CellError, match=message):
        streams.SOURCES.read(text)


def test_step_is_advice_unless_it_names_a_guide():
    advice = streams.STEPS.read("Compter les écrans.")
    guide = streams.STEPS.read("Compter. [d'après : Guide <https://exemple.fr/> p. 3]")
    assert (advice["value"]["origin"], guide["value"]["origin"]) == ("conseil", "guide")
    assert (guide["value"]["text"], guide["value"]["title"], guide["value"]["page"]) == (
        "Compter.",
        "Guide",
        3,
    )
    for block in (advice, guide):
        assert streams.STEPS.read(streams.STEPS.write(block)) == block
    with pytest.raises(CellError, match="donnez l’adresse du guide"):
        streams.STEPS.read("Compter. [d’après : Guide]")
