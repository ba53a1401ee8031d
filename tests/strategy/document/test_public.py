"""Functions stand where agents were named, however the name is written; other words stay as they are."""

from dataclasses import replace

import pytest

from strategy.document.public import SOMEBODY, without_names
from tests.strategy.document import drafts

FUNCTIONS = {
    "Zoé d’Untel": "cheffe de projet",
    "Numérique": "service informatique",
    "Direction des achats": "Direction des achats",
    "Sans fonction": " ",
}


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Zoé d’Untel, mi-temps", "cheffe de projet, mi-temps"),
        ("avec ZOÉ D’UNTEL.", "avec cheffe de projet."),
        ("avec Zoé d'UNTEL.", "avec cheffe de projet."),
        ("avec Zoé\u00a0 d’Untel.", "avec cheffe de projet."),
        ("Zoé\nd’Untel", "cheffe de projet"),
        ("Zoé d’Unteloise", "Zoé d’Unteloise"),
        ("Numérique et sobriété numérique", "service informatique et sobriété numérique"),
        ("la direction des achats", "la direction des achats"),
        ("Sans fonction", SOMEBODY),
    ],
)
def test_a_name_gives_way_to_its_function(written, published):
    draft = drafts.empty(governance=replace(drafts.complete().governance, means=written))
    assert without_names(draft, FUNCTIONS).governance.means == published


def test_what_names_or_addresses_something_is_left_alone():
    draft = drafts.complete()
    names = {draft.bodies[0].kind: "x", draft.choices[0].entry.ref: "x", draft.reference: "x"}
    published = without_names(draft, names)
    assert published.bodies[0].kind == draft.bodies[0].kind
    assert published.choices[0].entry.url == draft.choices[0].entry.url
    assert published.reference == draft.reference
