"""A web server of this machine for the link checker, and the door that opens to it alone."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from reen.watch.doors import Door

Page = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class LocalSite:
    """Answers by path; remembers what it was asked."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str, host: str = "site.invalid") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def door(self) -> Door:
        """Every name is this server; nothing else may be connected to."""
        return Door(
            allows=lambda address, port: (address, port) == ("127.0.0.1", self.port),
            resolves=lambda host, port: ["127.0.0.1"],
        )


def status(code: int, **headers: str) -> Page:
    """A page that answers that code."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return answer


@contextmanager
def local_site() -> Iterator[LocalSite]:
    """The server, until the end of the test."""

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            site.asked.append((self.command, self.path))
            site.headers.append(dict(self.headers))
            site.pages.get(self.path, status(404))(self)

        do_GET = do_HEAD  # noqa: N815 - the name http.server calls

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = LocalSite(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()
