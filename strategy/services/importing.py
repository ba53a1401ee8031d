"""Loading the official list of collectivities: new bodies added, changed ones updated, missing ones marked as ended."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from reen.enums import Kind
from reen.rules.profile import Nature
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
        links = dict(Collectivity.objects.filter(kind__in=(Kind.EPCI, Kind.EPT), official=True).values_list("code", "pk"))
        rows = [_row(entry, official.millesime, departments, links) for entry in entries]
        _write(rows, known, counts)
    listed = {(entry.kind, entry.code) for entry in official.entries}
    gone = [row["id"] for key, row in known.items() if key not in listed and not row["ended"]]
    Collectivity.objects.filter(pk__in=gone).update(ended=True)
    return Imported(official.millesime, len(listed), **counts, ended=len(gone))


def display_name(entry: Entry) -> str:
    """The name for people: prefix written out, curly apostrophes, ordinary spaces."""
    name = _own_name(entry).replace("'", "’")
    if entry.nature not in PREFIXED or name.startswith("Communauté "):
        return name
    label = Nature(entry.nature).label
    return f"{label[0].upper()}{label[1:]} {name}"


def _own_name(entry: Entry) -> str:
    return entry.name.removeprefix(f"{entry.nature} ") if entry.nature in PREFIXED else entry.name


def _row(entry: Entry, millesime: int, departments: dict[str, str], links: dict[str, int]) -> dict[str, Any]:
    """The fields of a row, in the form the database gives them back."""
    department_name = departments.get(entry.department, "").replace("'", "’")
    return {
        "kind": entry.kind,
        "nature": entry.nature,
        "code": entry.code,
        "siren": entry.siren,
        "name": display_name(entry),
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
            kind=entry.kind,
            nature=entry.nature,
            name=_own_name(entry),
            codes=f"{entry.postal_codes} {entry.code}" if entry.kind not in (Kind.EPCI, Kind.EPT) else "",
            department=entry.department,
            department_name=department_name,
        ),
    }


def _write(rows: list[dict[str, Any]], known: dict[tuple[str, str], dict[str, Any]], counts: dict[str, int]) -> None:
    changed = []
    for row in rows:
        before = known.get((row["kind"], row["code"]))
        if before is not None and all(before[field] == value for field, value in row.items()):
            counts["unchanged"] += 1
            continue
        counts["created" if before is None else "updated"] += 1
        changed.append(Collectivity(**row))
    Collectivity.objects.bulk_create(
        changed,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["kind", "code"],
        update_fields=[field.removesuffix("_id") for field in (rows[0] if rows else {}) if field not in ("kind", "code")],
    )
