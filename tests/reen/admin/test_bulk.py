"""What is done to several entries at once, and what is refused with its reason."""

import pytest
from django.test import Client
from django.utils import timezone

from reen.content.roles import CONTRIBUTORS, VALIDATORS
from reen.models import Requirement
from tests.reen.admin.people import open_site, person, signed_in
from tests.reen.factories import RequirementFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/snippets/reen/requirement/"


@pytest.fixture
def validator(db) -> Client:
    """A signed-in validator."""
    open_site()
    return signed_in(person(VALIDATORS))


def address(action: str, *entries: object) -> str:
    ids = "&".join(f"id={getattr(entry, 'pk', entry)}" for entry in entries)
    return f"/admin/bulk/reen/requirement/{action}/?next={LIST}&{ids}"


def told(response) -> list[str]:
    return [str(message).strip() for message in response.context["messages"]]


def test_sources_opened_again_are_dated_today_for_all(validator):
    entries = RequirementFactory.create_batch(2)
    untouched = RequirementFactory()
    response = validator.post(address("checked", *entries), follow=True)
    assert told(response) == ["2\u00a0fiches\u00a0: vérification datée d’aujourd’hui."]
    today = timezone.localdate()
    dated = Requirement.objects.filter(checked_on=today)
    assert {entry.pk for entry in dated} == {entry.pk for entry in entries}
    assert untouched.checked_on != today


def test_complete_drafts_are_published_and_others_left_with_their_reason(validator):
    complete, lacking, published = (
        RequirementFactory(draft=True),
        RequirementFactory(draft=True, explanation=""),
        RequirementFactory(),
    )
    page = validator.get(address("publish", complete, lacking, published))
    assert page.context["refused"] == [
        (lacking, "à compléter\u00a0: ce qui est demandé"),
        (published, "rien de nouveau à publier"),
    ]
    validator.post(address("publish", complete, lacking, published))
    assert {entry.pk for entry in Requirement.objects.filter(live=True)} == {complete.pk, published.pk}
    assert Requirement.objects.get(pk=complete.pk).edition == 1


def test_drafts_are_sent_to_review_once(validator):
    draft = RequirementFactory(draft=True)
    draft.save_revision()
    validator.post(address("submit", draft))
    assert Requirement.objects.get().workflow_in_progress
    assert validator.get(address("submit", draft)).context["refused"] == [(draft, "déjà en relecture")]


@pytest.mark.parametrize("action", ["checked", "publish"])
def test_who_may_not_publish_is_refused(validator, action):
    draft = RequirementFactory(draft=True)
    contributor = signed_in(person(CONTRIBUTORS))
    assert contributor.get(address(action, draft)).context["refused"] == [(draft, "non permis")]
    contributor.post(address(action, draft))
    assert Requirement.objects.values_list("live", "checked_on").get() == (False, draft.checked_on)


def test_all_at_once_is_refused(validator):
    entry = RequirementFactory()
    response = validator.post(address("checked", "all"), follow=True)
    assert told(response) == ["Choisissez au plus 100 fiches à la fois."]
    assert Requirement.objects.get().checked_on == entry.checked_on
