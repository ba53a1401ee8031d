"""Asks one address whether it still answers: politely, within bounds, and only where a door allows it."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from reen.watch.doors import PUBLIC, Door, RefusedError

TIMEOUT = 10
"""Seconds for each step of a request, and for the whole of it, however slowly the other side drips."""
WHOLE = 30
"""Seconds after which no further redirect is followed."""
MOST_REDIRECTS = 5
MOST_TRIED = 3
"""Addresses of one name that are tried, when the first ones do not take the connection."""
MOST_BYTES = 2048
PERMANENT = frozenset({301, 308})
REDIRECTS = PERMANENT | {302, 303, 307}
HEAD_NOT_TRUSTED = frozenset({400, 401, 403, 404, 405, 406, 410, 429, 500, 501, 502, 503})
"""Answers to HEAD that some sites give although GET works."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the last status, or none and why; where the page now lives if every step there is for good."""

    status: int | None
    trouble: str = ""
    moved_to: str = ""
    last: str = ""
    refused: bool = False


def ask(url: str, *, agent: str, door: Door = PUBLIC) -> Answer:
    """Follows at most five redirects, each through the same door. Never raises for what the other side does."""
    at, for_good = url, True
    until = time.monotonic() + WHOLE
    try:
        for _ in range(MOST_REDIRECTS + 1):
            if time.monotonic() > until:
                raise TimeoutError
            status, location = _look(at, agent, door)
            if status not in REDIRECTS or not location:
                moved = at if for_good and at != url else ""
                return Answer(status, moved_to=moved, last=at)
            for_good = for_good and status in PERMANENT
            at = urljoin(at, location)
        return Answer(None, f"plus de {MOST_REDIRECTS} redirections", last=at)
    except RefusedError as refusal:
        return Answer(None, str(refusal), last=at, refused=True)
    except socket.gaierror:
        return Answer(None, "ce nom de site n’existe pas, ou plus", last=at)
    except ssl.SSLError:
        return Answer(None, "certificat de sécurité refusé", last=at)
    except TimeoutError:
        return Answer(None, "pas de réponse à temps", last=at)
    except (OSError, http.client.HTTPException, ValueError, UnicodeError):
        return Answer(None, "connexion impossible ou réponse illisible", last=at)


def _look(url: str, agent: str, door: Door) -> tuple[int, str]:
    """Status and Location of one address: HEAD, then GET where HEAD may mislead."""
    status, location = _request("HEAD", url, agent, door)
    return _request("GET", url, agent, door) if status in HEAD_NOT_TRUSTED else (status, location)


def _request(method: str, url: str, agent: str, door: Door) -> tuple[int, str]:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
        raise RefusedError("ce n’est pas l’adresse d’une page publique")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = parts.hostname.encode("idna").decode()
    plain = _connected(door.addresses(host, port), port)
    with _deadline(plain) as cuttable:
        connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT)
        connection.sock = cuttable.secured(host) if parts.scheme == "https" else plain
        headers = {
            "User-Agent": agent,
            "Accept": "*/*",
            "Host": authority(host, parts.port),
            "Connection": "close",
        }
        connection.request(method, _target(parts), headers=headers)
        answer = connection.getresponse()
        if method == "GET":
            answer.read(MOST_BYTES)
        return answer.status, answer.headers.get("Location") or ""


def _connected(addresses: list[str], port: int) -> socket.socket:
    """A socket to the first address that takes it: the very ones that were checked."""
    *others, last = addresses[:MOST_TRIED]
    for address in others:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout=TIMEOUT)
    return socket.create_connection((last, port), timeout=TIMEOUT)


class _Cuttable:
    """An open socket that a timer may cut from another thread."""

    def __init__(self, opened: socket.socket) -> None:
        self.opened = opened
        self.late = False

    def secured(self, host: str) -> socket.socket:
        """The same connection under TLS, its certificate checked for that host."""
        context = ssl.create_default_context()
        self.opened = context.wrap_socket(self.opened, server_hostname=host, do_handshake_on_connect=False)
        self.opened.do_handshake()
        return self.opened

    def cut(self) -> None:
        self.late = True
        with suppress(OSError):
            self.opened.shutdown(socket.SHUT_RDWR)


@contextmanager
def _deadline(opened: socket.socket) -> Iterator[_Cuttable]:
    """Cuts the connection when the whole request takes too long, and closes it in any case."""
    cuttable = _Cuttable(opened)
    timer = threading.Timer(TIMEOUT, cuttable.cut)
    timer.daemon = True
    timer.start()
    try:
        yield cuttable
    except (OSError, http.client.HTTPException) as error:
        if cuttable.late:
            raise TimeoutError from error
        raise
    finally:
        timer.cancel()
        cuttable.opened.close()


def authority(host: str, port: int | None) -> str:
    """Host and port as a request names them, without the name and password an address may carry."""
    bracketed = f"[{host}]" if ":" in host else host
    return f"{bracketed}:{port}" if port else bracketed


def _target(parts: SplitResult) -> str:
    path = parts.path or "/"
    return f"{path}?{parts.query}" if parts.query else path
