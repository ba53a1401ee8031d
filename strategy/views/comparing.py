"""What changed: between two versions, from the last one to the draft, between two files that somebody drops."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from reen.limits import hold_back, limited
from strategy.access import DraftScreen
from strategy.attachments import attachment
from strategy.document.changes import Changes, alone, called, changes, day_of, named
from strategy.document.model import Document, Status
from strategy.document.versioning import withdrawn
from strategy.document.walk import words_of
from strategy.forms.carried import CompareForm
from strategy.models import Draft, Version
from strategy.queries.documents import document_of_draft
from strategy.queries.drafts import whole_drafts
from strategy.queries.versions import document_of, edition_of, versions_of
from strategy.renderers.registry import RENDERERS
from strategy.uploads import bounded, say_too_big, too_big

MOST_SHOWN = 30
"""Things of one chapter that a page tells; the PDF tells them all."""


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that changed, as a page shows it; without a title, its lines stand alone."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter, as a page shows it; `left` are the things that only the PDF tells."""

    title: str
    lines: tuple[str, ...]
    cards: tuple[Card, ...]
    left: int
    table: dict[str, Any] | None


def parts_of(told: Changes) -> list[Part]:
    """The chapters of what changed, no longer than a page can be."""
    parts = []
    for chapter in told.chapters:
        shown = chapter.told[:MOST_SHOWN]
        table: dict[str, Any] | None = None
        if chapter.table:
            rows = [[words_of(cell) for cell in row] for row in chapter.table.rows]
            table = {"caption": chapter.table.caption, "columns": chapter.table.columns, "rows": rows}
        parts.append(
            Part(
                title=chapter.title,
                lines=tuple(words_of(line) for one in shown if not one.heading for line in one.sentences),
                cards=tuple(Card(one.title, tuple(map(words_of, one.lines))) for one in shown if one.heading),
                left=len(chapter.told) - len(shown),
                table=table,
            )
        )
    return parts


def shown(told: Changes) -> dict[str, Any]:
    """What the template of a comparison needs."""
    return {
        "told": told,
        "parts": parts_of(told),
        "names": called(told.before, told.after),
        "dates": (day_of(told.before), day_of(told.after)),
    }


class CompareVersionsView(DraftScreen):
    """Two versions of the draft, or a version and the draft: `?de=1&a=2`, the draft when `a` is left out."""

    def drafts(self) -> QuerySet[Draft]:
        return whole_drafts()

    def get(self, request: HttpRequest) -> HttpResponse:
        every = versions_of(self.draft.reference)
        if not every:
            raise Http404("Aucune version n’est encore numérotée.")
        told = changes(*self.asked(request, every))
        if request.GET.get("format") == "pdf":
            return hold_back(request, "export") or self.pdf(told)
        context = {
            "draft": self.draft,
            "versions": every,
            "asked": request.GET,
            "query": request.GET.urlencode(),
        }
        return render(request, "strategy/compare_versions.html", context | shown(told))

    def asked(self, request: HttpRequest, every: Iterable[Version]) -> tuple[Document, Document]:
        """The documents to compare, in the order asked; the last version is where one starts."""
        numbers = {str(version.number): version for version in every}
        first = request.GET.get("de") or next(iter(numbers))
        second = request.GET.get("a", "")
        if first not in numbers or (second and second not in numbers):
            raise Http404("Cette version n’existe pas.")
        after = document_of(edition_of(numbers[second])) if second else document_of_draft(self.draft)
        return document_of(edition_of(numbers[first])), replace(after, reference=self.draft.reference)

    def pdf(self, told: Changes) -> HttpResponse:
        """The annex as a file of its own."""
        renderer = RENDERERS["pdf"]
        content = renderer.render(printed(told))
        slug = named(told.after).replace("\u00a0", "-").split(" ")[0]
        name = f"ce-qui-a-change-{self.draft.reference.lower()}-{slug}.{renderer.extension}"
        return attachment(content, name=name, content_type=renderer.content_type)


def printed(told: Changes) -> Document:
    """What changed, as a document without a number: it is no version, whatever it compares."""
    section = alone(told)
    later = withdrawn(told.after)
    return replace(
        later, title=section.title, status=Status.DRAFT, sections=(section,), record=None, cover=False
    )


@bounded(lambda: settings.VERIFIED_FILE_BYTES)
@limited("verify")
def compare_files(request: HttpRequest) -> HttpResponse:
    """Two files that somebody has, read and forgotten."""
    if request.method != "POST":
        return show_files(request, CompareForm())
    form = CompareForm(request.POST, request.FILES)
    if too_big(request):
        say_too_big(form, f"Ces fichiers dépassent {settings.VERIFIED_FILE_BYTES // 1_000_000}\u00a0Mo.")
        return show_files(request, form, status=413)
    if not form.is_valid():
        return show_files(request, form, status=422)
    told = changes(form.cleaned_data["before"], form.cleaned_data["after"])
    return show_files(request, CompareForm(), **shown(told))


def show_files(request: HttpRequest, form: CompareForm, status: int = 200, **told: Any) -> HttpResponse:
    """The page, with what changed once two files were read."""
    context = {
        "form": form,
        "largest": settings.VERIFIED_FILE_BYTES // 1_000_000,
        "compared": bool(told),
    } | told
    return render(request, "strategy/compare_files.html", context, status=status)
