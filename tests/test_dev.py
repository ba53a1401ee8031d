"""The developer's script, run as typed."""

import ast
import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[1] / "dev.py"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, timeout=60)


def pinned(kind: str) -> list[str]:
    return (SCRIPT.parent / "requirements" / f"{kind}.txt").read_text().splitlines()


@pytest.fixture(scope="module")
def dev() -> ModuleType:
    specification = importlib.util.spec_from_file_location("dev", SCRIPT)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_alone_it_lists_its_commands():
    done = run()
    assert done.returncode == 0
    assert [
        line.split()[0] for line in done.stdout.splitlines() if line.startswith("    ") and line[4] != " "
    ] == [
        "setup",
        "run",
        "test",
        "check",
        "bench",
    ]


def test_what_it_starts_keeps_what_it_compiles(dev, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(sys, "argv", ["dev.py"])
    assert dev.main() == 0
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_an_unknown_argument_is_refused():
    done = run("setup", "--fast")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--fast" in done.stderr


def test_an_older_python_reads_the_sentence_that_refuses_it():
    """The syntax of the whole file is that of Python 3.8, or the sentence would never be reached."""
    ast.parse(SCRIPT.read_text(), feature_version=(3, 8))


def test_a_taken_port_is_refused_before_anything_is_made():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        done = run("run", "--port", str(port))
    assert done.returncode == 1
    assert (
        done.stderr == f"dev.py: port {port} is taken; choose another: python3 dev.py run --port {port + 1}\n"
    )


@pytest.mark.parametrize("port", ["99999", "0", "huit"])
def test_a_number_that_is_no_port_is_refused_in_one_sentence(port):
    done = run("run", "--port", port)
    assert done.returncode == 2
    assert done.stderr.endswith(f"{port!r} is no port: give a number from 1 to 65535\n")


def test_an_unknown_benchmark_is_refused_with_those_there_are():
    done = run("bench", "speed")
    assert done.returncode == 1
    assert (
        done.stderr
        == "dev.py: no benchmark named speed; there are documents, pages, pdf, search_collectivities, steps.\n"
    )


def test_what_is_installed_is_not_installed_again(dev, tmp_path, monkeypatch):
    """With every pin noted as installed, a pip that could only fail is never called."""
    monkeypatch.setattr(dev, "VENV", Path(sys.prefix))
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "INSTALLED", tmp_path / "installed.txt")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "nowhere"))
    pins = [line.partition(" ;")[0] for line in pinned("test")]
    (tmp_path / "installed.txt").write_text("\n".join(pins))
    dev.install("run", without=[])
    dev.install("test", without=["browser", "verapdf"])
    (tmp_path / "installed.txt").write_text("")
    with pytest.raises(SystemExit, match="could not install"):
        dev.install("run", without=[])


def test_parts_left_out_are_among_the_pins(dev):
    pins = {
        line.split("==")[0] for line in (SCRIPT.parent / "requirements" / "test.txt").read_text().splitlines()
    }
    assert set().union(*dev.OPTIONAL_PACKAGES.values()) - pins == set()


def test_fingerprint_follows_files_and_database(dev, monkeypatch):
    before = dev.fingerprint(("requirements/run.txt",))
    assert dev.fingerprint(("requirements/run.txt",)) == before
    assert dev.fingerprint(("requirements/*.txt",)) != before
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/reen")
    assert dev.fingerprint(("requirements/run.txt",)) != before
