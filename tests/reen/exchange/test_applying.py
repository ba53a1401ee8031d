"""Importing: drafts only, whole or not at all, and only what was previewed."""

from datetime import date

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry, Revision

from reen.enums import Kind
from reen.exchange import applying, exporting
from reen.models import Action, ImportedEntry, Indicator, Resource
from tests.reen.exchange.imports import editor, imported, received
from tests.reen.factories import ActionFactory, LegalTextFactory, ResourceFactory

pytestmark = pytest.mark.django_db


def test_created_entry_is_a_draft_with_all_its_fields():
    LegalTextFactory(ref="reen-35")
    ResourceFactory(ref="outil")
    user = editor()
    run = imported(
        user,
        [
            *("Référence", "Titre", "Thème", "En une ligne", "Premières étapes", "Prérequis", "Coût, petite"),
            *(
                "Types de collectivité",
                "Textes de loi",
                "Ressources",
                "Vérifié le",
                "Sources",
                "Effet, valeur basse",
            ),
        ],
        [
            *("neuve", "Neuve", "Pilotage, mesure et gouvernance", "Une ligne."),
            *("Compter. | Trier. [d’après : Guide <https://exemple.fr/>]", "Un inventaire ; Une liste", "€"),
            *("commune ; EPCI à fiscalité propre", "reen-35", "outil", "1er mars 2026"),
            *("Guide <https://exemple.fr/> (relu)", "1 250,5"),
        ],
    )
    action = Action.objects.get(ref="neuve")
    assert (action.live, action.edition, action.has_unpublished_changes) == (False, 0, True)
    assert action.theme == "axe-0-pilotage"
    assert [(block.value["text"], block.value["origin"]) for block in action.steps] == [
        ("Compter.", "conseil"),
        ("Trier.", "guide"),
    ]
    assert [block.value for block in action.prerequisites] == ["Un inventaire", "Une liste"]
    assert action.kinds == (Kind.COMMUNE, Kind.EPCI)
    assert [text.ref for text in action.legal_texts.all()] == ["reen-35"]
    assert (action.effect_low, str(action.checked_on)) == (1250.5, "2026-03-01")
    draft = action.get_latest_revision_as_object()
    assert [resource.ref for resource in draft.resources.all()] == ["outil"]
    assert draft.sources[0].value["opened"]
    assert (run.table, run.author, action.latest_revision.user) == (None, user, user)
    assert set(ModelLogEntry.objects.values_list("action", flat=True)) == {"wagtail.create"}


def test_changed_entry_keeps_what_is_published():
    ActionFactory(ref="a", title="Publié", resources=[ResourceFactory(ref="ancienne")])
    ResourceFactory(ref="nouvelle")
    imported(editor(), ["Référence", "Titre", "Ressources"], ["a", "Importé", "nouvelle"])
    action = Action.objects.get(ref="a")
    assert (action.title, action.live, action.edition) == ("Publié", True, 1)
    assert [resource.ref for resource in action.resources.all()] == ["ancienne"]
    draft = action.get_latest_revision_as_object()
    assert draft.title == "Importé"
    assert [resource.ref for resource in draft.resources.all()] == ["nouvelle"]
    action.latest_revision.publish()
    assert Action.objects.get(ref="a").resources.get().ref == "nouvelle"


def test_draft_that_waits_is_completed_not_lost():
    action = ActionFactory(ref="a", title="Publié", why="Avant")
    action.why = "En brouillon"
    action.save_revision()
    imported(editor(), ["Référence", "Titre"], ["a", "Importé"])
    draft = Action.objects.get(ref="a").get_latest_revision_as_object()
    assert (draft.title, draft.why) == ("Importé", "En brouillon")


def test_entries_of_one_file_may_point_at_each_other():
    imported(
        editor(),
        ["Référence", "Titre", "À faire avant"],
        ["a", "A", "b"],
        ["b", "B", "c"],
        ["c", "C", ""],
    )
    assert [other.ref for other in Action.objects.get(ref="a").before.all()] == ["b"]
    assert [other.ref for other in Action.objects.get(ref="b").before.all()] == ["c"]


def test_unchanged_rows_are_left_alone():
    ActionFactory(ref="a", title="A")
    run = imported(editor(), ["Référence", "Titre"], ["a", "A"], ["b", "B"])
    assert [entry.ref for entry in run.entries.all()] == ["b"]
    assert Action.objects.get(ref="a").latest_revision is None


@pytest.mark.parametrize("lines", [[["a", "A"], ["b", ""]], [["a", "A"], ["a", "B"]]])
def test_one_refused_row_keeps_all_out(lines):
    user = editor()
    run = received(user, ["Référence", "Titre"], *lines)
    with pytest.raises(applying.PlanChangedError):
        applying.apply(run, user, applying.plan_of(run, user).digest)
    assert not Action.objects.exists()
    assert not ImportedEntry.objects.exists()


@pytest.fixture
def disk_full():
    """Entries can be written, and not their revisions."""

    def fail(execute, sql, *arguments):
        if sql.startswith('INSERT INTO "wagtailcore_revision"'):
            raise OSError("disk full")
        return execute(sql, *arguments)

    with connection.execute_wrapper(fail):
        yield


def test_failure_half_way_changes_nothing(disk_full):
    user = editor()
    run = received(user, ["Référence", "Titre"], *([f"a{n}", "A"] for n in range(5)))
    with pytest.raises(OSError, match="disk full"):
        applying.apply(run, user, applying.plan_of(run, user).digest)
    assert not Action.objects.exists()
    run.refresh_from_db()
    assert run.table is not None


def test_many_entries_are_written_in_few_queries(django_assert_max_num_queries):
    user = editor()
    ActionFactory.create_batch(20, title="Avant")
    refs = [*Action.objects.values_list("ref", flat=True), *(f"neuve-{n}" for n in range(20))]
    run = received(user, ["Référence", "Titre"], *([ref, "Après"] for ref in refs))
    digest = applying.plan_of(run, user).digest
    with django_assert_max_num_queries(80):
        applying.apply(run, user, digest)
    assert Revision.objects.filter(object_str="Après").count() == 40
    assert Action.objects.filter(live=True, has_unpublished_changes=True, title="Avant").count() == 20


def test_what_changed_since_the_preview_is_shown_again():
    user = editor()
    action = ActionFactory(ref="a", title="A")
    run = received(user, ["Référence", "Titre"], ["a", "B"])
    digest = applying.plan_of(run, user).digest
    action.why = "Quelqu’un d’autre"
    action.save_revision()
    with pytest.raises(applying.PlanChangedError):
        applying.apply(run, user, digest)
    applying.apply(run, user, applying.plan_of(run, user).digest)
    with pytest.raises(applying.PlanChangedError):  # only once
        applying.apply(run, user, digest)


@pytest.mark.parametrize("model", [Action, Indicator, Resource])
@pytest.mark.parametrize("kind", [pytest.param("csv", marks=pytest.mark.thorough), "xlsx"])
def test_exported_content_makes_the_same_entries_elsewhere(model, kind, content):
    user = editor(model=model)
    exported = b"".join(exporting.exported(model, kind, model.objects.order_by("ref")[:40]))
    run = applying.receive(model, f"export.{kind}", exported, user)
    model.objects.all().delete()
    plan = applying.plan_of(run, user)
    inside = {row.ref for row in plan.rows}
    for row in plan.rows:  # actions that point at those beyond the first forty
        assert all("Référence inconnue parmi les actions" in problem.message for problem in row.problems)
    if plan.is_possible:
        applying.apply(run, user, plan.digest, vouched=True)
        again = b"".join(
            exporting.exported(model, "csv", model.objects.filter(ref__in=inside).order_by("ref"))
        )
        assert again.count(b"jamais publi") == len(inside)


def test_a_date_of_check_is_taken_only_from_who_says_the_source_was_opened():
    user = editor()
    ActionFactory(ref="a", title="A", checked_on=date(2020, 1, 1))
    headers = ["Référence", "Titre", "Vérifié le"]
    same = received(user, headers, ["a", "Mieux dit", "01/01/2020"])
    assert applying.plan_of(same, user).dated == 0
    applying.apply(same, user, applying.plan_of(same, user).digest)
    run = received(user, headers, ["a", "Mieux dit", "01/03/2026"], ["b", "B", ""])
    plan = applying.plan_of(run, user)
    assert plan.dated == 1
    with pytest.raises(applying.NotVouchedError):
        applying.apply(run, user, plan.digest)
    assert not Action.objects.filter(ref="b").exists()
    applying.apply(run, user, plan.digest, vouched=True)
    assert Action.objects.get(ref="a").get_latest_revision_as_object().checked_on == date(2026, 3, 1)
