"""Where a worker makes the documents, one waits on a page that tells how far they are, and may not ask without end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Site
from tests.journeys.measures import look_over
from tests.journeys.walk import download_pdf, follow, start_strategy, words_of


@pytest.mark.thorough
def test_a_document_is_waited_for(start_site: Callable[..., Site], open_page: Callable[..., Page]):
    site = start_site(TASKS_WORKER="true", RATE_LIMITS='{"export": [[1, 86400]]}')
    page = open_page(base_url=site.url)
    review = f"/strategies/{start_strategy(page)}/relecture/"
    page.goto(review)
    follow(page, "Télécharger le projet en PDF")
    title = page.get_by_role("heading", level=1)
    assert title.inner_text() == "Document en préparation"
    assert look_over(page) == []

    site.manage("db_worker", "--batch")
    expect(title).to_have_text("Document prêt")
    assert look_over(page) == []
    link = page.get_by_role("main").get_by_role("link", name="Télécharger le PDF")
    assert "Saint-Étienne" in words_of(download_pdf(page, link.inner_text()))

    page.goto(review)
    follow(page, "Télécharger le projet en PDF")
    assert title.inner_text() == "Trop de demandes en peu de temps"
    assert look_over(page) == []
