"""Step 5: what one does in the list of retained actions: put them in order, compare some."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect

from strategy.forms.picked import picked, picked_key
from strategy.services.choosing import move_action
from strategy.wizard.screen import StepView


class BasketView(StepView):
    """One form holds the whole list; the order is kept theme by theme, as the document goes."""

    identifier = "actions"
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        """One of: `up` and `down` with the key of an action, `compare` with those ticked."""
        for name in ("up", "down"):
            if name in request.POST:
                return self.move(request, name)
        return redirect(
            f"{self.address('compare')}?{urlencode({'compare': picked(request.POST, 'ticked')}, doseq=True)}"
        )

    def move(self, request: HttpRequest, name: str) -> HttpResponse:
        """Moves one action, and comes back to its line, over the same page of the catalogue."""
        choice = get_object_or_404(self.draft.choices, pk=picked_key(request.POST, name))
        passed = move_action(choice=choice, up=name == "up", **self.act())
        if passed:
            place = "avant" if name == "up" else "après"
            messages.success(
                request, f"«\u202f{choice}\u202f» passe {place} «\u202f{passed}\u202f» dans votre document."
            )
        query = QueryDict(request.POST.get("query", "")).urlencode()
        return redirect(f"{self.address(self.identifier)}?{query}".rstrip("?") + f"#retenue-{choice.pk}")
