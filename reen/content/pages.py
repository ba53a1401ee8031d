"""How each page is written in the YAML."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import models

from reen.content import streams
from reen.content.fields import (
    Field,
    Link,
    Values,
    choice,
    day,
    flag,
    group,
    read_fields,
    stream,
    text,
    write_fields,
)
from reen.content.items import Item
from reen.content.rows import ContentError, Row, read_yaml, rows_of
from reen.enums import Theme
from reen.models import (
    ArticlePage,
    BasePage,
    HomePage,
    LawIndexPage,
    LegalText,
    PlainPage,
    Requirement,
    ThemeIndexPage,
    ThemePage,
)

FILE, THEMES_FILE = "pages.yaml", "themes.yaml"
PROMOTION = (
    text("seo_title", optional=True),
    text("search_description", optional=True),
    flag("show_in_menus", optional=True),
)
TITLE, SLUG = text("title"), text("slug")
SOURCES = stream("sources", streams.SOURCES)
CHECKED = day("checked_on")
CAUTION = text("caution", optional=True)


@dataclass(frozen=True)
class PageKind:
    """A kind of page: its place in the file, what is read of it, and the attribute that names one among several.

    A kind of which there is one page only has the fixed address `slug`, and no name.
    """

    model: type[BasePage]
    place: str
    fields: tuple[Field, ...]
    slug: str = ""
    named_by: str = ""
    parent: type[BasePage] | None = HomePage
    links: tuple[Link, ...] = ()

    def item(self, row: Row) -> Item:
        """The page of a row; raises ContentError."""
        row.ref, row.prefix = str(row.data.get(self._name) or "") if self.named_by else self.place, ""
        links = {link: link.read(row) for link in self.links}
        values = read_fields((*self.fields, *PROMOTION), row)
        row.finish()
        if self.slug:
            values["slug"] = self.slug
        if self.model is ThemePage:
            values["slug"] = Theme(values["theme"]).slug
        natural = {self.named_by: values[self.named_by]} if self.named_by else {}
        return Item(self.model, row, natural, values, links)

    def write(self, page: BasePage) -> Values:
        """What the YAML says of a page."""
        links = {link.name: link.write(page) for link in self.links}
        return write_fields((*self.fields, *PROMOTION), page) | {
            name: refs for name, refs in links.items() if refs
        }

    @property
    def _name(self) -> str:
        return next(field.name for field in self.fields if self.named_by in field.covers)


ARTICLE_LINKS = (
    Link("legal_text", LegalText, "legal_text", single=True),
    Link("requirements", Requirement, "requirements"),
)
DECREE = group(
    "decree",
    text("title", "decree_title", optional=True),
    text("reference", "decree_reference", optional=True),
    text("introduction", "decree_introduction", optional=True),
    stream("body", streams.BODY, "decree_body"),
    text("caution", "decree_caution", optional=True),
    SOURCES,
    CHECKED,
)
INTRODUCTION = text("introduction")
KINDS = (
    PageKind(
        HomePage,
        "home",
        (
            TITLE,
            text("lead"),
            text("call_to_action"),
            text("reassurance", optional=True),
            stream("sections", streams.HIGHLIGHTS),
            SOURCES,
            CHECKED,
        ),
        slug="accueil",
        parent=None,
    ),
    PageKind(
        LawIndexPage,
        "law_index",
        (
            TITLE,
            INTRODUCTION,
            stream("chapters", streams.ITEMS),
            text("unread_note", optional=True),
            DECREE,
        ),
        slug="loi",
    ),
    PageKind(ThemeIndexPage, "theme_index", (TITLE, text("introduction", optional=True)), slug="themes"),
    PageKind(
        ArticlePage,
        "articles",
        (SLUG, TITLE, INTRODUCTION, stream("body", streams.BODY), SOURCES, CHECKED, CAUTION),
        named_by="slug",
        parent=LawIndexPage,
        links=ARTICLE_LINKS,
    ),
    PageKind(PlainPage, "plain", (SLUG, TITLE, stream("body", streams.BODY)), named_by="slug"),
    PageKind(
        ThemePage,
        THEMES_FILE,
        (
            choice("ref", Theme, "theme"),
            TITLE,
            text("decree_item", optional=True),
            text("precision", optional=True),
            INTRODUCTION,
            SOURCES,
            CHECKED,
        ),
        named_by="theme",
        parent=ThemeIndexPage,
    ),
)
PARENTS: dict[type[models.Model], type[BasePage]] = {
    kind.model: kind.parent for kind in KINDS if kind.parent is not None
}


def pages(folder: Path) -> Iterator[Item]:
    """Every page, parents first; raises ContentError with everything that is wrong at once."""
    wrong: list[str] = []
    for kind, row in _rows(folder):
        try:
            item = kind.item(row)
        except ContentError as error:
            wrong += error.messages
            continue
        yield item
    if wrong:
        raise ContentError(*wrong)


def _rows(folder: Path) -> list[tuple[PageKind, Row]]:
    data: Any = read_yaml(folder / FILE)
    if not isinstance(data, dict):
        raise ContentError(f"{FILE}\u00a0: une suite de rubriques est attendue.")
    site = Row(FILE, "", data)
    rows: list[tuple[PageKind, Row]] = []
    for kind in KINDS:
        if kind.place == THEMES_FILE:
            rows += [(kind, row) for row in rows_of(folder / THEMES_FILE)]
        elif kind.named_by:
            rows += [(kind, row) for row in site.rows(kind.place)]
        else:
            rows.append((kind, site.row(kind.place)))
    site.finish()
    return rows
