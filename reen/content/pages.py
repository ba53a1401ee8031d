"""How each page is written in the YAML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import models

from reen.content import streams
from reen.content.items import Item
from reen.content.rows import ContentError, Row, read_yaml, rows_of
from reen.enums import Theme
from reen.models import ArticlePage, BasePage, HomePage, LawIndexPage, PlainPage, ThemeIndexPage, ThemePage
from reen.typography import date_words

HOME_SECTIONS = ("benefits", "audience", "law")
PARENTS: dict[type[models.Model], type[BasePage]] = {
    LawIndexPage: HomePage,
    ThemeIndexPage: HomePage,
    PlainPage: HomePage,
    ArticlePage: LawIndexPage,
    ThemePage: ThemeIndexPage,
}


def home(row: Row) -> Item:
    """The home page; its sources are those of the dates of the law."""
    values: dict[str, Any] = {
        name: row.text(name) for name in ("title", "lead", "call_to_action", "reassurance")
    }
    sections = streams.highlights(row, HOME_SECTIONS)
    values |= {
        "sections": sections,
        "sources": streams.sources(row.row("law")),
        "checked_on": row.day("checked_on"),
    }
    return Item(HomePage, row, {}, values | {"slug": "accueil"})


def law_index(row: Row) -> Item:
    """The law index; the sentence on unread articles names each of them."""
    decree = row.row("decree")
    note = row.text("unread_note")
    if missing := [number for number in row.texts("unread_articles") if number not in note]:
        raise row.error("unread_note", f"la phrase doit nommer {', '.join(missing)}.")
    chapters = [
        f"Chapitre {chapter.text('number')}, articles {chapter.text('articles')}\u00a0: {chapter.text('title')}"
        for chapter in row.rows("chapters")
    ]
    reference = ", ".join(
        [
            decree.text("reference"),
            f"publié le {date_words(decree.day('published'))}",
            f"en vigueur depuis le {date_words(decree.day('in_force'))}",
            decree.text("codified"),
        ]
    )
    values = {
        "title": row.text("title"),
        "slug": "loi",
        "introduction": row.text("introduction"),
        "chapters": [{"type": "item", "value": chapter} for chapter in chapters],
        "unread_note": note,
        "decree_title": decree.text("title"),
        "decree_reference": reference,
        "decree_introduction": decree.text("introduction"),
        "decree_body": streams.body(decree, "body"),
        "decree_caution": decree.text("caution", optional=True),
        "sources": streams.sources(decree),
        "checked_on": decree.day("checked_on"),
    }
    decree.finish()
    return Item(LawIndexPage, row, {}, values)


def article(row: Row) -> Item:
    """The page of an article."""
    values = {
        "title": row.text("title"),
        "slug": row.text("slug"),
        "introduction": row.text("introduction"),
        "body": streams.body(row, "body"),
        "sources": streams.sources(row),
        "caution": row.text("caution", optional=True),
        "checked_on": row.day("checked_on"),
    }
    links = {"legal_text": [row.text("legal_text")], "requirements": row.texts("requirements")}
    return Item(ArticlePage, row, {"slug": values["slug"]}, values, links)


def plain(row: Row) -> Item:
    """A page of running text."""
    values = {"title": row.text("title"), "slug": row.text("slug"), "body": streams.body(row, "body")}
    return Item(PlainPage, row, {"slug": values["slug"]}, values)


def theme_index(row: Row) -> Item:
    """The list of themes."""
    values = {"title": row.text("title"), "slug": "themes", "introduction": row.text("introduction")}
    return Item(ThemeIndexPage, row, {}, values)


def theme(row: Row) -> Item:
    """The page of a theme."""
    ref = row.choice("ref", Theme)
    values: dict[str, Any] = {
        "theme": ref,
        "slug": Theme(ref).slug,
        "title": row.text("title"),
        "decree_item": row.text("decree_item", optional=True),
        "precision": row.text("precision", optional=True),
        "introduction": row.text("introduction"),
        "sources": streams.sources(row),
        "checked_on": row.day("checked_on"),
    }
    return Item(ThemePage, row, {"theme": ref}, values)


def pages(folder: Path) -> Iterator[Item]:
    """Every page, parents first; raises ContentError with everything that is wrong at once."""
    path = folder / "pages.yaml"
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise ContentError(f"{path.name}\u00a0: une suite de rubriques est attendue.")
    site = Row(path.name, "", data)
    rows = [
        (reader, _named(site.row(reader.__name__), reader.__name__))
        for reader in (home, law_index, theme_index)
    ]
    rows += [(article, _named(row, str(row.data.get("slug")))) for row in site.rows("articles")]
    rows += [(plain, _named(row, str(row.data.get("slug")))) for row in site.rows("plain")]
    rows += [(theme, row) for row in rows_of(folder / "themes.yaml")]
    site.finish()
    wrong: list[str] = []
    for reader, row in rows:
        try:
            item = reader(row)
            row.finish()
        except ContentError as error:
            wrong += error.messages
            continue
        yield item
    if wrong:
        raise ContentError(*wrong)


def _named(row: Row, ref: str) -> Row:
    row.ref, row.prefix = ref, ""
    return row
