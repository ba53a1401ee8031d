"""Each indicator: what it means, where its data come from, from when, to what, and who answers for it."""

from collections.abc import Iterator

from strategy.document.checking.check import Check, Outcome, Subject
from strategy.document.measures import IndicatorData
from strategy.document.record import Record

ASPECTS = ("Définition", "Source", "Départ daté", "Cible", "Responsable")


def of_indicators(record: Record) -> Iterator[Check]:
    """Five checks an indicator, in the order of `ASPECTS`."""
    for row in record.indicators:
        for what, missing in zip(ASPECTS, missing_of(row), strict=True):
            yield Check(
                Subject.INDICATORS,
                what,
                Outcome.MISSING if missing else Outcome.HOLDS,
                ", ".join(missing),
                row.title,
                f"indicateur-{row.key}",
            )


def missing_of(row: IndicatorData) -> tuple[tuple[str, ...], ...]:
    """By aspect, what is not told."""
    return (
        absent(unité=bool(row.unit), mode_de_calcul=bool(row.method)),
        absent(source_des_données=bool(row.data_source)),
        absent(valeur=row.baseline_value is not None, date=row.baseline_date is not None),
        absent(valeur=row.target_value is not None, année=row.target_year is not None),
        absent(responsable=bool(row.owner)),
    )


def absent(**there: bool) -> tuple[str, ...]:
    """The names of what is not there, underscores read as spaces."""
    return tuple(name.replace("_", " ") for name, present in there.items() if not present)
