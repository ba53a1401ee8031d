"""Issuers verified in the admin: the list, an editor's act with its reason, and taking a verification back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import include, path, reverse
from django.utils import timezone
from django.views.generic.base import View
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from strategy.enums import BodyRole
from strategy.errors import NotAllowedError
from strategy.models import Attestation, Collectivity, Draft
from strategy.permissions import owners
from strategy.queries.issuers import attestations, standing
from strategy.services.issuing import attest_by_editor, withdraw_attestation

ICON, PER_PAGE = "key", 50
PERMISSION = "strategy.add_attestation"


def reason_field(help_text: str) -> forms.CharField:
    """Why, in a sentence that others read."""
    return forms.CharField(
        label="Raison",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=help_text,
        error_messages={"required": "Écrivez la raison\u00a0: elle sera lue."},
    )


class VerifyForm(forms.Form):
    """Which collectivité, and what the editor relies on."""

    collectivity: forms.ModelChoiceField = forms.ModelChoiceField(
        label="Collectivité",
        queryset=None,
        empty_label="À choisir",
        error_messages={"required": "Choisissez la collectivité que vous avez vérifiée."},
    )
    reason = reason_field(
        "Ce sur quoi vous vous appuyez, par exemple «\u202fcourrier signé du maire, reçu le 3 mars\u202f». "
        "Toute personne qui vérifie le document le lira\u00a0: ne nommez pas d’agent."
    )

    def __init__(self, *args: Any, among: QuerySet[Collectivity], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["collectivity"].queryset = among  # type: ignore[attr-defined]


class WithdrawForm(forms.Form):
    """Why a verification is taken back."""

    reason = reason_field("Les membres de la stratégie la liront dans le journal de chaque version.")


class IssuerScreen(WagtailAdminTemplateMixin, View):
    """What these screens share: who may open them, and the way back."""

    header_icon = ICON
    page_title = "Émetteurs"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        home = {"url": reverse("wagtailadmin_home"), "label": "Accueil"}
        here = {"url": "", "label": self.page_title}
        above = {"url": reverse("issuers:list"), "label": IssuerScreen.page_title}
        return [home, above, *([here] if self.page_title != IssuerScreen.page_title else [])]

    def act(self) -> dict[str, Any]:
        """Who acts, and when."""
        return {"by": self.request.user.pk, "at": timezone.now()}


class IssuerList(IssuerScreen):
    """What was verified, the last first; `q` is a reference or a part of a name."""

    template_name = "strategy/admin/issuers.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("q", "").strip()
        rows = Attestation.objects.select_related("collectivity", "by", "withdrawal__by")
        if asked:
            rows = rows.filter(Q(reference__iexact=asked) | Q(collectivity__name__icontains=asked))
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
        return self.render_to_response(self.get_context_data(asked=asked, page=page))


class VerifyIssuer(IssuerScreen):
    """An editor's act on the strategy of a reference."""

    template_name = "strategy/admin/verify_issuer.html"
    page_title = "Vérifier un émetteur"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request)

    def post(self, request: HttpRequest) -> HttpResponse:
        draft = get_object_or_404(Draft, reference=self.asked(request))
        form = VerifyForm(request.POST, among=self.bodies(draft))
        if form.is_valid():
            try:
                attest_by_editor(draft=draft, **form.cleaned_data, **self.act())
            except NotAllowedError as refused:
                form.add_error(None, str(refused))
            else:
                messages.success(request, f"{form.cleaned_data['collectivity']} est vérifiée.")
                return redirect("issuers:list")
        return self.show(request, form, status=422)

    def show(self, request: HttpRequest, form: VerifyForm | None = None, status: int = 200) -> HttpResponse:
        asked = self.asked(request)
        draft = Draft.objects.filter(reference=asked).first() if asked else None
        context: dict[str, Any] = {"asked": asked, "draft": draft}
        if draft is not None:
            held, bodies = attestations([draft.reference]), self.bodies(draft)
            context |= {
                "bodies": [standing(body, held.get((draft.reference, body.pk))) for body in bodies],
                "owners": [str(owner.user.email) for owner in owners(draft).select_related("user")],
                "form": form or VerifyForm(among=bodies),
            }
        return self.render_to_response(self.get_context_data(**context), status=status)

    def asked(self, request: HttpRequest) -> str:
        """The reference typed; that of a version (« SNR-…@v2 ») will do."""
        return request.GET.get("reference", "").strip().upper().partition("@")[0]

    def bodies(self, draft: Draft) -> QuerySet[Collectivity]:
        """The collectivités that bear the draft."""
        borne = draft.bodies.filter(role=BodyRole.BEARER).values("collectivity")
        return Collectivity.objects.filter(pk__in=borne).order_by("name")


class WithdrawIssuer(IssuerScreen):
    """Takes one verification back."""

    template_name = "strategy/admin/withdraw_issuer.html"
    page_title = "Retirer une vérification"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.show(self.find(pk), WithdrawForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        attestation, form = self.find(pk), WithdrawForm(request.POST)
        if form.is_valid():
            try:
                withdraw_attestation(attestation=attestation, **form.cleaned_data, **self.act())
            except NotAllowedError as refused:
                messages.error(request, str(refused))
            else:
                messages.success(request, f"{attestation.collectivity} n’est plus vérifiée.")
            return redirect("issuers:list")
        return self.show(attestation, form, status=422)

    def find(self, pk: int) -> Attestation:
        rows = Attestation.objects.select_related("collectivity", "draft")
        found: Attestation = get_object_or_404(rows, pk=pk)
        return found

    def show(self, attestation: Attestation, form: WithdrawForm, status: int = 200) -> HttpResponse:
        told = standing(attestation.collectivity, attestation)
        context = self.get_context_data(attestation=attestation, told=told, form=form)
        return self.render_to_response(context, status=status)


class IssuersMenuItem(MenuItem):
    """Shown to those who verify."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """The list, the act, and taking it back."""
    routes = [
        path("", IssuerList.as_view(), name="list"),
        path("verifier/", VerifyIssuer.as_view(), name="verify"),
        path("<int:pk>/retirer/", WithdrawIssuer.as_view(), name="withdraw"),
    ]
    return [path("emetteurs/", include((routes, "issuers")))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """« Émetteurs », beside the addresses."""
    return IssuersMenuItem(IssuerScreen.page_title, reverse("issuers:list"), icon_name=ICON, order=174)
