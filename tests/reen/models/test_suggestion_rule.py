"""A rule as its editors hold it: read by the engine, previewed in words, refused while it lacks something."""

import pytest

from reen.models import SuggestionRule
from reen.queries.outlines import catalogue_outline

pytestmark = pytest.mark.django_db


def test_each_rule_of_the_content_is_read_the_same_from_its_row_and_its_draft(content):
    read = {rule.ref: rule for rule in catalogue_outline().rules}
    rows = SuggestionRule.objects.all()
    assert {row.ref: row.as_rule() for row in rows} == read
    assert {row.ref: row.save_revision().as_object().as_rule() for row in rows} == read


@pytest.mark.parametrize(
    ("lacking", "faulty"),
    [
        ({"kind": ""}, "kind"),
        ({"reason": ""}, "reason"),
        ({"reason": "{action}"}, "reason"),
        ({"weight": 0}, "weight"),
    ],
)
def test_what_cannot_be_used_is_no_rule_and_is_not_published(lacking, faulty):
    given = {"ref": "r", "title": "R", "kind": "taille", "reason": "Parce que.", "weight": 5}
    assert SuggestionRule(**given).faults() == {}
    draft = SuggestionRule(**given | lacking)
    assert draft.as_rule() is None
    assert draft.faults().keys() == {faulty}


def test_the_preview_tells_the_rule_then_what_is_missing(content):
    row = SuggestionRule.objects.get(ref="pres-des-habitants")
    page = row.make_preview_request().content.decode()
    assert "l’une des 6 autres actions choisies" in page
    row.reason = ""
    assert "écrivez la raison" in row.make_preview_request().content.decode()
