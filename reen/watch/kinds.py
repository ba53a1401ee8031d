"""What is watched: every kind of entry, and the pages that have sources and a date; where each is mended."""

from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.urls import reverse

from reen.fields import StreamField
from reen.models import BasePage, Entry, ReviewPeriods
from reen.models.forms import typed_as


@cache
def kinds() -> tuple[type[Model], ...]:
    """The models watched: entries first, then pages."""
    models = list(apps.get_app_config("reen").get_models())
    entries = [model for model in models if issubclass(model, Entry)]
    return (*entries, *(model for model in models if _is_dated_page(model)))


def _is_dated_page(model: type[Model]) -> bool:
    return issubclass(model, BasePage) and {"sources", "checked_on"} <= {f.name for f in model._meta.fields}


@cache
def kind_named(name: str) -> type[Model] | None:
    """The model watched under that name: « action », « themepage »."""
    return next((model for model in kinds() if model._meta.model_name == name), None)


def edit_url(model: type[Model], pk: int, field: str = "") -> str:
    """The screen of the admin that mends an entry, at the field to mend; some kinds may have no screen: ""."""
    if issubclass(model, BasePage):
        url = reverse("wagtailadmin_pages:edit", args=[pk])
    elif hasattr(model, "snippet_viewset"):
        url = reverse(model.snippet_viewset.get_url_name("edit"), args=[pk])
    else:
        return ""
    return f"{url}#{_anchor(model, field)}" if field else url


def public_url(entry: Any) -> str:
    """Where readers see an entry or a page that is published."""
    return str(entry.get_absolute_url() if isinstance(entry, Entry) else entry.get_url())


def _anchor(model: type[Model], field: str) -> str:
    """What the field's input is called in Wagtail's forms; rows written along are in a list of forms."""
    named = {one.name: one for one in model._meta.get_fields()}
    if field in named and named[field].one_to_many:
        return f"id_{field}-FORMS"
    return field if isinstance(named.get(field), StreamField) else f"id_{typed_as(field)}"


def review_months(periods: ReviewPeriods, model: type[Any]) -> int:
    """After how many months an entry of that kind is to be read again; a kind without its own is read as a page."""
    months: int = getattr(periods, str(model._meta.model_name), periods.page)
    return months


def months_before(day: date, months: int) -> date:
    """The same day that many months earlier, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")
