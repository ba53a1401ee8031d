"""Step 5: what an action lacks, and dates, years and objectives that disagree."""

from collections.abc import Iterator

from reen.typography import euros
from strategy.document.budget import by_year, counted
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData, total_of
from strategy.document.proofreading.finding import Finding, named, twice
from strategy.document.proofreading.share import catalogue_share

NO_BASIS = "Les montants ne disent pas s’ils sont hors taxes (HT) ou toutes taxes comprises (TTC)."
MOSTLY = 50
"""Percent of copied words from which the proof-reader says so."""


def of_actions(data: DraftData) -> Iterator[Finding]:
    """Each action that nobody dropped, in its order, then what concerns several."""
    ends = {row.key: row.target_year for row in data.objectives if row.target_year}
    for row in counted(data.choices):
        if not row.is_local:
            text = f"{named(row.title)} garde le texte du catalogue, sans aucun fait local."
            yield Finding("actions", row.key, text)
            continue
        for text in (*lacks(row), *disagreements(row, ends)):
            yield Finding("actions", row.key, f"{named(row.title)}\u00a0: {text}")
        if data.objectives and not row.objectives:
            yield Finding("actions", row.key, f"{named(row.title)}\u00a0: ne sert aucun objectif.")
    for title in twice([row.title for row in data.choices]):
        yield Finding("actions", None, f"Plusieurs actions s’appellent {named(title)}.")
    yield from of_all(data)


def lacks(row: ChoiceData) -> Iterator[str]:
    """The facts that only the collectivité can give."""
    missing = [
        name
        for name, there in (
            ("le pilote", row.pilot),
            ("une date", row.is_dated),
            ("le budget ou les moyens", row.has_means),
        )
        if not there
    ]
    if missing:
        yield f"il manque {', '.join(missing)}."
    if row.budget and not row.years:
        yield "un budget sans année."
    empty = [str(line.year) for line in row.years if line.cost is None and line.fte is None]
    if empty:
        yield f"aucun montant ni temps de travail pour {', '.join(empty)}."


def disagreements(row: ChoiceData, ends: dict[int, int]) -> Iterator[str]:
    """More aid than budget, dates out of order, years out of the period, a start after the year of the objective."""
    aid = total_of(year.funding for year in row.years)
    if aid and row.cost is not None and aid > row.cost:
        yield f"des aides attendues de {euros(aid)}, plus que le budget de {euros(row.cost)}."
    if row.start and row.end and row.end < row.start:
        yield "la fin précède le début."
        return
    first, last = (day.year if day else None for day in (row.start, row.end))
    years = [year for year in by_year(row) if year is not None]
    outside = [year for year in years if (first and year < first) or (last and year > last)]
    if outside:
        yield f"des montants en {', '.join(map(str, outside))}, hors de ses dates."
    late = [ends[key] for key in row.objectives if key in ends and first and first > ends[key]]
    if late:
        yield f"elle commence après l’année visée par son objectif, {min(late)}."


def of_all(data: DraftData) -> Iterator[Finding]:
    """Taxes nobody told, and how much of the wording is the catalogue's."""
    amounts = any(row.cost for row in counted(data.choices))
    if amounts and data.governance.tax_basis is None:
        yield Finding("governance", None, NO_BASIS)
    share = catalogue_share(data.choices)
    if share >= MOSTLY:
        yield Finding("actions", None, f"{share}\u00a0% des mots des actions sont ceux du catalogue.")
