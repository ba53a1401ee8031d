"""Step 6: indicators proposed from objectives and retained actions, and their values here."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from reen.typography import plural
from strategy.autosave import in_background
from strategy.document.chapters.indicators import indicator_card
from strategy.document.draft import DraftData
from strategy.document.measures import IndicatorData
from strategy.document.model import Section
from strategy.document.units import same_unit
from strategy.forms.indicator import IndicatorForm
from strategy.forms.picked import picked
from strategy.forms.versioned import VersionedForm
from strategy.models import FollowedIndicator
from strategy.models.versioned import Versioned
from strategy.queries.rewordings import pins_of
from strategy.services.choosing import add_own_indicator, follow_indicators
from strategy.wizard.editing import FormView
from strategy.wizard.proposals import proposals
from strategy.wizard.rewording import pin_of
from strategy.wizard.rows import EditRowView, RemoveRowView
from strategy.wizard.screen import StepView

PAGE = 12


class IndicatorsView(StepView):
    """What is followed, then what objectives and retained actions call for."""

    identifier = "indicators"
    template = "strategy/wizard/indicators.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        refs = [row.entry.ref for row in self.data.choices if row.entry]
        called_for = {sheet.ref: sheet.indicators for sheet in action_sheets(refs=refs)} if refs else {}
        followed = {row.ref for row in self.draft.indicators.all() if row.ref}
        sheets = indicator_sheets()
        found = [
            proposal
            for proposal in proposals(sheets, self.data, called_for)
            if proposal.sheet.ref not in followed
        ]
        page = Paginator(found, PAGE).get_page(request.GET.get("page"))
        return self.show(request, page=page, news=pins_of(self.draft.indicators.all(), read=sheets).news)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Follows what is ticked, then goes where the button says."""
        refs = picked(request.POST, "picked")
        kept = follow_indicators(sheets=indicator_sheets(refs=refs), **self.act()) if refs else []
        if kept:
            messages.success(request, f"{plural(len(kept), 'indicateur retenu', 'indicateurs retenus')}.")
        if "continue" in request.POST:
            return redirect(self.address("review"))
        page = request.POST.get("page", "")
        address = self.address(self.identifier)
        return redirect(f"{address}?page={page}" if page.isdecimal() else address)


class OwnIndicatorView(FormView):
    """An indicator the catalogue does not have."""

    identifier = "indicators"
    template = "strategy/wizard/indicator.html"
    for_writers = True

    def form(self, data: Any = None) -> IndicatorForm:
        return IndicatorForm(data, draft=self.draft)

    def save(self, form: VersionedForm) -> FollowedIndicator:
        return add_own_indicator(values=form.values, lines=form.line_values, **self.act())

    def onward(self, request: HttpRequest, saved: Versioned | None = None) -> HttpResponse:
        messages.success(request, f"«\u202f{saved}\u202f» fait partie de vos indicateurs.")
        return redirect(self.address(self.identifier))


class EditIndicatorView(EditRowView):
    """The values of one indicator."""

    identifier = "indicators"
    template = "strategy/wizard/indicator.html"
    related = "indicators"

    def form(self, data: Any = None) -> IndicatorForm:
        return IndicatorForm(data, instance=self.row, draft=self.draft)

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        clash = clash_of(self.kept, self.data)
        return super().show(request, status, clash=clash, **pin_of(self.row), **context)

    def onward(self, request: HttpRequest, saved: Versioned | None = None) -> HttpResponse:
        response = super().onward(request, saved)
        row = saved if isinstance(saved, FollowedIndicator) else None
        if in_background(request) or row is None or row.objective is None:
            return response
        if not same_unit(row.unit, row.objective.unit):
            messages.warning(request, f"«\u202f{row}\u202f»\u00a0: {clash(row.unit, row.objective.unit)}")
        return response

    def preview(self) -> Section:
        statements = {objective.key: objective.statement for objective in self.data.objectives}
        return indicator_card(self.kept, statements)


class RemoveIndicatorView(RemoveRowView):
    """Stops following one indicator."""

    identifier = "indicators"
    related = "indicators"


def clash_of(row: IndicatorData, data: DraftData) -> str:
    """What to know when the indicator and the objective it follows are in two units; nothing when they agree."""
    units = [objective.unit for objective in data.objectives if objective.key == row.objective]
    return "".join(clash(row.unit, unit) for unit in units if not same_unit(row.unit, unit))


def clash(mine: str, theirs: str) -> str:
    """A remark, not a refusal: the manager may know better."""
    return (
        f"l’indicateur est en «\u202f{mine}\u202f», l’objectif suivi en «\u202f{theirs}\u202f». "
        "Prenez la même unité pour que l’un mesure l’autre, ou laissez ainsi si c’est voulu."
    )
