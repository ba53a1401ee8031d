"""Which collectivités are alike enough for one to do what the other did."""

from dataclasses import dataclass

from reen.enums import Kind
from reen.rules.names import plain
from reen.rules.outlines import ReportOutline
from reen.rules.profile import Nature

FACTOR = 3
"""Two populations are alike when neither is more than three times the other."""

NATURES: dict[str, tuple[Kind, Nature | None]] = {
    "commune": (Kind.COMMUNE, None),
    "communaute de communes": (Kind.EPCI, Nature.CC),
    "communaute d agglomeration": (Kind.EPCI, Nature.CA),
    "communaute urbaine": (Kind.EPCI, Nature.CU),
    "metropole": (Kind.EPCI, Nature.METRO),
    "intercommunalite": (Kind.EPCI, None),
    "etablissement public territorial": (Kind.EPT, Nature.EPT),
    "departement": (Kind.DEPARTEMENT, None),
    "region": (Kind.REGION, None),
    "syndicat": (Kind.SYNDICAT, None),
}
TELLS_ITS_SIZE = {*(Kind.EPT, Kind.DEPARTEMENT, Kind.REGION, Kind.SYNDICAT), *Nature}


@dataclass(frozen=True, slots=True)
class Body:
    """A collectivité in the eyes of the suggestions."""

    kind: Kind
    nature: Nature | None = None
    population: int | None = None


def natures_in(words: str) -> list[tuple[Kind, Nature | None]]:
    """The natures that the words of a report name: « métropole et commune »; nothing for other words."""
    parts = [part.strip() for part in plain(words).split(" et ")]
    known = sorted(NATURES, key=len, reverse=True)
    named = (next((name for name in known if part.startswith(name)), None) for part in parts)
    return [NATURES[name] for name in named if name]


def likeness(report: ReportOutline, body: Body) -> float | None:
    """How alike the body of a report is, 1 for the same population, less than 1 otherwise; None when it is not.

    Populations decide between bodies of one kind. When one is missing, the nature has to tell the size by itself:
    two agglomérations are alike, two communes of unknown population are not.
    """
    for kind, nature in natures_in(report.body_kind):
        if kind is not body.kind:
            continue
        if report.population and body.population:
            ratio = min(report.population, body.population) / max(report.population, body.population)
            if ratio * FACTOR >= 1:
                return ratio
        elif nature is body.nature and (nature or kind) in TELLS_ITS_SIZE:
            return 1 / FACTOR
    return None
