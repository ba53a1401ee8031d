"""Entries: drafts, publication, moderation, what a draft keeps of its links."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Workflow, WorkflowContentType

from reen.models import Action, ArticlePage, Entry, HomePage
from tests.reen.factories import ActionFactory, IndicatorFactory, linked_action

pytestmark = pytest.mark.django_db
KINDS = [model for model in Entry.__subclasses__() if not model._meta.abstract]


def test_draft_changes_nothing_until_published():
    action = ActionFactory(title="Avant")
    action.title = "Après"
    revision = action.save_revision()
    assert Action.objects.get().title == "Avant"
    revision.publish()
    assert Action.objects.get().title == "Après"


def test_draft_keeps_its_links_apart_from_the_published_ones():
    first, second = IndicatorFactory(), IndicatorFactory()
    action = ActionFactory(indicators=[first])
    action.indicators = [second]
    revision = action.save_revision()
    assert list(Action.objects.get().indicators.all()) == [first]
    revision.publish()
    assert list(Action.objects.get().indicators.all()) == [second]


def test_edition_counts_publications_and_not_drafts():
    action = ActionFactory(draft=True)
    action.save_revision().publish()
    assert Action.objects.get().edition == 1
    Action.objects.get().save_revision()
    assert Action.objects.get().edition == 1
    Action.objects.get().save_revision().publish()
    assert Action.objects.get().edition == 2


def test_what_lacks_a_mandatory_field_is_not_published():
    action = ActionFactory(draft=True, theme="")
    with pytest.raises(ValidationError) as refused:
        action.save_revision(clean=False).publish()
    assert list(refused.value.message_dict) == ["theme"]
    action.refresh_from_db()
    assert (action.live, action.edition) == (False, 0)


def test_edition_waits_for_a_publication_put_off():
    action = ActionFactory()
    action.go_live_at = timezone.now() + timedelta(days=1)
    action.save_revision().publish()
    assert Action.objects.get().edition == 1


def test_edition_goes_on_when_an_old_revision_is_published_again():
    action = ActionFactory(draft=True)
    old = action.save_revision()
    old.publish()
    Action.objects.get().save_revision().publish()
    old.publish()
    assert Action.objects.get().edition == 3


def test_sheet_of_a_draft_shows_the_links_being_drafted():
    action = ActionFactory()
    added = IndicatorFactory(title="Ajouté au brouillon")
    action.indicators = [added]
    preview = action.save_revision().as_object()
    assert "Ajouté au brouillon" in preview.make_preview_request().content.decode()


def test_sheet_leaves_out_entries_that_are_not_published():
    action = ActionFactory(indicators=[IndicatorFactory(draft=True), IndicatorFactory(title="Publié")])
    assert [entry.title for entry in action.sheet_context()["indicators"]] == ["Publié"]


def test_sheet_shows_neighbours_from_both_sides_once():
    action = linked_action()
    follower = ActionFactory(title="Suite", before=[action], related=[action])
    neighbour = ActionFactory(title="Voisine", related=[action])
    context = Action.objects.get(pk=action.pk).sheet_context()
    assert [entry.title for entry in context["after"]] == [follower.title]
    assert neighbour in context["related"]
    assert follower not in context["related"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_entry_can_be_moderated_locked_and_previewed(kind, content):
    entry = kind.objects.live().first()
    assert entry.get_workflow() == Workflow.objects.get()
    assert WorkflowContentType.objects.filter(content_type__model=kind._meta.model_name).exists()
    assert entry.make_preview_request().status_code == 200
    assert not entry.locked


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (25.5, 54.9, "kgCO2e", "de 25,5 à 54,9\u00a0kgCO2e"),
        (66, 66, "% des biens", "66\u00a0% des biens"),
        (1040, None, "objets", "1\u202f040 objets"),
        (None, None, "objets", ""),
    ],
)
def test_effect_is_told_with_its_range(low, high, unit, words):
    assert (
        Action(effect_quantified=True, effect_low=low, effect_high=high, effect_unit=unit).effect_range
        == words
    )


def test_effect_that_no_source_quantifies_has_no_range():
    assert Action(effect_quantified=False, effect_low=3.0, effect_unit="%").effect_range == ""


def test_legal_text_leads_to_its_page_or_to_its_row(content):
    page = ArticlePage.objects.get(slug="article-16")
    assert page.legal_text.get_absolute_url() == "/loi/article-16/"
    page.unpublish()
    page.legal_text.refresh_from_db()
    assert page.legal_text.get_absolute_url() == "/loi/#reen-16"


def test_home_page_is_the_root_of_the_site(content):
    home = HomePage.objects.get()
    assert home.sites_rooted_here.get().is_default_site
