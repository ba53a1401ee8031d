"""An auditor verifies a file that was handed to them: genuine, altered, replaced; with JavaScript and without."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Demo, Site
from tests.journeys.measures import look_over
from tests.journeys.walk import fill, follow, press, sign_in

FILE = "Fichier à vérifier"
CHECK = "Vérifier le fichier"


@pytest.fixture
def received(open_page: Callable[..., Page], demo: Demo, tmp_path: Path) -> Callable[[str], Path]:
    """The file of a version of the fuller demonstration, as its number and format say: « 2.pdf »."""
    manager = open_page()
    sign_in(manager, *demo.accounts["manager"])

    def file(name: str) -> Path:
        number, _, identifier = name.partition(".")
        folder = f"/strategies/{demo.strategies['complete']}/versions/{number}"
        answer = manager.request.get(f"{folder}/complete.{identifier}")
        assert answer.ok, f"{folder} gives no {identifier}"
        path = tmp_path / name
        path.write_bytes(answer.body())
        return path

    return file


def altered(path: Path) -> Path:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    other = path.with_name(f"altered-{path.name}")
    other.write_bytes(content)
    return other


def answer(page: Page) -> str:
    """What the page says of the file."""
    return " ".join(page.locator("#resultat").inner_text().split())


def test_the_file_stays_on_the_machine(page: Page, received: Callable[[str], Path], tmp_path: Path):
    sent: list[tuple[str, str]] = []
    page.on("request", lambda request: sent.append((request.method, request.url)))
    page.goto("/")
    follow(page, "Vérifier un document")
    assert look_over(page) == []
    page.get_by_label(FILE).set_input_files(received("2.pdf"))
    expect(page.locator("#resultat")).to_be_focused()
    told = answer(page)
    assert "Fichier intègre" in told
    assert "Émetteur non vérifié" in told
    assert "Aucune version plus récente ne la remplace." in told
    assert "authentique" not in told.lower()
    assert "adoptée" not in told.lower()
    assert look_over(page) == []
    assert {method for method, _ in sent} == {"GET"}
    shared = page.url
    assert re.search(r"/verifier/\?empreinte=[0-9a-f]{64}$", shared)
    page.goto(shared)
    assert answer(page) == told

    page.get_by_label(FILE).set_input_files(received("1.json"))
    expect(page.locator("#resultat")).to_contain_text("Remplacée par la version")

    big = tmp_path / "film.pdf"
    with big.open("wb") as file:
        file.truncate(26_000_000)
    asked = len(sent)
    page.get_by_label(FILE).set_input_files(big)
    expect(page.locator("#resultat")).to_contain_text("aucun document de ce site n’est aussi gros")
    assert [url for _, url in sent[asked:] if "empreinte" in url] == []


def test_a_file_is_dropped_and_sent_only_when_asked(page: Page, received: Callable[[str], Path]):
    path = altered(received("2.pdf"))
    posted: list[str] = []
    page.on("request", lambda request: request.method == "POST" and posted.append(request.url))
    page.goto("/verifier/")
    dropped = page.evaluate_handle(
        """async bytes => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], "a.pdf"));
          return transfer;
        }""",
        list(path.read_bytes()),
    )
    page.dispatch_event("#deposer", "drop", {"dataTransfer": dropped})
    expect(page.locator("#resultat")).to_contain_text("Empreinte inconnue")
    assert posted == []
    assert look_over(page) == []
    press(page, "Envoyer le fichier")
    assert len(posted) == 1
    assert "Fichier modifié" in answer(page)
    assert "Émetteur" not in answer(page)
    assert look_over(page) == []


def test_without_javascript(page_without_javascript: Page, received: Callable[[str], Path]):
    page = page_without_javascript
    current, former = received("2.pdf"), received("1.pdf")
    for path, words in (
        (current, "Fichier intègre"),
        (former, "Remplacée par la version"),
        (altered(current), "Fichier modifié"),
    ):
        page.goto("/verifier/")
        page.get_by_label(FILE).set_input_files(path)
        press(page, CHECK)
        assert words in answer(page)
    page.goto("/verifier/")
    press(page, CHECK)
    expect(page.get_by_text("Choisissez le fichier à vérifier").first).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["javascript", "no-javascript"])
def test_by_keyboard_the_code_leads_to_the_version(
    open_page: Callable[..., Page], site: Site, demo: Demo, scripts: bool
):
    here = open_page()
    sign_in(here, *demo.accounts["manager"])
    here.goto(f"/strategies/{demo.strategies['complete']}/versions/2/")
    code = here.locator(".facts a").first.inner_text()
    page = open_page(java_script_enabled=scripts)
    page.goto("/verifier/")
    fill(page, {"Code de vérification": code.lower().replace("-", " ")})
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{site.url}/verifier/{code}/"
    assert "Le code ne dit rien du fichier" in answer(page)
    assert "intègre" not in answer(page)


def test_the_bundle_is_proved_without_the_site(page: Page, demo: Demo, tmp_path: Path):
    sign_in(page, *demo.accounts["manager"])
    page.goto(f"/strategies/{demo.strategies['complete']}/versions/2/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Archive signée (ZIP)", exact=True).click()
    subprocess.run(["unzip", "-q", waiting.value.path(), "-d", tmp_path], check=True)
    words = (tmp_path / "LISEZ-MOI.txt").read_text(encoding="utf-8")
    outputs = [
        subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout
        for command in re.findall(r"^ {4}(\S.*)$", words, re.MULTILINE)
    ]
    fingerprint = outputs[2].split()[0]
    page.goto("/verifier/cles/")
    assert page.get_by_text(fingerprint).is_visible()
    assert look_over(page) == []
