"""Curated content: the law, its translation and the catalogue."""

from django.apps import AppConfig


class ReenConfig(AppConfig):
    """The application of editors."""

    name = "reen"
    verbose_name = "loi REEN et catalogue"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """The index of the public site, its menus and the watch desk follow what is published."""
        from reen.models.site.upkeep import follow_pages  # noqa: PLC0415 - models are ready only now
        from reen.search.upkeep import follow_publications  # noqa: PLC0415
        from reen.watch.following import keep_watch  # noqa: PLC0415

        follow_publications()
        follow_pages()
        keep_watch()
