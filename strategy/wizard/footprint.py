"""Step 3: the organisation's equipment, counted by type."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.queries.footprint import factors_of
from reen.rules.factors import Category, Factors
from reen.rules.footprint import Estimate, Line, mass, mass_range
from strategy.document.chapters.footprint import UNCOUNTED, organisation_blocks
from strategy.document.draft_footprint import OrganisationFootprint
from strategy.document.factor_words import (
    Said,
    about,
    counted_words,
    factor_cells,
    replaced,
    result_words,
    source_numbers,
    sources_of,
    unspared,
)
from strategy.document.model import Section
from strategy.document.words import missing
from strategy.errors import StaleError
from strategy.forms.footprint import FootprintForm, LineForm, line_forms, mistakes
from strategy.models import Footprint, FootprintLine
from strategy.models.versioned import Versioned
from strategy.queries.footprint import counted, footprint_row, organisation_footprint
from strategy.services.footprint import save_footprint
from strategy.wizard.screen import StepView


class EstimateView(StepView):
    """A screen beside the step of the baseline: a save stays on it, to show the result."""

    identifier = "baseline"
    name: ClassVar[str]

    def onward(self, request: HttpRequest, saved: Versioned | None = None) -> HttpResponse:
        super().onward(request, saved)
        return redirect(self.address(self.name))


@dataclass(frozen=True, slots=True)
class LinePart:
    """One type on the screen: its form, what is published of it, and its result if it was saved."""

    form: LineForm
    about: tuple[Said, ...]
    result: Line | None

    @property
    def words(self) -> str:
        """The result, or what is missing for one."""
        return result_words(self.result) if self.result else ""

    @property
    def unspared(self) -> str:
        """Why second-hand devices weigh as much as new ones, when they do."""
        return unspared(self.result.counted) if self.result else ""

    @property
    def replaced(self) -> tuple[str, ...]:
        """The published values that were replaced."""
        return replaced(self.result.counted) if self.result else ()

    @property
    def in_sight(self) -> bool:
        """Whether it stays out of the fold of its family: a common type, or one that something was typed about."""
        return self.form.equipment.common or self.form.counts


@dataclass(frozen=True, slots=True)
class Family:
    """A category of equipment: what is in sight and what is folded."""

    category: Category
    in_sight: list[LinePart]
    folded: list[LinePart]


class FootprintView(EstimateView):
    """The whole inventory in one form."""

    name = "footprint"
    template = "strategy/wizard/footprint.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        row = footprint_row(self.draft)
        factors = factors_of(row.edition)
        saved = row.lines.all() if row.version else ()
        return self.show(
            request,
            form=FootprintForm(instance=row, factors=factors),
            **self.parts(line_forms(factors, saved), factors),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        row = footprint_row(self.draft)
        factors = factors_of(row.edition)
        form = FootprintForm(request.POST, instance=row, factors=factors)
        lines = line_forms(factors, (), request.POST)
        parts = self.parts(lines, factors)
        if not all([form.is_valid(), *(line.is_valid() for line in lines)]):
            return self.show(request, status=422, form=form, errors=mistakes(form, lines), **parts)
        typed = [line.line for line in lines if line.line]
        try:
            saved = save_footprint(values=form.values, lines=typed, version=form.seen_version, **self.act())
        except StaleError as stale:
            others = differences(typed, stale.current, factors)
            return self.show_conflict(request, form, stale, others, **parts)
        return self.onward(request, saved)

    def parts(self, forms: Iterable[LineForm], factors: Factors) -> dict[str, Any]:
        """What the screen shows beside the first form; read before that form puts what was typed on the row."""
        sources = sources_of(factors.equipment)
        estimate = self.footprint.estimate if self.footprint else Estimate(())
        results = {line.counted.equipment.ref: line for line in estimate.lines}
        parts = [LinePart(form, about(form.equipment), results.get(form.equipment.ref)) for form in forms]
        return {
            "factors": factors,
            "factor_rows": [
                (one.label, (*factor_cells(one), source_numbers(one, sources))) for one in factors.equipment
            ],
            "sources": sources,
            "footprint": self.footprint,
            "total": mass(estimate.total.value),
            "spread": mass_range(estimate.total),
            "families": [family(category, parts) for category in Category],
        }

    @cached_property
    def footprint(self) -> OrganisationFootprint | None:
        """The estimate as it is saved."""
        return organisation_footprint(self.draft)

    def preview(self) -> Section:
        blocks = organisation_blocks(self.footprint) if self.footprint else (missing(UNCOUNTED),)
        return Section("impact-organisation", "Dans l’organisation", blocks)


def family(category: Category, parts: Iterable[LinePart]) -> Family:
    """The types of a category."""
    own = [part for part in parts if part.form.equipment.category is category]
    return Family(
        category,
        in_sight=[part for part in own if part.in_sight],
        folded=[part for part in own if not part.in_sight],
    )


def differences(
    typed: Iterable[Mapping[str, Any]], current: object, factors: Factors
) -> tuple[dict[str, str], ...]:
    """The lines typed and those saved meanwhile, side by side, where they differ."""
    mine = by_ref((FootprintLine(**values) for values in typed), factors)
    saved = by_ref(current.lines.all() if isinstance(current, Footprint) else (), factors)
    return tuple(
        {"label": one.label, "mine": mine.get(one.ref, "vide"), "saved": saved.get(one.ref, "vide")}
        for one in factors.equipment
        if mine.get(one.ref) != saved.get(one.ref)
    )


def by_ref(lines: Iterable[FootprintLine], factors: Factors) -> dict[str, str]:
    """Each line in words, by type of equipment."""
    return {one.equipment.ref: counted_words(one) for one in counted(lines, factors)}
