"""Counting words, cutting texts."""

import pytest

from strategy.document.brevity import sentences, shortened, word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  ", 0),
        ("un mot", 2),
        ("l’été", 2),
        ("porte-avions", 2),
        ("😀 —", 2),
        ("1\u202f250\u00a0€", 3),
    ],
)
def test_words_are_counted_at_their_most(text, count):
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "words", "characters", "short"),
    [
        ("Garder  les\nécrans", 3, 99, "Garder les écrans"),
        ("Garder les écrans", 2, 99, "Garder les…"),
        ("Garder, puis donner", 1, 99, "Garder…"),
        ("Garder les écrans", 9, 10, "Garder les…"),
        ("motmotmot", 9, 3, "mot…"),
        ("La DSI (direction des systèmes)", 4, 99, "La DSI…"),
        ("La DSI (direction) agit encore", 4, 99, "La DSI (direction) agit…"),
        ("(Un seul mot)", 2, 99, "(Un seul…"),
        ("l’un-l’autre-encore", 2, 99, "l’un…"),
        ("", 2, 9, ""),
    ],
)
def test_a_text_is_cut_between_words_and_shows_it(text, words, characters, short):
    assert shortened(text, words, characters) == short


def test_sentences_end_at_a_mark_that_a_new_one_follows():
    assert sentences("Un. Deux\u202f! 3,5 ans. Art. 2") == ["Un.", "Deux\u202f!", "3,5 ans.", "Art.", "2"]
