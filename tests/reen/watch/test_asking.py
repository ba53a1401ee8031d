"""One address is asked for politely, within bounds, and only where the door allows it."""

import socket
import time
from ipaddress import ip_address

import pytest

from reen.watch import asking
from reen.watch.asking import ask
from reen.watch.doors import PUBLIC, Door, RefusedError, is_public
from tests.reen.watch.web import status

AGENT = "Essai/1.0 (+https://boussole.invalid)"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "2002:c0a8:101::1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
    ],
)
def test_the_inside_network_is_never_public(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9", "64:ff9b::909:909"])
def test_the_internet_is_public(address):
    assert is_public(ip_address(address))


def test_the_door_of_a_site_that_runs_refuses_this_machine(site):
    site.pages["/"] = status(200)
    for url in (
        f"http://127.0.0.1:{site.port}/",
        f"http://[::1]:{site.port}/",
        f"http://localhost:{site.port}/",
    ):
        answer = ask(url, agent=AGENT)
        assert (answer.status, answer.refused) == (None, True)
    assert site.asked == []
    assert ask(site.url("/"), agent=AGENT, door=site.door).status == 200


def test_one_inside_address_among_public_ones_refuses_the_name():
    door = Door(resolves=lambda host, port: ["9.9.9.9", "127.0.0.1"])
    with pytest.raises(RefusedError):
        door.addresses("piege.invalid", 443)
    assert Door(resolves=lambda host, port: ["9.9.9.9"]).addresses("site.invalid", 443) == ["9.9.9.9"]


def test_only_usual_ports():
    with pytest.raises(RefusedError):
        Door(resolves=lambda host, port: ["9.9.9.9"]).addresses("site.invalid", 22)


def test_a_name_is_resolved_once_and_connected_to_at_the_address_checked(site):
    """A name that answers something else the second time, as in DNS rebinding, gains nothing."""
    site.pages["/"] = status(200)
    answers = iter([["127.0.0.1"]])
    door = Door(allows=site.door.allows, resolves=lambda host, port: next(answers))
    assert ask(site.url("/", host="change.invalid"), agent=AGENT, door=door).status == 200
    assert site.headers[0]["Host"] == f"change.invalid:{site.port}"


def test_each_redirect_goes_through_the_door(site):
    site.pages["/part"] = status(302, Location="http://169.254.169.254/latest/meta-data/")
    answer = ask(site.url("/part"), agent=AGENT, door=site.door)
    assert answer.refused
    assert site.asked == [("HEAD", "/part")]


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://site.invalid/", "gopher://site.invalid/", "http://a:b@site.invalid/"],
)
def test_only_public_pages_are_asked_for(site, target):
    site.pages["/part"] = status(302, Location=target)
    assert ask(target, agent=AGENT, door=site.door).refused
    assert ask(site.url("/part"), agent=AGENT, door=site.door).refused


def test_the_site_says_who_it_is(site):
    site.pages["/page"] = status(200)
    ask(site.url("/page"), agent=AGENT, door=site.door)
    assert site.asked == [("HEAD", "/page")]
    assert site.headers[0]["User-Agent"] == AGENT


def test_a_site_that_refuses_head_is_asked_again_with_get(site):
    def only_get(request):
        status(200 if request.command == "GET" else 405)(request)

    site.pages["/page"] = only_get
    assert ask(site.url("/page"), agent=AGENT, door=site.door).status == 200
    assert site.asked == [("HEAD", "/page"), ("GET", "/page")]


def test_permanent_redirects_tell_the_new_address_and_others_do_not(site):
    site.pages |= {
        "/a": status(301, Location="/b"),
        "/b": status(308, Location="/c"),
        "/c": status(200),
        "/d": status(301, Location="/e"),
        "/e": status(302, Location="/c"),
    }
    assert ask(site.url("/a"), agent=AGENT, door=site.door).moved_to == site.url("/c")
    answer = ask(site.url("/d"), agent=AGENT, door=site.door)
    assert (answer.status, answer.moved_to, answer.last) == (200, "", site.url("/c"))


def test_redirects_are_counted(site):
    site.pages["/rond"] = status(302, Location="/rond")
    answer = ask(site.url("/rond"), agent=AGENT, door=site.door)
    assert answer.status is None
    assert len(site.asked) == asking.MOST_REDIRECTS + 1


def test_a_large_page_is_not_read(site):
    sent = []

    def endless(request):
        request.send_response(405 if request.command == "HEAD" else 200)
        request.end_headers()
        try:
            for _ in range(2000 if request.command == "GET" else 0):
                request.wfile.write(b"x" * 65536)
                sent.append(65536)
        except OSError:
            pass

    site.pages["/gros"] = endless
    assert ask(site.url("/gros"), agent=AGENT, door=site.door).status == 200
    time.sleep(0.1)
    assert sum(sent) < 30_000_000


def test_a_page_that_drips_is_cut(site, monkeypatch):
    monkeypatch.setattr(asking, "TIMEOUT", 0.4)

    def drip(request):
        try:
            for _ in range(60):
                request.wfile.write(b"H")
                time.sleep(0.1)
        except OSError:
            pass

    site.pages["/goutte"] = drip
    before = time.monotonic()
    answer = ask(site.url("/goutte"), agent=AGENT, door=site.door)
    assert (answer.status, answer.trouble) == (None, "pas de réponse à temps")
    assert time.monotonic() - before < 4


def test_a_server_that_says_nothing_is_left(monkeypatch):
    monkeypatch.setattr(asking, "TIMEOUT", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        door = Door(allows=lambda address, _port: True, resolves=lambda host, _port: ["127.0.0.1"])
        assert ask(f"http://muet.invalid:{port}/", agent=AGENT, door=door).trouble == "pas de réponse à temps"


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"\x00\xff\xfe garbage\r\n\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500,
    ],
)
def test_an_unreadable_answer_is_told_in_words(reply, monkeypatch):
    import threading

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def answer() -> None:
            for _ in range(2):
                try:
                    peer, _address = server.accept()
                except OSError:
                    return
                with peer:
                    peer.recv(4096)
                    peer.sendall(reply)

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        door = Door(allows=lambda address, _port: True, resolves=lambda host, _port: ["127.0.0.1"])
        result = ask(f"http://casse.invalid:{port}/", agent=AGENT, door=door)
    assert (result.status, result.trouble) == (None, "connexion impossible ou réponse illisible")


def test_tls_is_checked_before_anything_is_believed(site):
    """The server speaks no TLS: the handshake fails, in words."""
    answer = ask(f"https://site.invalid:{site.port}/", agent=AGENT, door=site.door)
    assert (answer.status, answer.trouble) == (None, "certificat de sécurité refusé")


@pytest.mark.parametrize(
    "url", ["", "http://", "http://[::1", "http://a b/", "http://" + "a" * 300 + "/", "pas une adresse"]
)
def test_what_is_no_address_is_told_and_never_raises(url):
    assert ask(url, agent=AGENT, door=PUBLIC).status is None


def test_a_header_cannot_be_smuggled_in_an_address(site):
    answer = ask(site.url("/a\r\nX-Piege: 1"), agent=AGENT, door=site.door)
    assert all("X-Piege" not in headers for headers in site.headers)
    assert answer.status in (None, 404)


@pytest.mark.parametrize(("before", "reached"), [(asking.MOST_TRIED - 1, True), (asking.MOST_TRIED, False)])
def test_few_of_the_addresses_of_a_name_are_tried(site, before, reached):
    site.pages["/"] = status(200)
    silent = [f"127.0.0.{number}" for number in range(2, 2 + before)]
    door = Door(
        allows=lambda address, port: address.startswith("127."), resolves=lambda *_: [*silent, "127.0.0.1"]
    )
    assert (ask(site.url("/"), agent=AGENT, door=door).status == 200) is reached
