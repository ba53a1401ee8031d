"""What editors write, and who they are."""

from reen.models.action import Action
from reen.models.base_page import BasePage
from reen.models.entry import Entry
from reen.models.field_report import FieldReport
from reen.models.import_run import ImportedEntry, ImportRun
from reen.models.index import IndexRow, IndexWord, PublicKind
from reen.models.indicator import Indicator
from reen.models.legal_text import LegalText
from reen.models.loaded import LoadedContent
from reen.models.note import Note
from reen.models.pages import ArticlePage, HomePage, LawIndexPage, PlainPage, ThemeIndexPage, ThemePage
from reen.models.requirement import Requirement
from reen.models.resource import Resource
from reen.models.resource_document import ResourceDocument
from reen.models.resource_list import ResourceList, ResourceListItem
from reen.models.review import ReviewTask
from reen.models.site import SiteSettings
from reen.models.suggestion_rule import SuggestionRule
from reen.models.synonyms import Synonyms
from reen.models.user import User
from reen.models.watch import (
    Citation,
    Correction,
    DigestReader,
    Finding,
    FruitlessSearch,
    ReviewPeriods,
    WebAddress,
)

__all__ = [
    "Action",
    "ArticlePage",
    "BasePage",
    "Citation",
    "Correction",
    "DigestReader",
    "Entry",
    "FieldReport",
    "Finding",
    "FruitlessSearch",
    "HomePage",
    "ImportRun",
    "ImportedEntry",
    "IndexRow",
    "IndexWord",
    "Indicator",
    "LawIndexPage",
    "LegalText",
    "LoadedContent",
    "Note",
    "PlainPage",
    "PublicKind",
    "Requirement",
    "Resource",
    "ResourceDocument",
    "ResourceList",
    "ResourceListItem",
    "ReviewPeriods",
    "ReviewTask",
    "SiteSettings",
    "SuggestionRule",
    "Synonyms",
    "ThemeIndexPage",
    "ThemePage",
    "User",
    "WebAddress",
]
