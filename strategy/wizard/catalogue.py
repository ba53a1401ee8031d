"""Sorting the catalogue for one draft; pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from reen.enums import Kind, Size, Theme
from reen.rules.names import searchable
from reen.sheets import ActionSheet, IndicatorSheet
from strategy.document.measures import ChoiceData


@dataclass(frozen=True, slots=True)
class Wish:
    """What the manager asks of the catalogue; empty means any."""

    text: str = ""
    theme: str = ""
    effort: str = ""
    everything: bool = False


def suits(sheet: ActionSheet, kind: Kind | None, size: Size | None) -> bool:
    """Whether the sheet says it suits that kind and that size; what is not known excludes nothing."""
    return (kind is None or kind in sheet.kinds) and (size is None or size in sheet.sizes)


def matching(
    sheets: Iterable[ActionSheet], wish: Wish, kind: Kind | None, size: Size | None
) -> list[ActionSheet]:
    """The sheets that answer the wish: every word of the text in the title, the summary or the reason."""
    words = searchable(wish.text).split()
    return [
        sheet
        for sheet in sheets
        if (wish.everything or suits(sheet, kind, size))
        and (not wish.theme or sheet.theme == wish.theme)
        and wish.effort in sheet.effort
        and all(word in searchable(f"{sheet.title} {sheet.summary} {sheet.why}") for word in words)
    ]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An indicator and the titles of the retained actions that call for it."""

    sheet: IndicatorSheet
    because: tuple[str, ...]


def proposals(
    sheets: Iterable[IndicatorSheet],
    choices: Iterable[ChoiceData],
    called_for: dict[str, tuple[str, ...]],
    themes: set[Theme],
) -> list[Proposal]:
    """Indicators the retained actions call for first, then those of their themes.

    `called_for` gives, by action reference, the references of its indicators.
    """
    titles: dict[str, list[str]] = {}
    for choice in choices:
        for ref in called_for.get(choice.entry.ref, ()) if choice.entry else ():
            titles.setdefault(ref, []).append(choice.title)
    known = list(sheets)
    first = [Proposal(sheet, tuple(titles[sheet.ref])) for sheet in known if sheet.ref in titles]
    others = [
        Proposal(sheet, ()) for sheet in known if sheet.ref not in titles and themes & set(sheet.themes)
    ]
    return first + others
