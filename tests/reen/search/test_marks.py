"""Words are marked, the rest is escaped, and a long text shows the passage that matters."""

import pytest

from reen.search.marks import LONGEST_PASSAGE, MOST_MARKS, marked, passage


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Acheter des ordinateurs", "Acheter des <mark>ordinateurs</mark>"),
        ("L’Ordinateur <b>neuf</b> & co", "L’<mark>Ordinateur</mark> &lt;b&gt;neuf&lt;/b&gt; &amp; co"),
        ("{} {0} %s ordinateur", "{} {0} %s <mark>ordinateur</mark>"),
        ("Rien", "Rien"),
        ("", ""),
    ],
)
def test_words_are_marked_and_the_rest_escaped(text: str, html: str):
    assert marked(text, {"ordin"}) == html


def test_marks_are_few():
    assert marked("ordinateur " * 50, {"ordin"}).count("<mark>") == MOST_MARKS


def test_line_is_shown_when_it_answers():
    assert passage("Un ordinateur.", "Deux ordinateurs et un seuil.", {"ordin", "seuil"}) == "Un ordinateur."


def test_the_passage_that_has_the_most_words_is_shown():
    text = "Un ordinateur.\nDeux ordinateurs sous le seuil.\nRien."
    assert passage("Autre chose.", text, {"ordin", "seuil"}) == "Deux ordinateurs sous le seuil."
    assert passage("Autre chose.", "Rien.", {"ordin"}) == "Autre chose."


def test_a_long_passage_is_cut_between_words_around_the_first_one():
    text = f"{'début ' * 60}ordinateur {'fin ' * 100}"
    shown = passage("", text, {"ordin"})
    assert "ordinateur" in shown
    assert len(shown) <= LONGEST_PASSAGE + 4
    assert shown.startswith("…\u202fdébut")
    assert shown.endswith("fin\u202f…")
