"""A provider of professional identities on this machine: what ProConnect answers, as its documentation says."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

CLIENT, SECRET = "boussole", "secret-du-site"


def token(claims: dict[str, Any]) -> str:
    """A JSON Web Token; nobody here reads its signature."""
    parts = ({"alg": "RS256"}, claims)
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
    return ".".join([*encoded, "c2lnbmF0dXJl"])


class Provider:
    """`person` is who signs in there, `identity` and `configuration` what is to be answered otherwise than well."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.person: dict[str, Any] = {"sub": "agent-1", "siret": ""}
        self.identity: dict[str, Any] = {}
        self.configuration: dict[str, Any] = {}
        self.as_json = False
        self.asked: dict[str, str] = {}

    def sign_in(self, url: str) -> dict[str, str]:
        """What the browser brings back after somebody signed in at that address."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        return {"code": "code-1", "state": self.asked["state"]}

    def discovery(self) -> bytes:
        names = ("authorization", "token", "userinfo")
        found = {f"{name}_endpoint": f"{self.address}/{name}" for name in names}
        return json.dumps(found | {"issuer": self.address} | self.configuration).encode()

    def tokens(self, form: dict[str, list[str]]) -> bytes | None:
        """None to whoever is not the site, or did not begin this."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"][0].encode()).digest())
        given = (form["code"][0], form["client_id"][0], form["client_secret"][0], form["redirect_uri"][0])
        wanted = ("code-1", CLIENT, SECRET, self.asked.get("redirect_uri"))
        if given != wanted or challenge.rstrip(b"=").decode() != self.asked["code_challenge"]:
            return None
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "exp": time.time() + 60,
            "nonce": self.asked["nonce"],
            "sub": "agent-1",
        }
        return json.dumps({"access_token": "acces", "id_token": token(claims | self.identity)}).encode()

    def who(self, bearer: str) -> bytes | None:
        if bearer != "Bearer acces":
            return None
        return json.dumps(self.person).encode() if self.as_json else token(self.person).encode()


@contextmanager
def running() -> Iterator[Provider]:
    """The provider, listening on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/.well-known/openid-configuration":
                self.answer(provider.discovery())
            else:
                self.answer(provider.who(self.headers.get("Authorization", "")))

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            self.answer(provider.tokens(parse_qs(sent.decode())))

        def answer(self, content: bytes | None) -> None:
            self.send_response(200 if content is not None else 401)
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
