"""Filters of the public lists: in the address, combined, counted, without JavaScript."""

from reen.filters.actions import ActionFilter
from reen.filters.catalogue import CatalogueFilter
from reen.filters.field_reports import FieldReportFilter
from reen.filters.resources import ResourceFilter

__all__ = ["ActionFilter", "CatalogueFilter", "FieldReportFilter", "ResourceFilter"]
