"""The catalogue in the admin: one menu; listings, editing and choosing, one subject per module."""

from reen.viewsets.approving import EveryPageViewSet
from reen.viewsets.kinds import CatalogueGroup

__all__ = ["CatalogueGroup", "EveryPageViewSet"]
