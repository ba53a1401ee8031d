"""Every screen of ours in the admin is accessible, and no wider than what shows it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from playwright.sync_api import Page
from wagtail.contrib.settings.registry import registry
from wagtail.snippets.models import get_snippet_models

from reen.models import Action, BasePage, SuggestionRule
from reen.views.correct import QUICKEST
from reen.watch.desk import subjects
from tests.journeys.conftest import Demo
from tests.journeys.measures import admin_faults
from tests.journeys.walk import follow, go, press, sign_in, start_strategy

ACTION = "Adopter une charte ou un manifeste"
WALKED = {
    *("exchange:home", "exchange:upload", "exchange:columns", "exchange:run", "exchange:undo"),
    *("issuers:list", "issuers:verify", "issuers:withdraw", "watch:correction"),
}
"""Screens looked at where something is done there: below, or with the journey of imports."""
NO_SCREEN = {
    "admin/login/": "leads to the sign-in of everybody",
    "collectivity_chooser:choose": "a window of the form",
    "collectivity_chooser:choose_results": "a part of that window",
    "exchange:template": "a file",
    "printed_action": "a document",
    "reen_notes:add": "answers a form",
    "reen_notes:settle": "answers a form",
    "watch:digest": "answers a form",
    "watch:press": "answers a form",
    "list_results": "a part of the list",
    "choose": "a window of the form",
    "choose_results": "a part of that window",
    "workflow_action": "a window of the form",
}


def own_views() -> set[str]:
    """What names each view of ours in the admin; those of the kinds of entry go by the same names."""

    def walk(patterns: Any, prefix: str, space: str) -> Iterator[tuple[str, str, Any]]:
        for each in patterns:
            address = prefix + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from walk(each.url_patterns, address, each.namespace or space)
            elif isinstance(each, URLPattern) and address.startswith("admin/"):
                yield space, each.name or address, getattr(each.callback, "view_class", each.callback)

    found = walk(get_resolver().url_patterns, "", "")
    return {
        name if not space or space.startswith("wagtailsnippet") else f"{space}:{name}"
        for space, name, view in found
        if view.__module__.startswith(("reen.", "strategy."))
    }


def lists() -> list[str]:
    """The list of every kind of entry."""
    return [reverse(kind.snippet_viewset.get_url_name("list")) for kind in get_snippet_models()]


def forms(name: str) -> list[str]:
    """The form of every kind of entry that has one to edit; or of those that have none, to add one."""
    rows = {kind: kind.objects.order_by("pk").first() for kind in get_snippet_models()}
    return [
        reverse(kind.snippet_viewset.get_url_name(name), args=[row.pk] if row else [])
        for kind, row in rows.items()
        if bool(row) == (name == "edit")
    ]


def of_action(name: str, *arguments: str) -> list[str]:
    """A screen of Wagtail that shows what is ours of an action."""
    key = Action.objects.get(title=ACTION).pk
    return [reverse(f"wagtailsnippets_reen_action:{name}", args=[key, *arguments])]


def bulk(action: str) -> list[str]:
    """The question that an action on several entries asks."""
    chosen = "&".join(f"id={key}" for key in Action.objects.values_list("pk", flat=True)[:3])
    return [reverse("wagtail_bulk_action", args=["reen", "action", action]) + f"?{chosen}&next=/admin/"]


def rule_effect() -> list[str]:
    """What taking a rule out would change."""
    return [reverse("rules:effect", args=[SuggestionRule.objects.earliest("pk").pk]) + "?geste=retirer"]


def pages() -> list[str]:
    """The form of one page of each kind."""
    found = [model.objects.first() for model in BasePage.__subclasses__()]
    return [reverse("wagtailadmin_pages:edit", args=[page.pk]) for page in found if page]


OWN: dict[str, Callable[[], list[str]]] = {
    "list": lists,
    **{name: lambda name=name: forms(name) for name in ("add", "edit")},
    "rules:effect": rule_effect,
    "rules:tester": lambda: [f"{reverse('rules:tester')}?collectivite=commune/42218"],
    "watch:desk": lambda: [reverse("watch:desk")],
    "watch:subject": lambda: [reverse("watch:subject", args=[each.slug]) for each in subjects()],
}
WITH_OURS: list[Callable[[], list[str]]] = [
    lambda: [reverse("wagtailadmin_home")],
    pages,
    lambda: [reverse("wagtailsettings:edit", args=[kind._meta.app_label, kind._meta.model_name]) for kind in registry],
    lambda: of_action("delete"),
    lambda: of_action("history"),
    lambda: of_action("usage"),
    lambda: of_action("revisions_compare", "earliest", "latest"),
    *(lambda name=name: bulk(name) for name in ("checked", "submit", "publish")),
]  # fmt: skip
"""Screens of Wagtail that hold forms, templates or words of ours."""


@pytest.fixture
def editor(open_page: Callable[..., Page], demo: Demo) -> Page:
    """Somebody of the editors, signed in."""
    page = open_page()
    sign_in(page, *demo.accounts["editor"])
    return page


def test_every_view_of_ours_is_looked_at():
    assert own_views() == OWN.keys() | WALKED | NO_SCREEN.keys()


@pytest.mark.thorough
def test_screens_are_accessible_and_hold_their_width(content: None, editor: Page):
    change_a_word(editor)
    found = []
    alike = lists()[1:]
    for path in [path for screen in (*OWN.values(), *WITH_OURS) for path in screen()]:
        answer = editor.goto(path)
        assert answer is not None
        assert (answer.status, path in editor.url) == (200, True), f"{path} is closed to editors"
        found += admin_faults(editor, alike=path in alike)
    for kind in get_snippet_models():  # an empty form has nothing that a filled one has not
        assert editor.request.get(reverse(kind.snippet_viewset.get_url_name("add"))).status == 200
    assert found == []


def change_a_word(editor: Page) -> None:
    """Save a draft of an action, so that there is something to compare."""
    (form,) = of_action("edit")
    editor.goto(form)
    editor.get_by_role("textbox", name="En une ligne").fill("Une page que chacun signe.")
    press(editor, "Enregistrer le brouillon")


@pytest.mark.thorough
def test_notes_and_corrections_are_accessible_and_hold_their_width(content: None, editor: Page):
    (form,) = of_action("edit")
    editor.goto(form)
    editor.get_by_role("button", name="Afficher ou masquer les notes de relecture").click()
    editor.get_by_label("Nouvelle note").fill("Relire l’étape 2.")
    press(editor, "Laisser cette note")
    found = admin_faults(editor)
    assert editor.get_by_text("Relire l’étape 2.").is_visible(), "the notes are still open"

    editor.goto("/actions/charte-nr/")
    follow(editor, "Proposer une correction")
    editor.get_by_label("Qu’est-ce qui ne va pas").fill("La date est celle de l’an dernier.")
    editor.wait_for_timeout(QUICKEST * 1000)  # only robots are quicker
    press(editor, "Envoyer la proposition")
    editor.goto(reverse("watch:subject", args=["corrections"]))
    found += admin_faults(editor)
    follow(editor.get_by_role("main"), ACTION)
    found += admin_faults(editor)
    assert found == []


@pytest.mark.thorough
def test_an_issuer_is_verified_then_withdrawn(content: None, editor: Page):
    reference = start_strategy(editor)
    editor.goto(f"{reverse('issuers:verify')}?reference={reference}")
    editor.get_by_label("Collectivité").select_option(index=1)
    editor.get_by_label("Raison").fill("Courrier signé du maire")
    found = admin_faults(editor)
    press(editor, "Déclarer vérifiée")
    found += admin_faults(editor)
    go(editor.get_by_role("row", name=reference).get_by_role("link"))
    editor.get_by_label("Raison").fill("Le courrier était un faux")
    found += admin_faults(editor)
    press(editor, "Retirer la vérification")
    assert editor.get_by_text("Le courrier était un faux").is_visible()
    assert found == []
