"""Writing an entry: half-filled drafts, what is missing, pasted words, linked entries, publication put off."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from freezegun import freeze_time
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from reen.content.roles import VALIDATORS
from reen.models import Action, Requirement
from tests.reen.admin.people import open_site, person, requirement, signed_in
from tests.reen.factories import ActionFactory, RequirementFactory, ResourceFactory, ResourceListFactory

pytestmark = pytest.mark.django_db
BASE = "/admin/snippets/reen/requirement/"


@pytest.fixture
def validator(db) -> Client:
    """A signed-in validator."""
    open_site()
    return signed_in(person(VALIDATORS))


# --- What is missing ----------------------------------------------------------


def test_almost_empty_entry_is_saved_as_a_draft(validator):
    validator.post(f"{BASE}add/", requirement(explanation="", how="", basis="", part=""))
    assert Requirement.objects.get().live is False


@pytest.mark.parametrize(
    ("title", "ref"), [("Étendre l’essai", "etendre-lessai"), ("Déjà pris", "deja-pris-2")]
)
def test_reference_that_nobody_types_is_made_of_the_title(validator, title, ref):
    RequirementFactory(ref="deja-pris")
    validator.post(f"{BASE}add/", requirement(title=title, ref=""))
    assert Requirement.objects.get(title=title).ref == ref


@pytest.mark.parametrize("kind", ["resourcelist", "suggestionrule"])
def test_title_is_enough_for_a_draft(validator, kind):
    """The form as it is shown, with nothing more typed."""
    add = f"/admin/snippets/reen/{kind}/add/"
    form = validator.get(add).context["form"]
    rows = {name: inline_formset([{"id": ""}] * len(formset)) for name, formset in form.formsets.items()}
    posted = {"title": "Commencé", "certainty": "lu", "sources": streamfield([])} | rows
    posted |= {"weight": form.initial.get("weight", "")}
    answer = validator.post(add, nested_form_data(posted))
    assert (answer.status_code, form._meta.model.objects.get().ref) == (302, "commence")


def test_list_without_a_resource_is_not_published(validator):
    posted = {"title": "Vide", "introduction": "Deux phrases.", "certainty": "lu", "reopened": "on"}
    posted |= {"sources": streamfield([]), "items": inline_formset([]), "action-publish": "1"}
    answer = validator.post("/admin/snippets/reen/resourcelist/add/", nested_form_data(posted))
    assert answer.context["form"].formsets["items"].total_error_count() == 1
    assert ResourceListFactory(items=[]).lacking() == ["ressource d’une liste"]


def test_reference_taken_in_a_draft_by_another_is_not_published_twice():
    first, second = RequirementFactory(ref="une"), RequirementFactory(ref="deux", live=False)
    second.ref = first.ref
    assert second.lacking() == ["référence"]
    with pytest.raises(ValidationError):
        second.save_revision(clean=False).publish()


def test_publishing_names_every_field_to_complete(validator):
    posted = requirement("publish", explanation="", basis="", certainty="a_confirmer")
    response = validator.post(f"{BASE}add/", posted)
    (message,) = response.context["messages"]
    missing = ("Ce qui est demandé", "Fondement", "J’ai rouvert la source aujourd’hui", "Réserve")
    named = ", ".join(f"«\u202f{label}\u202f»" for label in missing)
    assert str(message).strip() == f"Complétez ou corrigez avant de publier\u00a0: {named}."
    assert not Requirement.objects.exists()


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, set()),
        ({"certainty": "a_confirmer"}, {"caution"}),
        ({"pitfall": "", "effect_text": ""}, {"pitfall", "effect_text"}),
        ({"pitfall": "", "short": True}, set()),
        ({"effect_quantified": True}, {"effect_source_url"}),
        ({"effect_low": 3.0, "effect_high": 2.0}, {"effect_high"}),
        ({"why": "", "checked_on": None}, {"why", "checked_on"}),
    ],
)
def test_faults_of_an_action_are_told_by_field(values, expected):
    assert set(ActionFactory(**values).faults()) == expected


def test_reference_of_what_was_published_does_not_change(validator):
    entry = RequirementFactory(ref="avant")
    validator.post(f"{BASE}edit/{entry.pk}/", requirement("publish", ref="apres", title="Après"))
    assert Requirement.objects.values_list("ref", "title").get() == ("avant", "Après")


# --- Pasted words -------------------------------------------------------------

WORD = (
    "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->"
    '<p class="MsoNormal" style="mso-style-name:Normal"><b>Les agents</b>&nbsp;:<o:p></o:p></p>'
    "<p class=MsoListParagraph>\u00b7\u00a0\u00a0relisent&#173; la fiche</p>"
)


def test_words_pasted_in_a_field_are_made_clean(validator):
    validator.post(f"{BASE}add/", requirement(explanation=WORD))
    assert Requirement.objects.get().explanation == "Les agents\u00a0:\n- relisent la fiche"


def test_words_pasted_in_a_stream_are_made_clean(validator):
    source = {"title": "Guide\u00ad \ufb01nal\t", "url": "", "page": ""}
    validator.post(f"{BASE}add/", requirement(sources=streamfield([("source", source)])))
    assert Requirement.objects.get().sources[0].value["title"] == "Guide final"


# --- Linked entries -----------------------------------------------------------


def queries_to_edit(client: Client, action: Action) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/admin/snippets/reen/action/edit/{action.pk}/").status_code == 200
    return len(asked)


def test_form_shows_chosen_entries_only_whatever_the_number_of_others(validator):
    chosen = ResourceFactory(title="Choisie")
    action = ActionFactory(resources=[chosen])
    client = validator
    first = queries_to_edit(client, action)
    ResourceFactory.create_batch(30, title="Une autre")
    page = client.get(f"/admin/snippets/reen/action/edit/{action.pk}/").content.decode()
    assert (page.count("Choisie") > 0, page.count("Une autre")) == (True, 0)
    assert queries_to_edit(client, action) <= first


def test_chooser_finds_by_words_whatever_their_accents(validator):
    for title in ("Écoconception des sites", "Réemploi du matériel"):
        ResourceFactory(title=title)
    found = validator.get("/admin/snippets/choose/reen/resource/results/?q=ecoconception+site&multiple=1")
    assert "Écoconception des sites" in found.content.decode()
    assert "Réemploi" not in found.content.decode()


def test_listing_is_searched_and_filtered(validator):
    ActionFactory(title="Écoconcevoir un site", theme="axe-3-ecoconception")
    ActionFactory(title="Réemployer", checked_on=timezone.localdate() - timedelta(days=400))
    ActionFactory(title="Jamais publiée", draft=True, checked_on=None)

    def listed(query: str) -> set[str]:
        response = validator.get(f"/admin/snippets/reen/action/?{query}")
        return {str(action) for action in response.context["object_list"]}

    assert listed("") == {"Écoconcevoir un site", "Réemployer", "Jamais publiée"}
    assert listed("q=ecoconcevoir") == {"Écoconcevoir un site"}
    assert listed("theme=axe-3-ecoconception") == {"Écoconcevoir un site"}
    assert listed("state=jamais") == {"Jamais publiée"}
    assert listed("state=relecture") == set()
    assert listed("age=plus") == {"Réemployer"}
    assert listed("age=jamais") == {"Jamais publiée"}


# --- Publication put off ------------------------------------------------------


def test_publication_put_off_takes_place_on_its_day_and_ends_on_its_day():
    entry = RequirementFactory(draft=True)
    entry.go_live_at = timezone.now() + timedelta(days=1)
    entry.expire_at = timezone.now() + timedelta(days=3)
    entry.save_revision().publish()

    def state_after(days: int) -> tuple[bool, int]:

        with freeze_time(timezone.now() + timedelta(days=days)):
            call_command("publish_scheduled")
        found = Requirement.objects.get()
        return found.live, found.edition

    assert state_after(0) == (False, 0)
    assert state_after(2) == (True, 1)
    assert state_after(4) == (False, 1)
