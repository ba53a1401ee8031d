"""Registrations in the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from reen.admin import bulk, comparisons, desk, exchange, notes, site, synonyms  # noqa: F401 - each registers its own
from reen.viewsets import CatalogueGroup

register_snippet(CatalogueGroup)
