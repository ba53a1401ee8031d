"""Step 5: the catalogue beside the basket."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from reen.enums import Effort, Kind, Size, Theme
from reen.queries.actions import action_sheets
from reen.typography import plural
from strategy.enums import BodyRole
from strategy.forms.picked import picked
from strategy.services.choosing import choose_actions
from strategy.wizard.catalogue import Wish, matching
from strategy.wizard.screen import StepView

PAGE = 12


def wish_of(query: QueryDict) -> Wish:
    """What is asked in the address; unknown values mean any."""
    theme, effort = query.get("theme", ""), query.get("effort", "")
    return Wish(
        text=query.get("q", "").strip(),
        theme=theme if theme in {member.value for member in Theme} else "",
        effort=effort if effort in {member.label for member in Effort} else "",
        everything=bool(query.get("tout")),
    )


def address_of(wish: Wish, page: str) -> str:
    """The query string of a wish and a page."""
    asked = {
        "q": wish.text,
        "theme": wish.theme,
        "effort": wish.effort,
        "tout": "1" if wish.everything else "",
    }
    return urlencode({name: value for name, value in (asked | {"page": page}).items() if value})


class ActionsView(StepView):
    """One form holds the filters, the boxes and the pages, so that nothing ticked is lost by filtering or paging."""

    identifier = "actions"
    template = "strategy/wizard/actions.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        wish = wish_of(request.GET)
        kind, size = self.kind_and_size()
        sheets = action_sheets(size=size)
        found = matching(sheets, wish, kind, size)
        page = Paginator(found, PAGE).get_page(request.GET.get("page"))
        return self.show(
            request,
            wish=wish,
            page=page,
            themes=list(Theme),
            efforts=[(member.label, member.label) for member in Effort],
            chosen={row.ref: row.pk for row in self.draft.choices.all() if row.ref},
            others=len(sheets) - len(matching(sheets, Wish(), kind, size)),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Retains what is ticked, then goes where the button says: filters, page, next step."""
        refs = picked(request.POST, "picked")
        kept = (
            choose_actions(sheets=action_sheets(refs=refs, size=self.kind_and_size()[1]), **self.act())
            if refs
            else []
        )
        if kept:
            messages.success(request, f"{plural(len(kept), 'action retenue', 'actions retenues')}.")
        if "continue" in request.POST:
            return redirect(self.address("indicators"))
        query = address_of(wish_of(request.POST), request.POST.get("page", ""))
        return redirect(
            f"{self.address(self.identifier)}?{query}" if query else self.address(self.identifier)
        )

    def kind_and_size(self) -> tuple[Kind | None, Size | None]:
        """Those of the first collectivité porteuse; a size only where a population is known."""
        bearers = (row.collectivity for row in self.draft.bodies.all() if row.role == BodyRole.BEARER)
        body = next(bearers, None)
        if body is None:
            return None, None
        return Kind(body.kind), None if body.population is None else Size.of(body.population)
