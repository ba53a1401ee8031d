"""The same document gives the same bytes: another day, another process, another order of hashing."""

import hashlib
import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest
from freezegun import freeze_time

from strategy.renderers.registry import RENDERERS
from tests.documents import files

PROGRAM = (
    "import sys, hashlib; from strategy.document.serialize import from_json;"
    "from strategy.renderers.registry import RENDERERS;"
    "data = RENDERERS['pdf'].render(from_json(sys.stdin.buffer.read().decode()));"
    "print(hashlib.sha256(data).hexdigest(), 'django' in sys.modules)"
)


@pytest.mark.parametrize("identifier", RENDERERS)
def test_another_day_gives_the_same_bytes(identifier):
    document = files.document("small-commune")
    with freeze_time("2025-12-01 10:00:00"):
        before = datetime.now()  # noqa: DTZ005 — the frozen clock itself
        first = RENDERERS[identifier].render(document)
    with freeze_time("2026-01-10 23:59:59"):
        assert datetime.now() - before > timedelta(days=40)  # noqa: DTZ005
        assert RENDERERS[identifier].render(document) == first


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_gives_the_same_bytes_and_needs_no_django(seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed}
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=files.path("small-commune").read_bytes(),
        capture_output=True,
        check=True,
        env=environment,
    )
    expected = hashlib.sha256(files.pdf("small-commune")).hexdigest()
    assert answer.stdout.decode().split() == [expected, "False"]


def test_another_document_gives_other_bytes():
    assert files.pdf("small-commune") != files.pdf("large-epci")
