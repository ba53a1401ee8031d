"""Signing in, as a visitor meets it."""

from playwright.sync_api import Page

from tests.journeys.measures import assert_accessible, assert_no_side_scroll, visit


def test_sign_in_page_is_light(page: Page):
    weight = visit(page, "/compte/login/")
    assert weight.requests <= 4
    assert weight.transferred <= 40_000
    assert weight.nodes <= 350


def test_sign_in_page_is_accessible_and_fits(page_at_each_width: Page):
    visit(page_at_each_width, "/compte/login/")
    assert_accessible(page_at_each_width)
    assert_no_side_scroll(page_at_each_width)


def test_sign_in_tells_a_mistake_without_javascript(page_without_javascript: Page):
    page = page_without_javascript
    page.goto("/compte/login/")
    page.get_by_label("E-mail").fill("personne@example.org")
    page.get_by_label("Mot de passe").fill("faux")
    page.get_by_role("main").get_by_role("button", name="Se connecter").click()
    assert page.get_by_text("L’adresse e-mail ou le mot de passe sont incorrects.").count() == 1
