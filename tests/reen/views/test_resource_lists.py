"""Lists of resources, and what the sheet of a resource tells."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from wagtail.documents.models import Document
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from reen.models import Resource, ResourceDocument, ResourceList, User
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


def signed_in(group: str) -> Client:
    """Somebody of that group, or of none."""
    user = User.objects.create_user(f"{group or 'personne'}@example.org", "mot de passe")
    if group:
        user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("group", ["", "Contributeurs", "Rédacteurs", "Validateurs"])
def test_everybody_reads_lists_and_those_who_write_open_them_in_the_admin(content, group, client):
    visitor = signed_in(group)
    listed = ResourceList.objects.first()
    public = ("/ressources/listes/", listed.get_absolute_url())
    admin = [f"/admin/snippets/reen/resourcelist/{path}" for path in ("", "add/", f"edit/{listed.pk}/")]
    assert [client.get(path).status_code for path in (*public, *admin)] == [200, 200, 302, 302, 302]
    answer = 200 if group else 302
    assert [visitor.get(path).status_code for path in (*public, *admin)] == [200, 200, *[answer] * 3]


def test_a_validator_publishes_a_list(content):
    resource = Resource.objects.get(ref="eco-clic")
    form = {
        "title": "Pour essayer",
        "ref": "pour-essayer",
        "introduction": "Une liste d’essai.",
        "items": inline_formset([{"resource": resource.pk, "why": "Pour voir."}]),
        "sources": streamfield([]),
        "reopened": "on",
        "certainty": "lu",
        "caution": "",
        "action-publish": "1",
    }
    validator = signed_in("Validateurs")
    empty = form | {"items": inline_formset([])}
    validator.post("/admin/snippets/reen/resourcelist/add/", nested_form_data(empty))
    assert not ResourceList.objects.filter(ref="pour-essayer").exists()
    validator.post("/admin/snippets/reen/resourcelist/add/", nested_form_data(form))
    made = ResourceList.objects.get(ref="pour-essayer")
    assert [(item.resource, item.why) for item in made.items.all()] == [(resource, "Pour voir.")]
    assert "Pour voir." in validator.get("/ressources/listes/pour-essayer/").content.decode()


@pytest.mark.parametrize(
    ("name", "kept"), [("modele.odt", True), ("modele.exe", False), ("modele.svg", False)]
)
def test_the_library_takes_only_documents_people_can_open(content, name, kept):
    form = {"title": "Modèle", "file": SimpleUploadedFile(name, b"contenu"), "collection": "1"}
    signed_in("Validateurs").post("/admin/documents/add/", form)
    assert Document.objects.filter(title="Modèle").exists() is kept


def test_a_document_too_heavy_is_refused(content, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 5
    file = SimpleUploadedFile("modele.odt", b"contenu")
    answer = signed_in("Validateurs").post("/admin/documents/add/", {"title": "Lourd", "file": file})
    assert list(answer.context["form"].errors) == ["file"]
    assert not Document.objects.exists()
