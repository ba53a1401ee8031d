"""Public pages under load: time to answer and pages per second, on a real server over real content.

Bounded: a few hundred requests to a server of its own on this machine, then it stops.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from tests.databases import Databases

ROOT = Path(__file__).parents[1]
PATHS = [
    "/",
    "/actions/",
    "/ma-collectivite/",
    "/ma-collectivite/?q=saint+etienne",
    "/compte/login/",
]
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


def measure(address: str, path: str) -> str:
    """One line of the table."""
    fetch(address, path, 10)
    started = time.perf_counter()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        shares = pool.map(lambda _: fetch(address, path, REQUESTS // CONNECTIONS), range(CONNECTIONS))
        seconds = [second for share in shares for second in share]
    rate = len(seconds) / (time.perf_counter() - started)
    quantiles = statistics.quantiles(seconds, n=20)
    return f"{path:36} {rate:7.0f} {quantiles[9] * 1000:8.1f} {quantiles[18] * 1000:8.1f}"


def main() -> None:
    """Build a database, serve it with two workers and measure each page."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        database = Databases(Path(folder)).copy("content")
        server = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "reen.wsgi", "-w", "2", "-b", f"fd://{listener.fileno()}"],
            cwd=ROOT,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "reen.settings.test", "DATABASE_URL": database},
            pass_fds=[listener.fileno()],
            stderr=subprocess.DEVNULL,
        )
        try:
            print(f"{'page':36} {'pages/s':>7} {'p50 ms':>8} {'p95 ms':>8}")
            for path in PATHS:
                print(measure(f"http://127.0.0.1:{listener.getsockname()[1]}", path), flush=True)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
