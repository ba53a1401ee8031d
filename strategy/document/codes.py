"""Codes printed on a version, typed by hand: short, easy to read aloud, and a slip of one character is noticed."""

from collections.abc import Sequence

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # no letter or figure that reads like another
LENGTH, GROUP = 12, 4


def code_of(letters: Sequence[str]) -> str:
    """« K7QW-2FHX-9MRT »: eleven letters of `LETTERS`, and a twelfth that checks them."""
    whole = "".join(letters) + _check(letters)
    return "-".join(whole[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def tidied(typed: str) -> str:
    """A code as printed, from one typed without care for case, spaces and hyphens; else what was typed, bare."""
    bare = "".join(letter for letter in typed.upper() if letter.isalnum())
    return "-".join(bare[start : start + GROUP] for start in range(0, len(bare), GROUP)) if bare else ""


def is_code(text: str) -> bool:
    """Whether it is written as a code is, its last letter checking the others."""
    bare = text.replace("-", "")
    known = len(bare) == LENGTH and all(letter in LETTERS for letter in bare)
    return known and text == code_of(bare[:-1])


def _check(letters: Sequence[str]) -> str:
    """Luhn's algorithm over thirty letters: any one letter changed, and nearly any two swapped, is seen."""
    total = 0
    for place, letter in enumerate(reversed(letters)):
        value = LETTERS.index(letter) * (2 if place % 2 == 0 else 1)
        total += value // len(LETTERS) + value % len(LETTERS)
    return LETTERS[-total % len(LETTERS)]
