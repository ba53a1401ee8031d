"""A draft, the account that writes it, and its browser."""

import pytest
from django.test import Client

from strategy.models import Draft
from tests.strategy.factories import AccountFactory, DraftFactory
from tests.strategy.screens import Screens


@pytest.fixture
def writer(db):
    """The account that opened the draft."""
    return AccountFactory()


@pytest.fixture
def draft(writer) -> Draft:
    """An empty draft of a small commune, opened by `writer`."""
    return DraftFactory(by=writer.pk, collectivity__name="Commune imaginaire")


@pytest.fixture
def screens(content, client: Client, draft: Draft, writer) -> Screens:
    """The screens of the draft in the browser of its writer, over the real catalogue."""
    client.force_login(writer)
    return Screens(client, draft)
