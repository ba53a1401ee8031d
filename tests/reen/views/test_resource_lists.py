"""Lists of resources, and what the sheet of a resource tells."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from reen.models import ResourceDocument
from tests.reen.factories import ResourceFactory, ResourceListFactory

pytestmark = pytest.mark.django_db


def test_a_list_shows_its_resources_in_its_order_each_with_its_reason(client):
    last, first = ResourceFactory(title="B"), ResourceFactory(title="A")
    listed = ResourceListFactory(ref="essai", items=[last, first])
    response = client.get("/ressources/listes/essai/")
    assert [(item.resource, item.why) for item in response.context["items"]] == [
        (last, "Raison 1"),
        (first, "Raison 2"),
    ]
    assert "Raison 2" in response.content.decode()
    assert listed.get_absolute_url() in client.get(first.get_absolute_url()).content.decode()


def test_an_unpublished_resource_is_left_out_and_not_counted(client):
    kept, gone = ResourceFactory(), ResourceFactory(title="Retirée")
    ResourceListFactory(ref="essai", items=[kept, gone])
    assert "2 ressources" in client.get("/ressources/listes/").content.decode()
    gone.unpublish()
    assert "1 ressource<" in client.get("/ressources/listes/").content.decode()
    assert "Retirée" not in client.get("/ressources/listes/essai/").content.decode()


def test_lists_are_in_order_of_titles_and_drafts_are_left_out(client):
    resource = ResourceFactory()
    for title in ("Zèbre", "Abeille"):
        ResourceListFactory(title=title, items=[resource])
    draft = ResourceListFactory(title="Brouillon", items=[resource], draft=True)
    page = client.get("/ressources/listes/")
    assert [entry.title for entry in page.context["page"].object_list] == ["Abeille", "Zèbre"]
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert "Brouillon" not in client.get(resource.get_absolute_url()).content.decode()


def test_the_catalogue_leads_to_the_lists(client):
    assert 'href="/ressources/listes/"' in client.get("/ressources/").content.decode()
    assert "Aucune liste n’est publiée." in client.get("/ressources/listes/").content.decode()


def test_a_sheet_tells_of_a_tool_what_is_known_and_nothing_else(client):
    sheet = client.get(ResourceFactory().get_absolute_url()).content.decode()
    assert "Ce que l’on en sait" not in sheet
    known = ResourceFactory(tried="Avec trois communes.")
    sheet = client.get(known.get_absolute_url()).content.decode()
    assert known.grid == [("essayé avec des collectivités", "Avec trois communes.")]
    assert "<dt>Essayé avec des collectivités</dt><dd>Avec trois communes.</dd>" in sheet
    assert "Disponibilité" not in sheet


def test_joined_documents_tell_their_format_and_weight(client):
    resource = ResourceFactory()
    document = Document.objects.create(
        title="Modèle", file=ContentFile(b"x" * 1_240_000, name="modele.pdf"), file_size=1_240_000
    )
    resource.documents = [
        ResourceDocument(document=document),
        ResourceDocument(document=document, title="Bis"),
    ]
    resource.save()
    sheet = client.get(resource.get_absolute_url()).content.decode()
    assert f'<a href="{document.url}">Modèle (PDF, 1,2\u00a0Mo)</a>' in sheet
    assert "Bis (PDF, 1,2\u00a0Mo)" in sheet
    answer = client.get(document.url)
    assert len(b"".join(answer.streaming_content)) == 1_240_000
    answer.close()
