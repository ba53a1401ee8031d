"""What the admin's forms have in common: words made clean, references made, the date of the last check ticked."""

from datetime import date
from itertools import chain, count
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel

from reen.typography import tidy

TYPED = (forms.TextInput, forms.Textarea)
CHECK_PANELS = (
    FieldPanel("checked_on", read_only=True, help_text="Cette date ne se tape pas\u00a0: cochez la case."),
    FieldPanel("reopened"),
)


OF_THE_BROWSER = frozenset({"action", "elements", "method", "submit"})


def typed_as(name: str) -> str:
    """What a field is called in the page: never as the form itself, or nothing would be saved while one types."""
    return f"{name}_" if name in OF_THE_BROWSER else name


class TidyForm(WagtailAdminModelForm):
    """Takes out of plain texts what a word processor leaves in what is pasted."""

    def add_prefix(self, field_name: str) -> str:
        return super().add_prefix(typed_as(field_name))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        for name, value in data.items():
            if isinstance(value, str) and isinstance(self.fields[name].widget, TYPED):
                data[name] = tidy(value)
        return data


class ReferencedForm(TidyForm):
    """Makes a reference of the title, or else of the terms, as long as nobody types one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["ref"]
        field.required = False
        field.help_text = "Ne change plus une fois publiée. Laissez vide\u00a0: le site la compose."

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if not data.get("ref") and "ref" not in self.errors:
            words = slugify(data.get("title") or data.get("terms") or "")[:76].strip("-")
            if words:
                data["ref"] = self._free(words)
            else:
                self.add_error("ref", "Écrivez un titre ou une référence, en lettres ou en chiffres.")
        return data

    def _free(self, wanted: str) -> str:
        """The reference that is wanted, numbered from 2 if others have it."""
        others = type(self.instance)._default_manager.exclude(pk=self.instance.pk)
        taken = set(others.filter(ref__startswith=wanted).values_list("ref", flat=True))
        numbered = (f"{wanted}-{number}" for number in count(2))
        return next(ref for ref in chain([wanted], numbered) if ref not in taken)


class CheckedForm(TidyForm):
    """Moves « vérifié le » to today when the editor says that the source was opened again, and for nothing else.

    Unticking on the same day puts back the date that readers see. What was never checked, or lacks something, is not
    published.
    """

    reopened = forms.BooleanField(
        label="J’ai rouvert la source aujourd’hui",
        required=False,
        help_text="Cochez seulement si vous avez relu la source. Pour corriger une coquille, laissez vide.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.initial["reopened"] = self.instance.checked_on == today and self._published() != today

    def _post_clean(self) -> None:
        super()._post_clean()
        if "reopened" in self.changed_data:
            ticked = self.cleaned_data.get("reopened")
            self.instance.checked_on = timezone.localdate() if ticked else self._published()
        if self.is_deferred_validation:
            return
        if not self.instance.checked_on:
            self.add_error("reopened", "Ouvrez la source, puis cochez cette case avant de publier.")
        for name, message in self.instance.missing().items():
            if name in self.fields and name not in self.errors:
                self.add_error(name, message)

    def _published(self) -> date | None:
        rows = type(self.instance)._default_manager.filter(pk=self.instance.pk, live=True)
        found: date | None = rows.values_list("checked_on", flat=True).first()
        return found


class CheckedPageForm(CheckedForm, WagtailAdminPageForm):
    """The same, for a page."""


class TidyPageForm(TidyForm, WagtailAdminPageForm):
    """The form of a page that tells no fact to be checked."""
