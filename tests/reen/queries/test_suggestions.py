"""What suggesting actions reads of the catalogue."""

import pytest
from django.core.exceptions import ValidationError

from reen.enums import Effort, Kind, Size, Theme
from reen.models import Action, SuggestionRule
from reen.queries.actions import action_outlines, refs_with
from reen.queries.suggestions import report_outlines, suggestion_rules
from reen.rules.estimates import Estimate
from reen.rules.outlines import ReportOutline
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger
from tests.reen.factories import ActionFactory, FieldReportFactory, RequirementFactory, linked_action

pytestmark = pytest.mark.django_db


def make_rule(**values) -> SuggestionRule:
    links = {name: values.pop(name) for name in ("actions", "requirements") if name in values}
    given = {
        "ref": "regle",
        "title": "Une règle",
        "kind": "taille",
        "reason": "Parce que.",
        "weight": 10,
    } | values
    row = SuggestionRule(**given)
    row.full_clean()
    row.save()
    for name, entries in links.items():
        setattr(row, name, entries)
    row.save()
    return row


def test_an_outline_tells_what_lists_and_rules_read():
    report = FieldReportFactory(ref="retour")
    ActionFactory(
        ref="essai",
        theme=Theme.STAFF,
        effort_small="faible",
        effort_large="",
        requirements=[RequirementFactory(ref="pt-b"), RequirementFactory(ref="pt-a")],
        field_reports=[report, FieldReportFactory(draft=True)],
        before=[ActionFactory(ref="avant", draft=True)],
    )
    (outline,) = action_outlines()
    assert (outline.ref, outline.theme, outline.url) == ("essai", Theme.STAFF, "/actions/essai/")
    assert (outline.kinds, outline.sizes) == ((Kind.COMMUNE, Kind.EPCI), tuple(Size))
    assert outline.effort == Estimate(Effort.LOW, None)
    assert (outline.requirements, outline.field_reports, outline.before) == (
        ("pt-a", "pt-b"),
        ("retour",),
        (),
    )


def test_outlines_cost_two_queries_whatever_their_number(django_assert_num_queries):
    for _ in range(3):
        linked_action()
        with django_assert_num_queries(2):
            found = action_outlines()
        assert len(found) == Action.objects.filter(live=True).count()


@pytest.mark.parametrize(
    ("text", "found"),
    [("PARCS", {"parc"}), ("écran éteindre", {"ecrans"}), ("parc écrans", set()), ("%", {"parc", "ecrans"})],
)
def test_words_are_looked_for_as_people_type_them(text, found):
    ActionFactory(ref="parc", title="Inventorier le parc")
    ActionFactory(ref="ecrans", title="Éteindre les écrans")
    ActionFactory(ref="secret", title="Un parc et des écrans à éteindre", draft=True)
    assert refs_with(text) == found


def test_a_thousand_words_are_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert refs_with("mot " * 1000) == set()


def test_a_rule_is_told_with_its_conditions():
    action = ActionFactory(ref="essai", draft=True)
    make_rule(
        kind="retour",
        trigger="retour",
        reason="Fait par {retour}.",
        kinds=[Kind.COMMUNE],
        answers=[Answer.VOLUNTARY],
        efforts=[Effort.LOW],
        lighter=True,
        actions=[action],
    )
    make_rule(ref="brouillon", live=False)
    assert suggestion_rules() == [
        Rule(
            ref="regle",
            kind=ReasonKind.REPORT,
            reason="Fait par {retour}.",
            weight=10,
            trigger=Trigger.REPORT,
            kinds=frozenset({Kind.COMMUNE}),
            answers=frozenset({Answer.VOLUNTARY}),
            efforts=frozenset({Effort.LOW}),
            actions=frozenset({"essai"}),
            lighter=True,
        )
    ]


def test_rules_cost_two_queries_whatever_their_number(django_assert_num_queries):
    for number in range(3):
        make_rule(ref=f"regle-{number}", actions=[ActionFactory()], requirements=[RequirementFactory()])
        with django_assert_num_queries(2):
            assert len(suggestion_rules()) == number + 1


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("reason", "{exigence}", "{exigence} n’est pas connu ici\u00a0: cette règle peut dire {theme}."),
        ("weight", 0, "Donnez au moins 1 point."),
        ("weight", 101, "Donnez au plus 100 points."),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused(field, value, told):
    assert make_rule().pk
    with pytest.raises(ValidationError) as refused:
        make_rule(**{"ref": "autre", field: value})
    assert refused.value.message_dict == {field: [told]}


def test_a_report_is_told_in_one_query(django_assert_num_queries):
    FieldReportFactory(ref="retour", body="Ville", body_kind="commune", population=3000, year=2023)
    FieldReportFactory(draft=True)
    with django_assert_num_queries(1):
        assert report_outlines() == [
            ReportOutline("retour", "Ville", "commune", 3000, 2023, "/retours-d-experience/retour/")
        ]
