"""Taking or leaving what a colleague proposes, answer by answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from strategy.errors import NotAllowedError, StaleError
from strategy.forms.delegation import DecisionForm
from strategy.forms.lending import compared, merged_form, row_lent
from strategy.models import Delegation
from strategy.models.versioned import Versioned
from strategy.queries.delegations import whole_delegations
from strategy.services.delegating import Outcome, revoke, settle
from strategy.views.delegations import WritersScreen

CHANGED = "La stratégie a changé pendant que vous décidiez\u00a0: comparez de nouveau, puis enregistrez."
DONE = "Votre décision est enregistrée\u202f; votre collègue peut la lire avec son lien."


class DecisionView(WritersScreen):
    """One delegation: what is proposed beside what is saved, and a choice for each answer."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        delegation = self.find(pk)
        return self.show(request, delegation, self.form(delegation, row_lent(delegation)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        delegation = self.find(pk)
        try:
            if "revoke" in request.POST:
                revoke(delegation=delegation, **self.act())
                messages.success(request, f"Le lien donné à {delegation.colleague} ne s’ouvre plus.")
                return redirect(self.address("delegations"))
            return self.decide(request, delegation)
        except NotAllowedError as refused:
            messages.error(request, str(refused))
            return redirect(request.path)

    def decide(self, request: HttpRequest, delegation: Delegation) -> HttpResponse:
        """Writes what is taken, as a whole: where it contradicts what is kept, that is told and nothing is written."""
        row = row_lent(delegation)
        form = self.form(delegation, row, request.POST)
        if not form.is_valid():
            return self.show(request, delegation, form, status=422)
        merged = merged_form(delegation, row, form.taken) if row is not None else None
        if merged is not None and not merged.is_valid():
            for _, message in merged.mistakes:
                form.add_error(None, message)
            return self.show(request, delegation, form, status=422)
        try:
            settle(
                delegation=delegation,
                row=row,
                version=form.cleaned_data["seen"],
                values=only(form.taken, merged.values) if merged is not None else {},
                lines=only(form.taken, merged.line_values) if merged is not None else {},
                outcome=[
                    Outcome(field.label, field.proposed, field.name in form.taken) for field, _ in form.rows
                ],
                answer=form.cleaned_data["answer"],
                **self.act(),
            )
        except StaleError:
            return self.compare_again(request, delegation)
        messages.success(request, DONE)
        return redirect(self.address("delegations"))

    def compare_again(self, request: HttpRequest, delegation: Delegation) -> HttpResponse:
        """The row changed: the same choices over what it says now."""
        typed, row = request.POST.copy(), row_lent(delegation)
        typed["seen"] = str(row.version if row is not None else 0)
        form = self.form(delegation, row, typed)
        form.add_error(None, CHANGED)
        return self.show(request, delegation, form, status=409)

    def find(self, pk: int) -> Delegation:
        return get_object_or_404(whole_delegations(), draft=self.draft, pk=pk)

    def form(self, delegation: Delegation, row: Versioned | None, data: object = None) -> DecisionForm:
        if row is None:
            return DecisionForm(data, fields=[], initial={"seen": 0})
        return DecisionForm(data, fields=compared(delegation, row), initial={"seen": row.version})

    def show(
        self, request: HttpRequest, delegation: Delegation, form: DecisionForm, status: int = 200
    ) -> HttpResponse:
        context = {
            "draft": self.draft,
            "delegation": delegation,
            "form": form,
            "removed": row_lent(delegation) is None,
            "today": self.visitor.today,
        }
        return render(request, "strategy/delegation.html", context, status=status)


def only(names: Iterable[str], given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given under those names."""
    return {name: given[name] for name in names if name in given}
