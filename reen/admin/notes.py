"""Leaving a note on an entry, and settling one."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from reen.content.editors import entry_kinds
from reen.models import Note
from reen.typography import tidy


class NoteForm(forms.ModelForm):
    """The words of a note."""

    class Meta:
        model = Note
        fields = ("text",)

    def clean_text(self) -> str:
        return tidy(self.cleaned_data["text"])


@require_POST
def add(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Adds a note to an entry; answers 403 to who may not change it, 404 when there is no such entry."""
    model = {each._meta.model_name: each for each in entry_kinds()}.get(kind)
    if model is None:
        raise Http404
    entry = get_object_or_404(model, pk=pk)
    _check(request, entry)
    form = NoteForm(request.POST, instance=Note(entry=entry, author_id=request.user.pk))
    if form.is_valid():
        form.save()
        log(instance=entry, action="reen.note", user=request.user)
        messages.success(request, "Note laissée.")
    else:
        messages.error(request, "Écrivez la note avant de la laisser, en 2\u202f000 signes au plus.")
    return _back(entry)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Marks a note as settled; a second time changes nothing."""
    note = get_object_or_404(Note, pk=pk)
    _check(request, note.entry)
    Note.objects.open().filter(pk=pk).update(settled_at=timezone.now(), settled_by=request.user)
    messages.success(request, "Note réglée.")
    return _back(note.entry)


def _check(request: HttpRequest, entry: Any) -> None:
    policy = policy_registry.get_by_type(type(entry))
    if not policy.user_has_permission(request.user, "change"):
        raise PermissionDenied


def _back(entry: Any) -> HttpResponse:
    return redirect(AdminURLFinder().get_edit_url(entry))


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """Where notes are posted."""
    patterns = [
        path("add/<slug:kind>/<int:pk>/", add, name="add"),
        path("settle/<int:pk>/", settle, name="settle"),
    ]
    return [path("notes/", include((patterns, "reen_notes"), namespace="reen_notes"))]


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """How the history of an entry tells it."""
    actions.register_action("reen.note", "Laisser une note", "Note de relecture laissée")
