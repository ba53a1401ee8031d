"""Signing in, as a visitor meets it."""

from playwright.sync_api import Page


def test_sign_in_tells_a_mistake_without_javascript(page_without_javascript: Page):
    page = page_without_javascript
    page.goto("/compte/login/")
    page.get_by_label("E-mail").fill("personne@example.org")
    page.get_by_label("Mot de passe").fill("faux")
    page.get_by_role("main").get_by_role("button", name="Se connecter").click()
    assert page.get_by_text("L’adresse e-mail ou le mot de passe sont incorrects.").count() == 1
