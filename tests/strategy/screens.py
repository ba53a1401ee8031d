"""The screens of one draft as a browser reaches them: by name, with the forms as the page shows them."""

from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from strategy.models import Draft

NO_YEARS = {"years-TOTAL_FORMS": "0", "years-INITIAL_FORMS": "0"}
NO_ACTORS = {"actors-TOTAL_FORMS": "0", "actors-INITIAL_FORMS": "0"}


def governance_form(seen: int, *actors: tuple[str, str, str], **values: str) -> dict[str, str]:
    """What the governance page sends: the fields, and a line an actor (name, kind, involvement)."""
    lines = {
        f"actors-{index}-{name}": value
        for index, actor in enumerate(actors)
        for name, value in zip(("name", "kind", "involvement"), actor, strict=True)
    }
    return {"seen": str(seen), **NO_ACTORS, "actors-TOTAL_FORMS": str(len(actors)), **lines, **values}


@dataclass(frozen=True)
class Screens:
    """A browser and the draft it works on."""

    client: Client
    draft: Draft

    def address(self, name: str, *args: Any) -> str:
        return reverse(f"strategy:{name}", args=[self.draft.reference, *args])

    def get(self, name: str, *args: Any, **query: Any) -> HttpResponse:
        return self.client.get(self.address(name, *args), query)

    def post(self, name: str, data: dict[str, Any], *args: Any) -> HttpResponse:
        return self.client.post(self.address(name, *args), data)


def years_form(seen: int, *years: dict[str, str], **values: str) -> dict[str, str]:
    """What the page of an action or of an indicator sends: the fields, and a line a year."""
    lines = {
        f"years-{index}-{name}": value for index, year in enumerate(years) for name, value in year.items()
    }
    return {"seen": str(seen), **NO_YEARS, "years-TOTAL_FORMS": str(len(years)), **lines, **values}


def sent_by(page: HttpResponse) -> dict[str, list[str]]:
    """What a browser would send of the form of a page, untouched, without any button."""
    sent: dict[str, list[str]] = {}
    for control in BeautifulSoup(page.content, "html.parser").select(
        "main form :is(input, select, textarea)"
    ):
        if control.name == "select":
            values = [option["value"] for option in control.find_all("option", selected=True)]
        elif control.name == "textarea":
            values = [control.text.removeprefix("\r\n").removeprefix("\n")]
        elif control["type"] in {"checkbox", "radio"}:
            values = [control.get("value", "on")] if control.has_attr("checked") else []
        else:
            values = [control.get("value", "")]
        sent.setdefault(control["name"], []).extend(values)
    return sent
