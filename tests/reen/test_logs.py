"""Logs do not tell the secrets of links."""

import logging

import pytest

from reen.logs import WithoutSecrets

SECRET = "V5n8SJXzZike1Zgv6RZBBsIP0ZVxyH1QagqEIdR_JKU"


@pytest.mark.parametrize("path", [f"/revues/{SECRET}/", f"/revues/{SECRET}/remarques/3/", f"/a/{SECRET}"])
def test_secrets_of_addresses_are_hidden(path):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (path,), None)
    assert WithoutSecrets().filter(record)
    assert SECRET not in record.getMessage()
    assert record.getMessage() == f"Not Found: {path.replace(SECRET, '…')}"


def test_what_holds_no_secret_is_told_whole():
    args = ("/strategies/DEMO-AGGLO/actions/", 404)
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", args, None)
    WithoutSecrets().filter(record)
    assert record.getMessage() == "/strategies/DEMO-AGGLO/actions/: 404"


def test_the_console_hides_them(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["without_secrets"]
