"""The QR code of the last page leads to its address, as a reader of bar codes sees it."""

import zxingcpp
from PIL import Image

from strategy.renderers.pdf.qr import matrix, runs

ADDRESS = "https://boussole.exemple.invalid/verifier/K7QW-2FHX-9MRT/"
SCALE, QUIET = 4, 4


def read(code: list[list[bool]]) -> list[str]:
    """What a reader finds in the modules drawn on white paper."""
    side = len(code) + 2 * QUIET
    paper = Image.new("L", (side, side), 255)
    for row, cells in enumerate(code):
        for start, length in runs(cells):
            paper.paste(0, (start + QUIET, row + QUIET, start + length + QUIET, row + QUIET + 1))
    return [
        found.text
        for found in zxingcpp.read_barcodes(paper.resize((side * SCALE, side * SCALE), Image.NEAREST))
    ]


def test_it_says_its_address():
    assert read(matrix(ADDRESS)) == [ADDRESS]


def test_it_still_does_with_a_stain_on_it():
    code = matrix(ADDRESS)
    middle = len(code) // 2
    for row in range(middle - 3, middle + 3):
        code[row][middle - 3 : middle + 3] = [False] * 6
    assert read(code) == [ADDRESS]


def test_runs_tell_the_dark_modules():
    assert runs([True, True, False, True, False, False, True]) == [(0, 2), (3, 1), (6, 1)]
    assert runs([False]) == []
