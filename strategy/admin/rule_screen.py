"""What the screens about rules share: who may open them, and the way back."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from django.views.generic.base import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

ICON = "help"


def may_try(user: Any) -> bool:
    """Whether somebody works on the rules: proposes, changes or publishes them."""
    return any(user.has_perm(f"reen.{verb}_suggestionrule") for verb in ("add", "change", "publish"))


class RuleScreen(WagtailAdminTemplateMixin, View):
    """A screen for those who work on the rules; it changes nothing."""

    header_icon = ICON

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_try(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        home = {"url": reverse("wagtailadmin_home"), "label": "Accueil"}
        rules = reverse("wagtailsnippets_reen_suggestionrule:list")
        return [home, {"url": rules, "label": "Règles de suggestion"}, *self.trail()]

    def trail(self) -> list[dict[str, Any]]:
        """The steps below the list of rules."""
        return [{"url": "", "label": self.page_title}]
