"""What the typesetter promises: French spaces, addresses left alone, nothing changed the second time."""

from datetime import date
from decimal import Decimal

import pytest

from reen.typography import capitalised, date_words, euros, number, plural, quoted, tidy, typeset, weight

TEXTS = [
    ("Qu'est-ce que c'est ?", "Qu’est-ce que c’est\u202f?"),
    ("Attention! Vraiment?!", "Attention\u202f! Vraiment\u202f?!"),
    ("Objectif : réduire; agir.", "Objectif\u00a0: réduire\u202f; agir."),
    ("Objectif: réduire", "Objectif\u00a0: réduire"),
    ('« oui », "non"', '«\u202foui\u202f», "non"'),
    ("«oui»", "«\u202foui\u202f»"),
    ("50% de 12 kg pour 1 250 €", "50\u00a0% de 12\u00a0kg pour 1\u202f250\u00a0€"),
    ("et ainsi de suite...", "et ainsi de suite…"),
    ("n°2021-1485, art. L. 2311", "n°\u00a02021-1485, art.\u00a0L.\u00a02311"),
    ("en 2025 300 agents", "en 2025 300 agents"),
    ("à 14:02, puis 9:30:00", "à 14:02, puis 9:30:00"),
    ("https://exemple.invalid/?a=b;c!d:e'f", "https://exemple.invalid/?a=b;c!d:e'f"),
    ("voir https://exemple.invalid/a?b=1 ; ou", "voir https://exemple.invalid/a?b=1\u202f; ou"),
    ("d'o'neil@exemple.invalid : écrire", "d’o'neil@exemple.invalid\u00a0: écrire"),
    ("hauteur 5'30", "hauteur 5'30"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_typeset_follows_french_typography(text, expected):
    assert typeset(text) == expected


@pytest.mark.parametrize("text", [expected for _, expected in TEXTS])
def test_typesetting_twice_changes_nothing(text):
    assert typeset(text) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (999, "999"),
        (1250, "1\u202f250"),
        (1234567, "1\u202f234\u202f567"),
        (-1250, "−1\u202f250"),
        (Decimal("1250.50"), "1\u202f250,50"),
        (Decimal("0.5"), "0,5"),
    ],
)
def test_number_groups_thousands(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1250", "1\u202f250\u00a0€"),
        ("1250.00", "1\u202f250\u00a0€"),
        ("0.5", "0,50\u00a0€"),
        ("-3", "−3\u00a0€"),
    ],
)
def test_euros_write_cents_only_when_there_are_some(amount, words):
    assert euros(Decimal(amount)) == words


def test_date_words_say_first_and_keep_accents():
    assert [date_words(date(2025, month, 1)) for month in (1, 2, 8, 12)] == [
        "1er\u00a0janvier 2025",
        "1er\u00a0février 2025",
        "1er\u00a0août 2025",
        "1er\u00a0décembre 2025",
    ]
    assert date_words(date(2025, 11, 21)) == "21\u00a0novembre 2025"


def test_capitalised_leaves_the_rest_as_it_is():
    assert [capitalised(text) for text in ("élu du CCAS", "EPCI", "")] == ["Élu du CCAS", "EPCI", ""]


@pytest.mark.parametrize(
    ("text", "cited"),
    [("Réduire.", "« Réduire »"), ("Réduire", "« Réduire »"), ("Réduire...", "« Réduire... »"), ("", "«  »")],
)
def test_what_is_quoted_leaves_its_point(text, cited):
    assert quoted(text).replace("\u202f", " ") == cited


def test_plural_begins_at_two():
    assert [plural(count, "action") for count in (0, 1, 2)] == [
        "0\u00a0action",
        "1\u00a0action",
        "2\u00a0actions",
    ]
    assert plural(3, "bilan", "bilans annuels") == "3\u00a0bilans annuels"


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "1\u00a0ko"),
        (849_600, "850\u00a0ko"),
        (1_000_000, "1\u00a0Mo"),
        (1_240_000, "1,2\u00a0Mo"),
        (20_000_000, "20\u00a0Mo"),
    ],
)
def test_weight_is_told_in_the_unit_people_compare(size, words):
    assert weight(size) == words


WORD = (
    "<!--[if gte mso 9]><xml><w:x/></xml><![endif]--><style>p.MsoNormal {margin: 0}</style>"
    '<p class=MsoNormal style="mso-x:1">Les <b>agents</b> &amp; élus<o:p></o:p></p><p>Suite</p>'
)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Deux\u00ad mots\u200b.\ufeff", "Deux mots."),
        ("e\u0301te\u0301 \ufb01nal", "été final"),
        ("Un\tdeux   trois \r\nquatre\x0bcinq", "Un deux trois\nquatre\ncinq"),
        ("\uf0b7\tpremier\n\u2022 second\n·\u00a0troisième", "- premier\n- second\n- troisième"),
        ("Un.\n\n\n\n\nDeux.", "Un.\n\nDeux."),
        ("a < b > c, moins de 5 <b> gras", "a < b > c, moins de 5 <b> gras"),
        ("50\u202f000 habitants\u00a0: « oui »", "50\u202f000 habitants\u00a0: « oui »"),
        (WORD, "Les agents & élus\nSuite"),
        (
            '<p style="margin-bottom: 0cm"><font face="Liberation Serif">LibreOffice<br/>écrit ainsi</font></p>',
            "LibreOffice\nécrit ainsi",
        ),
    ],
)
def test_pasted_words_lose_what_a_word_processor_leaves(pasted, kept):
    assert tidy(pasted) == kept
    assert tidy(kept) == kept
