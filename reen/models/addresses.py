"""Addresses of pages that never move, told without asking the database."""

from django.urls import reverse

from reen.enums import Theme


def law_url(anchor: str = "") -> str:
    """The law index, at one of its anchors."""
    return reverse("wagtail_serve", args=["loi/"]) + (f"#{anchor}" if anchor else "")


def themes_url() -> str:
    """The list of themes."""
    return reverse("wagtail_serve", args=["themes/"])


def theme_url(theme: Theme) -> str:
    """The page of a theme."""
    return reverse("wagtail_serve", args=[f"themes/{theme.slug}/"])
