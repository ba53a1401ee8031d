"""Due dates of article 35 as they stand on a given day: what is past, what comes next, what to do."""

from dataclasses import dataclass
from datetime import date

from reen.enums import Part
from reen.typography import date_words, typeset

PROGRAMME_DUE = date(2023, 1, 1)
STRATEGY_DUE = date(2025, 1, 1)
YEARLY_SINCE = date(2025, 1, 1)

NO_PENALTY = typeset(
    "Aucune sanction n'apparaît dans les textes lus (article 35 de la loi et article D. 2311-15-1 du CGCT)."
)


@dataclass(frozen=True, slots=True)
class DueDate:
    """One duty and where it stands. `on` is the date the law sets; `passed` says whether it is behind.

    `budget` is the year of the budget whose debate the yearly bilan must precede; the law sets no calendar
    date for it.
    """

    part: Part
    on: date
    passed: bool
    words: str
    advice: str
    basis: str
    budget: int | None = None


def due_dates(day: date) -> tuple[DueDate, ...]:
    """The three duties of article 35, in their order, as they stand on this day."""
    return programme(day), strategy(day), yearly_report(day)


def programme(day: date) -> DueDate:
    """REEN law, art. 35, I: the programme de travail, before 1 January 2023."""
    return _one_off(
        Part.PROGRAMME,
        PROGRAMME_DUE,
        day,
        "Que faire : rattachez votre stratégie à un programme de travail déjà écrit, ou rédigez-le avec "
        "elle.",
        "Loi REEN, art. 35, I ; CGCT, art. D. 2311-15-1",
    )


def strategy(day: date) -> DueDate:
    """REEN law, art. 35, I: the strategy, before 1 January 2025."""
    return _one_off(
        Part.STRATEGY,
        STRATEGY_DUE,
        day,
        "Que faire : si elle n'est pas encore adoptée, préparez un projet à présenter à votre assemblée ; "
        "sinon, vérifiez qu'elle contient objectifs, indicateurs, mesures et moyens.",
        "Loi REEN, art. 35, I ; CGCT, art. D. 2311-15-1",
    )


def yearly_report(day: date) -> DueDate:
    """REEN law, art. 35, II and III; CGCT, art. L. 2311-1-1: each year since 2025, before the budget debate.

    No text read gives a day: what is said is the year of the budget, and that this year's may still be ahead.
    """
    budget = max(day, YEARLY_SINCE).year + 1
    if day < YEARLY_SINCE:
        words = f"à présenter chaque année à partir du {date_words(YEARLY_SINCE)}"
    else:
        words = (
            f"prochain à présenter avant votre débat sur le projet de budget {budget} (ou {budget - 1}, si "
            "ce débat n'a pas encore eu lieu)"
        )
    return DueDate(
        Part.YEARLY,
        YEARLY_SINCE,
        passed=False,
        words=typeset(words),
        advice=typeset(
            "Que faire : intégrez-le au rapport sur la situation en matière de développement durable. "
            "Conseil de la rédaction : sans stratégie adoptée, dites-y où vous en êtes."
        ),
        basis=typeset("Loi REEN, art. 35, II et III ; CGCT, art. L. 2311-1-1"),
        budget=budget,
    )


def _one_off(part: Part, due: date, day: date, advice: str, basis: str) -> DueDate:
    passed = day >= due
    words = (
        f"échéance dépassée depuis le {date_words(due)}"
        if passed
        else f"à établir avant le {date_words(due)}"
    )
    return DueDate(part, due, passed, words, typeset(advice), typeset(basis))
