"""Signing in, as a visitor meets it."""

from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.walk import press


def test_sign_in_tells_a_mistake_then_lets_in_without_javascript(page_without_javascript: Page, demo: Demo):
    page = page_without_javascript
    page.goto("/compte/login/")
    page.get_by_label("E-mail").fill("personne@example.org")
    page.get_by_label("Mot de passe").fill("faux")
    page.get_by_role("main").get_by_role("button", name="Se connecter").click()
    email, password = demo.accounts["manager"]
    assert page.get_by_text("L’adresse e-mail ou le mot de passe sont incorrects.").count() == 1
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Mot de passe").fill(password)
    press(page.get_by_role("main"), "Se connecter")
    assert page.url.endswith("/strategies/")
    assert page.get_by_role("main").get_by_text(demo.strategies["complete"]).count()
