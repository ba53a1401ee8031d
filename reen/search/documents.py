"""What the index holds of each kind of entry and page, told from what is published."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models
from wagtail.fields import StreamField

from reen.enums import TextGroup, Theme
from reen.models import (
    Action,
    ArticlePage,
    FieldReport,
    HomePage,
    Indicator,
    LawIndexPage,
    LegalText,
    PlainPage,
    Requirement,
    Resource,
    ResourceList,
    ThemeIndexPage,
    ThemePage,
)
from reen.models.addresses import law_url, theme_url, themes_url
from reen.models.index import PublicKind
from reen.models.written import written_fields

NOT_READ = {"title", "sources"}


@dataclass(frozen=True, slots=True)
class Document:
    """One thing the public can read: what it is, where, and all its words, a passage a line."""

    kind: PublicKind
    title: str
    url: str
    line: str
    text: str
    themes: tuple[Theme, ...] = ()
    revised_at: datetime | None = None
    published_at: datetime | None = None


def document_of(found: Any) -> Document | None:
    """How the index tells an entry or a page; None for a draft and for what has no address of its own."""
    make = MAKERS.get(type(found))
    # The page of a legal text tells it while it is a draft itself.
    return make(found) if make and (found.live or isinstance(found, LegalText)) else None


def _document(found: Any, kind: PublicKind, url: str, line: str, **others: Any) -> Document:
    values: dict[str, Any] = {
        "title": found.title,
        "text": "\n".join(passages(found)),
        "revised_at": found.last_published_at,
        "published_at": found.first_published_at,
    }
    return Document(kind=kind, url=url, line=line, **values | others)


def passages(found: models.Model) -> Iterator[str]:
    """Every text of an entry or page but its title and its sources, field by field."""
    for field, value in written_fields(found):
        if field.name in NOT_READ or isinstance(field, models.URLField):
            continue
        texts = field.get_searchable_content(value) if isinstance(field, StreamField) else value.splitlines()
        yield from (text.strip() for text in texts if text.strip())


def _action(action: Action) -> Document:
    return _document(
        action, PublicKind.ACTION, action.get_absolute_url(), action.summary, themes=(Theme(action.theme),)
    )


def _indicator(indicator: Indicator) -> Document:
    return _document(
        indicator,
        PublicKind.INDICATOR,
        indicator.get_absolute_url(),
        indicator.line,
        themes=indicator.themes,
    )


def _field_report(report: FieldReport) -> Document:
    title = f"{report.body}\u00a0: {report.title}"
    line = ", ".join(str(part) for part in (report.body_kind, report.year) if part)
    url = report.get_absolute_url()
    return _document(report, PublicKind.FIELD_REPORT, url, line, title=title, themes=report.themes)


def _requirement(requirement: Requirement) -> Document:
    return _document(
        requirement, PublicKind.REQUIREMENT, requirement.get_absolute_url(), requirement.explanation
    )


def _legal_text(text: LegalText) -> Document | None:
    """An article and its page are one thing, which has the words of both."""
    page = ArticlePage.objects.filter(legal_text=text.pk, live=True).first()
    kind = PublicKind.LAW if text.group == TextGroup.ARTICLE else PublicKind.NEIGHBOUR
    own = list(passages(text)) if text.live else []
    if page is None:
        return _document(text, kind, law_url(text.ref), text.summary, title=text.label) if text.live else None
    return _document(
        page,
        kind,
        page.get_url() or law_url(text.ref),
        text.summary if text.live else page.introduction,
        title=text.label if text.live else page.title,
        text="\n".join([page.title, *passages(page), *own]),
    )


def _theme_page(page: ThemePage) -> Document:
    theme = Theme(page.theme)
    return _document(page, PublicKind.THEME, theme_url(theme), page.introduction, themes=(theme,))


def _page(page: Any) -> Document:
    url = {LawIndexPage: law_url(), ThemeIndexPage: themes_url(), HomePage: "/"}.get(
        type(page)
    ) or page.get_url()
    line = getattr(page, "lead", "") or getattr(page, "introduction", "") or next(passages(page), "")
    return _document(page, PublicKind.PAGE, url or "/", line)


def _resource(resource: Resource) -> Document:
    subjects = [subject.label for subject in resource.subjects]
    return _document(
        resource,
        PublicKind.RESOURCE,
        resource.get_absolute_url(),
        resource.line,
        text="\n".join([*passages(resource), *subjects]),
        themes=resource.themes,
    )


def _resource_list(chosen: ResourceList) -> Document:
    reasons = [f"{item.resource.title}\u00a0: {item.why}" for item in chosen.items.select_related("resource")]
    return _document(
        chosen,
        PublicKind.LIST,
        chosen.get_absolute_url(),
        chosen.introduction,
        text="\n".join([*passages(chosen), *reasons]),
    )


MAKERS: dict[type[models.Model], Callable[[Any], Document | None]] = {
    Action: _action,
    Indicator: _indicator,
    Resource: _resource,
    ResourceList: _resource_list,
    FieldReport: _field_report,
    Requirement: _requirement,
    LegalText: _legal_text,
    ThemePage: _theme_page,
    **dict.fromkeys((HomePage, LawIndexPage, ThemeIndexPage, PlainPage), _page),
}


def told_by(found: Any) -> Any:
    """What the index holds when this changes: an article is told with its legal text."""
    return found.legal_text if isinstance(found, ArticlePage) else found
