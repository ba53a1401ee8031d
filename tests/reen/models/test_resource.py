"""Resources and their lists: what a draft keeps, and references that are addresses of something else."""

import pytest
from django.core.exceptions import ValidationError

from reen.models import Resource, ResourceList, ResourceListItem
from tests.reen.factories import ResourceFactory, ResourceListFactory

pytestmark = pytest.mark.django_db


def test_a_reference_that_is_an_address_of_the_site_is_refused():
    ResourceFactory(ref="liste").full_clean()
    with pytest.raises(ValidationError, match="adresse du site"):
        ResourceFactory(ref="listes").full_clean()


def test_the_producer_is_kept_as_it_is_looked_for():
    resource = ResourceFactory(producer="Les Interconnectés, INR")
    assert Resource.objects.get().producer_text == "les interconnecte inr"
    resource.producer = "ANCT"
    resource.save()
    assert Resource.objects.get().producer_text == "anct"


def test_what_a_tool_is_known_for_is_found_by_words():
    ResourceFactory(tried="Avec la commune de Trifouilly.")
    assert Resource.objects.filter(search_text__contains="trifouilly").exists()


def test_a_draft_of_a_list_keeps_its_order_apart_from_the_published_one():
    first, second = ResourceFactory(), ResourceFactory()
    drafted = ResourceListFactory(items=[first, second])
    drafted.items = [
        ResourceListItem(resource=second, why="D’abord", sort_order=1),
        ResourceListItem(resource=first, why="Ensuite", sort_order=2),
    ]
    revision = drafted.save_revision()
    assert [item.resource for item in ResourceList.objects.get().items.all()] == [first, second]
    revision.publish()
    assert [(item.resource, item.why) for item in ResourceList.objects.get().items.all()] == [
        (second, "D’abord"),
        (first, "Ensuite"),
    ]
