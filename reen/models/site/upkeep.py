"""Keeps what the settings show true when a page is published, withdrawn, moved or deleted, or the logo replaced."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.images.models import Image
from wagtail.signals import page_published, page_unpublished, post_page_move

from reen.models.base_page import BasePage
from reen.models.site.settings import SiteSettings


def follow_pages() -> None:
    """From now on, menus follow the pages they lead to."""
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(_work_out, dispatch_uid="reen.site")
    post_delete.connect(_deleted, dispatch_uid="reen.site")
    post_save.connect(_work_out, sender=Image, dispatch_uid="reen.site.logo")


def _deleted(sender: type[Any], **_others: Any) -> None:
    if issubclass(sender, (BasePage, Image)):
        _work_out(sender)


def _work_out(sender: type[Any], **_others: Any) -> None:
    """The settings as they are, shown again; the moment of a page may be that of its parents."""
    for settings in SiteSettings.objects.all():
        before = settings.shown
        settings.work_out()
        if settings.shown != before:
            settings.save()
