"""A real server over a ready database, and a browser that lets nothing leave it."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.databases import Databases, manage
from tests.journeys.measures import DESKTOP

ROOT = Path(__file__).parents[2]

# What Chromium does without: the popup of its address bar, which nobody sees, is half the cost of a new session; the
# rest is what Playwright leaves out, whose own list this one replaces.
LEFT_OUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AvoidUnnecessaryBeforeUnloadCheckSync", "HttpsUpgrades"),
    *("DestroyProfileOnBrowserClose", "PaintHolding", "ThirdPartyStoragePartitioning", "OptimizationHints"),
)
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    f"--disable-features={','.join(LEFT_OUT)}",
]


@dataclass
class Site:
    """A server that answers at `url`, over the database and the files of `folder`, with settings of its own."""

    url: str
    database: str
    folder: Path
    settings: dict[str, str]
    server: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What the server and the commands read their settings from."""
        return {
            "DJANGO_SETTINGS_MODULE": "reen.settings.test",
            "DATABASE_URL": self.database,
            "MEDIA_ROOT": str(self.folder / "media"),
            "PRIVATE_ROOT": str(self.folder / "private"),
            "KEYS_ROOT": str(self.folder / "keys"),
            "MAIL_FOLDER": str(self.folder / "mail"),
            "BASE_URL": self.url,
        } | self.settings

    def manage(self, *arguments: str) -> str:
        """Run a command of `manage.py` on the database and files of the server; returns its standard output."""
        return manage(self.database, *arguments, **self.environment)

    def start(self, listener: socket.socket) -> None:
        """Serve what comes to the listener, which is handed over."""
        # gunicorn inherits a socket that listens already: no port to guess, no start to wait for.
        with (self.folder / "server.log").open("ab") as log:
            command = [sys.executable, "-m", "gunicorn", "reen.wsgi", "--threads", "4"]
            self.server = subprocess.Popen(
                [*command, "--bind", f"fd://{listener.fileno()}", "--worker-tmp-dir", str(self.folder)],
                cwd=ROOT,
                env=os.environ | self.environment,
                pass_fds=[listener.fileno()],
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        listener.close()

    def restart(self) -> None:
        """Serve again at the same address."""
        self.start(socket.create_server(("127.0.0.1", urlsplit(self.url).port or 0)))

    def stop(self, with_signal: signal.Signals) -> None:
        """Send a signal to every process of the server, and wait for its end."""
        if self.server is not None:
            os.killpg(self.server.pid, with_signal)
            self.server.wait(timeout=20)
            self.server = None


@pytest.fixture(scope="session")
def start_site(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Site]]:
    """Starts a server of its own over a new copy of the ready database, as often as it is called.

    What it is called with is set in the environment of the server.
    """
    sites: list[Site] = []

    def start(**settings: str) -> Site:
        database, folder = databases.copy("content"), tmp_path_factory.mktemp("site")
        listener = socket.create_server(("127.0.0.1", 0))
        site = Site(f"http://127.0.0.1:{listener.getsockname()[1]}", database, folder, settings)
        sites.append(site)
        site.start(listener)
        return site

    yield start
    for site in sites:
        site.stop(signal.SIGTERM)


@pytest.fixture(scope="session")
def site(start_site: Callable[..., Site]) -> Site:
    """The server that the journeys of a worker share; each makes its own drafts on it."""
    return start_site()


@dataclass(frozen=True)
class Demo:
    """What `create_demo` made: e-mail and password by user group, references by state."""

    accounts: dict[str, tuple[str, str]]
    strategies: dict[str, str]


@pytest.fixture(scope="session")
def demo(site: Site) -> Demo:
    """The demonstration accounts and strategies, on the server that journeys share."""
    made = json.loads(site.manage("create_demo", "--json"))
    return Demo(
        accounts={account["group"]: (account["email"], account["password"]) for account in made["accounts"]},
        strategies={strategy["state"]: strategy["reference"] for strategy in made["strategies"]},
    )


# --- Browser ---------------------------------------------------------------------


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    """What the paths of the journeys are relative to."""
    return site.url


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The Chromium that dev.py found, or Playwright's own."""
    executable = os.environ.get("CHROMIUM")
    return browser_type_launch_args | {"executable_path": executable, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict) -> dict:
    """A French reader at a desk."""
    return browser_context_args | {
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "viewport": DESKTOP,
    }


@pytest.fixture
def open_page(browser: Browser, browser_context_args: dict, site: Site) -> Iterator[Callable[..., Page]]:
    """Opens pages, each in a session of its own, with further Playwright options; ends them with the test.

    Fails the test if a page asked for anything outside the site, or if its scripts or policy complained.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(**options) -> Page:
        home = options.get("base_url", site.url)

        def stay_on_site(request: Request) -> None:
            if not request.url.startswith((f"{home}/", "data:", "blob:")):
                faults.append(f"asked for {request.url}")

        context = browser.new_context(**browser_context_args | options)
        context.set_default_timeout(30_000)
        contexts.append(context)
        context.on("request", stay_on_site)
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on(
            "console",
            lambda message: "Content Security Policy" in message.text and faults.append(message.text),
        )
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of a new visitor at a desk."""
    return open_page()


@pytest.fixture
def page_without_javascript(open_page: Callable[..., Page]) -> Page:
    """A page of a new visitor whose browser runs no script."""
    return open_page(java_script_enabled=False)
