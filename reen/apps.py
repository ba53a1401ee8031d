"""Curated content: the law, its translation and the catalogue."""

from django.apps import AppConfig


class ReenConfig(AppConfig):
    """The application of editors."""

    name = "reen"
    verbose_name = "loi REEN et catalogue"
    default_auto_field = "django.db.models.BigAutoField"
