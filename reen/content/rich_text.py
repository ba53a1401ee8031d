"""Rich text in the YAML: plain words where they say it all, and links to pages by their path on the site."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any

from reen.content.tree import page_at
from reen.models import BasePage

_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
_PARAGRAPH = re.compile(r"<p>([^<]*)</p>")
_POINTS = re.compile(r"<ul>((?:<li>[^<]*</li>)+)</ul>")
_PAGE_LINK = re.compile(r'<a(?=[^>]* linktype="page")(?![^>]* path=)[^>]*>')
_LINK_BY_PATH = re.compile(r'<a linktype="page" path="([^"]*)">')


def html_of(paragraphs: list[str], items: list[str]) -> str:
    """Paragraphs, then one list."""
    text = "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in paragraphs)
    points = "".join(f"<li>{escape(item, quote=False)}</li>" for item in items)
    return text + (f"<ul>{points}</ul>" if points else "")


def in_words(html: str) -> dict[str, Any]:
    """`paragraphs` and `items` when `html_of` makes the same text of them, else the `html` itself.

    A link to a page says its path.
    """
    html = with_paths(html)
    points = _POINTS.search(html)
    items = [unescape(item).strip() for item in re.findall("<li>([^<]*)</li>", points[1])] if points else []
    paragraphs = [unescape(paragraph).strip() for paragraph in _PARAGRAPH.findall(html)]
    if all([*paragraphs, *items]) and html_of(paragraphs, items) == html:
        return {name: texts for name, texts in (("paragraphs", paragraphs), ("items", items)) if texts}
    return {"html": html}


def with_paths(html: str) -> str:
    """Links to pages by their path, without the marks of the editor; one to a page that is gone, or not published,
    leads nowhere.
    """

    def path_of(link: re.Match[str]) -> str:
        number = re.search(r' id="(\d+)"', link[0])
        page = BasePage.objects.filter(pk=number[1], live=True).first() if number else None
        return f'<a linktype="page" path="{_path(page)}">' if page else "<a>"

    return _PAGE_LINK.sub(path_of, _BLOCK_KEY.sub("", html))


def with_numbers(html: str) -> str:
    """What `with_paths` wrote, for this database."""

    def number_of(link: re.Match[str]) -> str:
        page = page_at(link[1])
        return f'<a linktype="page" id="{page.pk}">' if page else "<a>"

    return _LINK_BY_PATH.sub(number_of, html)


def without_paths(html: str) -> str:
    """The same words where the pages that `with_paths` wrote are not there yet."""
    return _LINK_BY_PATH.sub("<a>", html)


def everywhere(value: Any, change: Callable[[str], str]) -> Any:
    """The same data with every text changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [everywhere(inner, change) for inner in value]
    return (
        {key: everywhere(inner, change) for key, inner in value.items()} if isinstance(value, dict) else value
    )


def _path(page: BasePage) -> str:
    """« /loi/article-35/ »: the address without that of the home page."""
    return "/" + page.url_path.split("/", 2)[2]
