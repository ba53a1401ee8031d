"""What a manager does on each screen, in the words of the screens; the same with and without JavaScript."""

import re
from collections.abc import Iterable
from io import BytesIO

from playwright.sync_api import Locator, Page
from pypdf import PdfReader

SAVE = "Enregistrer"
CONTINUE = "Enregistrer et continuer"


def sign_in(page: Page, email: str, password: str) -> None:
    """Sign in with an account that exists; shows no page."""
    told = send(page, "/compte/login/", "/compte/login/", login=email, password=password)
    assert told.endswith("/strategies/"), "the account was refused"


def send(page: Page, path: str, action: str, **typed: str) -> str:
    """Send the form of a page as a browser would, but show neither that page nor the next; the address of the next."""
    html = page.request.get(path).text()
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html))
    answer = page.request.post(action, form=hidden | typed, max_redirects=0)
    assert answer.status == 302, f"{action} answers {answer.status}"
    return answer.headers["location"]


def press(where: Page | Locator, name: str) -> None:
    """Press the button of exactly that name, and wait for the next page."""
    go(where.get_by_role("button", name=name, exact=True))


def follow(where: Page | Locator, name: str | re.Pattern[str]) -> None:
    """Follow the link of exactly that name (or matching it), and wait for the next page."""
    go(where.get_by_role("link", name=name, exact=True))


def go(control: Locator) -> None:
    """Click what leads to another page, and wait for it."""
    with control.page.expect_navigation():
        control.click()


def fill(where: Page | Locator, values: dict[str, str]) -> None:
    """Type each value in the field of exactly that label."""
    for label, value in values.items():
        where.get_by_label(label, exact=True).fill(value)


def group(page: Page, legend: str) -> Locator:
    """The fields under a legend."""
    return page.get_by_role("group", name=legend, exact=True)


def found(page: Page, text: str) -> list[str]:
    """The names that the public search gives."""
    page.goto("/ma-collectivite/")
    page.get_by_label("Nom, code postal, code INSEE ou SIREN").fill(text)
    press(page.get_by_role("main").get_by_role("search"), "Chercher")
    return page.get_by_role("main").locator(".items > li > a").all_inner_texts()


def start_strategy(page: Page, commune: str = "42218") -> str:
    """Open a draft for a commune (Saint-Étienne unless told), showing no page, and return its reference."""
    return reference_in(send(page, f"/ma-collectivite/commune/{commune}/", "/strategies/nouvelle/"))


def reference(page: Page) -> str:
    """The reference of the draft on the screen."""
    return reference_in(page.url)


def reference_in(address: str) -> str:
    found = re.search(r"/strategies/([^/]+)/", address)
    assert found, f"{address} is not a screen of a draft"
    return found[1]


def tick(page: Page, titles: Iterable[str]) -> None:
    """Tick entries of the catalogue to retain them."""
    for title in titles:
        page.get_by_label(f"Retenir {title}", exact=True).check()


def basket(page: Page) -> dict[str, str]:
    """What is retained beside the catalogue, and what is said of each."""
    lines = page.locator(".basket .items > li").all()
    return {line.locator("a").first.inner_text(): line.locator("span").first.inner_text() for line in lines}


def requirement_states(page: Page) -> dict[str, str]:
    """The state of each requirement on the last step, by title."""
    rows = page.locator(".coverage tbody tr").all()
    return {row.locator("th a").inner_text(): row.locator(".state").inner_text() for row in rows}


def steps(page: Page) -> list[str]:
    """The titles of the stepper, in order."""
    return page.get_by_role("navigation", name="Étapes").get_by_role("link").all_inner_texts()


def step_states(page: Page) -> dict[str, str]:
    """What the stepper says of each step."""
    lines = page.get_by_role("navigation", name="Étapes").get_by_role("listitem").all()
    return {line.locator("a").inner_text(): line.locator("span").inner_text() for line in lines}


def download_pdf(page: Page, name: str = "Télécharger le projet en PDF") -> bytes:
    """The PDF of the last step that the link of that name gives."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name, exact=True).click()
    assert waiting.value.suggested_filename.endswith(".pdf")
    return waiting.value.path().read_bytes()


def words_of(pdf: bytes) -> str:
    """The text of a PDF on one line."""
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def upload(page: Page, label: str, name: str, kind: str, content: bytes) -> None:
    """Choose a file of this device in the field of that label."""
    page.get_by_label(label).set_input_files({"name": name, "mimeType": kind, "buffer": content})
