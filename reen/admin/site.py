"""The settings of the site in the admin, with the accents picked as colours."""

from wagtail.contrib.settings.registry import register_setting

from reen.models import SiteSettings

register_setting(SiteSettings, icon="site", order=10)
