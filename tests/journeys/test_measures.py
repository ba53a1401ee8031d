"""The measures see the faults they are there to refuse."""

import pytest
from playwright.sync_api import Page

from tests.journeys.measures import look_over

SOUND = "<!doctype html><html lang=fr><title>Essai</title><main><h1>Essai</h1>{}</main>"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<input type=text>", "1280 px, light: label"),
        ("<style>@media (prefers-color-scheme: dark) { p { color: #777 } }</style><p>Pâle", "dark: color-contrast"),
        ("<p>Noir<p style='background: #555'>Sombre<p>Noir", "light: color-contrast"),
        ("<div style='width: 500px'>Large</div>", "360 px, dark: sticks out: div"),
        ("<p style='width: 5rem; overflow: hidden; white-space: nowrap'>Un texte coupé", "light: cut off: p"),
    ],
)  # fmt: skip
def test_faults_are_seen(page: Page, body: str, fault: str):
    page.set_content(SOUND.format(body))
    assert any(fault in each for each in look_over(page))


def test_sound_page_has_no_fault(page: Page):
    page.set_content(SOUND.format("<p>Bonjour</p>"))
    assert look_over(page) == []
