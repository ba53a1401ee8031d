"""Differences word by word, with French apostrophes and spaces."""

import random

import pytest

from strategy.document.differences import MOST, Change, Passage, differences

SAME, GONE, COME = Change.SAME, Change.REMOVED, Change.ADDED


def told(former: str, new: str) -> list[tuple[Change, str]]:
    return [(passage.change, passage.text) for passage in differences(former, new)]


@pytest.mark.parametrize(
    ("former", "new", "expected"),
    [
        ("Compter le parc.", "Compter le parc.", [(SAME, "Compter le parc.")]),
        ("", "Compter.", [(COME, "Compter.")]),
        ("Compter.", "", [(GONE, "Compter.")]),
        ("", "", []),
        (
            "Compter le parc.",
            "Compter tout le parc.",
            [(SAME, "Compter "), (COME, "tout"), (SAME, " le parc.")],
        ),
        (
            "l’inventaire fiable",
            "l’archivage fiable",
            [(SAME, "l’"), (GONE, "inventaire"), (COME, "archivage"), (SAME, " fiable")],
        ),
        (
            "Le vieux parc dort",
            "Le grand fleuve dort",
            [(SAME, "Le "), (GONE, "vieux parc"), (COME, "grand fleuve"), (SAME, " dort")],
        ),
        (
            "Ouvrir les placards chaque année et décider pour chaque lot",
            "Ouvrir les placards deux fois par an et décider pour chaque lot",
            [
                (SAME, "Ouvrir les placards "),
                (GONE, "chaque année"),
                (COME, "deux fois par an"),
                (SAME, " et décider pour chaque lot"),
            ],
        ),
        ("Le parc.", "Le parc\u202f!", [(SAME, "Le parc\u202f"), (GONE, "."), (COME, "!")]),
        ("a, b, c", "x, y, z", [(GONE, "a, b, c"), (COME, "x, y, z")]),
        ("un deux trois", "un trois", [(SAME, "un "), (GONE, "deux "), (SAME, "trois")]),
        ("12 postes", "15 postes", [(GONE, "12"), (COME, "15"), (SAME, " postes")]),
        (
            "un sous-traitant",
            "un co-traitant",
            [(SAME, "un "), (GONE, "sous-traitant"), (COME, "co-traitant")],
        ),
    ],
)
def test_words_are_compared_whole(former, new, expected):
    assert told(former, new) == expected


def test_spaces_of_another_width_are_no_difference_and_those_of_the_new_text_are_kept():
    assert differences("Prêts ?\r\nPartez : vite", "Prêts\u202f?\nPartez\u00a0: vite") == (
        Passage(SAME, "Prêts\u202f?\nPartez\u00a0: vite"),
    )


@pytest.mark.parametrize("length", [5, 60, MOST + 500])
def test_what_is_not_removed_makes_the_new_text_and_what_is_not_added_the_former(length):
    chance = random.Random(length)
    words = ["le", "la", "l’", "parc", "agents", "«\u202f", "\u202f»", ",", ".", "\n", "élu·e"]
    former, new = (" ".join(chance.choice(words) for _ in range(length)) for _ in range(2))
    for one, other in ((former, new), (former, former.replace("parc", "réseau", 1))):
        passages = differences(one, other)
        assert "".join(passage.text for passage in passages if passage.change is not GONE) == other
        rest = "".join(passage.text for passage in passages if passage.change is not COME)
        assert rest.split() == one.split()


def test_long_texts_that_say_the_same_word_again_and_again_are_compared_in_no_time():
    former, new = "parc " * 1_400, "parc " * 1_450
    assert {passage.change for passage in differences(former, new)} <= {SAME, GONE, COME}
    beyond = "début " + "parc " * MOST + "fin"
    assert told(beyond, beyond.replace("début", "Début")) == [
        (GONE, "début"),
        (COME, "Début"),
        (SAME, beyond.removeprefix("début")),
    ]
