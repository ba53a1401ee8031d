"""Step 5: a few actions side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.enums import Size
from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from reen.rules.estimates import Estimate
from reen.sheets import ActionSheet
from reen.typography import euros
from strategy.document.measures import ChoiceData
from strategy.document.words import period
from strategy.forms.picked import picked
from strategy.wizard.suggestions import SuggestingView

FEWEST, MOST, STEPS = 2, 4, 3
Cell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One action compared: what the catalogue says of it, what was retained here, or both."""

    sheet: ActionSheet | None
    choice: ChoiceData | None

    @property
    def title(self) -> str:
        """As it is worded here, else as the catalogue words it."""
        return self.choice.title if self.choice else self.sheet.title  # type: ignore[union-attr]


class CompareView(SuggestingView):
    """From the list of retained actions or from the catalogue: `?compare=` a reference, or the key of one's own."""

    template = "strategy/wizard/compare.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = dict.fromkeys(picked(request.GET, "compare"))
        sheets = {sheet.ref: sheet for sheet in action_sheets(refs=asked)}
        retained = {row.entry.ref if row.entry else str(row.key): row for row in self.data.choices}
        known = [ref for ref in asked if ref in sheets or ref in retained]
        if len(known) < FEWEST:
            messages.info(request, "Cochez de deux à quatre actions à comparer.")
            return redirect(self.address(self.identifier))
        columns = [Column(sheets.get(ref), retained.get(ref)) for ref in known[:MOST]]
        rows = [*self.published(columns), *local(columns)]
        return self.show(request, columns=columns, rows=rows, left_out=len(known[MOST:]))

    def published(self, columns: list[Column]) -> Iterable[tuple[str, list[Cell]]]:
        """What the catalogue says: a label, and a cell an action."""
        sheets = [column.sheet for column in columns]
        titles = {line.requirement.ref: line.requirement.title for line in self.covered}
        called = {ref for sheet in sheets if sheet for ref in sheet.indicators}
        indicators = {sheet.ref: sheet.title for sheet in indicator_sheets(refs=called)} if called else {}
        size = self.circumstances.size

        yield "Effort", [estimated(sheet.effort, size) if sheet else () for sheet in sheets]
        yield "Coût", [estimated(sheet.cost, size) if sheet else () for sheet in sheets]
        yield "Délai", [estimated(sheet.horizon, size) if sheet else () for sheet in sheets]
        yield "Exigences servies", [named(sheet.requirements, titles) if sheet else () for sheet in sheets]
        yield "Indicateurs", [named(sheet.indicators, indicators) if sheet else () for sheet in sheets]
        yield "Premières étapes", [sheet.steps[:STEPS] if sheet else () for sheet in sheets]


def local(columns: Iterable[Column]) -> Iterable[tuple[str, list[Cell]]]:
    """What was written here; nothing as long as none of them is retained."""
    rows = [column.choice for column in columns]
    if not any(rows):
        return
    yield "Dans votre stratégie", [("retenue",) if row else () for row in rows]
    yield "Priorité", [told(row.priority.label if row and row.priority else "") for row in rows]
    yield "Pilote", [told(row.pilot if row else "") for row in rows]
    yield "Calendrier", [told(period(row.start, row.end) if row else "") for row in rows]
    yield "Budget", [told(euros(row.cost) if row and row.cost is not None else "") for row in rows]


def told(text: str) -> Cell:
    """A cell of one line, or an empty one."""
    return (text,) if text else ()


def estimated(estimate: Estimate, size: Size | None) -> Cell:
    """« effort faible », or both ends when the size of the collectivité is in between, or not known."""
    return told(" à ".join(value.label for value in estimate.at(size)))


def named(refs: Iterable[str], titles: dict[str, str]) -> Cell:
    """The titles of these references; what is no longer published is left out."""
    return tuple(titles[ref] for ref in refs if ref in titles)
