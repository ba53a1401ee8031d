"""The compact file: whole, described, made again the same, and never read when it is another one."""

import gzip
import json
import shutil

import pytest

from strategy.data import decoupage_administratif, official_list
from strategy.data.official_list import COLUMNS, Entry

COMMUNE = {
    "type": "commune-actuelle",
    "departement": "01",
    "region": "84",
    "zone": "metro",
    "codesPostaux": ["01000", "01001"],
}
MEMBERS = [
    {"code": "01001", "siren": "210100012", "nom": "A", "populationTotale": 12, "populationMunicipale": 11},
    {"code": "02001", "siren": "210200012", "nom": "C", "populationTotale": 30, "populationMunicipale": 29},
]
PACKAGE = {
    "communes": [
        {**COMMUNE, "code": "01001", "nom": "A", "siren": "210100012", "population": 10},
        {**COMMUNE, "code": "01002", "nom": "B", "population": 5},
        {**COMMUNE, "code": "02001", "nom": "C", "departement": "02", "region": "32"},
        {**COMMUNE, "code": "01003", "nom": "Ancienne", "type": "commune-deleguee"},
    ],
    "epci": [
        {
            "code": "200000001",
            "nom": "CC  du Test",
            "type": "CC",
            "populationTotale": 42,
            "populationMunicipale": 40,
            "membres": MEMBERS,
        }
    ],
    "ept": [],
    "departements": [
        {"code": "01", "nom": "Ain", "region": "84", "zone": "metro"},
        {"code": "987", "nom": "Polynésie française", "region": "987", "zone": "com"},
    ],
    "regions": [
        {"code": "84", "nom": "Auvergne-Rhône-Alpes", "zone": "metro"},
        {"code": "987", "nom": "Polynésie française", "zone": "com"},
    ],
}


@pytest.fixture
def package(tmp_path):
    folder = tmp_path / "package"
    (folder / "data").mkdir(parents=True)
    (folder / "package.json").write_text('{"name": "@etalab/decoupage-administratif", "version": "6.0.0"}')
    for name, records in PACKAGE.items():
        (folder / "data" / f"{name}.json").write_text(json.dumps(records))
    return folder


def test_the_package_gives_existing_bodies_with_their_links(package):
    entries = {(entry.kind, entry.code): entry for entry in decoupage_administratif.entries(package)}
    assert sorted(entries) == [
        ("commune", "01001"),
        ("commune", "01002"),
        ("commune", "02001"),
        ("departement", "01"),
        ("departement", "987"),
        ("epci", "200000001"),
        ("region", "84"),
    ]
    assert entries["commune", "01001"] == Entry(
        "commune",
        "",
        "01001",
        "210100012",
        "A",
        "01",
        "84",
        "metro",
        "01000 01001",
        12,
        11,
        10,
        epci="200000001",
    )
    assert entries["commune", "01002"].population_total is None
    assert entries["departement", "987"].nature == "OM"


def test_a_group_lies_where_most_of_its_inhabitants_live(package):
    entries = {entry.code: entry for entry in decoupage_administratif.entries(package)}
    assert entries["200000001"] == Entry(
        "epci", "CC", "200000001", "200000001", "CC du Test", "02", "32", "metro", "", 42, 40
    )


def test_what_is_written_is_read_back(package, tmp_path):
    entries = list(decoupage_administratif.entries(package))
    origin = decoupage_administratif.origin(package)
    path = official_list.write(entries, folder=tmp_path, millesime=2031, origin=origin)
    again = official_list.read(path)
    assert again.millesime == 2031
    assert sorted(again.entries, key=str) == sorted(entries, key=str)
    first = path.read_bytes()
    official_list.write(reversed(entries), folder=tmp_path, millesime=2031, origin=origin)
    assert path.read_bytes() == first


def test_a_file_its_manifest_does_not_describe_is_refused(tmp_path):
    source = official_list.latest()
    for path in (source, source.with_name(source.name.replace(".csv.gz", ".json"))):
        shutil.copy(path, tmp_path)
    copy = tmp_path / source.name
    assert official_list.read(copy).millesime == 2026
    copy.write_bytes(gzip.compress(gzip.decompress(copy.read_bytes()) + b"commune,,99999\n"))
    with pytest.raises(ValueError, match="n’est pas le fichier décrit"):
        official_list.read(copy)


def test_the_list_of_2026_is_whole_and_says_where_it_comes_from():
    path = official_list.latest()
    manifest = json.loads(path.with_name("collectivities-2026.json").read_text())
    entries = official_list.read(path).entries
    assert manifest["counts"] == {"commune": 34969, "departement": 109, "epci": 1255, "ept": 11, "region": 18}
    assert manifest["licence"] == "Licence Ouverte (Etalab)"
    assert manifest["source"] == "Paquet npm @etalab/decoupage-administratif 6.0.0"
    assert manifest["columns"] == COLUMNS
    by_code = {(entry.kind, entry.code): entry for entry in entries}
    totals = {code: 0 for kind, code in by_code if kind == "epci"}
    for entry in entries:
        if entry.epci:
            totals[entry.epci] += entry.population_total or 0
    assert totals == {
        code: entry.population_total for (kind, code), entry in by_code.items() if kind == "epci"
    }
    pantin = by_code["commune", "93055"]
    assert (pantin.epci, pantin.ept) == ("200054781", "200057875")
