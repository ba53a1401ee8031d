"""Codes that are typed by hand: what they are written with, and the slips that are noticed."""

import random
from itertools import pairwise

import pytest

from strategy.document.codes import LENGTH, LETTERS, code_of, is_code, tidied

CODES = [code_of(random.Random(seed).choices(LETTERS, k=LENGTH - 1)) for seed in range(50)]


@pytest.mark.parametrize("code", CODES[:5])
def test_a_code_is_read_however_it_is_typed(code):
    assert is_code(code)
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    for typed in (code.lower(), code.replace("-", ""), f" {code.replace('-', ' ')} ", code.replace("-", "–")):
        assert tidied(typed) == code


def test_one_letter_mistaken_is_always_noticed():
    for code in CODES:
        for place, letter in enumerate(code):
            if letter != "-":
                others = (other for other in LETTERS if other != letter)
                assert not any(is_code(code[:place] + other + code[place + 1 :]) for other in others)


def test_two_neighbours_swapped_are_nearly_always_noticed():
    swaps = [
        (code, bare[:place] + second + first + bare[place + 2 :])
        for code in CODES
        for bare in [code.replace("-", "")]
        for place, (first, second) in enumerate(pairwise(bare))
        if first != second
    ]
    unnoticed = sum(is_code(tidied(swapped)) for _, swapped in swaps)
    assert unnoticed <= len(swaps) / 100


@pytest.mark.parametrize(
    "text", ["", "-", "K7QW", "O0I1-LUOU-0000", "K7QW-2FHX-9MR", "é" * 12, "K7QW2FHX9MRT\n"]
)
def test_what_is_no_code_is_none(text):
    assert not is_code(text)
