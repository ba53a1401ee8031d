"""Loading the official list of collectivities: bodies added, updated, and marked as ended when left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from reen.enums import Kind
from reen.rules.profile import Nature
from reen.typography import capitalised
from strategy.data.official_list import FIGURES, Entry, OfficialList
from strategy.models.collectivity import Collectivity
from strategy.queries.collectivities import search_columns

# The legal prefix of a name in the list, written out for people: « CA du Pays de Grasse ».
PREFIXED = (Nature.CC, Nature.CA, Nature.CU)
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in bodies; `ended` are those the new list leaves out, `listed` those it holds."""

    millesime: int
    listed: int
    created: int
    updated: int
    unchanged: int
    ended: int


@transaction.atomic
def import_collectivities(official: OfficialList) -> Imported:
    """Make the official rows those of this list, in one transaction; a second run writes nothing.

    Nothing is deleted, because drafts belong to these rows. Typed-in and fictitious bodies are left alone.
    """
    departments = {entry.code: entry.name for entry in official.entries if entry.kind == Kind.DEPARTEMENT}
    groups = [entry for entry in official.entries if entry.kind != Kind.COMMUNE]
    communes = [entry for entry in official.entries if entry.kind == Kind.COMMUNE]
    known = {(row["kind"], row["code"]): row for row in Collectivity.objects.filter(official=True).values()}
    counts = {"created": 0, "updated": 0, "unchanged": 0}
    for entries in (groups, communes):  # groups first: communes point at them
        links = dict(
            Collectivity.objects.filter(kind__in=(Kind.EPCI, Kind.EPT), official=True).values_list(
                "code", "pk"
            )
        )
        rows = [_row(entry, official.millesime, departments, links) for entry in entries]
        _write(rows, known, counts)
    listed = {(entry.kind, entry.code) for entry in official.entries}
    gone = [row["id"] for key, row in known.items() if key not in listed and not row["ended"]]
    Collectivity.objects.filter(pk__in=gone).update(ended=True)
    return Imported(official.millesime, len(listed), **counts, ended=len(gone))


def display_name(entry: Entry) -> str:
    """The name for people: legal prefix written out, French apostrophes and quotation marks."""
    name = _QUOTED.sub("«\u202f\\1\u202f»", _short_name(entry).replace("'", "’"))
    if entry.nature not in PREFIXED or name.startswith("Communauté "):
        return name
    return f"{capitalised(Nature(entry.nature).label)} {name}"


_QUOTED = re.compile('"([^"]*)"')


def _short_name(entry: Entry) -> str:
    return entry.name.removeprefix(f"{entry.nature} ") if entry.nature in PREFIXED else entry.name


def _described(entry: Entry) -> str:
    """The words for the nature of a body: « CA communauté d’agglomération EPCI… »; none for a commune."""
    if entry.kind == Kind.COMMUNE:
        return ""
    nature = f"{entry.nature} {Nature(entry.nature).label}" if entry.nature else ""
    return f"{nature} {Kind(entry.kind).label}"


def _row(
    entry: Entry, millesime: int, departments: dict[str, str], links: Mapping[str | None, int]
) -> dict[str, Any]:
    """The fields of a row, in the form the database gives them back."""
    name = display_name(entry)
    department_name = departments.get(entry.department, "").replace("'", "’")
    return {
        "kind": entry.kind,
        "nature": entry.nature,
        "code": entry.code,
        "siren": entry.siren,
        "name": name,
        "department": entry.department,
        "department_name": department_name,
        "region": entry.region,
        "zone": entry.zone,
        "postal_codes": entry.postal_codes,
        **{figure: getattr(entry, figure) for figure in FIGURES},
        "epci_id": links.get(entry.epci),
        "ept_id": links.get(entry.ept),
        "official": True,
        "ended": False,
        "millesime": millesime,
        **search_columns(
            name=name,
            short_name=_short_name(entry),
            described=_described(entry),
            codes=f"{entry.postal_codes} {entry.code}" if entry.code != entry.siren else "",
            place=f"{department_name} {entry.department}" + (" ville" if entry.kind == Kind.COMMUNE else ""),
        ),
    }


def _write(
    rows: list[dict[str, Any]],
    known: Mapping[tuple[str, str | None], Mapping[str, Any]],
    counts: dict[str, int],
) -> None:
    changed = []
    for row in rows:
        before = known.get((row["kind"], row["code"]))
        if before is not None and all(before[field] == value for field, value in row.items()):
            counts["unchanged"] += 1
            continue
        counts["created" if before is None else "updated"] += 1
        changed.append(Collectivity(**row))
    if not changed:
        return
    Collectivity.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["kind", "code"],
        update_fields=[field.removesuffix("_id") for field in rows[0] if field not in ("kind", "code")],
    )
