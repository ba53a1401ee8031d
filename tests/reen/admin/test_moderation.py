"""From who proposes to who publishes: the two stages, and what each group may open."""

import pytest
from django.contrib.admin.utils import quote
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState
from wagtail.rich_text import RichText

from reen.models import HomePage, Note, PlainPage, Requirement, User
from tests.reen.admin.people import BY_NAME, open_site, person, requirement, signed_in
from tests.reen.factories import ActionFactory, RequirementFactory

pytestmark = pytest.mark.django_db
BASE = "/admin/snippets/reen/requirement/"


@pytest.fixture
def desks(db) -> dict[str, Client]:
    """A signed-in browser for each group, one for an account without group, one for nobody."""
    open_site()
    return {name: signed_in(person(role)) for name, role in BY_NAME.items()} | {
        "sans groupe": signed_in(person(None)),
        "anonyme": Client(),
    }


def waiting() -> str:
    """The step that a draft waits at."""
    return TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS).task.name


def approve(client: Client) -> int:
    """Approves, from the dashboard, the only draft on its way."""
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    pk = state.workflow_state.object_id
    return client.post(f"{BASE}workflow/action/{quote(pk)}/approve/{state.pk}/").status_code


def test_a_proposal_goes_through_both_stages(desks):
    desks["contributeur"].post(f"{BASE}add/", requirement("submit", reopened="on"))
    assert waiting() == "Rédaction"
    assert approve(desks["contributeur"]) == 302  # the admin sends back who may not
    assert waiting() == "Rédaction"
    approve(desks["rédacteur"])
    assert (waiting(), Requirement.objects.get().live) == ("Validation", False)
    approve(desks["rédacteur"])
    assert Requirement.objects.get().live is False
    approve(desks["validateur"])
    entry = Requirement.objects.get()
    assert (entry.live, entry.edition) == (True, 1)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"part": ""}, "«\u202fEssai\u202f»\u00a0: brouillon enregistré."),
        ({"title": "", "ref": ""}, "Rien n’est enregistré\u00a0: corrigez ce qui est signalé."),
        ({"action": "submit"}, "«\u202fEssai\u202f»\u00a0: envoyé en relecture."),
        ({"action": "publish"}, "«\u202fEssai\u202f»\u00a0: en ligne."),
    ],
)
def test_one_is_told_what_was_done(desks, changes, told):
    posted = requirement(changes.pop("action", ""), reopened="on", **changes)
    response = desks["validateur"].post(f"{BASE}add/", posted, follow=True)
    (message,) = response.context["messages"]
    assert told in str(message)


def test_the_last_approval_is_told_as_a_publication(desks):
    desks["rédacteur"].post(f"{BASE}add/", requirement("submit", reopened="on"))
    edit = f"{BASE}edit/{Requirement.objects.get().pk}/"
    approval = {"workflow-action-name": "approve"}
    response = desks["validateur"].post(
        edit, requirement("workflow-action", reopened="on") | approval, follow=True
    )
    (message,) = response.context["messages"]
    assert (Requirement.objects.get().live, "«\u202fEssai\u202f»\u00a0: en ligne." in str(message)) == (
        True,
        True,
    )


def test_who_approves_a_step_does_not_approve_their_own_sending(desks):
    desks["rédacteur"].post(f"{BASE}add/", requirement("submit", reopened="on"))
    assert waiting() == "Validation"


def test_sending_never_publishes_even_by_who_may(desks):
    desks["validateur"].post(f"{BASE}add/", requirement("submit", reopened="on"))
    assert (waiting(), Requirement.objects.get().live) == ("Validation", False)


@pytest.mark.parametrize(
    ("name", "live"), [("contributeur", False), ("rédacteur", False), ("validateur", True)]
)
def test_only_validators_publish(desks, name, live):
    desks[name].post(f"{BASE}add/", requirement("publish", reopened="on"))
    assert Requirement.objects.get().live is live


def test_a_draft_that_lacks_something_is_not_approved(desks):
    desks["rédacteur"].post(f"{BASE}add/", requirement("submit", reopened="on"))
    entry = Requirement.objects.get()
    entry.explanation = ""
    entry.save_revision(clean=False)
    response = desks["validateur"].post(
        f"{BASE}workflow/action/{entry.pk}/approve/{TaskState.objects.get(status='in_progress').pk}/",
        follow=True,
    )
    assert "Complétez ou corrigez avant d’approuver\u00a0: «\u202fce qui est demandé\u202f»." in [
        str(message).strip() for message in response.context["messages"]
    ]
    assert waiting() == "Validation"


def test_a_page_that_lacks_something_is_not_approved_either(desks):
    page = HomePage.objects.get().add_child(instance=PlainPage(title="Essai", slug="essai", live=False))
    page.save_revision(clean=False)
    page.get_workflow().start(page, User.objects.get(email__startswith="rédacteur"))
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    address = reverse("wagtailadmin_pages:workflow_action", args=(page.pk, "approve", state.pk))
    response = desks["validateur"].post(address, follow=True)
    assert response.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=(page.pk,)), 302)]
    assert "Complétez ou corrigez avant d’approuver\u00a0: «\u202ftexte\u202f»." in response.text
    page.refresh_from_db()
    assert (waiting(), page.live) == ("Validation", False)

    page.body = [("text", RichText("<p>Un texte.</p>"))]
    page.save_revision()
    desks["validateur"].post(address)
    page.refresh_from_db()
    assert page.live


# Anonymous and without a group: sent to sign in, or away, which is a redirection too.
SCREENS = {
    "list": (302, 302, 200, 200, 200),
    "add": (302, 302, 200, 200, 200),
    "edit": (302, 302, 200, 200, 200),
    "history": (302, 302, 200, 200, 200),
    "usage": (302, 302, 200, 200, 200),
    "unpublish": (302, 302, 302, 302, 200),
    "delete": (302, 302, 302, 302, 200),
}


@pytest.mark.parametrize("screen", SCREENS)
def test_screens_answer_each_group_as_it_should(desks, screen):
    entry = RequirementFactory()
    entry.save_revision()
    arguments = () if screen in ("list", "add") else (entry.pk,)
    address = reverse(f"wagtailsnippets_reen_requirement:{screen}", args=arguments)
    names = ("anonyme", "sans groupe", "contributeur", "rédacteur", "validateur")
    assert tuple(desks[name].get(address).status_code for name in names) == SCREENS[screen]


def test_card_is_printed_for_who_may_change_actions(desks):
    action = ActionFactory()
    address = reverse("printed_action", args=(action.pk,))
    answers = {name: client.get(address) for name, client in desks.items()}
    assert {name: answer.status_code for name, answer in answers.items()} == {
        "anonyme": 302,
        "sans groupe": 302,
        "contributeur": 200,
        "rédacteur": 200,
        "validateur": 200,
    }
    assert answers["rédacteur"].content.startswith(b"%PDF")


def test_notes_are_left_and_settled_by_who_may_change_the_entry(desks):
    entry = RequirementFactory()
    address = reverse("reen_notes:add", args=("requirement", entry.pk))
    for client in desks.values():
        client.post(address, {"text": "Le lien a changé."})

    assert [note.author.groups.get().name for note in Note.objects.about(entry)] == [
        role.name for role in BY_NAME.values()
    ]
    first = Note.objects.first()
    desks["sans groupe"].post(reverse("reen_notes:settle", args=(first.pk,)))
    assert Note.objects.open().count() == 3
    desks["rédacteur"].post(reverse("reen_notes:settle", args=(first.pk,)))
    assert list(Note.objects.open()) == list(Note.objects.exclude(pk=first.pk))


def test_note_without_words_or_about_nothing_is_refused(desks):

    entry = RequirementFactory()
    client = desks["rédacteur"]
    assert (
        client.post(reverse("reen_notes:add", args=("requirement", entry.pk)), {"text": " "}).status_code
        == 302
    )
    assert client.post(reverse("reen_notes:add", args=("requirement", 0)), {"text": "x"}).status_code == 404
    assert client.post(reverse("reen_notes:add", args=("user", 1)), {"text": "x"}).status_code == 404
    assert client.get(reverse("reen_notes:add", args=("requirement", entry.pk))).status_code == 405
    assert not Note.objects.exists()
