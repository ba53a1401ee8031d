"""Registrations in the Wagtail admin."""

from wagtail.snippets.models import register_snippet

from reen.viewsets import CatalogueGroup

register_snippet(CatalogueGroup)
