"""Words are compared as readers expect: accents, apostrophes, plurals and endings do not count."""

import pytest

from reen.search.words import LONGEST_WORD, one_letter_away, words_of


def stems(text: str) -> list[str]:
    return [word.stem for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ordinateurs", "ordinateur"),
        ("ÉCOCONCEPTION", "écoconception"),
        ("réemploi", "reemploi"),
        ("l’achat d’ordinateurs", "achat ordinateur"),
        ("l'achat d'ordinateurs", "l’achat d’ordinateurs"),
        ("travaux locaux", "travail local"),
        ("réseaux", "réseau"),
        ("imprimantes", "imprimer"),
        ("concernées", "concerné"),
        ("50 000 habitants", "50000 habitant"),
        ("50\u202f000", "50.000"),
        ("œuvre", "oeuvre"),
    ],
)
def test_same_words(one: str, other: str):
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("données", "dons"), ("communication", "commune"), ("impression", "impôt"), ("achat", "rachat")],
)
def test_different_words(one: str, other: str):
    assert stems(one) != stems(other)


def test_words_that_say_nothing_are_left_out():
    assert stems("qu’est-ce que c’est, et pour qui ?") == []


def test_every_word_of_a_family_with_the_same_text_has_the_same_stem():
    words = list(words_of("loi lois donnée données prix niveau niveaux local locaux"))
    assert len({word.text for word in words}) == len(set(words))


def test_a_long_word_is_cut():
    (word,) = words_of("b" * 300)
    assert len(word.text) == len(word.stem) == LONGEST_WORD


def test_one_letter_away_adds_drops_changes_and_swaps():
    found = one_letter_away("ordinateur")
    assert {"ordinnateur", "ordnateur", "ordinatour", "ordinatuer"} <= found
    assert "ordinateur" not in found
    assert "odrinatuer" not in found
