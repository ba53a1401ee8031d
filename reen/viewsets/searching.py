"""Finding an entry by a few words of it, in listings and in chooser windows."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q, QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin

from reen.fields import having
from reen.rules.names import searchable


def matching(entries: QuerySet[Any], typed: str) -> QuerySet[Any]:
    """Those that have all the words typed, whatever their accents and plurals, or that reference."""
    by_ref = Q(ref__icontains=typed.strip())
    try:
        entries.model._meta.get_field("search_text")
    except FieldDoesNotExist:
        return entries.filter(Q(title__icontains=typed.strip()) | by_ref)
    return entries.filter(having(searchable(typed).split()) | by_ref)


class EntryFilterForm(SearchFilterMixin, BaseFilterForm):
    """The search of a chooser window."""

    def filter(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        typed: str = self.cleaned_data.get("q") or ""
        if typed:
            self.is_searching, self.search_query = True, typed
            objects = matching(objects, typed)
        return objects
