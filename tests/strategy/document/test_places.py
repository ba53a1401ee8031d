"""Places of a document in words."""

import pytest

from strategy.document.places import place_words, refusal_words
from strategy.errors import DocumentError


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("record.objectives[0].statement", "1er\u00a0objectif"),
        ("record.choices[1].years[0].funding", "2e\u00a0action, 1re\u00a0année"),
        ("record.governance.actors[21].name", "gouvernance, 22e\u00a0acteur"),
        ("sections[2].blocks[0].rows[3][1]", "3e\u00a0partie, 1er\u00a0passage, 4e\u00a0ligne"),
        ("secret", ""),
        ("", ""),
    ],
)
def test_a_path_is_told_as_a_place(path: str, words: str):
    assert place_words(path) == words


def test_a_refusal_says_where_then_what_then_the_path():
    refused = DocumentError("record.plans[0].year", "cette donnée manque.")
    assert refusal_words(refused) == "1er\u00a0plan\u00a0: cette donnée manque (record.plans[0].year)"
    assert refusal_words(DocumentError("secret", "inconnue")) == "inconnue (secret)"
    assert refusal_words(DocumentError("", "ce n’est pas du JSON")) == "ce n’est pas du JSON"
