"""Editing and removing one row of a step: an objective, a retained action, a followed indicator, a plan."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from strategy.models import Choice, FollowedIndicator, Objective, Plan
from strategy.services.choosing import remove_row
from strategy.wizard.editing import FormView
from strategy.wizard.screen import StepView

Row = Choice | FollowedIndicator | Objective | Plan


class RowView(StepView):
    """A screen about one row of the draft, found in `related` (the name of the draft's related manager)."""

    related: ClassVar[str]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.pk = kwargs.pop("pk")
        return super().dispatch(request, *args, **kwargs)

    @property
    def row(self) -> Row:
        """The row, as it was fetched with its draft. Raises Http404 when it is not of this draft."""
        found = (row for row in getattr(self.draft, self.related).all() if row.pk == self.pk)
        row = next(found, None)
        if row is None:
            raise Http404
        return row

    def show(self, request: HttpRequest, status: int = 200, **context: Any) -> HttpResponse:
        return super().show(request, status, row=self.row, **context)


class EditRowView(RowView, FormView):
    """The form of one row, with its part of the document beside it."""

    @property
    def kept(self) -> Any:
        """The row as it is saved, as plain data: both sides name the rows of a draft alike."""
        return next(row for row in getattr(self.data, self.related) if row.key == self.pk)


class RemoveRowView(RowView):
    """Asks before what was typed is lost, then removes."""

    template = "strategy/wizard/remove.html"
    for_writers = True

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        row = self.row
        title = str(row)
        remove_row(row=row, **self.act())
        messages.success(request, f"«\u202f{title}\u202f» a été retiré du brouillon.")
        return self.back()

    def back(self) -> HttpResponse:
        """To the list the row was in."""
        return redirect(self.address(self.identifier))
