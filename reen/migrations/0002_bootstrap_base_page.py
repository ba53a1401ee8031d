"""Gives the base page its locale and translation key, by Wagtail's own operations."""

from django.db import migrations
from wagtail.models import BootstrapLocaleField, BootstrapTranslatableModel, BootstrapTranslationKeyField


class Migration(migrations.Migration):
    dependencies = [
        ("reen", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        BootstrapLocaleField("reen.BasePage"),
        BootstrapTranslationKeyField("reen.BasePage"),
        BootstrapTranslatableModel("reen.BasePage"),
    ]
