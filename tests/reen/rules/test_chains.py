"""Chains of actions: what comes first, whatever order they were picked in."""

from itertools import permutations

import pytest

from reen.rules.chains import earlier, in_order

CHAIN = {"trier": ["inventaire"], "donner": ["trier"], "prouver": ["donner", "inventaire"]}


@pytest.mark.parametrize("refs", list(permutations(["inventaire", "trier", "donner", "prouver"])))
def test_a_chain_is_told_from_its_beginning(refs):
    assert in_order(refs, CHAIN) == ["inventaire", "trier", "donner", "prouver"]


@pytest.mark.parametrize(
    ("refs", "before", "ordered"),
    [
        ([], CHAIN, []),
        (["b", "a", "c"], {}, ["b", "a", "c"]),
        (["b", "a", "b"], {}, ["b", "a"]),
        (["prouver", "inventaire"], CHAIN, ["inventaire", "prouver"]),
        (["donner", "inventaire"], CHAIN, ["inventaire", "donner"]),
        (["donner"], CHAIN, ["donner"]),
        (["x", "donner", "y", "inventaire", "z"], CHAIN, ["x", "inventaire", "donner", "y", "z"]),
        (["fin", "b", "a"], {"fin": ("a", "b")}, ["b", "a", "fin"]),
        (["a"], {"a": ["inconnue"], "inconnue": ["autre"]}, ["a"]),
        (["a"], {"a": ["a"]}, ["a"]),
        (["b", "a"], {"a": ["b"], "b": ["a"]}, ["b", "a"]),
        (["a", "b"], {"a": ["b"], "b": ["a"]}, ["a", "b"]),
        (["fin", "a", "b", "clé"], {"a": ["b", "clé"], "b": ["a"], "fin": ["b"]}, ["clé", "a", "b", "fin"]),
    ],
)  # fmt: skip
def test_given_order_is_kept_as_far_as_chains_allow(refs, before, ordered):
    assert in_order(refs, before) == ordered


def test_order_does_not_change_when_asked_again():
    refs = ["prouver", "x", "trier", "inventaire", "y", "donner"]
    once = in_order(refs, CHAIN)
    assert in_order(once, CHAIN) == once


def test_a_long_chain_is_no_trouble():
    before = {str(rank): [str(rank - 1)] for rank in range(1, 200)}
    refs = [str(rank) for rank in reversed(range(200))]
    assert in_order(refs, before) == refs[::-1]


@pytest.mark.parametrize(
    ("ref", "found"),
    [("inventaire", set()), ("donner", {"trier", "inventaire"}), ("inconnue", set())],
)
def test_everything_asked_for_first(ref, found):
    assert earlier(ref, CHAIN) == found


def test_a_circle_is_told_by_an_action_that_asks_for_itself():
    assert earlier("a", {"a": ["b"], "b": ["a"]}) == {"a", "b"}
