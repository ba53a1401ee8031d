"""Registrations in the Wagtail admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from reen.admin import bulk, comparisons, desk, exchange, notes, site, synonyms  # noqa: F401 - each registers its own
from reen.viewsets import CatalogueGroup, EveryPageViewSet

register_snippet(CatalogueGroup)
hooks.register("register_admin_viewset", EveryPageViewSet)
