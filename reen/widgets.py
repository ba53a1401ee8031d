"""Widgets of the admin's forms."""

import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.apps import apps
from django.utils.functional import cached_property
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import JSContext
from wagtail.snippets.widgets import AdminSnippetChooser


class EntriesChooser(forms.SelectMultiple):
    """Entries chosen in a window where they are searched, instead of a list of all: it serves 20 000 as it does ten.

    Shows and posts only those chosen, in the order of their titles; asks the database for those alone.
    """

    template_name = "reen/admin/entries_chooser.html"

    def __init__(self, kind: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.kind = kind

    def __deepcopy__(self, memo: dict[int, Any]) -> "EntriesChooser":
        """Without the choices of the field it was bound to, which a new field brings."""
        copy = type(self)(self.kind, dict(self.attrs))
        copy.is_required = self.is_required
        return copy

    @cached_property
    def model(self) -> Any:
        return apps.get_model(self.kind)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        attributes = self.build_attrs(self.attrs, attrs)
        return {
            "widget": {"name": name, "attrs": attributes},
            "described_by": attributes.get("aria-describedby", ""),
            "chosen": list(self._chosen(value or ())),
            "many": self.model._meta.verbose_name_plural,
            "chooser": json.dumps(JSContext().pack(self._window())),
        }

    def _chosen(self, value: Iterable[Any]) -> Iterable[dict[str, Any]]:
        wanted = [getattr(each, "pk", each) for each in value]
        finder = AdminURLFinder()
        rows = self.model._default_manager.filter(pk__in=[pk for pk in wanted if str(pk).isdecimal()])
        for entry in rows.lines().order_by("title") if wanted else ():
            yield {"entry": entry, "edit_url": finder.get_edit_url(entry)}

    def _window(self) -> AdminSnippetChooser:
        return AdminSnippetChooser(self.model)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        """None: the label names the whole group, not one control."""
        return ""

    @property
    def media(self) -> forms.Media:
        own = forms.Media(js=[versioned_static("reen/admin/entries-chooser.js")])
        window = JSContext()
        window.pack(self._window())
        return window.media + own
