"""Links of running texts that lead nowhere: to what was withdrawn or deleted, or to an address nothing has here."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.db.models import Model
from django.urls import Resolver404, resolve

from reen.blocks import BodyBlock
from reen.fields import StreamField
from reen.models import BasePage, IndexRow
from reen.watch.kinds import edit_url
from reen.watch.rows import Lines, Row


@dataclass(frozen=True, slots=True)
class Link:
    """A link to this site: its words, and the number of a page or the path of an address, one of them at most."""

    words: str
    page: int | None = None
    path: str = ""


def broken() -> Lines:
    """One row for each link that readers cannot follow, in five queries; running texts are those of few pages."""
    found = [(page, field, link) for page, field in _texts() for link in links_of(page, field)]
    pages = BasePage.objects.filter(pk__in={link.page for *_, link in found if link.page})
    there = {pk: (title, live) for pk, title, live in pages.values_list("pk", "title", "live")}
    paths = {link.path for *_, link in found if link.path}
    public = set(IndexRow.objects.filter(url__in=paths).values_list("url", flat=True))
    return Lines(
        [
            Row(
                title=page.title,
                kind=str(page._meta.verbose_name),
                what=f"«\u202f{link.words}\u202f» {trouble}",
                url=edit_url(type(page), page.pk, field),
            )
            for page, field, link in found
            if (trouble := _trouble(link, there, public))
        ]
    )


@cache
def _fields() -> list[tuple[type[Model], str]]:
    """Where running text is written."""
    return [
        (model, field.name)
        for model in apps.get_app_config("reen").get_models()
        for field in model._meta.fields
        if isinstance(field, StreamField) and isinstance(field.stream_block, BodyBlock)
    ]


def _texts() -> Iterator[tuple[Any, str]]:
    for model, field in _fields():
        for page in model._default_manager.filter(live=True).only("title", field).order_by("title", "pk"):
            yield page, field


def links_of(page: Any, field: str) -> list[Link]:
    """The links to this site of one running text."""
    reader = _Reader()
    for block in getattr(page, field).raw_data:
        if block["type"] == "text":
            reader.feed(block["value"])
    return reader.links


def _trouble(link: Link, there: dict[int, tuple[str, bool]], public: set[str]) -> str:
    """What is wrong with a link; "" for one that can be followed."""
    if link.page:
        title, live = there.get(link.page, ("", False))
        withdrawn = (
            f"mène à «\u202f{title}\u202f», qui n’est plus publié" if title else "mène à une page supprimée"
        )
        return "" if live else withdrawn
    if not link.path:
        return "ne mène nulle part"
    return (
        ""
        if link.path in public or _is_screen(link.path)
        else f"mène à {link.path}, que personne ne peut lire"
    )


def _is_screen(path: str) -> bool:
    """Whether the address is that of a screen, rather than of a page or an entry that editors publish."""
    try:
        found = resolve(path)
    except Resolver404:
        return False
    return found.url_name != "wagtail_serve" and "ref" not in found.kwargs


def _path_here(href: str) -> str:
    """The path of an address of this site, without what is asked of it; "" for an address elsewhere."""
    parts = urlsplit(href.removeprefix(settings.WAGTAILADMIN_BASE_URL.rstrip("/")))
    if parts.scheme or parts.netloc or not parts.path.startswith("/"):
        return ""
    is_file = "." in parts.path.rsplit("/", 1)[-1]
    return parts.path if is_file or parts.path.endswith("/") else f"{parts.path}/"


class _Reader(HTMLParser):
    """Collects the links to this site, and those to nothing at all."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[Link] = []
        self._open: dict[str, str | None] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open, self._words = dict(attrs), ""

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag != "a" or self._open is None:
            return
        number, href = self._open.get("id") or "", self._open.get("href") or ""
        if self._open.get("linktype") == "page" and number.isdecimal():
            self.links.append(Link(self._words, page=int(number)))
        elif not href or _path_here(href):
            self.links.append(Link(self._words, path=_path_here(href)))
        self._open = None
