"""What every test can count on: a ready database, no outside network, no undefined template variable."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import connection
from django.template import engines

from tests.databases import RECIPES, Databases, build_aside
from tests.template_variables import FailIfOurs

OPTIONAL_PARTS = {
    "browser": "the tests that drive a browser",
    "verapdf": "the tests that ask the veraPDF engine",
}
JOURNEYS = Path(__file__).parent / "journeys"

# Playwright keeps an event loop in the thread that runs the tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_addoption(parser: pytest.Parser) -> None:
    for part, what in OPTIONAL_PARTS.items():
        parser.addoption(f"--without-{part}", action="store_true", help=f"leave out {what}")
    parser.addoption("--thorough", action="store_true", help="run the sweeps that take minutes too")
    parser.addoption("--pictures", action="store_true", help="take the pictures of the guides again")


def pytest_sessionstart(session: pytest.Session) -> None:
    """While the workers of a parallel run are set up, the databases they will wait for are made."""
    options = session.config.option
    if options.dist != "no" and not options.collectonly and not hasattr(session.config, "workerinput"):
        building = build_aside(session.config.cache.mkdir("databases"))
        session.config.add_cleanup(building.wait)
        session.config.add_cleanup(building.terminate)  # done first, as the last one added


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Without a browser its library may be missing too: the journeys are not even read."""
    return True if config.getoption("--without-browser") and collection_path == JOURNEYS else None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark the journeys, leave out the parts that the command line asks to, and put the others in turns.

    What needs no database comes first, while they are made; then what needs the first one made; then the journeys, so
    that no long one is left to the end. Each worker begins with a part of its own: the turns are kept in each part.
    """
    for item in items:
        if item.path.is_relative_to(JOURNEYS):
            item.add_marker("browser")
    without = [part for part in OPTIONAL_PARTS if config.getoption(f"--without-{part}")]
    without += [] if config.getoption("--thorough") or config.getoption("--pictures") else ["thorough"]
    left_out = [item for item in items if any(item.get_closest_marker(part) for part in without)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]
    workers = int(getattr(config, "workerinput", {"workercount": 1})["workercount"])
    turns = [[item for item in items if _turn(item) == turn] for turn in range(4)]
    items[:] = [
        item
        for part in range(workers)
        for its in turns
        for item in its[part * len(its) // workers : (part + 1) * len(its) // workers]
    ]


def _turn(item: pytest.Item) -> int:
    asked = set(getattr(item, "fixturenames", ()))
    if item.get_closest_marker("browser"):
        return 2
    if not item.get_closest_marker("django_db") and "db" not in asked:
        return 0
    return 3 if asked & {"content", "demonstration"} else 1


# --- Database -----------------------------------------------------------------


@pytest.fixture(scope="session")
def databases(pytestconfig: pytest.Config) -> Iterator[Databases]:
    """Ready databases, to copy."""
    databases = Databases(pytestconfig.cache.mkdir("databases"), os.environ.get("DATABASE_URL", ""))
    yield databases
    connection.close()
    databases.close()


@pytest.fixture(scope="session")
def copies_in_use() -> dict[str, str]:
    """The copy that the tests of this worker share, by kind; transactions keep it as it was."""
    return {}


@pytest.fixture
def django_db_setup(
    request: pytest.FixtureRequest, databases: Databases, copies_in_use: dict[str, str]
) -> Iterator[None]:
    """Point Django at a database that is migrated, or filled with what the test asks for: `content`, `demonstration`.

    A test that commits (`transactional_db`) leaves an emptied database behind: the next one gets a new copy.
    """
    kind = next((kind for kind in reversed(RECIPES) if kind in request.fixturenames), "empty")
    if kind not in copies_in_use:
        copies_in_use[kind] = databases.copy(kind)
    name = databases.engine.name_for_django(copies_in_use[kind])
    if connection.settings_dict["NAME"] != name:
        connection.close()
        connection.settings_dict["NAME"] = name
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        del copies_in_use[kind]


@pytest.fixture
def content(db: None) -> None:
    """The database holds the catalogue of `load_content` and the official list of collectivities."""


@pytest.fixture
def demonstration(db: None) -> None:
    """The same, with the strategies, the versions and the accounts of `create_demo`.

    The PDF that it made for a report, that of DEMO-AGGLO@v1, stayed with who made it; others are made when asked for.
    """


# --- Isolation ----------------------------------------------------------------


@pytest.fixture(autouse=True, scope="session")
def _only_loopback() -> Iterator[None]:
    """Refuse every connection that would leave this machine."""

    def refuse_outside(connect):
        def guarded(self: socket.socket, address, *arguments):
            outside = self.family in (socket.AF_INET, socket.AF_INET6)
            if outside and not str(address[0]).startswith(("127.", "::1", "localhost")):
                pytest.fail(f"a test tried to reach {address[0]}")
            return connect(self, address, *arguments)

        return guarded

    with pytest.MonkeyPatch.context() as patch:
        for method in ("connect", "connect_ex"):
            patch.setattr(socket.socket, method, refuse_outside(getattr(socket.socket, method)))
        yield


@pytest.fixture(autouse=True, scope="session")
def _own_media(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Uploaded files, and the keys that sign, go to folders of this run."""
    django_settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
    django_settings.KEYS_ROOT = tmp_path_factory.mktemp("keys")


@pytest.fixture(autouse=True, scope="session")
def _undefined_variables_fail() -> Iterator[None]:
    """An undefined variable in one of our templates fails the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines["django"].engine, "string_if_invalid", FailIfOurs())
        yield


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Nothing cached by a test reaches the next."""
    yield
    cache.clear()
