"""Which collectivités are alike."""

from dataclasses import replace

import pytest

from reen.enums import Kind
from reen.rules.likeness import Body, likeness, natures_in
from reen.rules.profile import Nature
from tests.reen.rules.outlines import REPORT


@pytest.mark.parametrize(
    ("words", "natures"),
    [
        ("commune", [(Kind.COMMUNE, None)]),
        ("communes", [(Kind.COMMUNE, None)]),
        ("communauté de communes", [(Kind.EPCI, Nature.CC)]),
        ("Communauté d’agglomération et commune", [(Kind.EPCI, Nature.CA), (Kind.COMMUNE, None)]),
        ("syndicat numérique départemental", [(Kind.SYNDICAT, None)]),
        ("association de communes", []),
        ("", []),
    ],
)
def test_the_words_of_a_report_name_natures(words, natures):
    assert natures_in(words) == natures


@pytest.mark.parametrize(
    ("report", "body", "alike"),
    [
        (("commune", 3000), Body(Kind.COMMUNE, population=3000), 1),
        (("commune", 3000), Body(Kind.COMMUNE, population=9000), 1 / 3),
        (("commune", 3000), Body(Kind.COMMUNE, population=9001), None),
        (("commune", 3000), Body(Kind.COMMUNE, population=999), None),
        (("commune", 3000), Body(Kind.EPCI, Nature.CC, 3000), None),
        (("commune", None), Body(Kind.COMMUNE, population=3000), None),
        (("commune", 3000), Body(Kind.COMMUNE), None),
        (("communauté d’agglomération", 80_000), Body(Kind.EPCI, Nature.CC, 40_000), 0.5),
        (("communauté d’agglomération", None), Body(Kind.EPCI, Nature.CA, 80_000), 1 / 3),
        (("communauté d’agglomération", None), Body(Kind.EPCI, Nature.METRO, 80_000), None),
        (("intercommunalité", None), Body(Kind.EPCI, Nature.CA, 80_000), None),
        (("département", None), Body(Kind.DEPARTEMENT), 1 / 3),
        (("métropole et commune", 450_000), Body(Kind.COMMUNE, population=450_000), 1),
    ],
)
def test_likeness(report, body, alike):
    body_kind, population = report
    assert likeness(replace(REPORT, body_kind=body_kind, population=population), body) == alike
