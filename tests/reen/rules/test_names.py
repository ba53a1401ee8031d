"""Names as people type them."""

import pytest

from reen.rules import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’Haÿ-les-Roses", "l hay les roses"),
        ("L'HAŸ LES ROSES", "l hay les roses"),
        ("Marcq-en-Barœul", "marcq en baroeul"),
        ("Saint-Étienne", "saint etienne"),
        ("E\u0301vreux", "evreux"),  # accent typed as a separate character
        ("St Denis", "saint denis"),
        ("STE-MARIE", "sainte marie"),
        ("Stes-Maries", "saintes maries"),
        ("Villeneuve s/ Lot", "villeneuve sur lot"),
        ("  Aix   en\u00a0Provence ", "aix en provence"),
        ("Lætitia & Cie", "laetitia et cie"),
        ("😀 %_'\"\\", ""),
    ],
)
def test_normalised_makes_spellings_equal(text, expected):
    assert names.normalised(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Réseaux", "reseau"),
        ("ORDINATEURS d’école", "ordinateur d ecole"),
        ("RGESN", "rgesn"),
        ("cœur de l'œuvre", "coeur de l oeuvre"),
        ("prix bas", "pri bas"),
        ("", ""),
    ],
)
def test_searchable_forgets_case_accents_and_plurals(text, words):
    assert names.searchable(text) == words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pays de Grasse", ["pays", "grasse"]),
        ("communauté d’agglomération", ["communaute", "agglomeration"]),
        ("de", ["de"]),
        ("219 740 115", ["219740115"]),
        ("219 740 115 00012", ["219740115"]),
        ("219.740.115", ["219740115"]),
        ("84 000", ["84000"]),
        ("St Denis 93", ["st", "denis", "93"]),
        ("\x00", []),
    ],
)
def test_words_drop_particles_and_join_numbers(text, expected):
    assert names.words(text) == expected


def test_an_abbreviation_may_also_begin_a_word():
    assert names.spellings("st") == ("st", "saint")
    assert names.spellings("strasbourg") == ("strasbourg",)


@pytest.mark.parametrize(
    ("name", "expected"), [("le havre", "havre"), ("l isle", "isle"), ("lens", "lens"), ("les", "les")]
)
def test_without_article_keeps_a_name(name, expected):
    assert names.without_article(name) == expected
