"""Step 5: suggestions, then the catalogue, beside the basket."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from reen.enums import Size
from reen.rules.suggestions import suggestions
from strategy.forms.picked import picked
from strategy.forms.wish import Options, WishForm
from strategy.wizard.catalogue import Wish, matching
from strategy.wizard.suggestions import SuggestingView

PAGE = 12
SUGGESTED = 6
"""How many suggestions more each time."""


class ActionsView(SuggestingView):
    """One form holds the filters, the boxes and the pages, so that nothing ticked is lost by filtering or paging.

    Suggestions are above the first page of the unfiltered catalogue only: who searches has something else in mind.
    """

    template = "strategy/wizard/actions.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        filters = WishForm(request.GET, requirements=self.requirements(), articles=self.articles())
        wish = self.wish(filters.asked)
        kinds, size = self.circumstances.kinds, self.circumstances.size
        page = Paginator(matching(self.catalogue.actions, wish, kinds), PAGE).get_page(
            request.GET.get("page")
        )
        searching = bool(filters.asked) or page.number > 1
        suggested = [] if searching else suggestions(self.reasons)
        shown = SUGGESTED * number_in(request.GET.get("suggestions", ""))
        return self.show(
            request,
            filters=filters,
            page=page,
            cards=[(action, action.words(wish.size)) for action in page],
            searching=searching,
            suggested=[(each, each.action.words(size)) for each in suggested[:shown]],
            above={each.ref for each in suggested[:shown]},
            more=shown // SUGGESTED + 1 if len(suggested) > shown else None,
            chosen=self.circumstances.chosen,
            news=self.news,
            others=len(self.catalogue.actions)
            - len(matching(self.catalogue.actions, Wish(size=size), kinds)),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Retains what is ticked, then goes where the button says: suggestions, filters, page, next step.

        « Comparer » retains nothing: it is for those who hesitate.
        """
        if "compare" in request.POST:
            ticked = [("compare", ref) for ref in picked(request.POST, "picked")]
            return redirect(f"{self.address('compare')}?{urlencode(ticked)}")
        self.retain(request)
        if "continue" in request.POST:
            return redirect(self.address("indicators"))
        names = (*WishForm.base_fields, "page", "suggestions")
        query = urlencode({name: request.POST[name] for name in names if request.POST.get(name)})
        return redirect(f"{self.address(self.identifier)}?{query}".rstrip("?"))

    def wish(self, asked: dict[str, str]) -> Wish:
        """The criteria in use; estimates are read for the size asked for, else for that of the collectivité."""
        return Wish(
            words=self.catalogue.found if "q" in asked else None,
            theme=asked.get("theme", ""),
            requirement=asked.get("exigence", ""),
            article=asked.get("article", ""),
            effort=asked.get("effort", ""),
            cost=asked.get("cout", ""),
            horizon=asked.get("horizon", ""),
            size=Size(asked["taille"]) if "taille" in asked else self.circumstances.size,
            everything="tout" in asked,
        )

    def requirements(self) -> Options:
        """The requirements that an action serves, in the order of the decree."""
        served = {ref for action in self.catalogue.actions for ref in action.requirements}
        sheets = (each.requirement for each in self.covered)
        return [(sheet.ref, sheet.title) for sheet in sheets if sheet.ref in served]

    def articles(self) -> Options:
        """The legal texts that an action cites."""
        cited = {ref for action in self.catalogue.actions for ref in action.legal_texts}
        return [(ref, label) for ref, label in self.catalogue.legal_texts.items() if ref in cited]


def number_in(text: str) -> int:
    """How many times more suggestions are asked for: from 1 to 9."""
    return int(text) if len(text) == 1 and text in "123456789" else 1
