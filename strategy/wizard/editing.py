"""A screen that is one form over one row."""

from abc import ABC, abstractmethod
from typing import Any

from django.http import HttpRequest, HttpResponse

from strategy.errors import StaleError
from strategy.forms.versioned import VersionedForm
from strategy.models.versioned import Versioned
from strategy.services.saving import save_row
from strategy.wizard.screen import StepView


class FormView(StepView, ABC):
    """Shows the form, refuses what is wrong, saves it whole, or puts two versions side by side.

    The button `more` asks for one more line to fill, and saves nothing.
    """

    @abstractmethod
    def form(self, data: Any = None) -> VersionedForm:
        """The form over the row. Each screen gives its own."""

    def save(self, form: VersionedForm) -> Versioned:
        """Writes what was typed. Raises StaleError."""
        return save_row(
            row=form.instance,
            values=form.values,
            lines=form.line_values,
            version=form.seen_version,
            **self.act(),
        )

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, form=self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.form(request.POST)
        if "more" in request.POST:
            form.show_one_more_line()
            return self.show(request, form=form)
        if not form.is_valid():
            return self.show(request, status=422, form=form, errors=form.mistakes)
        try:
            saved = self.save(form)
        except StaleError as stale:
            return self.show_conflict(request, form, stale)
        return self.onward(request, saved)
