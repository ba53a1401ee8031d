"""Editing and removing one row of a step: an objective, a retained action, a followed indicator."""

from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from strategy.errors import StaleError
from strategy.forms.versioned import VersionedForm
from strategy.models import Choice, FollowedIndicator, Objective
from strategy.services.choosing import remove_row
from strategy.services.saving import save_row
from strategy.wizard.screen import StepView

Row = Choice | FollowedIndicator | Objective


class RowView(StepView):
    """A screen about one row of the draft, found in `related` (the name of the draft's related manager)."""

    related: ClassVar[str]
    row: Row

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.pk = kwargs.pop("pk")
        return super().dispatch(request, *args, **kwargs)

    def find(self) -> None:
        """Fetches the row, or answers 404 when it is not of this draft."""
        self.row = get_object_or_404(getattr(self.draft, self.related), pk=self.pk)


class EditRowView(RowView):
    """The form of one row, with its part of the document beside it."""

    def form(self, data: Any = None) -> VersionedForm:
        """The form over the row. Each step gives its own."""
        raise NotImplementedError

    def get(self, request: HttpRequest) -> HttpResponse:
        self.find()
        return self.show(request, form=self.form(), row=self.row)

    def post(self, request: HttpRequest) -> HttpResponse:
        self.find()
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(request, status=422, form=form, row=self.row)
        try:
            save_row(row=self.row, values=form.values, version=form.seen_version, **self.act())
        except StaleError as stale:
            return self.show_conflict(request, form, stale, row=self.row)
        return self.onward(request)


class RemoveRowView(RowView):
    """Asks before what was typed is lost, then removes."""

    template = "strategy/wizard/remove.html"
    for_writers = True

    def get(self, request: HttpRequest) -> HttpResponse:
        self.find()
        return self.show(request, row=self.row)

    def post(self, request: HttpRequest) -> HttpResponse:
        self.find()
        title = str(self.row)
        remove_row(row=self.row, **self.act())
        messages.success(request, f"«\u202f{title}\u202f» a été retiré du brouillon.")
        return redirect(self.address(self.identifier))
