"""The settings of the site: its name, its host, its colours, its menus and the words of its lists."""

from reen.models.site.settings import SiteSettings

__all__ = ["SiteSettings"]
