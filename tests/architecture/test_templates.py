"""Templates: nothing inline, nothing unused."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import engines
from django.template.loaders.app_directories import get_app_template_dirs

from tests.architecture.tree import APPS, files, text

TEMPLATES = [path for path in files("*.html") if path.parts[0] == "templates"]
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)|<style|<[a-z][^>]*\s(?:style|on[a-z]+)=|javascript:", re.IGNORECASE
)
# Names that Django, Wagtail or allauth look for by themselves.
CALLED_BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "429.html", "500.html"}


@pytest.mark.parametrize(
    "sample",
    [
        "<script>go()</script>",
        "<style>p {}</style>",
        '<p style="x">',
        '<a onclick="x">',
        '<a href="javascript:x">',
    ],
)
def test_inline_pattern_finds(sample):
    assert INLINE.search(sample)


def test_inline_pattern_lets_files_through():
    assert not INLINE.search('<script src="/static/site.js" defer></script><p class="style">')


def test_nothing_is_inline():
    assert [f"{path}: {found}" for path in TEMPLATES for found in INLINE.findall(text(path))] == []


def test_every_template_is_used():
    served = (path for path in files() if path.parts[0] in {*APPS, "templates"})
    sources = "".join(text(path) for path in served if path.suffix in {".py", ".html", ".txt"})

    def used(path: Path) -> bool:
        name = path.relative_to("templates")
        replaces_a_library_s = any((folder / name).exists() for folder in get_app_template_dirs("templates"))
        named = f'{name}"' in sources or f'"{name.parent}/{{' in sources  # the second is an f-string
        return replaces_a_library_s or str(name) in CALLED_BY_NAME or named

    assert [str(path) for path in TEMPLATES if not used(path)] == []


def test_every_loaded_library_is_used():
    """A `{% load %}` whose tags and filters the template never names."""
    installed = engines["django"].engine.template_libraries
    unused = []
    for path in TEMPLATES:
        for module in {
            name for names in re.findall(r"{% load ([\w ]+) %}", text(path)) for name in names.split()
        }:
            library = installed[module]
            tags, filters = "|".join(library.tags), "|".join(library.filters)
            if not re.search(rf"{{% (?:{tags or '-'})\b|\|(?:{filters or '-'})\b", text(path)):
                unused.append(f"{path}: {module}")
    assert unused == []


def test_every_class_of_wagtail_s_that_is_named_is_in_its_stylesheet():
    """Its utilities are few: one that it does not use itself would do nothing."""
    stylesheet = Path(finders.find("wagtailadmin/css/core.css") or "").read_text(encoding="utf-8")
    there = set(re.findall(r"\.(w-[a-z0-9_-]+)", stylesheet))
    lists = [(path, names) for path in TEMPLATES for names in re.findall(r'\bclass="([^"]*)"', text(path))]
    named = {
        (str(path), name) for path, names in lists for name in re.findall(r"(?<!\S)w-[a-z0-9_-]+", names)
    }
    assert {(path, name) for path, name in named if name not in there} == set()
    assert named
