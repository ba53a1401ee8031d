"""The catalogue in outline, for sorting and suggesting."""

import pytest
from django.core.exceptions import ValidationError

from reen.enums import Effort, Kind, Size, Theme
from reen.models import Action, SuggestionRule
from reen.queries.outlines import catalogue_outline
from reen.rules.estimates import Estimate
from reen.rules.outlines import ReportOutline
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import ReasonKind, Rule, Trigger
from tests.reen.factories import (
    ActionFactory,
    FieldReportFactory,
    LegalTextFactory,
    RequirementFactory,
    linked_action,
)

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
    (outline,) = catalogue_outline().actions
    assert (outline.ref, outline.theme, outline.url) == ("essai", Theme.STAFF, "/actions/essai/")
    assert (outline.kinds, outline.sizes) == ((Kind.COMMUNE, Kind.EPCI), tuple(Size))
    assert outline.effort == Estimate(Effort.LOW, None)
    assert (outline.requirements, outline.field_reports, outline.before) == (
        ("pt-a", "pt-b"),
        ("retour",),
        (),
    )


def test_actions_come_by_theme_and_title_as_read_aloud():
    for title, theme in (("Zéro", Theme.STEERING), ("Écrire", Theme.STEERING), ("Acheter", Theme.STAFF)):
        ActionFactory(title=title, theme=theme)
    assert [outline.title for outline in catalogue_outline().actions] == ["Écrire", "Zéro", "Acheter"]


def test_everything_is_one_query_whatever_its_number(django_assert_num_queries):
    for number in range(3):
        linked_action()
        make_rule(ref=f"regle-{number}", actions=[ActionFactory()], requirements=[RequirementFactory()])
        with django_assert_num_queries(1):
            found = catalogue_outline("mot " * 1000)
        assert len(found.actions) == Action.objects.filter(live=True).count()
        assert (len(found.rules), len(found.reports), len(found.legal_texts)) == (number + 1,) * 3
        assert found.found == frozenset()


def test_an_empty_catalogue_is_empty():
    found = catalogue_outline()
    assert (found.actions, found.rules, found.reports, found.legal_texts, found.found) == (
        [],
        [],
        [],
        {},
        None,
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [("PARCS", {"parc"}), ("écran éteindre", {"ecrans"}), ("parc écrans", set()), ("%", None)],
)
def test_words_are_looked_for_as_people_type_them(text, found):
    ActionFactory(ref="parc", title="Inventorier le parc")
    ActionFactory(ref="ecrans", title="Éteindre les écrans")
    ActionFactory(ref="secret", title="Un parc et des écrans à éteindre", draft=True)
    assert catalogue_outline(text).found == found


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
    assert catalogue_outline().rules == [
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


def test_reports_and_legal_texts_are_told():
    FieldReportFactory(ref="retour", body="Ville", body_kind="commune", population=3000, year=2023)
    FieldReportFactory(draft=True)
    LegalTextFactory(ref="reen-16", number="16", title="Réemployer")
    LegalTextFactory(draft=True)
    found = catalogue_outline()
    assert found.reports == [
        ReportOutline("retour", "Ville", "commune", 3000, 2023, "/retours-d-experience/retour/")
    ]
    assert found.legal_texts == {"reen-16": "Loi REEN, art.\u00a016\u00a0: Réemployer"}
