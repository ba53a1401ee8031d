"""Keeps the index equal to what is published: row by row as it changes, or all of it again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import islice
from math import sqrt
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete

from reen.models import ArticlePage, HomePage
from reen.models.index import IndexRow, IndexWord
from reen.models.publications import follow
from reen.search.documents import MAKERS, Document, document_of, told_by
from reen.search.screens import screens
from reen.search.words import words_of

TITLE, LINE, TEXT = 12.0, 3.0, 1.0
"""What a word weighs by where it stands: the words of a title share its weight, a text is heard three times at most."""
AT_ONCE = 500


def follow_publications() -> None:
    """From now on, what is published, unpublished or deleted changes the index."""
    follow(_changed, "reen.search")
    post_delete.connect(_deleted, dispatch_uid="reen.search")


def key_of(found: Any) -> str:
    """The name of an entry or a page in the index."""
    return f"{found._meta.model_name}:{found.pk}"


def _changed(instances: Sequence[Any]) -> None:
    """What has changed, told again; the screens of the site come with its home page."""
    told = [found for found in map(told_by, instances) if type(found) in MAKERS]
    documents: dict[str, Document | None] = {key_of(found): document_of(found) for found in told}
    if any(isinstance(found, HomePage) for found in told):
        documents |= screens()
    _write_all(iter(documents.items()))


def _deleted(sender: Any, instance: Any, **_others: Any) -> None:
    if sender in MAKERS:
        write({key_of(instance): None})
    elif sender is ArticlePage and instance.legal_text is not None:
        _changed([instance])


def make_if_never_made() -> None:
    """Makes the index of a site that was filled before it had one: the screens are there as soon as it does."""
    if not IndexRow.objects.filter(key__in=screens()).exists():
        rebuild()


def rebuild() -> int:
    """Makes the whole index again, in one transaction; returns how many rows it has."""
    with transaction.atomic():
        IndexRow.objects.all().delete()
        _write_all(_everything())
        return IndexRow.objects.count()


def _everything() -> Iterator[tuple[str, Document | None]]:
    for model in MAKERS:
        for found in model._default_manager.iterator(chunk_size=AT_ONCE):
            yield key_of(found), document_of(found)
    yield from screens().items()


def _write_all(documents: Iterator[tuple[str, Document | None]]) -> None:
    while some := dict(islice(documents, AT_ONCE)):
        write(some)


@transaction.atomic
def write(documents: Mapping[str, Document | None]) -> None:
    """Replaces the rows of these keys; those told by None are gone."""
    IndexRow.objects.filter(key__in=documents).delete()
    names = [each.name for each in fields(Document)]
    rows = [
        (IndexRow(key=key, **{name: getattr(document, name) for name in names}), document)
        for key, document in documents.items()
        if document is not None
    ]
    IndexRow.objects.bulk_create([row for row, _document in rows])
    words = (each for row, document in rows for each in _words(row, document))
    while some := list(islice(words, AT_ONCE * 10)):
        IndexWord.objects.bulk_create(some, batch_size=AT_ONCE)


def _words(row: IndexRow, document: Document) -> Iterable[IndexWord]:
    weights: defaultdict[str, float] = defaultdict(float)
    title = list(words_of(document.title))
    line, text = set(words_of(document.line)), Counter(words_of(document.text))
    stems = {word.text: word.stem for word in (*title, *line, *text)}
    for word in set(title):
        weights[word.text] += TITLE / sqrt(len(title))
    for word in line:
        weights[word.text] += LINE
    for word, times in text.items():
        weights[word.text] += TEXT * min(times, 3)
    return [
        IndexWord(row=row, word=word, stem=stems[word], weight=weight) for word, weight in weights.items()
    ]
