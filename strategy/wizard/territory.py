"""Step 3: the territory's order of magnitude, inhabitants × a national figure."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse

from reen.rules.footprint import mass, mass_range
from reen.typography import typeset
from strategy.document.chapters.footprint import APART, calculation, population_words, territory_blocks
from strategy.document.draft_footprint import TerritoryFootprint
from strategy.document.model import Section
from strategy.errors import StaleError
from strategy.forms.footprint import TerritoryForm
from strategy.queries.footprint import population_of, territory_of, territory_row
from strategy.services.footprint import save_territory
from strategy.wizard.footprint import EstimateView


class TerritoryView(EstimateView):
    """What would be written is shown before it is retained."""

    name = "territory"
    template = "strategy/wizard/territory.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, form=TerritoryForm(instance=territory_row(self.draft)), **self.parts())

    def post(self, request: HttpRequest) -> HttpResponse:
        row, parts = territory_row(self.draft), self.parts()
        form = TerritoryForm(request.POST, instance=row)
        if not form.is_valid():
            return self.show(request, status=422, form=form, **parts)
        values = form.values | {"edition": row.edition}
        try:
            saved = save_territory(values=values, version=form.seen_version, **self.act())
        except StaleError as stale:
            return self.show_conflict(request, form, stale, **parts)
        return self.onward(request, saved)

    @cached_property
    def territory(self) -> TerritoryFootprint:
        """The order of magnitude as it is saved; before, as the official figures give it."""
        return territory_of(territory_row(self.draft), population_of(self.draft))

    def parts(self) -> dict[str, Any]:
        """What the screen shows beside the form; read before the form puts what was typed on the row."""
        total = self.territory.total
        return {
            "territory": self.territory,
            "total": mass(total.value) if total else "",
            "spread": mass_range(total) if total else "",
            "calculation": calculation(self.territory),
            "inhabitants": population_words(self.territory),
            "apart": typeset(APART),
        }

    def preview(self) -> Section | None:
        return Section("impact-territoire", "Sur le territoire", territory_blocks(self.territory))
