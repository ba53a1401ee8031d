"""A draft becomes numbered versions: copied whole, written once, in order."""

import hashlib
from datetime import timedelta

import pytest
from django.db import models, transaction

from strategy.document.codes import is_code
from strategy.document.model import Status
from strategy.enums import DecisionKind, VersionStatus
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Draft, Edition, Event, Rendering, Version
from strategy.models.written_once import WrittenOnceError
from strategy.queries.versions import (
    document_of,
    edition_of,
    edition_with_digest,
    replacement,
    status_of,
    version_named,
    versions_of,
)
from strategy.services.deciding import decide
from strategy.services.drafting import add_objective, save_governance
from strategy.services.ending import delete_draft
from strategy.services.freezing import freeze, rendering_of
from tests.strategy.factories import LATER

pytestmark = pytest.mark.django_db


def frozen(draft: Draft, status: VersionStatus = VersionStatus.FROZEN, **other) -> Version:
    values = {"functions": {}, "seen": None, "by": None, "at": LATER} | other
    return freeze(draft=draft, status=status, **values)


def change(draft: Draft, words: str = "Réduire"):
    return add_objective(draft=draft, values={"statement": words}, by=None, at=LATER)


def test_versions_are_numbered_in_their_order(draft):
    first = frozen(draft, VersionStatus.NUMBERED)
    second = frozen(draft)
    assert [first.name, second.name] == [f"{draft.reference}@v1", f"{draft.reference}@v2"]
    assert version_named(f"{draft.reference.lower()}@v2") == second
    assert [version_named(name) for name in ("@v1", f"{draft.reference}@v3", draft.reference, "x@v0")] == [
        None
    ] * 4
    assert all(is_code(version.code) for version in (first, second))


def test_the_document_says_what_it_is(draft):
    change(draft)
    version = frozen(draft, VersionStatus.NUMBERED)
    document = document_of(edition_of(version))
    assert (document.status, document.issue.number, document.issue.code) == (
        Status.NUMBERED,
        1,
        version.code,
    )
    assert document.issue.address.endswith(f"/verifier/{version.code}/")
    assert document.sections[-1].anchor == "verification"
    assert [objective.statement for objective in document.record.objectives] == ["Réduire"]


def test_nothing_frozen_changes_with_the_draft(draft):
    row = change(draft)
    version = frozen(draft)
    kept = edition_of(version).text
    type(row).objects.update(statement="Autre")
    draft.bodies.get().collectivity.__class__.objects.update(name="Autre nom")
    assert edition_of(version).text == kept
    assert "Autre" not in kept


def test_a_version_is_never_edited(draft):
    version = frozen(draft)
    edition = edition_of(version)
    rendering = rendering_of(edition)
    for act in (
        version.save,
        version.delete,
        lambda: Version.objects.update(number=9),
        lambda: Edition.objects.filter(pk=edition.pk).update(text=""),
        edition.save,
        lambda: Rendering.objects.all().delete(),
        rendering.save,
    ):
        with transaction.atomic(), pytest.raises(WrittenOnceError):
            act()


def test_freezing_again_what_did_not_change_is_refused(draft):
    frozen(draft)
    with pytest.raises(NotAllowedError, match="Rien n’a changé depuis la version 1"):
        frozen(draft, at=LATER + timedelta(days=1))
    change(draft)
    assert frozen(draft).number == 2


def test_a_draft_that_changed_since_it_was_read_is_not_frozen(draft):
    seen = draft.changed_at
    change(draft)
    with pytest.raises(StaleError):
        frozen(draft, seen=seen)
    assert not Version.objects.exists()


def test_each_file_is_made_once_and_found_by_its_fingerprint(draft, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        version = frozen(draft)
    made = list(Rendering.objects.order_by("pk"))
    assert [(each.edition.public, each.format) for each in made] == [(False, "pdf"), (True, "pdf")]
    edition = edition_of(version)
    assert rendering_of(edition) == made[0]
    with made[0].file.open() as file:
        content = file.read()
    assert hashlib.sha256(content).hexdigest() == made[0].sha256
    for digest in (made[0].sha256, edition.digest, hashlib.sha256(edition.text.encode()).hexdigest()):
        assert edition_with_digest(digest) == edition
    assert edition_with_digest(hashlib.sha256(content + b" ").hexdigest()) is None


def test_the_public_edition_names_functions(draft):
    names = {
        "pilot_name": "Camille Exemple",
        "pilot_role": "cheffe de projet",
        "means": "Camille Exemple, mi-temps",
    }
    save_governance(draft=draft, values=names, actors=[], version=0, by=None, at=LATER)
    version = frozen(draft)
    whole, public = (edition_of(version, public=public).text for public in (False, True))
    assert "Camille Exemple" in whole
    assert "Camille" not in public
    assert "cheffe de projet, mi-temps" in public


def test_the_public_annex_tells_no_name_that_the_former_edition_let_through(draft):
    names = {"pilot_name": "Camille Exemple", "pilot_role": "cheffe de projet"}
    save_governance(draft=draft, values=names, actors=[], version=0, by=None, at=LATER)
    first = frozen(draft, functions={"Camille Exemple": "Camille Exemple"})
    assert "Camille" in edition_of(first, public=True).text
    change(draft)
    functions = {"Camille Exemple": "cheffe de projet"}
    public = edition_of(frozen(draft, functions=functions, with_changes=True), public=True).text
    assert "Ce qui a changé depuis" in public
    assert "Camille" not in public


def test_a_decision_is_told_of_a_frozen_version_only(draft):
    project = frozen(draft, VersionStatus.NUMBERED)
    final = frozen(draft)
    told = {"on": LATER.date(), "reference": "2026-41", "by": None, "at": LATER}
    with pytest.raises(NotAllowedError, match="figez d’abord"):
        decide(version=project, kind=DecisionKind.DEBATE, **told)
    with pytest.raises(NotAllowedError, match="pas encore passée"):
        decide(version=final, kind=DecisionKind.DEBATE, **told | {"on": LATER.date() + timedelta(days=1)})
    decide(version=final, kind=DecisionKind.REPORT, **told)
    assert status_of(final) is VersionStatus.PRESENTED
    decide(version=final, kind=DecisionKind.DELIBERATION, **told | {"at": LATER + timedelta(hours=1)})
    final = Version.objects.get(pk=final.pk)
    assert status_of(final) is VersionStatus.ADOPTED
    assert final.events.first().words == (
        "a déclaré ce qui a eu lieu sur la version 2\u00a0: délibération du 2\u00a0octobre 2026, 2026-41."
    )


@pytest.mark.parametrize(
    ("statuses", "replaced_by"),
    [
        (("projet", "projet"), {1: 2}),
        (("projet", "figee"), {1: 2}),
        (("figee", "projet"), {}),
        (("figee", "figee", "projet"), {1: 2}),
        (("adoptee", "figee"), {}),
        (("adoptee", "projet", "figee", "presentee"), {1: 4, 2: 4, 3: 4}),
        (("projet", "projet", "projet"), {1: 3, 2: 3}),
    ],
)
def test_a_version_gives_way_to_one_that_went_as_far(draft, statuses, replaced_by):
    for status in statuses:
        change(draft)
        kind = {"adoptee": DecisionKind.DELIBERATION, "presentee": DecisionKind.DEBATE}.get(status)
        version = frozen(draft, VersionStatus.FROZEN if kind else VersionStatus(status))
        if kind:
            decide(version=version, kind=kind, on=LATER.date(), reference="", by=None, at=LATER)
    every = versions_of(draft.reference)
    found = {version.number: replacement(version, every) for version in every}
    assert {number: other.number for number, other in found.items() if other} == replaced_by


def test_a_version_outlives_its_draft(draft):
    version = frozen(draft)
    delete_draft(draft=draft)
    version = Version.objects.get(pk=version.pk)
    assert (version.draft, version.reference) == (None, draft.reference)
    assert version.events.count() == 1
    assert not Event.objects.exists()


def test_numbers_go_on_after_a_draft_of_the_same_reference(draft):
    frozen(draft)
    models.QuerySet(Version).filter(draft=draft).update(draft=None)
    change(draft)
    assert frozen(draft).number == 2
