"""The settings of the site, edited in the admin, and the few rules of style that its screens add to Wagtail's."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.contrib.settings.registry import register_setting

from reen.models import SiteSettings

register_setting(SiteSettings, icon="site", order=10)


@hooks.register("insert_global_admin_css")
def stylesheet() -> SafeString:
    """On every screen: listings, windows and side panels share it."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("reen/admin/admin.css"))
