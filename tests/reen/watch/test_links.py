"""When addresses are asked for again, how politely, and what becomes of them."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from freezegun import freeze_time

from reen.enums import LinkState
from reen.models import WebAddress
from reen.watch import links
from reen.watch.asking import Answer
from tests.reen.watch.web import status

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://exemple.invalid/page"


def judged(*answers: Answer, url: str = URL, every: timedelta | None = None) -> WebAddress:
    """The address after those answers, each when it was due."""
    address, now = WebAddress(url=url, next_check_at=NOON), NOON
    for answer in answers:
        links.judge(address, answer, now)
        now = address.next_check_at
    return address


def test_an_address_that_answers_is_left_alone_for_a_month():
    address = judged(Answer(200, last=URL))
    assert (address.state, address.next_check_at - NOON) == (LinkState.ALIVE, timedelta(days=30))


def test_an_address_is_dead_after_a_week_of_silence_and_not_before():
    silent = Answer(404, last=URL)
    states, delays, now = [], [], NOON
    address = WebAddress(url=URL, next_check_at=NOON)
    for _ in range(5):
        links.judge(address, silent, now)
        states.append(address.state)
        delays.append((address.next_check_at - now).days)
        now = address.next_check_at
    assert states == [LinkState.FAILING] * 3 + [LinkState.DEAD] * 2
    assert delays == [1, 2, 4, 30, 30]
    assert address.failing_since == NOON


def test_one_answer_brings_it_back():
    address = judged(*[Answer(None, "muet")] * 4, Answer(200, last=URL))
    assert (address.state, address.failures, address.failing_since) == (LinkState.ALIVE, 0, None)


@pytest.mark.parametrize("code", [401, 403, 406, 451])
def test_a_site_that_refuses_robots_is_not_called_dead(code):
    address = judged(*[Answer(code, last=URL)] * 5)
    assert address.state == LinkState.ALIVE
    assert "refuse les robots" in address.answer


@pytest.mark.parametrize("code", [429, 503])
def test_a_busy_site_is_asked_tomorrow_and_nothing_is_held_against_it(code):
    address = judged(*[Answer(code, last=URL)] * 5)
    assert (address.state, address.failures) == (LinkState.UNKNOWN, 0)
    assert address.next_check_at == NOON + timedelta(days=5)


def test_a_refused_address_says_so_and_is_no_dead_link():
    assert judged(Answer(None, "interne", refused=True)).state == LinkState.REFUSED


@pytest.mark.parametrize(
    ("url", "last", "home"),
    [
        ("https://exemple.invalid/guide/2019.pdf", "https://exemple.invalid/", True),
        ("https://exemple.invalid/guide", "https://www.exemple.invalid", True),
        ("https://exemple.invalid/", "https://exemple.invalid/", False),
        ("https://exemple.invalid/fr", "https://exemple.invalid/", False),
        ("https://exemple.invalid/guide", "https://exemple.invalid/guide-2", False),
        ("https://exemple.invalid/guide", "https://exemple.invalid/?page=guide", False),
    ],
)
def test_a_page_that_leads_to_the_home_page_is_gone(url, last, home):
    assert links.leads_home(url, last) is home
    assert judged(Answer(200, last=last), url=url).state == (LinkState.FAILING if home else LinkState.ALIVE)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("https://exemple.invalid/nouvelle", "https://exemple.invalid/nouvelle"),
        ("https://www.exemple.invalid/page/", ""),
        ("https://exemple.invalid/" + "x" * 600, ""),
    ],
)
def test_a_move_is_told_when_it_is_worth_writing(target, told):
    assert judged(Answer(200, moved_to=target, last=target)).moved_to == told


# --- Runs ---------------------------------------------------------------------


@pytest.fixture
def no_sleep():
    slept: list[float] = []
    return slept


def waiting(url: str, **fields) -> WebAddress:
    return WebAddress.objects.create(url=url, next_check_at=LONG_AGO, **fields)


@pytest.mark.django_db
def test_a_run_asks_hosts_in_turn_and_waits_before_asking_one_again(site, no_sleep):
    for host, path in (("un", "/a"), ("un", "/b"), ("deux", "/c")):
        site.pages[path] = status(200)
        waiting(site.url(path, host=f"{host}.invalid"))
    outcome = links.check_due(limit=10, door=site.door, pause=5, sleep=no_sleep.append)
    assert (outcome.asked, outcome.alive) == (3, 3)
    assert [path for _method, path in site.asked] == ["/a", "/c", "/b"]
    (pause,) = no_sleep
    assert 4 < pause <= 5
    assert "+http" in site.headers[0]["User-Agent"]


@pytest.mark.django_db
def test_a_run_is_bounded_and_takes_who_waits_longest(site, no_sleep):
    for number in range(4):
        site.pages[f"/{number}"] = status(200)
        address = waiting(site.url(f"/{number}"))
        WebAddress.objects.filter(pk=address.pk).update(next_check_at=LONG_AGO - timedelta(days=number))
    assert links.check_due(limit=2, door=site.door, sleep=no_sleep.append).asked == 2
    assert [path for _method, path in site.asked] == ["/3", "/2"]


@pytest.mark.django_db
def test_one_host_does_not_take_the_whole_run(site, no_sleep, monkeypatch):
    monkeypatch.setattr(links, "MOST_OF_A_HOST", 2)
    for number in range(4):
        site.pages[f"/{number}"] = status(200)
        waiting(site.url(f"/{number}"))
    assert links.check_due(limit=10, door=site.door, sleep=no_sleep.append).asked == 2


@pytest.mark.django_db
def test_what_was_just_asked_is_not_asked_again(site, no_sleep):
    site.pages["/a"] = status(200)
    waiting(site.url("/a"))
    for asked in (1, 0):
        assert links.check_due(limit=10, door=site.door, sleep=no_sleep.append).asked == asked


@pytest.mark.django_db
def test_two_runs_at_once_do_not_ask_the_same_address(site, no_sleep):
    """The other run takes the address between the moment this one read it and the moment it asks."""
    site.pages["/a"] = status(200)
    waiting(site.url("/a"))

    def other_run(_host, _port):
        second.append(links.check_due(limit=10, door=site.door, sleep=no_sleep.append).asked)
        return ["127.0.0.1"]

    second: list[int] = []
    door = type(site.door)(allows=site.door.allows, resolves=other_run)
    assert links.check_due(limit=10, door=door, sleep=no_sleep.append).asked == 1
    assert second == [0]


@pytest.mark.django_db
def test_a_run_stops_when_its_time_is_over(site, no_sleep):
    waiting(site.url("/a"))
    assert links.check_due(limit=10, door=site.door, sleep=no_sleep.append, seconds=-1).asked == 0


@pytest.mark.django_db
def test_the_command_never_asks_for_this_machine(site, capsys):
    """As a site runs it: no door but the public one."""
    site.pages["/a"] = status(200)
    address = waiting(f"http://127.0.0.1:{site.port}/a")
    with freeze_time(NOON + timedelta(days=1)):
        call_command("check_links", "--json")
    address.refresh_from_db()
    assert (address.state, site.asked) == (LinkState.REFUSED, [])
    assert capsys.readouterr().out == '{"asked": 1, "alive": 0, "failing": 0, "dead": 0}\n'
