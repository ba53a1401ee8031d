"""The settings of the site in templates."""

from django import template

from reen.models import SiteSettings
from reen.queries.site import site_settings, stylesheet_address

register = template.Library()


@register.simple_tag(takes_context=True)
def site(context: template.Context) -> SiteSettings:
    """The settings; one query for a page, however often it asks."""
    return site_settings(context.get("request"))


@register.filter
def stylesheet(settings: SiteSettings) -> str:
    """The address of the stylesheet in the colours of the settings."""
    return stylesheet_address(settings)
