"""The indicators followed: one table to read across, then one card each."""

from collections.abc import Iterator

from reen.typography import date_words
from strategy.document.chapters.tracks import track
from strategy.document.draft import DraftData
from strategy.document.measures import IndicatorData
from strategy.document.model import Block, Column, Notice, Section, Table
from strategy.document.words import EMPTY, amount, copied_from, facts, missing, plain


def indicators(data: DraftData) -> Section:
    """The table links to the cards; none is said as such."""
    if not data.indicators:
        return Section("indicateurs", "Indicateurs", (missing("au moins un indicateur par objectif."),))
    columns = (
        Column("Indicateur", weight=4),
        Column("Départ", weight=2, numeric=True),
        Column("Cible", weight=2, numeric=True),
        Column("Échéance", weight=1, numeric=True),
    )
    rows = tuple(
        (
            plain(indicator.title, f"#indicateur-{indicator.key}"),
            plain(amount(indicator.baseline_value, indicator.unit) or EMPTY),
            plain(amount(indicator.target_value, indicator.unit) or EMPTY),
            plain(str(indicator.target_year or EMPTY)),
        )
        for indicator in data.indicators
    )
    statements = {objective.key: objective.statement for objective in data.objectives}
    cards = tuple(indicator_card(indicator, statements) for indicator in data.indicators)
    return Section("indicateurs", "Indicateurs", (Table("Indicateurs suivis", columns, rows),), cards)


def indicator_card(indicator: IndicatorData, statements: dict[int, str]) -> Section:
    """One followed indicator; `statements` gives the objectives by key."""
    return Section(
        f"indicateur-{indicator.key}",
        indicator.title,
        tuple(indicator_blocks(indicator, statements)),
        card=True,
        entry=copied_from(indicator.entry),
    )


def indicator_blocks(indicator: IndicatorData, statements: dict[int, str]) -> Iterator[Block]:
    """How it is computed, from which value to which, who reads it, and its path over the years."""
    if not indicator.is_local:
        yield Notice(
            plain("Indicateur proposé par le catalogue : valeurs et responsable à compléter."), "attention"
        )
    measured = f" (mesuré le {date_words(indicator.baseline_date)})" if indicator.baseline_date else ""
    start = amount(indicator.baseline_value, indicator.unit)
    target = amount(indicator.target_value, indicator.unit)
    horizon = f" en {indicator.target_year}" if indicator.target_year else ""
    yield facts(
        f"Indicateur\u00a0: {indicator.title}",
        ("Objectif suivi", statements.get(indicator.objective or 0, "")),
        ("Unité", indicator.unit),
        ("Mode de calcul", indicator.method),
        ("Départ", f"{start}{measured}" if start else ""),
        ("Cible", f"{target}{horizon}" if target else ""),
        ("Relevé par", indicator.owner),
        ("Fréquence", indicator.frequency),
        ("Source des données", indicator.data_source),
    )
    yield from track(indicator)
