"""The search over everything public."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.template.response import TemplateResponse

from reen.enums import Theme
from reen.models import IndexRow, PublicKind
from reen.search.found import Facet, asked, search
from reen.search.marks import marked, passage
from reen.search.mending import mended
from reen.search.question import LONGEST_TEXT, MOST_WORDS
from reen.search.words import words_of
from reen.watch import fruitless

PER_PAGE = 20


def site_search(request: HttpRequest) -> TemplateResponse:
    """What the address asks for; a kind, a theme or a page number that does not exist is ignored."""
    text = " ".join(request.GET.get("q", "").split())[:LONGEST_TEXT]
    kind = _one_of(PublicKind, request.GET.get("nature", ""))
    theme = _one_of(Theme, request.GET.get("theme", ""))
    wanted = asked(text)
    found = search(wanted, kind, theme)
    nothing = bool(wanted.wanted) and (found.partly or not found.count) and not (kind or theme)
    if nothing:
        fruitless.note(text, "site")
    page: Page[Any] = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))  # type: ignore[arg-type]
    kept = {"q": text, "nature": kind, "theme": theme}
    context = {
        "text": text,
        "found": found,
        "page": page,
        "results": [_result(row, wanted.told) for row in page.object_list],
        "mended": mended(text, found.unknown),
        "facets": [
            ("Nature", _links(kept, "nature", found.kinds)),
            ("Thème", _links(kept, "theme", found.themes)),
        ],
        "query": _query(kept),
        "too_many_words": len(set(words_of(text))) > MOST_WORDS,
        "most_words": MOST_WORDS,
        "longest_text": LONGEST_TEXT,
        "crumbs": [("Recherche", "")],
    }
    return TemplateResponse(request, "reen/search.html", context)


def _one_of(vocabulary: type[PublicKind] | type[Theme], value: str) -> str:
    return value if value in {member.value for member in vocabulary} else ""


def _result(row: IndexRow, stems: frozenset[str]) -> dict[str, Any]:
    return {
        "row": row,
        "title": marked(row.title, stems),
        "passage": marked(passage(row.line, row.text, stems), stems),
        "themes": [theme.label for theme in row.themes],
    }


def _links(kept: dict[str, str], name: str, facets: tuple[Facet, ...]) -> list[dict[str, Any]]:
    """The values of a facet, the one in use marked, the way out of it first."""
    if not facets:
        return []
    values = [("", "Tout", None), *((each.value, each.label, each.count) for each in facets)]
    return [
        {"label": label, "count": count, "on": kept[name] == value, "query": _query(kept | {name: value})}
        for value, label, count in values
    ]


def _query(kept: dict[str, str]) -> str:
    return urlencode({name: value for name, value in kept.items() if value})
