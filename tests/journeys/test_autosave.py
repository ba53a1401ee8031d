"""What is typed is saved while it is typed, and kept on the device until it is: no word is lost."""

import itertools
import re
import signal
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Demo, Site
from tests.journeys.measures import look_over
from tests.journeys.walk import fill, follow, group, press, sign_in, start_strategy

USES = "Usages du numérique sur le territoire"
POPULATION = "Autre nombre d’habitants"
SOURCE = "Source de ce chiffre"
ONGOING = "Actions déjà engagées"
STEERING = "Qui décide, et à quel rythme\u202f?"
SAVED = re.compile(r"^Enregistré à \d\d\sh\s\d\d\.$")
KEPT_HERE = "Hors ligne : vos mots sont gardés sur cet appareil."
MOST_LOST = 2  # seconds
SLOW_START = 60_000  # milliseconds


def state(page: Page) -> Locator:
    """What the form says of itself."""
    return page.locator("form .saved")


def on_server(page: Page, label: str) -> str:
    """What the server shows in that field to a browser without a script, whatever the page holds."""
    html = page.request.get(page.url).text()
    return page.evaluate(
        """([html, label]) => {
          const shown = new DOMParser().parseFromString(html, "text/html");
          const found = [...shown.querySelectorAll("label")].find(each => each.textContent.trim() === label);
          return shown.getElementById(found.htmlFor).value;
        }""",
        [html, label],
    )


@pytest.fixture
def two(open_page: Callable[..., Page]) -> tuple[Page, Page]:
    """Two browsers on the same screen of one draft."""
    first, second = open_page(), open_page()
    draft = start_strategy(first)
    second.context.add_cookies(first.context.cookies())
    for page in (first, second):
        page.goto(f"/strategies/{draft}/etat-des-lieux/")
    return first, second


def test_words_are_saved_as_they_are_typed(page: Page):
    draft = start_strategy(page)
    page.goto(f"/strategies/{draft}/gouvernance/")
    assert state(page).inner_text() == "Vos mots s’enregistrent au fil de la saisie."
    posts: list[str] = []
    page.on("request", lambda request: request.method == "POST" and posts.append(request.url))
    page.get_by_label(STEERING).press_sequentially("Un comité par trimestre.", delay=5)
    line = group(page, "Acteur 1")
    fill(line, {"Nom de l’acteur": "Syndicat d’essai"})
    line.get_by_label("Nature").select_option("acteur public")
    expect(state(page)).to_have_text(SAVED)
    assert on_server(page, STEERING) == "Un comité par trimestre."
    assert on_server(page, "Nom de l’acteur") == "Syndicat d’essai"
    assert 1 <= len(posts) <= 3
    follow(page, "Étape précédente")
    assert page.get_by_role("status").count() == 0, (
        "what is saved in the background is not told on the next page"
    )


def test_what_is_refused_does_not_hold_back_the_rest(page: Page):
    draft = start_strategy(page)
    page.goto(f"/strategies/{draft}/etat-des-lieux/")
    link = "Adresse où le lire"
    fill(page, {link: "pas une adresse", USES: "Guichets."})
    expect(state(page)).to_have_text(f"Le reste est enregistré. À corriger : S’il existe déjà, {link}.")
    assert (on_server(page, USES), on_server(page, link)) == ("Guichets.", "")
    assert look_over(page) == []
    page.reload()
    assert page.get_by_label(link).input_value() == "pas une adresse"
    fill(page, {link: "https://exemple.invalid/"})
    expect(state(page)).to_have_text(SAVED)
    assert on_server(page, link) == "https://exemple.invalid/"


def test_what_goes_with_a_field_refused_waits_with_it(page: Page):
    draft = start_strategy(page)
    page.goto(f"/strategies/{draft}/etat-des-lieux/territoire/")
    fill(page, {POPULATION: "1250", "Autre chiffre, en kg CO₂e par habitant et par an": "300"})
    fill(page, {"Année de ses données": "2024", SOURCE: "Étude locale d’essai"})
    expect(state(page)).to_have_text("Le reste est enregistré. À corriger : Habitants, Source de ce nombre.")
    assert (on_server(page, SOURCE), on_server(page, POPULATION)) == ("Étude locale d’essai", "")
    fill(page, {"Source de ce nombre": "Registre d’essai"})
    page.keyboard.press("Tab")
    expect(state(page)).to_have_text(SAVED)
    assert on_server(page, POPULATION) == "1250"


@pytest.mark.thorough
def test_a_server_killed_while_one_types_loses_two_seconds_at_most(page: Page, site: Site):
    draft = start_strategy(page)
    address = f"/strategies/{draft}/etat-des-lieux/"
    page.goto(address)
    page.get_by_label(USES).focus()
    typed, times = "", []
    started = time.monotonic()
    for number in itertools.count(1000):
        page.keyboard.type(f"{number} ")
        typed += f"{number} "
        times.append((time.monotonic(), typed))
        if time.monotonic() > started + 2 * MOST_LOST:
            break
    killed = time.monotonic()
    site.stop(signal.SIGKILL)
    try:
        safe = max((text for at, text in times if at < killed - MOST_LOST), key=len)
        assert len(safe) > 100
        page.keyboard.type("et la suite")
        expect(state(page)).to_have_text(KEPT_HERE)
        page.close()
    finally:
        site.restart()
    again = page.context.new_page()
    assert safe.strip() in again.request.get(address, timeout=SLOW_START).text()
    again.goto(address)
    assert again.get_by_label(USES).input_value() == f"{typed}et la suite"
    expect(state(again)).to_have_text(SAVED)
    assert on_server(again, USES) == f"{typed}et la suite"


def test_five_minutes_offline_lose_no_word(page: Page):
    draft = start_strategy(page)
    page.clock.install()
    page.goto(f"/strategies/{draft}/gouvernance/")
    page.context.set_offline(True)
    texts = {
        STEERING: "Un comité",
        "Avec quels moyens\u202f?": "Un mi-temps",
        "Qui prépare le bilan annuel, et quand\u202f?": "Le pilote",
    }
    for minute, (label, text) in enumerate(texts.items(), start=1):
        fill(page, {label: text})
        page.clock.fast_forward("01:15")
        line = group(page, f"Acteur {min(minute, 2)}")
        fill(line, {"Nom de l’acteur": f"Acteur de la minute {minute}", "Comment il est associé": "Réunions"})
        line.get_by_label("Nature").select_option("acteur privé")
        page.clock.fast_forward("00:30")
    expect(state(page)).to_have_text(KEPT_HERE)
    press_without_leaving(page, "Enregistrer")
    page.context.set_offline(False)
    page.reload()
    assert [shown(page, label) for label in texts] == list(texts.values())
    # Sent when the line came back, just before the page was loaded again, or just after.
    for _ in range(100):
        if [on_server(page, label) for label in texts] == list(texts.values()):
            break
        page.wait_for_timeout(100)
    assert [on_server(page, label) for label in texts] == list(texts.values())
    assert group(page, "Acteur 2").get_by_label("Nom de l’acteur").input_value() == "Acteur de la minute 3"
    assert "Acteur de la minute 1" in page.request.get(page.url).text()


def shown(page: Page, label: str) -> str:
    """What the page holds in that field."""
    return page.get_by_label(label, exact=True).input_value()


def press_without_leaving(page: Page, name: str) -> None:
    """Press a button that would lose the page if it left for it."""
    page.get_by_role("button", name=name, exact=True).click()
    assert not page.url.startswith("chrome-error:")


def test_two_people_in_two_fields_do_not_hurt_each_other(two: tuple[Page, Page]):
    first, second = two
    fill(first, {USES: "Ce que dit la première."})
    expect(state(first)).to_have_text(SAVED)
    fill(second, {ONGOING: "Ce que dit la seconde."})
    expect(state(second)).to_have_text(SAVED)
    assert shown(second, USES) == "Ce que dit la première."
    expect(
        second.get_by_text(f"Quelqu’un d’autre vient de changer «\u202f{USES}\u202f».").first
    ).to_be_visible()
    assert second.locator(".conflict").count() == 0
    first.reload()
    assert (shown(first, USES), shown(first, ONGOING)) == (
        "Ce que dit la première.",
        "Ce que dit la seconde.",
    )


@pytest.mark.parametrize(
    ("button", "wins"),
    [("Garder ma saisie", "Ce que dit la seconde."), ("Prendre cette version", "Ce que dit la première.")],
)
def test_two_people_in_one_field_are_offered_both_versions(two: tuple[Page, Page], button: str, wins: str):
    first, second = two
    fill(first, {USES: "Ce que dit la première."})
    expect(state(first)).to_have_text(SAVED)
    fill(second, {USES: "Ce que dit la seconde.", ONGOING: "Sans rapport."})
    choice = second.get_by_role("group", name=f"Deux versions de «\u202f{USES}\u202f»")
    assert "Ce que dit la première." in choice.inner_text()
    assert shown(second, USES) == "Ce que dit la seconde."
    expect(state(second)).to_contain_text("Le reste est enregistré. Deux versions, choisissez")
    assert (on_server(second, USES), on_server(second, ONGOING)) == (
        "Ce que dit la première.",
        "Sans rapport.",
    )
    press_without_leaving(second, "Enregistrer")
    expect(choice.get_by_role("button").first).to_be_focused()
    assert look_over(second) == []
    choice.get_by_role("button", name=button).click()
    expect(state(second)).to_have_text(SAVED)
    assert choice.count() == 0
    assert shown(second, USES) == on_server(second, USES) == wins


def test_signed_out_meanwhile_words_wait_for_the_next_sign_in(open_page: Callable[..., Page], demo: Demo):
    page = open_page()
    sign_in(page, *demo.accounts["manager"])
    page.goto(f"/strategies/{demo.strategies['started']}/etat-des-lieux/")
    before = shown(page, ONGOING)
    page.context.clear_cookies()
    fill(page, {ONGOING: "Écrit après la déconnexion."})
    expect(state(page)).to_contain_text("Vous n’êtes plus connecté")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Se connecter (nouvel onglet)").click()
    tab = opened.value
    fill(tab, dict(zip(("E-mail", "Mot de passe"), demo.accounts["manager"], strict=True)))
    press(tab.get_by_role("main"), "Se connecter")
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    assert shown(tab, ONGOING) == "Écrit après la déconnexion."
    expect(state(page)).to_have_text(re.compile("enregistré", re.IGNORECASE))
    assert on_server(page, ONGOING) == "Écrit après la déconnexion." != before


def test_a_new_row_is_kept_on_the_device_until_it_is_added(page: Page):
    draft = start_strategy(page)
    address = f"/strategies/{draft}/objectifs/"
    page.goto(address)
    statement = "Objectif"
    fill(page, {statement: "Réduire sans perdre", "Année visée": "2O29"})
    page.get_by_label("l’organisation").check()
    page.close()
    page = page.context.new_page()
    page.goto(address)
    assert (shown(page, statement), shown(page, "Année visée")) == ("Réduire sans perdre", "2O29")
    assert page.get_by_label("l’organisation").is_checked()
    press(page, "Ajouter cet objectif")
    assert page.locator(".error-summary").count() == 1
    fill(page, {"Année visée": "2029"})
    page.context.set_offline(True)
    press_without_leaving(page, "Ajouter cet objectif")
    expect(state(page)).to_contain_text("Hors ligne")
    page.context.set_offline(False)
    press(page, "Ajouter cet objectif")
    assert page.locator(".card").count() == 1
    assert shown(page, statement) == ""


def test_signing_out_erases_what_is_kept_on_the_device(open_page: Callable[..., Page], demo: Demo):
    page = open_page()
    sign_in(page, *demo.accounts["manager"])
    page.goto(f"/strategies/{demo.strategies['complete']}/objectifs/")
    fill(page, {"Objectif": "Un secret"})
    page.goto("/compte/logout/")
    assert page.get_by_text("ne sont encore que sur cet appareil").count() == 1
    assert "Un secret" in page.evaluate("JSON.stringify(localStorage)")
    press(page.get_by_role("main"), "Se déconnecter")
    assert page.evaluate("localStorage.length") == 0
