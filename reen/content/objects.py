"""The objects that items of the YAML are about: found, inserted, written."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model

from reen.content import many
from reen.content.fields import Known
from reen.content.items import Item
from reen.content.pages import PARENTS
from reen.content.rich_text import everywhere, with_numbers, without_paths
from reen.content.tree import add_page
from reen.models import BasePage

Pointed = Mapping[type[Model], Known]


def found(items: list[Item], numbers: Mapping[str, int]) -> dict[str, Any]:
    """The objects of items by key, found by the numbers they were loaded under or else by their names."""
    there: dict[str, Any] = {}
    for model, its in _by_model(items):
        loaded = {item.key: numbers[item.key] for item in its if item.key in numbers}
        objects: Any = model._default_manager.prefetch_related(*(link.attribute for link in its[0].links))
        by_number = objects.in_bulk(loaded.values())
        there |= {key: by_number[number] for key, number in loaded.items() if number in by_number}
        named = [item for item in its if item.key not in numbers]
        if issubclass(model, BasePage):
            pages = {item.key: objects.filter(**item.natural).first() for item in named}
            there |= {key: page for key, page in pages.items() if page is not None}
        else:
            by_ref = objects.in_bulk([item.row.ref for item in named], field_name="ref")
            there |= {item.key: by_ref[item.row.ref] for item in named if item.row.ref in by_ref}
    return there


def insert(items: list[Item]) -> dict[str, Any]:
    """New objects by key, unpublished and without their links: those they point at may not be there yet."""
    new: dict[str, Any] = {}
    for model, its in _by_model(items):
        made: dict[str, Any] = {
            item.key: model(**everywhere(item.fresh_values(), without_paths), live=False) for item in its
        }
        for item in its:
            _validate(item, made[item.key])
        if issubclass(model, BasePage):
            for page in made.values():
                add_page(page, PARENTS.get(model))
        else:
            many.insert(list(made.values()))
        new |= made
    return new


def pointed_at(items: list[Item]) -> Pointed:
    """The entries that items point at, but those that are gone."""
    refs: defaultdict[Any, set[str]] = defaultdict(set)
    for item in items:
        for link, pointed in item.links.items():
            refs[link.model].update(link.refs(pointed))
    return {
        model: {
            entry.ref: (rank, entry) for rank, entry in enumerate(model._default_manager.filter(ref__in=its))
        }
        for model, its in refs.items()
        if its
    }


def publish(items: list[Item], new: dict[str, Any], known: Pointed) -> None:
    """Writes new objects whole, and publishes them."""
    for model, its in _by_model(items):
        if issubclass(model, BasePage):
            new |= {item.key: write(item, new[item.key].pk, known, live=True) for item in its}
            continue
        entries = [new[item.key] for item in its]
        for item, entry in zip(its, entries, strict=True):
            _complete(item, entry, known)
        many.link(entries, *(link.attribute for link in its[0].links if link.single))
        many.revise(entries)
        many.publish(entries)


def write(item: Item, number: int, known: Pointed, *, live: bool) -> Any:
    """Writes what the YAML says as a new revision, published or left as a draft; returns the object."""
    # As it is now: a page may have been given children since.
    there: Any = item.model._default_manager.get(pk=number)
    for name, value in item.fresh_values().items():
        setattr(there, name, everywhere(value, with_numbers))
    _complete(item, there, known)
    _validate(item, there)
    revision = there.save_revision(clean=False)
    if live:
        revision.publish()
    return there


def _complete(item: Item, there: Any, known: Pointed) -> None:
    for link, pointed in item.links.items():
        link.attach(there, pointed, known.get(link.model, {}), item.row.folder)


def _by_model(items: list[Item]) -> Iterator[tuple[type[Model], list[Item]]]:
    return ((model, list(its)) for model, its in groupby(items, key=lambda item: item.model))


def _validate(item: Item, there: Any) -> None:
    """Raises ContentError with the first field the model or a block refuses."""
    exclude = (
        {"path", "depth", "url_path", "draft_title", "slug", "content_type"}
        if isinstance(there, BasePage)
        else ()
    )
    try:
        there.full_clean(
            exclude=set(exclude) | {link.attribute for link in item.links}, validate_unique=False
        )
    except ValidationError as error:
        name, messages = next(iter(error.message_dict.items()))
        raise item.row.error(name, " ".join(messages)) from error
