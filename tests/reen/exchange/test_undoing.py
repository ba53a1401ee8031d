"""Undoing an import: entry by entry, never over what somebody did since."""

import pytest

from reen.exchange import undoing
from reen.models import Action, Indicator
from tests.reen.exchange.imports import editor, imported
from tests.reen.factories import ActionFactory, IndicatorFactory

pytestmark = pytest.mark.django_db
HEADERS = ["Référence", "Titre"]


def undone(run, user) -> dict[str, str]:
    return {verdict.imported.ref: verdict.does or verdict.kept for verdict in undoing.undo(run, user)}


def test_created_entries_go_and_changed_ones_are_as_before():
    user = editor()
    ActionFactory(ref="a", title="Avant", indicators=[IndicatorFactory(ref="i")])
    before = Action.objects.get(ref="a").serializable_data()
    run = imported(
        user,
        [*HEADERS, "Indicateurs", "À faire avant"],
        ["a", "Importé", "", "neuve"],
        ["neuve", "Neuve", "i", ""],
    )
    assert undone(run, user) == {"a": undoing.RESTORED, "neuve": undoing.REMOVED}
    action = Action.objects.get()
    assert (action.title, action.live, action.has_unpublished_changes) == ("Avant", True, False)
    now = action.latest_revision.content
    told = {"title", "indicators", "before", "why", "ref", "sources"}
    assert {name: now[name] for name in told} == {name: before[name] for name in told}
    run.refresh_from_db()
    assert run.undone_at
    assert undone(run, user) == {}


def test_draft_that_waited_waits_again():
    user = editor()
    action = ActionFactory(ref="a", title="Publié")
    action.title = "En brouillon"
    action.save_revision()
    run = imported(user, HEADERS, ["a", "Importé"])
    undoing.undo(run, user)
    action = Action.objects.get()
    assert action.has_unpublished_changes
    assert action.get_latest_revision_as_object().title == "En brouillon"


def test_entry_somebody_changed_since_is_left_alone_and_the_others_undone():
    user, other = editor(), editor()
    ActionFactory(ref="a", title="Avant")
    run = imported(user, HEADERS, ["a", "Importé"], ["b", "B"], ["c", "C"])
    for ref in ("a", "b"):
        draft = Action.objects.get(ref=ref).get_latest_revision_as_object()
        draft.title = "Repris"
        draft.save_revision(user=other, clean=False)
    told = undone(run, user)
    assert told["a"].startswith("modifiée depuis par Une Éditrice le ")
    assert told["b"].startswith("modifiée depuis par Une Éditrice le ")
    assert told["c"] == undoing.REMOVED
    assert Action.objects.get(ref="a").get_latest_revision_as_object().title == "Repris"
    assert {verdict.imported.ref for verdict in undoing.verdicts(run, user)} == {"a", "b"}


def test_what_was_published_since_is_unpublished_by_who_may():
    user, validator = editor(), editor("publish")
    ActionFactory(ref="a", title="Avant")
    asked = ["Thème", "En une ligne", "Pourquoi", "Types de collectivité", "Tailles", "Vérifié le"]
    given = ["axe-0-pilotage", "Une ligne.", "Pour l’essai.", "commune", "moins-3500", "01/03/2026"]
    run = imported(user, [*HEADERS, *asked], ["a", "Importé", *given], ["b", "B", *given])
    for action in Action.objects.all():
        action.latest_revision.publish()
    told = undone(run, user)
    assert told == {
        "a": undoing.RESTORED,
        "b": "publiée depuis\u00a0: une personne qui publie doit la retirer",
    }
    restored = Action.objects.get(ref="a")
    assert (restored.title, restored.has_unpublished_changes) == ("Importé", True)
    assert restored.get_latest_revision_as_object().title == "Avant"
    assert Action.objects.get(ref="b").live
    assert undone(run, validator) == {"b": undoing.UNPUBLISHED}
    assert not Action.objects.get(ref="b").live


def test_entry_that_another_cites_since_is_left_alone():
    user = editor(model=Indicator)
    run = imported(user, HEADERS, ["i", "Cité"], ["j", "Libre"], model=Indicator)
    ActionFactory(ref="a", title="Qui cite", indicators=[Indicator.objects.get(ref="i")])
    assert undone(run, user) == {
        "i": "citée par «\u202fQui cite\u202f»\u00a0: retirez ce lien d’abord",
        "j": undoing.REMOVED,
    }


def test_entry_that_stays_keeps_what_it_points_at():
    user, other = editor(), editor()
    run = imported(user, [*HEADERS, "À faire avant"], ["a", "A", "b"], ["b", "B", "c"], ["c", "C", ""])
    draft = Action.objects.get(ref="a").get_latest_revision_as_object()
    draft.save_revision(user=other, clean=False)
    told = undone(run, user)
    assert told["b"] == "citée par «\u202fA\u202f»\u00a0: retirez ce lien d’abord"
    assert told["c"] == "citée par «\u202fB\u202f»\u00a0: retirez ce lien d’abord"
    assert Action.objects.count() == 3


def test_deleted_locked_and_reviewed_entries_are_told(content):
    user, other = editor(), editor()
    run = imported(user, HEADERS, ["zz-a", "A"], ["zz-b", "B"], ["zz-c", "C"])
    Action.objects.get(ref="zz-a").delete()
    Action.objects.filter(ref="zz-b").update(locked=True, locked_by=other)
    reviewed = Action.objects.get(ref="zz-c")
    reviewed.get_workflow().start(reviewed, user)
    assert undone(run, user) == {
        "zz-a": "supprimée depuis",
        "zz-b": "verrouillée par Une Éditrice",
        "zz-c": "en relecture\u00a0: retirez-la de la relecture d’abord",
    }
