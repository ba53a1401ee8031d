"""Ready databases for the tests: built once, by the commands a person types, then handed out as copies."""

import fcntl
import hashlib
import itertools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

ROOT = Path(__file__).parents[1]

# Each kind: the kind it starts from, the commands that fill it, the files whose change calls for a new one.
RECIPES = {
    "empty": (None, ["migrate"], ["*/migrations/*.py", "requirements/run.txt"]),
    "content": (
        "empty",
        ["load_content", "import_collectivities"],
        [
            "reen/content/**/*",
            "reen/models/**/*.py",
            "reen/blocks/*.py",
            "reen/search/*.py",
            "strategy/data/*",
            "strategy/services/importing.py",
            "*/management/commands/*.py",
        ],
    ),
    "demonstration": ("content", ["create_demo"], ["reen/queries/*.py", "strategy/**/*.py"]),
}
# The files of the versions are left to whoever asks for them: they would stay with who fills the database.
FILLING = {"TASKS_WORKER": "true"}
KEPT_FOR_SECONDS = 86_400


class Databases:
    """Copies of three ready databases.

    They are `empty` (migrated), `content` (with the catalogue and the official list) and `demonstration` (with the
    strategies and accounts of `create_demo` too).

    What is built is kept in `folder` for the next runs and shared by the workers of one run. `server` is
    the address of a PostgreSQL server; anything else means SQLite files.
    """

    def __init__(self, folder: Path, server: str = "") -> None:
        self.folder = folder
        self.engine = Postgres(server) if server.startswith("postgres") else Sqlite(folder)
        self._copies: list[str] = []
        self._numbers = itertools.count(1)

    def copy(self, kind: str) -> str:
        """The `DATABASE_URL` of a fresh copy; the first call builds the original."""
        name = f"reen_{os.getpid()}_{next(self._numbers)}"
        self.engine.copy(self.ready(kind), name)
        self._copies.append(name)
        return self.engine.url(name)

    def close(self) -> None:
        """Drop every copy handed out."""
        while self._copies:
            self.engine.drop(self._copies.pop())

    def ready(self, kind: str) -> str:
        """The name of the original; whoever comes first builds it, the others wait."""
        base, commands, _ = RECIPES[kind]
        name = f"reen_{kind}_{fingerprint(kind)}"
        with self._alone(kind):
            if self.engine.exists(name):
                return name
            self.engine.drop_older(f"reen_{kind}_", KEPT_FOR_SECONDS)
            building = f"{name}_building"
            self.engine.drop(building)
            self.engine.copy(base and self.ready(base), building)
            for command in commands:
                manage(self.engine.url(building), command, **FILLING)
            self.engine.rename(building, name)
            return name

    @contextmanager
    def _alone(self, kind: str) -> Iterator[None]:
        with (self.folder / f"{kind}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def build_aside(folder: Path) -> subprocess.Popen[bytes]:
    """Start building every kind in a process of its own, in the order of what they start from."""
    # What goes wrong there is told to whoever asks for a copy: the build is then tried again.
    return subprocess.Popen(
        [sys.executable, "-m", "tests.databases", folder],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def fingerprint(kind: str | None) -> str:
    """A short hash of every file that a ready database is made from."""
    digest = hashlib.sha256()
    while kind:
        kind, _, patterns = RECIPES[kind]
        for path in sorted({path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}):
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def manage(url: str, *arguments: str, **environment: str) -> str:
    """Run a command of `manage.py` on this database under the test settings; returns its standard output."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "reen.settings.test"} | environment,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stderr}")
    return done.stdout


class Sqlite:
    """Databases as files of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.sqlite3"

    def url(self, name: str) -> str:
        return f"sqlite:///{self.path(name)}"

    def name_for_django(self, url: str) -> str:
        return url.removeprefix("sqlite:///")

    def exists(self, name: str) -> bool:
        return self.path(name).exists()

    def copy(self, source: str | None, name: str) -> None:
        if source:
            shutil.copy(self.path(source), self.path(name))

    def rename(self, name: str, new_name: str) -> None:
        self.path(name).rename(self.path(new_name))

    def drop(self, name: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.path(name)}{suffix}").unlink(missing_ok=True)

    def drop_older(self, prefix: str, seconds: int) -> None:
        for path in self.folder.glob(f"{prefix}*.sqlite3"):
            if path.stat().st_mtime < time.time() - seconds:
                self.drop(path.stem)


class Postgres:
    """Databases of one PostgreSQL server, whose account may create some."""

    def __init__(self, server: str) -> None:
        self.server = server

    def url(self, name: str) -> str:
        return urlsplit(self.server)._replace(path=f"/{name}").geturl()

    def name_for_django(self, url: str) -> str:
        return urlsplit(url).path.removeprefix("/")

    def exists(self, name: str) -> bool:
        return bool(self._execute("SELECT FROM pg_database WHERE datname = %s", name))

    def copy(self, source: str | None, name: str) -> None:
        self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{source or "template0"}"')

    def rename(self, name: str, new_name: str) -> None:
        self._execute(f'ALTER DATABASE "{name}" RENAME TO "{new_name}"')

    def drop(self, name: str) -> None:
        self._execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def drop_older(self, prefix: str, seconds: int) -> None:
        """A server does not know the age of a database: every one with the prefix goes."""
        query = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
        for (name,) in self._execute(query, prefix):
            self.drop(name)

    def _execute(self, statement: str, *values: str) -> list[tuple]:
        with psycopg.connect(self.server, autocommit=True) as connection:
            cursor = connection.execute(statement, values or None)
            return cursor.fetchall() if cursor.description is not None else []


if __name__ == "__main__":
    databases = Databases(Path(sys.argv[1]), os.environ.get("DATABASE_URL", ""))
    for kind in RECIPES:
        databases.ready(kind)
