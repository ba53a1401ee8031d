"""Reads published entries, and writes what is to be mended in them and which addresses they cite."""

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import urldefrag, urlsplit

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from reen.models import Action, Citation, Finding, WebAddress
from reen.watch.asking import authority
from reen.watch.kinds import kinds
from reen.watch.reading import Reading, read
from reen.watch.remarks import remarks

TOGETHER = 100
"""Entries read and written at once: a bounded number of long texts in memory."""
LONGEST_ADDRESS = 600


def survey_all() -> int:
    """Every published entry, then forgets what no entry cites any more; says how many were read."""
    count = 0
    for model in kinds():
        live = model._default_manager.filter(live=True).order_by("pk")
        batch: list[Any] = []
        for entry in live.iterator(chunk_size=TOGETHER):
            batch.append(entry)
            if len(batch) == TOGETHER:
                survey(model, batch)
                batch = []
            count += 1
        survey(model, batch)
        _forget(model, ~Q(object_id__in=live.order_by().values("pk")))
    WebAddress.objects.filter(citations=None).delete()
    return count


def survey_some(model: type[Model], entries: Sequence[Any]) -> None:
    """Entries that were just published, or withdrawn: then nothing is left of them."""
    if model not in kinds():
        return
    live = [entry for entry in entries if entry.live]
    for start in range(0, len(live), TOGETHER):
        survey(model, live[start : start + TOGETHER])
    if withdrawn := [entry.pk for entry in entries if not entry.live]:
        _forget(model, Q(object_id__in=withdrawn))


def forget_one(entry: Any) -> None:
    """An entry readers no longer see."""
    _forget(type(entry), Q(object_id=entry.pk))


def _forget(model: type[Model], which: Q) -> None:
    content_type = _content_type(model)
    for kept in (Finding, Citation):
        kept._default_manager.filter(which, content_type=content_type).delete()


def _content_type(model: type[Model]) -> ContentType:
    return ContentType.objects.get_for_model(model, for_concrete_model=False)


@transaction.atomic
def survey(model: type[Model], entries: Sequence[Any]) -> None:
    """Writes anew what is found in those entries; what an editor set aside stays so as long as the words do."""
    if not entries:
        return
    linked = _linked_to_law(model, entries)
    readings = {entry.pk: read(entry, links_to_law=entry.pk in linked) for entry in entries}
    _write_findings(_content_type(model), readings)
    _write_citations(_content_type(model), readings)


def _linked_to_law(model: type[Model], entries: Iterable[Any]) -> set[int]:
    """The actions among the entries that name a requirement or a legal text."""
    if model is not Action:
        return set()
    named = Q(requirements__isnull=False) | Q(legal_texts__isnull=False)
    return set(
        Action.objects.filter(named, pk__in=[entry.pk for entry in entries]).values_list("pk", flat=True)
    )


def _write_findings(content_type: ContentType, readings: dict[int, Reading]) -> None:
    wanted = {
        (pk, remark.rule, remark.field, remark.words)
        for pk, reading in readings.items()
        for remark in remarks(reading)
    }
    there = {
        (row.object_id, row.rule, row.field, row.words): row.pk
        for row in Finding.objects.filter(content_type=content_type, object_id__in=readings)
    }
    Finding.objects.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
    today = timezone.localdate()
    Finding.objects.bulk_create(
        [
            Finding(
                content_type=content_type, object_id=pk, rule=rule, field=field, words=words, found_on=today
            )
            for pk, rule, field, words in sorted(wanted - there.keys())
        ],
        ignore_conflicts=True,
    )


def _write_citations(content_type: ContentType, readings: dict[int, Reading]) -> None:
    wanted = {
        (pk, cited.field, url)
        for pk, reading in readings.items()
        for cited in reading.cited
        if (url := address(cited.url))
    }
    there = {
        (row.object_id, row.field, row.address.url): row.pk
        for row in Citation.objects.filter(content_type=content_type, object_id__in=readings).select_related(
            "address"
        )
    }
    Citation.objects.filter(pk__in=[pk for key, pk in there.items() if key not in wanted]).delete()
    new = sorted(wanted - there.keys())
    known = _addresses({url for _pk, _field, url in new})
    Citation.objects.bulk_create(
        [
            Citation(content_type=content_type, object_id=pk, field=field, address_id=known[url])
            for pk, field, url in new
        ],
        ignore_conflicts=True,
    )


def _addresses(urls: set[str]) -> dict[str, int]:
    """The key of each address, those never seen added."""
    now = timezone.now()
    WebAddress.objects.bulk_create(
        [WebAddress(url=url, next_check_at=now) for url in sorted(urls)], ignore_conflicts=True
    )
    return dict(WebAddress.objects.filter(url__in=urls).values_list("url", "pk"))


def address(typed: str) -> str:
    """The address to ask for, in ASCII, without its anchor; "" for what no link checker can ask."""
    try:
        parts = urlsplit(typed.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = parts.port
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    url = iri_to_uri(urldefrag(parts._replace(netloc=authority(host, port)).geturl()).url)
    return url if len(url) <= LONGEST_ADDRESS else ""
