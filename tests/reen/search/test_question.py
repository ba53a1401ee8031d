"""What is asked for: words in their order, said in other ways, and no more than can be asked."""

from reen.search.question import LONGEST_TEXT, MOST_WORDS, question

SYNONYMS = [
    ["RGAA", "accessibilité numérique"],
    ["réemploi", "occasion", "seconde main"],
    ["occasion", "reconditionné"],
]


def said(text: str) -> list[set[str]]:
    """Each thing wanted, as the ways of saying it."""
    return [
        {" ".join(word.text for word in expression) for expression in each.expressions}
        for each in question(text, SYNONYMS).wanted
    ]


def test_each_word_is_wanted():
    assert said("l’achat d’ordinateurs neufs") == [{"achat"}, {"ordinateur"}, {"neuf"}]


def test_an_acronym_finds_its_expansion_and_back():
    assert said("rgaa") == said("l’accessibilité numérique") == [{"rgaa", "accessibilite numerique"}]


def test_an_expression_is_found_among_other_words():
    assert said("site accessibilités numériques loi") == [
        {"site"},
        {"rgaa", "accessibilite numerique"},
        {"loi"},
    ]


def test_part_of_an_expression_is_only_a_word():
    assert said("accessibilité") == [{"accessibilite"}]


def test_groups_that_share_a_word_are_both_heard():
    assert said("occasion") == [{"occasion", "reemploi", "seconde main", "reconditionne"}]
    assert said("reconditionné") == [{"reconditionne", "occasion"}]


def test_a_word_asked_twice_is_asked_once():
    assert said("loi lois Loi") == [{"loi"}]


def test_a_question_is_bounded():
    assert len(question(" ".join(f"mot{number}" for number in range(50))).wanted) == MOST_WORDS
    assert len(question("a" * 10 * LONGEST_TEXT).wanted) == 1
    assert question("").wanted == question("le la les ?").wanted == ()


def test_only_single_words_and_what_was_typed_are_marked():
    told = question("occasion", SYNONYMS).told
    assert {"occas", "reemploi", "recondition"} == set(told)
    assert {"accessibilit", "numer", "rga"} == set(question("accessibilité numérique", SYNONYMS).told)
