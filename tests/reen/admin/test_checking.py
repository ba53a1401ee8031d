"""« Vérifié le » moves when the editor says that the source was opened again, and then only."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import nested_form_data, streamfield

from reen.content.checking import mark_checked
from reen.content.roles import VALIDATORS
from reen.models import HomePage, Requirement
from tests.reen.admin.people import open_site, person, requirement, signed_in
from tests.reen.factories import RequirementFactory

pytestmark = pytest.mark.django_db
BASE = "/admin/snippets/reen/requirement/"
READ_ON = date(2026, 11, 21)


@pytest.fixture
def validator(db) -> Client:
    """A signed-in validator."""
    open_site()
    return signed_in(person(VALIDATORS))


@pytest.fixture
def entry(validator) -> Requirement:
    """A published requirement, checked once."""
    return RequirementFactory(ref="essai", title="Avant")


def edit(client: Client, entry: Requirement, action: str = "", **changes: str):
    return client.post(f"{BASE}edit/{entry.pk}/", requirement(action, **changes))


def read(entry: Requirement) -> tuple[str, date | None]:
    """What the public reads."""
    return Requirement.objects.values_list("title", "checked_on").get(pk=entry.pk)


def draft(entry: Requirement) -> date | None:
    return Requirement.objects.get(pk=entry.pk).get_latest_revision_as_object().checked_on


def test_a_typo_is_mended_without_moving_the_date(validator, entry):
    edit(validator, entry, "publish", title="Après")
    assert read(entry) == ("Après", READ_ON)


def test_a_tick_moves_the_date_to_today(validator, entry):
    edit(validator, entry, "publish", reopened="on")
    assert read(entry) == ("Essai", timezone.localdate())


def test_a_typed_date_is_ignored(validator, entry):
    edit(validator, entry, "publish", checked_on="2030-01-01")
    assert read(entry) == ("Essai", READ_ON)


def test_a_tick_taken_back_the_same_day_puts_back_the_date_that_is_read(validator, entry):
    edit(validator, entry, reopened="on")
    assert draft(entry) == timezone.localdate()
    edit(validator, entry)
    assert draft(entry) == READ_ON


def test_a_draft_ticked_another_day_keeps_that_day(validator, entry):
    with freeze_time("2027-02-01 10:00"):
        edit(validator, entry, reopened="on")
    with freeze_time("2027-02-03 10:00"):
        edit(validator, entry, title="Plus tard")
    assert draft(entry) == date(2027, 2, 1)


def test_what_was_never_checked_is_saved_and_not_published(validator):
    validator.post(f"{BASE}add/", requirement())
    entry = Requirement.objects.get()
    assert entry.checked_on is None
    response = edit(validator, entry, "publish")
    assert set(response.context["form"].errors) == {"reopened"}
    edit(validator, entry, "publish", reopened="on")
    assert read(entry) == ("Essai", timezone.localdate())


@pytest.mark.parametrize(("ticked", "expected"), [({}, date(2026, 1, 1)), ({"reopened": "on"}, None)])
def test_pages_move_their_date_the_same_way(validator, ticked, expected):
    home = HomePage.objects.get()
    posted = {
        "title": "Accueil",
        "slug": "accueil",
        "lead": "Deux autres phrases.",
        "call_to_action": "Commencer",
        "reassurance": "",
        "sections": streamfield([]),
        "sources": streamfield([]),
        "seo_title": "",
        "search_description": "",
        "action-publish": "1",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
        "comment_notifications": "",
    }
    validator.post(f"/admin/pages/{home.pk}/edit/", nested_form_data(posted | ticked))
    home.refresh_from_db()
    assert (home.lead, home.checked_on) == ("Deux autres phrases.", expected or timezone.localdate())


def test_marking_an_entry_as_checked_changes_neither_its_words_nor_its_edition(validator, entry):
    entry.title = "Brouillon"
    entry.save_revision()
    mark_checked(Requirement.objects.get(pk=entry.pk), by=None)
    assert read(entry) == ("Avant", timezone.localdate())
    latest = Requirement.objects.get(pk=entry.pk)
    again = latest.get_latest_revision_as_object()
    assert (again.title, again.checked_on, latest.edition) == ("Brouillon", timezone.localdate(), 1)
    assert latest.has_unpublished_changes
    assert ModelLogEntry.objects.filter(action="reen.check").count() == 1


def test_marking_a_published_entry_leaves_nothing_to_publish(validator, entry):
    entry.save_revision().publish()
    mark_checked(Requirement.objects.get(pk=entry.pk), by=None)
    marked = Requirement.objects.get(pk=entry.pk)
    assert marked.live_revision_id == marked.latest_revision_id
    assert not marked.has_unpublished_changes
