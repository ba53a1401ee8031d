"""Step 1: the collectivités of the cover, and the answer of the law for each."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from reen.enums import Kind
from strategy.document.chapters.legal import doubts, legal_frame
from strategy.document.model import Section
from strategy.enums import BodyRole
from strategy.errors import NotAllowedError
from strategy.forms.body import RoleForm, TypedBodyForm
from strategy.forms.picked import picked_key
from strategy.models import Collectivity
from strategy.queries.collectivities import search_collectivities
from strategy.services.drafting import add_body, remove_body, type_in_collectivity
from strategy.wizard.screen import StepView


class BodiesView(StepView):
    """The list, a search to add one, and the choice of roles."""

    identifier = "bodies"
    template = "strategy/wizard/bodies.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.screen(request, TypedBodyForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """One of: `add` from the list, `type` one in, `remove`."""
        try:
            if "remove" in request.POST:
                self.remove(picked_key(request.POST, "remove"))
            elif "type" in request.POST:
                form = TypedBodyForm(request.POST)
                if not form.is_valid():
                    return self.screen(request, form, status=422)
                self.type_in(form)
            else:
                self.add(request)
        except NotAllowedError as refusal:
            messages.error(request, str(refusal))
            return redirect(self.address(self.identifier))
        return self.onward(request)

    def screen(self, request: HttpRequest, form: TypedBodyForm, status: int = 200) -> HttpResponse:
        text = request.GET.get("q", "").strip()
        found = search_collectivities(text) if text and not self.draft.demonstration else None
        rows = zip(self.draft.bodies.all(), self.data.bodies, strict=True)
        return self.show(
            request,
            status=status,
            rows=list(rows),
            doubts=doubts(self.data.bodies),
            text=text,
            found=found,
            form=form,
            roles=BodyRole.choices(),
        )

    def preview(self) -> Section | None:
        return legal_frame(self.data, ()).sections[0]

    def add(self, request: HttpRequest) -> None:
        form = RoleForm(request.POST)
        if not form.is_valid():
            raise Http404
        listed = Collectivity.objects.filter(official=True) | Collectivity.objects.filter(
            pk__in=self.draft.bodies.values("collectivity")
        )
        collectivity = get_object_or_404(listed, pk=form.cleaned_data["collectivity"])
        add_body(collectivity=collectivity, role=BodyRole(form.cleaned_data["role"]), **self.act())

    def type_in(self, form: TypedBodyForm) -> None:
        given = form.cleaned_data
        collectivity = type_in_collectivity(
            name=given["name"],
            kind=Kind(given["kind"]),
            population=given["population"],
            demonstration=self.draft.demonstration,
        )
        add_body(collectivity=collectivity, role=BodyRole.BEARER, **self.act())

    def remove(self, pk: int | None) -> None:
        body = get_object_or_404(self.draft.bodies, pk=pk)
        remove_body(body=body, **self.act())
