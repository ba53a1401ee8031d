"""When each cited address is asked for again, and what its answers make of it."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from reen.enums import LinkState
from reen.models import WebAddress
from reen.watch.asking import Answer, ask
from reen.watch.doors import PUBLIC, Door

AGAIN = timedelta(days=30)
FIRST_DELAY = timedelta(days=1)
FAILURES_OF_THE_DEAD = 4
"""Tried after one, two, then four more days: a week of silence before an address is called dead."""
HELD = timedelta(hours=1)
"""A run that stops half-way gives the address back after that."""
ALIVE_BUT_CLOSED = frozenset({401, 403, 406, 451})
BUSY = frozenset({429, 503})
PAUSE = 2.0
"""Seconds between two requests to one host."""
MOST_OF_A_HOST = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run did."""

    asked: int
    alive: int
    failing: int
    dead: int


def check_due(
    *,
    limit: int,
    door: Door = PUBLIC,
    pause: float = PAUSE,
    sleep: Callable[[float], None] = time.sleep,
    seconds: float = 20 * 60,
) -> Outcome:
    """Asks for the addresses that wait, at most `limit` of them and `seconds` long, one host after the other."""
    until = time.monotonic() + seconds
    last_asked: dict[str, float] = {}
    states: list[str] = []
    for address in _due(limit):
        if time.monotonic() > until:
            break
        host = host_of(address.url)
        if host in last_asked:
            sleep(max(0.0, last_asked[host] + pause - time.monotonic()))
        if not _hold(address):
            continue
        states.append(check(address, door=door).state)
        last_asked[host] = time.monotonic()
    counts = {state: states.count(state) for state in LinkState}
    return Outcome(len(states), counts[LinkState.ALIVE], counts[LinkState.FAILING], counts[LinkState.DEAD])


def _due(limit: int) -> Iterator[WebAddress]:
    """Addresses to ask for, the longest waiting first, hosts taking turns."""
    waiting = WebAddress.objects.filter(next_check_at__lte=timezone.now()).order_by("next_check_at", "pk")
    turns: dict[int, list[WebAddress]] = defaultdict(list)
    seen: dict[str, int] = defaultdict(int)
    for address in waiting[:limit]:
        host = host_of(address.url)
        if seen[host] < MOST_OF_A_HOST:
            turns[seen[host]].append(address)
        seen[host] += 1
    for turn in sorted(turns):
        yield from turns[turn]


def _hold(address: WebAddress) -> bool:
    """Takes the address for this run; False when another run has just taken it."""
    ours = WebAddress.objects.filter(pk=address.pk, next_check_at=address.next_check_at)
    return bool(ours.update(next_check_at=timezone.now() + HELD))


def host_of(url: str) -> str:
    """The host one is polite to."""
    return urlsplit(url).hostname or ""


def agent() -> str:
    """How the site names itself to others: with an address where it says who it is."""
    return f"BoussoleREEN-liens/1.0 (+{settings.WAGTAILADMIN_BASE_URL})"


def check(address: WebAddress, *, door: Door = PUBLIC) -> WebAddress:
    """Asks for one address and writes what it answered."""
    judge(address, ask(address.url, agent=agent(), door=door), timezone.now())
    address.save()
    return address


@task()
def check_address(pk: int) -> None:
    """One address, asked for by an editor."""
    if address := WebAddress.objects.filter(pk=pk).first():
        check(address)


@task()
def check_addresses(limit: int) -> None:
    """A run, for hosts that have a worker."""
    check_due(limit=limit)


def judge(address: WebAddress, answer: Answer, now: datetime) -> None:
    """What an answer makes of the address, and when to ask again; nothing is saved."""
    address.checked_at = now
    address.answer = in_words(answer)
    if answer.refused:
        address.state, address.next_check_at = LinkState.REFUSED, now + AGAIN
        address.moved_to = ""
    elif answer.status in BUSY:
        address.next_check_at = now + FIRST_DELAY
    elif _answers(address.url, answer):
        address.state, address.next_check_at = LinkState.ALIVE, now + AGAIN
        address.failures, address.failing_since = 0, None
        address.moved_to = answer.moved_to if _moved(address.url, answer.moved_to) else ""
    else:
        _failed(address, now)


def _failed(address: WebAddress, now: datetime) -> None:
    address.failures = min(address.failures + 1, 30_000)
    address.failing_since = address.failing_since or now
    dead = address.failures >= FAILURES_OF_THE_DEAD
    address.state = LinkState.DEAD if dead else LinkState.FAILING
    address.next_check_at = now + (AGAIN if dead else FIRST_DELAY * 2 ** (address.failures - 1))


def _answers(url: str, answer: Answer) -> bool:
    if answer.status is None or leads_home(url, answer.last):
        return False
    return answer.status < 400 or answer.status in ALIVE_BUT_CLOSED


def leads_home(url: str, last: str) -> bool:
    """Whether an address of a page now ends on the home page: most often, the page is gone."""
    return (
        len(urlsplit(url).path.strip("/")) > 3
        and urlsplit(last).path in ("", "/")
        and not urlsplit(last).query
    )


def _moved(url: str, target: str) -> bool:
    """Whether the new address is worth writing: not for `https`, `www.` or a last slash."""
    return bool(target) and _bare(url) != _bare(target) and len(target) <= 600


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def in_words(answer: Answer) -> str:
    """The answer as editors read it."""
    if answer.status is None:
        return answer.trouble
    known = {
        404: "page introuvable (404)",
        410: "page supprimée (410)",
        429: "le site demande d’attendre (429)",
        503: "le site est indisponible (503)",
    }
    if answer.status in ALIVE_BUT_CLOSED:
        return f"le site refuse les robots ({answer.status})\u00a0: ouvrez le lien vous-même"
    return known.get(answer.status, f"réponse {answer.status}")
