"""Reads the official npm package `@etalab/decoupage-administratif` into entries of our list."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strategy.data.official_list import Entry

Record = dict[str, Any]


def origin(package: Path) -> Record:
    """Where the data comes from and under which licence, for the manifest."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return {
        "source": f"Paquet npm {about['name']} {about['version']}",
        "producers": "Code officiel géographique (INSEE), liste des EPCI à fiscalité propre (DGCL), codes "
        "postaux (La Poste)",
        "licence": "Licence Ouverte (Etalab)",
        "licence_url": "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
        "made_with": "manage.py compile_collectivities",
    }


def entries(package: Path) -> Iterator[Entry]:
    """Every commune that exists, EPCI, EPT, département and région of the package, in no promised order.

    Communes déléguées and associées and arrondissements municipaux are left out: they are no collectivities,
    and the postal codes of the latter are already those of their commune. Overseas territories that the
    source repeats as régions are kept once, among the départements.
    """
    source = {name: json.loads((package / "data" / f"{name}.json").read_text("utf-8")) for name in _FILES}
    current = [record for record in source["communes"] if record["type"] == "commune-actuelle"]
    by_code = {record["code"]: record for record in current}
    epci_of, epci_member = _members(source["epci"])
    ept_of, ept_member = _members(source["ept"])

    for record in current:
        code = record["code"]
        in_epci, in_ept = epci_member.get(code, {}), ept_member.get(code, {})
        yield Entry(
            kind="commune",
            nature="",
            code=code,
            siren=record.get("siren") or "",
            name=record["nom"],
            department=record["departement"],
            region=record["region"],
            zone=record["zone"],
            postal_codes=" ".join(record.get("codesPostaux", ())),
            population_total=in_epci.get("populationTotale"),
            population_municipal=in_epci.get("populationMunicipale"),
            population_other=record.get("population"),
            population_total_ept=in_ept.get("populationTotale"),
            population_municipal_ept=in_ept.get("populationMunicipale"),
            epci=epci_of.get(code, ""),
            ept=ept_of.get(code, ""),
        )
    for kind in ("epci", "ept"):
        for record in source[kind]:
            yield _group(kind, record, by_code)
    for record in source["departements"]:
        overseas = record["zone"] == "com"
        yield _area("departement", record, "OM" if overseas else "", record["code"], record["region"])
    for record in source["regions"]:
        if record["zone"] != "com":
            yield _area("region", record, "", "", record["code"])


_FILES = ("communes", "epci", "ept", "departements", "regions")


def _members(groups: list[Record]) -> tuple[dict[str, str], dict[str, Record]]:
    """For each commune of these groups: the SIREN of its group, and what the group's file says of it."""
    pairs = [(group["code"], member) for group in groups for member in group["membres"]]
    return {member["code"]: siren for siren, member in pairs}, {member["code"]: member for _, member in pairs}


def _group(kind: str, record: Record, communes: dict[str, Record]) -> Entry:
    inhabitants: Counter[tuple[str, str, str]] = Counter()
    for member in record["membres"]:
        commune = communes[member["code"]]
        inhabitants[commune["departement"], commune["region"], commune["zone"]] += member["populationTotale"]
    (department, region, zone), _ = inhabitants.most_common(1)[0]
    return Entry(
        kind=kind,
        nature=record["type"],
        code=record["code"],
        siren=record["code"],
        name=" ".join(record["nom"].split()),
        department=department,
        region=region,
        zone=zone,
        population_total=record["populationTotale"],
        population_municipal=record["populationMunicipale"],
    )


def _area(kind: str, record: Record, nature: str, department: str, region: str) -> Entry:
    return Entry(kind, nature, record["code"], "", record["nom"], department, region, record["zone"])
