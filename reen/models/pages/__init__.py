"""Pages of the site, one kind per file."""

from reen.models.pages.article import ArticlePage
from reen.models.pages.home import HomePage
from reen.models.pages.law_index import LawIndexPage
from reen.models.pages.plain import PlainPage
from reen.models.pages.theme import ThemeIndexPage, ThemePage

__all__ = ["ArticlePage", "HomePage", "LawIndexPage", "PlainPage", "ThemeIndexPage", "ThemePage"]
