"""Where the rules are tried and their effect shown: addresses, menu, buttons beside the form of a rule."""

from typing import Any

from django.http import HttpRequest
from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem

from strategy.admin.rule_effect import RuleEffect
from strategy.admin.rule_screen import ICON, may_try
from strategy.admin.rule_tester import RuleTester

RULE = "reen.SuggestionRule"


class TesterMenuItem(MenuItem):
    """Shown to those who work on the rules."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_try(request.user)


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """The tester, and the effect of a change of one rule."""
    routes = [
        path("essai/", RuleTester.as_view(), name="tester"),
        path("<int:pk>/effet/", RuleEffect.as_view(), name="effect"),
    ]
    return [path("regles/", include((routes, "rules")))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """« Essai des règles », under the catalogue."""
    return TesterMenuItem("Essai des règles", reverse("rules:tester"), icon_name=ICON, order=155)


@hooks.register("register_entry_buttons")
def buttons(entry: Any, user: Any) -> list[Button]:
    """Above the form of a rule: its effect, to look at before publishing; what taking it out would do; the tester."""
    if entry._meta.label != RULE or not may_try(user):
        return []
    effect = reverse("rules:effect", args=[entry.pk])
    return [
        Button("Effet avant de publier", url=effect, icon_name="view", priority=5),
        *(
            [Button("Effet d’un retrait", url=f"{effect}?geste=retirer", icon_name="bin", priority=6)]
            * entry.live
        ),
        Button("Essai des règles", url=reverse("rules:tester"), icon_name=ICON, priority=7),
    ]


class EffectMenuItem(ActionMenuItem):
    """Among the ways to save and publish a rule: looking at the effect first."""

    label = "Effet avant de publier"
    name = "action-effect"
    icon_name = "view"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return context["view"] == "edit" and may_try(context["request"].user)

    def get_url(self, parent_context: dict[str, Any]) -> str:
        return reverse("rules:effect", args=[parent_context["instance"].pk])


@hooks.register("register_snippet_action_menu_item")
def action_menu_item(model: Any) -> ActionMenuItem | None:
    """Last in the menu of a rule, so that saving stays the first gesture."""
    return EffectMenuItem(order=90) if model._meta.label == RULE else None


@hooks.register("register_snippet_listing_buttons")
def listing_buttons(entry: Any, user: Any, next_url: str = "") -> list[Button]:
    """In the listing, beside each rule."""
    if entry._meta.label != RULE or not may_try(user):
        return []
    effect = reverse("rules:effect", args=[entry.pk])
    return [Button("Effet sur les suggestions", url=effect, icon_name="view", priority=15)]
