"""The official list of collectivities as one compact file of ours: its columns, its writer, its reader.

`collectivities-<millésime>.csv.gz` holds one row per body; `collectivities-<millésime>.json` beside it says
where it comes from, under which licence, what it counts and what its columns mean. Names are spelled as in
the source.
"""

import csv
import gzip
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(__file__).parent

COLUMNS = {
    "kind": "commune, epci, ept, departement ou region",
    "nature": "type de l’EPCI ou de l’EPT dans la source ; OM pour un territoire d’outre-mer listé comme "
    "département",
    "code": "code INSEE d’une commune, SIREN d’un EPCI ou d’un EPT, numéro d’un département ou d’une région",
    "siren": "SIREN, vide quand la source ne le donne pas",
    "name": "nom, dans l’orthographe de la source",
    "department": "département ; pour un EPCI ou un EPT, celui où vivent le plus d’habitants (calculé)",
    "region": "région ; même règle",
    "zone": "metro, drom ou com ; même règle",
    "postal_codes": "codes postaux, séparés par une espace",
    "population_total": "populationTotale de epci.json ; de ept.json pour un EPT",
    "population_municipal": "populationMunicipale de epci.json ; de ept.json pour un EPT",
    "population_other": "population de communes.json, dont le fichier ne dit ni la nature ni l’année",
    "population_total_ept": "populationTotale d’une commune dans ept.json",
    "population_municipal_ept": "populationMunicipale d’une commune dans ept.json",
    "epci": "SIREN de l’EPCI à fiscalité propre",
    "ept": "SIREN du territoire du Grand Paris",
}


class Entry(NamedTuple):
    """One body of the list; a figure or a text the source does not give is None or empty."""

    kind: str
    nature: str
    code: str
    siren: str
    name: str
    department: str
    region: str
    zone: str
    postal_codes: str = ""
    population_total: int | None = None
    population_municipal: int | None = None
    population_other: int | None = None
    population_total_ept: int | None = None
    population_municipal_ept: int | None = None
    epci: str = ""
    ept: str = ""


FIGURES = tuple(column for column in COLUMNS if column.startswith("population"))


class OfficialList(NamedTuple):
    """The list of one year."""

    millesime: int
    entries: list[Entry]


def latest() -> Path:
    """The compact file of the latest millésime in the repository."""
    return max(FOLDER.glob("collectivities-*.csv.gz"))


def read(path: Path) -> OfficialList:
    """Read a compact file. Refuses a file that is not the one its manifest describes, with a ValueError."""
    manifest = json.loads(_manifest_path(path).read_text(encoding="utf-8"))
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    if hashlib.sha256(text.encode()).hexdigest() != manifest["sha256"]:
        raise ValueError(f"{path.name} n’est pas le fichier décrit par {_manifest_path(path).name}.")
    return OfficialList(manifest["millesime"], list(_entries(text)))


def write(entries: Iterable[Entry], *, folder: Path, millesime: int, origin: dict[str, Any]) -> Path:
    """Write the compact file and its manifest; the same entries always give the same bytes."""
    rows = sorted(entries, key=lambda entry: (entry.kind, entry.code))
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    text = buffer.getvalue()
    path = folder / f"collectivities-{millesime}.csv.gz"
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    manifest = {
        "millesime": millesime,
        **origin,
        "counts": dict(sorted(Counter(entry.kind for entry in rows).items())),
        "columns": COLUMNS,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    _manifest_path(path).write_text(
        json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    return path


def _manifest_path(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".csv.gz") + ".json")


def _entries(text: str) -> Iterator[Entry]:
    for row in csv.DictReader(io.StringIO(text)):
        values: dict[str, Any] = dict(row)
        values |= {column: int(row[column]) if row[column] else None for column in FIGURES}
        yield Entry(**values)
