"""The watch desk « Veille »: one screen of subjects, one list for each, every row leading to the mend."""

from typing import Any, cast

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, include, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST
from django.views.generic.base import View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.contrib.settings.registry import register_setting

from reen.enums import CorrectionState
from reen.models import Correction, DigestReader, ReviewPeriods, User
from reen.watch import reported
from reen.watch.corrections import decide, entry_of
from reen.watch.desk import CORRECTIONS, may_tend, subject_named, subjects
from reen.watch.digest import wants_digest
from reen.watch.kinds import edit_url, public_url
from reen.watch.rows import Row

PER_PAGE = 50
ICON = "view"


class DeskScreen(WagtailAdminTemplateMixin, View):
    """What the screens of the desk share: who may open them, and the way back."""

    header_icon = ICON
    page_title = "Veille"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_tend(request.user):  # type: ignore[arg-type]
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        home = {"url": reverse("wagtailadmin_home"), "label": "Accueil"}
        return [home, {"url": reverse("watch:desk"), "label": "Veille"}, *self.trail()]

    def trail(self) -> list[dict[str, str]]:
        """The steps below the desk."""
        return []


class Desk(DeskScreen):
    """Every subject with the number of things to mend."""

    template_name = "reen/admin/desk.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        counted = [(subject, subject.rows().count()) for subject in subjects()]
        context = self.get_context_data(
            counted=counted,
            total=sum(count for _, count in counted),
            wants_digest=wants_digest(request.user),  # type: ignore[arg-type]
        )
        return self.render_to_response(context)


class SubjectList(DeskScreen):
    """The rows of one subject, a page at a time; those decided, for corrections, with `?etat=traitees`."""

    template_name = "reen/admin/desk_subject.html"

    def trail(self) -> list[dict[str, str]]:
        return [{"url": self.request.path, "label": self.page_title}]

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        subject = subject_named(slug)
        if subject is None:
            raise Http404
        self.page_title = subject.heading
        decided = slug == CORRECTIONS and request.GET.get("etat") == "traitees"
        rows = reported.corrections(new=False) if decided else subject.rows()
        page: Page[Row] = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))  # type: ignore[arg-type]
        context = self.get_context_data(
            subject=subject, page=page, decided=decided, is_corrections=slug == CORRECTIONS
        )
        return self.render_to_response(context)


@method_decorator(require_POST, name="dispatch")
class Press(DeskScreen):
    """The button of one row: sets aside, asks again or forgets, then comes back to the list."""

    def post(self, request: HttpRequest, slug: str, pk: int) -> HttpResponse:
        subject = subject_named(slug)
        if subject is None or subject.press is None:
            raise Http404
        subject.press(pk, request.user)  # type: ignore[arg-type]
        messages.success(request, f"{subject.heading}\u00a0: c’est fait.")
        back = reverse("watch:subject", args=[slug])
        number = request.POST.get("p", "")
        return redirect(f"{back}?p={number}" if number.isdecimal() else back)


class DecisionForm(forms.Form):
    """What becomes of a correction; `reply` is sent to the reader who left an address."""

    state = forms.ChoiceField(
        label="Décision",
        choices=[(state.value, state.label) for state in (CorrectionState.KEPT, CorrectionState.REJECTED)],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez\u00a0: retenue ou écartée."},
    )
    why = forms.CharField(
        label="Pourquoi",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Pour la mémoire de l’équipe. À remplir quand vous écartez.",
    )
    reply = forms.CharField(
        label="Réponse par courriel",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="Facultative. L’adresse est effacée dès la décision, que vous répondiez ou non.",
    )

    def __init__(self, *args: Any, answerable: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not answerable:
            del self.fields["reply"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("state") == CorrectionState.REJECTED and not data.get("why"):
            self.add_error("why", "Dites en une phrase pourquoi vous l’écartez.")
        return data


class Decide(DeskScreen):
    """One correction, and what to make of it."""

    template_name = "reen/admin/correction.html"
    page_title = "Correction proposée"

    def trail(self) -> list[dict[str, str]]:
        return [
            {"url": reverse("watch:subject", args=[CORRECTIONS]), "label": "Corrections proposées"},
            {"url": self.request.path, "label": self.page_title},
        ]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        correction = self._correction(pk)
        return self._show(correction, DecisionForm(answerable=bool(correction.email)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        correction = self._correction(pk)
        form = DecisionForm(request.POST, answerable=bool(correction.email))
        if not form.is_valid():
            return self._show(correction, form, status=422)
        state = CorrectionState(form.cleaned_data["state"])
        try:
            decided = decide(
                correction,
                by=request.user,  # type: ignore[arg-type]
                state=state,
                why=form.cleaned_data["why"],
                reply=form.cleaned_data.get("reply", ""),
            )
        except OSError:
            form.add_error(
                "reply", "Le message n’a pas pu partir. Rien n’est enregistré\u00a0: réessayez plus tard."
            )
            return self._show(correction, form, status=422)
        if decided:
            messages.success(request, f"Correction {state.label}.")
        else:
            messages.warning(request, "Quelqu’un d’autre vient de la traiter\u00a0: voyez sa décision.")
        return redirect("watch:subject", CORRECTIONS) if decided else redirect("watch:correction", pk)

    def _correction(self, pk: int) -> Correction:
        return get_object_or_404(Correction.objects.select_related("handled_by", "content_type"), pk=pk)

    def _show(self, correction: Correction, form: DecisionForm, status: int = 200) -> TemplateResponse:
        found = entry_of(correction)
        context = self.get_context_data(
            correction=correction,
            form=form,
            is_new=correction.state == CorrectionState.NEW,
            edit_url=edit_url(found[0], found[1].pk) if found else "",
            public_url=public_url(found[1]) if found and found[1].live else "",
        )
        return self.render_to_response(context, status=status)


@method_decorator(require_POST, name="dispatch")
class DigestChoice(DeskScreen):
    """Asks for the monthly digest, or declines it."""

    def post(self, request: HttpRequest) -> HttpResponse:
        wanted = request.POST.get("wanted") == "oui"
        reader = cast(User, request.user)  # the desk is closed to who is not signed in
        DigestReader.objects.update_or_create(user=reader, defaults={"wanted": wanted})
        told = "vous recevrez" if wanted else "vous ne recevrez plus"
        messages.success(request, f"C’est noté\u00a0: {told} le point mensuel.")
        return redirect("watch:desk")


class DeskMenuItem(MenuItem):
    """Shown to those to whom the desk is open."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_tend(request.user)  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The addresses of the desk."""
    routes = [
        path("", Desk.as_view(), name="desk"),
        path("point-mensuel/", DigestChoice.as_view(), name="digest"),
        path("corrections/<int:pk>/", Decide.as_view(), name="correction"),
        path("<slug:slug>/", SubjectList.as_view(), name="subject"),
        path("<slug:slug>/<int:pk>/", Press.as_view(), name="press"),
    ]
    return [path("veille/", include((routes, "watch")))]  # type: ignore[list-item]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """« Veille », just under the catalogue."""
    return DeskMenuItem("Veille", reverse("watch:desk"), icon_name=ICON, order=160)


register_setting(ReviewPeriods, icon="calendar-check", order=300)
