"""What collectivities own: drafts, and the documents made from them."""

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    """The application of collectivities."""

    name = "strategy"
    verbose_name = "stratégies"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What the host set is checked with the rest of the settings."""
        import strategy.checks  # noqa: F401, PLC0415 - models are ready only now
