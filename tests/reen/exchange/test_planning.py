"""The dry run: what each row would do, and what is wrong with it; nothing is written."""

import pytest
from freezegun import freeze_time
from wagtail.models import Revision

from reen.exchange import applying, exporting
from reen.exchange.plan import Change
from reen.models import Action, ImportRun, Indicator, Resource
from tests.reen.exchange.imports import editor, imported, planned, problems, received, told
from tests.reen.factories import ActionFactory, IndicatorFactory, LegalTextFactory, ResourceFactory

pytestmark = pytest.mark.django_db
HEADERS = ["Référence", "Titre", "Thème"]


def test_rows_are_created_changed_or_unchanged():
    ActionFactory(ref="changee", title="Avant")
    ActionFactory(ref="pareille", title="Pareille")
    plan = planned(
        editor(),
        HEADERS,
        ["neuve", "Neuve", "axe-0-pilotage"],
        ["changee", "Après", "Pilotage, mesure et gouvernance"],
        ["pareille", "Pareille", "axe-0-pilotage"],
        ["", "Écrans d’été", ""],
    )
    assert told(plan) == [
        ("neuve", "creee"),
        ("changee", "modifiee"),
        ("pareille", "inchangee"),
        ("ecrans-dete", "creee"),
    ]
    assert plan.rows[1].changes == [Change("Titre", "Avant", "Après")]
    assert plan.is_possible
    assert Action.objects.count() == 2
    assert Revision.objects.count() == 0


def test_columns_that_are_absent_change_nothing_and_empty_cells_empty():
    ActionFactory(ref="a", title="Titre", pitfall="Un piège", why="Parce que")
    (row,) = planned(editor(), ["Référence", "Piège habituel"], ["a", ""]).rows
    assert row.changes == [Change("Piège habituel", "Un piège", "")]
    assert row.title == "Titre"


def test_changes_are_told_against_the_draft_that_waits():
    action = ActionFactory(ref="a", title="Publié")
    action.title = "En brouillon"
    action.save_revision()
    (row,) = planned(editor(), HEADERS[:2], ["a", "Publié"]).rows
    assert row.changes == [Change("Titre", "En brouillon", "Publié")]
    assert row.adds_to_draft


def test_links_are_references_of_the_catalogue_or_of_the_same_file():
    LegalTextFactory(ref="reen-35")
    plan = planned(
        editor(),
        ["Référence", "Titre", "Textes de loi", "À faire avant"],
        ["a", "A", "reen-35", ""],
        ["b", "B", "reen-35 ; absent | autre", "a"],
        ["c", "C", "", "c"],
    )
    unknown = "«\u202freen-35 ; absent\u202f», «\u202fautre\u202f»"
    assert problems(plan) == [
        (3, "Textes de loi", f"Référence inconnue parmi les textes de loi\u00a0: {unknown}."),
        (4, "À faire avant", "Une fiche ne peut pas renvoyer à elle-même."),
    ]
    assert not plan.is_possible


def test_each_problem_is_told_with_its_line_and_column():
    ActionFactory(ref="prise", title="Fiche prise")
    plan = planned(
        editor(),
        ["Référence", "Titre", "Thème", "Vérifié le", "Effet, valeur basse", "Sources", "Fiche courte"],
        ["a b", "A", "", "", "", "", ""],
        ["b", "", "", "", "", "", ""],
        ["c", "C", "axe-9", "31/02/2026", "beaucoup", "<x>", "peut-être"],
        ["d", "D", "", "", "", "", ""],
        ["d", "D", "", "", "", "", ""],
        ["", "prise", "", "", "", "", ""],
        ["e", "x" * 300, "", "", "", "", ""],
    )
    found = problems(plan)
    assert [(number, header) for number, header, _ in found] == [
        (2, "Référence"),
        (3, "Titre"),
        *(
            (4, header)
            for header in ("Thème", "Vérifié le", "Effet, valeur basse", "Sources", "Fiche courte")
        ),
        (5, "Référence"),
        (6, "Référence"),
        (7, "Référence"),
        (8, "Titre"),
    ]
    messages = {number: message for number, _, message in found}
    assert messages[3] == "Donnez un titre à cette fiche."
    assert messages[5] == "«\u202fd\u202f» est sur plusieurs lignes."
    assert messages[7].startswith("Une fiche a déjà la référence «\u202fprise\u202f».")
    assert "255" in messages[8]


def test_address_and_year_of_a_resource_are_checked_and_its_reference_may_be_reserved():
    user = editor(model=Resource)
    plan = planned(
        user,
        ["Référence", "Titre", "Adresse", "Année"],
        ["listes", "Listes", "", ""],
        ["r", "R", "exemple", "-3"],
        model=Resource,
    )
    assert [(number, header) for number, header, _ in problems(plan)] == [
        (2, "Référence"),
        (3, "Adresse"),
        (3, "Année"),
    ]


def test_entry_locked_by_another_or_under_review_is_refused(content):
    user, other = editor(), editor()
    ActionFactory(ref="a")
    Action.objects.filter(ref="a").update(locked=True, locked_by=other)
    reviewed = ActionFactory(ref="b")
    reviewed.save_revision()
    reviewed.get_workflow().start(reviewed, other)
    assert problems(planned(user, HEADERS[:2], ["a", "Autre"], ["b", "Autre"])) == [
        (2, "", "Fiche verrouillée par Une Éditrice."),
        (3, "", "Fiche en relecture\u00a0: attendez la décision."),
    ]
    Action.objects.filter(ref="a").update(locked_by=user)
    assert told(planned(user, HEADERS[:2], ["a", "Autre"])) == [("a", "modifiee")]


def test_columns_are_recognised_and_what_is_decided_is_remembered():
    user = editor()
    run = received(user, ["reference", "TITRE", "Mon résumé", "État"], ["a", "A", "Une phrase.", "publiée"])
    assert run.mapping == {"reference": "ref", "TITRE": "title", "État": ""}
    assert not applying.is_settled(run)
    applying.settle(run, run.mapping | {"Mon résumé": "summary"})
    applying.apply(run, user, applying.plan_of(run, user).digest)
    assert Action.objects.get(ref="a").summary == "Une phrase."
    again = received(user, ["Titre", "Mon résumé"], ["B", "Deux phrases."])
    assert again.mapping == {"Titre": "title", "Mon résumé": "summary"}
    assert applying.is_settled(again)


def test_order_in_which_columns_were_decided_does_not_matter():
    """PostgreSQL keeps the keys of a JSON value in an order of its own."""
    user = editor()
    run = received(user, HEADERS, ["a", "A", "axe-0-pilotage"])
    digest = applying.plan_of(run, user).digest
    applying.settle(run, dict(reversed(run.mapping.items())))
    assert applying.plan_of(run, user).digest == digest


def test_same_column_is_not_guessed_twice():
    assert received(editor(), ["Titre", "title"], ["A", "B"]).mapping == {"Titre": "title"}


def test_plan_of_real_content_unchanged_is_empty(content):
    for model in (Action, Indicator, Resource):
        user = editor(model=model)
        data = b"".join(exporting.exported(model, "xlsx", model.objects.all()))
        plan = applying.plan_of(applying.receive(model, "export.xlsx", data, user), user)
        assert {row.outcome.value for row in plan.rows} == {"inchangee"}
        assert len(plan.rows) == model.objects.count()
        assert not plan.is_possible


def test_plan_asks_as_much_of_the_database_for_ten_rows_as_for_fifty(django_assert_max_num_queries):
    resource, indicator = ResourceFactory(), IndicatorFactory()
    for number in range(50):
        ActionFactory(ref=f"a{number}", resources=[resource], indicators=[indicator])
    lines = [[f"a{number}", f"Titre {number}", resource.ref] for number in range(50)]
    run = received(editor(), ["Référence", "Titre", "Ressources"], *lines)
    user = run.author
    with django_assert_max_num_queries(8):
        plan = applying.plan_of(run, user)
    assert {row.outcome.value for row in plan.rows} == {"modifiee"}


def test_files_that_nobody_imported_are_forgotten():
    user = editor()
    with freeze_time("2026-01-01"):
        received(user, HEADERS, ["a", "A", ""])
        kept = imported(user, HEADERS, ["b", "B", ""])
    with freeze_time("2026-01-05"):
        new = received(user, HEADERS, ["c", "C", ""])
    assert set(ImportRun.objects.values_list("pk", flat=True)) == {kept.pk, new.pk}
