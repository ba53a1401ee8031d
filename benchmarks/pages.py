"""Public pages under load: the median time to answer, against that of a page without any content (sign-in).

A few hundred requests to a server of its own on this machine, over real content, then it stops.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks._report import Measure, report
from tests.databases import Databases

ROOT = Path(__file__).parents[1]
REFERENCE = "/compte/login/"
PATHS = {
    "page_home": "/",
    "page_actions": "/actions/",
    "page_search": "/ma-collectivite/",
    "page_search_found": "/ma-collectivite/?q=saint+etienne",
}
REQUESTS, CONNECTIONS = 200, 2


def fetch(address: str, path: str, times: int) -> list[float]:
    """Seconds that each of `times` requests took, one after the other on one connection."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
    seconds = []
    for _ in range(times):
        started = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            raise SystemExit(f"{path} answers {answer.status}")
        seconds.append(time.perf_counter() - started)
    connection.close()
    return seconds


def median_of(address: str, path: str) -> float:
    """Milliseconds of the median answer, with several connections at once."""
    fetch(address, path, 10)
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        shares = pool.map(lambda _: fetch(address, path, REQUESTS // CONNECTIONS), range(CONNECTIONS))
        return statistics.median(second for share in shares for second in share) * 1000


def measures() -> Iterator[Measure]:
    """One a page, from a server with two workers over a copy of the ready database."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "reen.wsgi", "-w", "2", "-b", f"fd://{listener.fileno()}"],
            cwd=ROOT,
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "reen.settings.test",
                "DATABASE_URL": Databases(Path(folder)).copy("content"),
            },
            pass_fds=[listener.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{listener.getsockname()[1]}"
            reference = median_of(address, REFERENCE)
            for name, path in PATHS.items():
                yield Measure(name, median_of(address, path), "ms", reference)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    report(measures())
