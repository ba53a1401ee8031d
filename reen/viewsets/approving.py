"""Approving from the dashboard, where nobody sees the form: entries, rules and pages alike."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.views.pages.workflow import WorkflowActionView as WagtailPageWorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.snippets.views.snippets import WorkflowActionView


class ApprovesWhatIsWhole:
    """A draft that lacks something is not approved, and one is told what it lacks."""

    def post(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        draft = self.object.get_latest_revision_as_object()
        labels = draft.lacking() if self.action_name == "approve" else []
        if not labels:
            done: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
            return done
        named = ", ".join(f"«\u202f{label}\u202f»" for label in labels)
        messages.error(request, f"Complétez ou corrigez avant d’approuver\u00a0: {named}.")
        edit_url = reverse(self.redirect_url_name, args=(draft.pk,))
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            told: HttpResponse = self.render_modal_json(request, {"step": "success", "redirect": edit_url})
            return told
        return redirect(edit_url)


class EntryWorkflowActionView(ApprovesWhatIsWhole, WorkflowActionView):
    """Of an entry or a rule."""


class PageWorkflowActionView(ApprovesWhatIsWhole, WagtailPageWorkflowActionView):
    """Of a page."""


class EveryPageViewSet(PageViewSet):
    """The screens of every page, which are Wagtail's but for approving."""

    workflow_action_view_class = PageWorkflowActionView
