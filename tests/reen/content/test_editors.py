"""Editors: what they may do in the admin, from an incomplete draft to a publication."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.test.utils.form_data import nested_form_data, streamfield

from reen.content.editors import make_editors
from reen.models import Action, BasePage, HomePage, Indicator, User

pytestmark = pytest.mark.django_db
DRAFT = {
    "title": "Brouillon",
    "ref": "brouillon",
    "unit": "",
    "method_": "",
    "frequency": "",
    "data_source": "",
    "direction": "",
    "origin": "",
    "certainty": "lu",
    "caution": "",
    "sources": streamfield([]),
}
COMPLETE = DRAFT | {
    "unit": "nombre",
    "method_": "On compte.",
    "frequency": "annuelle",
    "data_source": "Inventaire",
    "origin": "repris",
    "reopened": "on",
}
THEMES = {"themes": ["axe-0-pilotage", "axe-4-elus-agents"]}  # `nested_form_data` would number them
ADD = "/admin/snippets/reen/indicator/add/"


@pytest.fixture
def editor(content) -> Client:
    """A signed-in editor."""
    user = User.objects.create_user("editrice@example.org", "mot de passe")
    user.groups.add(Group.objects.get(name="Validateurs"))
    client = Client()
    client.force_login(user)
    return client


def test_visitor_is_sent_to_sign_in(content, client):
    assert client.get(ADD).status_code == 302


def test_account_without_group_is_refused(content, client):
    client.force_login(User.objects.create_user("agent@example.org", "mot de passe"))
    refused = client.get(ADD, follow=True)
    assert refused.status_code == 403
    assert "agent@example.org, n’y donne pas droit" in refused.content.decode()


@pytest.mark.parametrize(
    "kind",
    ["action", "indicator", "resource", "fieldreport", "requirement", "legaltext", "suggestionrule"],
)
def test_editor_opens_every_screen_of_the_catalogue(editor, kind):
    base = f"/admin/snippets/reen/{kind}/"
    assert [editor.get(base + path).status_code for path in ("", "?q=num", "add/")] == [200, 200, 200]


def test_no_field_hides_what_the_page_reads_of_its_form(editor):
    """Else the draft is not saved while one types: `form.method` would be the field « mode de calcul »."""
    page = editor.get(ADD)
    names = re.findall(r'<(?:input|textarea|select|button)[^>]* name="([^"]+)"', page.content.decode())
    assert "method_" in names
    assert set(names) & {"action", "method", "elements", "submit"} == set()


def test_editor_edits_pages(editor):
    for kind in BasePage.__subclasses__():
        page = kind.objects.first()
        form = editor.get(f"/admin/pages/{page.pk}/edit/")
        assert form.status_code == 200
        # What is typed as a title is only copied to an address that is there.
        assert ("data-w-sync-target-value" in form.text) == ('name="slug"' in form.text), kind


@pytest.mark.parametrize("kind", BasePage.__subclasses__(), ids=lambda kind: kind.__name__)
def test_every_kind_of_page_is_previewed(content, kind):
    assert kind.objects.live().first().make_preview_request().status_code == 200


def test_half_filled_entry_is_saved_as_a_draft(editor):
    editor.post(ADD, nested_form_data(DRAFT))
    indicator = Indicator.objects.get(ref="brouillon")
    assert not indicator.live
    assert indicator.latest_revision is not None


def test_half_filled_entry_is_not_published(editor):
    response = editor.post(ADD, nested_form_data(DRAFT | {"action-publish": "1"}))
    assert set(response.context["form"].errors) >= {"unit", "method", "reopened"}
    assert not Indicator.objects.filter(ref="brouillon").exists()


def test_complete_entry_is_published(editor):
    editor.post(ADD, nested_form_data(COMPLETE | {"action-publish": "1"}) | THEMES)
    indicator = Indicator.objects.get(ref="brouillon")
    assert (indicator.live, indicator.edition, list(indicator.themes)) == (True, 1, THEMES["themes"])
    assert editor.get("/indicateurs/brouillon/").status_code == 200


def test_doubt_without_its_detail_is_not_published(editor):
    doubtful = COMPLETE | {"certainty": "a_confirmer", "action-publish": "1"}
    response = editor.post(ADD, nested_form_data(doubtful) | THEMES)
    assert set(response.context["form"].errors) == {"caution"}


@pytest.mark.parametrize(("short", "asked"), [({}, set(Action.WHOLE_SHEET)), ({"short": "on"}, set())])
def test_short_sheet_is_published_with_less_than_a_whole_one(editor, short, asked):
    sheet = {"title": "Essai", "ref": "essai", "sources": streamfield([]), "action-publish": "1"}
    streams = {name: streamfield([]) for name in ("steps", "prerequisites", "evidence")}
    response = editor.post("/admin/snippets/reen/action/add/", nested_form_data(sheet | streams | short))
    errors = set(response.context["form"].errors)
    assert "why" in errors
    assert errors & set(Action.WHOLE_SHEET) == asked


def test_rights_changed_by_a_host_are_not_put_back(content):
    group = Group.objects.get(name="Validateurs")
    group.permissions.clear()
    make_editors(HomePage.objects.get())
    assert not group.permissions.exists()


def test_a_kind_of_entry_that_is_new_reaches_editors_of_a_site_that_runs_already(content):
    """As after an update that brings a kind of entry no group was ever given."""
    for group in Group.objects.all():
        group.permissions.remove(*group.permissions.filter(content_type__model="suggestionrule"))
    make_editors(HomePage.objects.get())
    held = Group.objects.get(name="Validateurs").permissions.filter(content_type__model="suggestionrule")
    assert {permission.codename for permission in held} >= {"change_suggestionrule", "publish_suggestionrule"}
    assert Group.objects.filter(name__in=["Editors", "Moderators"]).count() == 0
