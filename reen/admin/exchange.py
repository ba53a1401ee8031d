"""« Import et export »: send a spreadsheet, settle its columns, preview, import as drafts, undo."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, include, path, reverse
from django.views.generic.base import View
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from reen.admin.exchange_forms import ColumnsForm, FileForm
from reen.exchange import applying, undoing
from reen.exchange.columns import KINDS, kind_named, slug_of
from reen.exchange.errors import FileError
from reen.exchange.exporting import TYPES, template
from reen.exchange.permissions import importable, may_import, may_see, may_undo
from reen.exchange.plan import Outcome, PlannedRow
from reen.exchange.tables import MAX_ROWS
from reen.models import Entry, ImportRun
from reen.typography import plural
from reen.watch.kinds import edit_url

PER_PAGE = 50
RUNS_SHOWN = 20
ICON = "table"
TITLE = "Import et export"


def listing_url(model: Any) -> str:
    """The listing of a kind in the admin."""
    return reverse(model.snippet_viewset.get_url_name("list"))


class ExchangeScreen(WagtailAdminTemplateMixin, View):
    """What the screens share: the way back, and who may open them."""

    header_icon = ICON
    page_title = TITLE

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        home = {"url": reverse("wagtailadmin_home"), "label": "Accueil"}
        here = [] if self.page_title == TITLE else [{"url": self.request.path, "label": self.page_title}]
        return [home, {"url": reverse("exchange:home"), "label": TITLE}, *here]

    def show(self, status: int = 200, **context: Any) -> TemplateResponse:
        """The screen, with what its template needs."""
        return self.render_to_response(self.get_context_data(**context), status=status)

    def kind_of(self, slug: str) -> type[Entry]:
        """The kind that an address names; 404 for another, refused to those who may not import it."""
        model = next((model for model in KINDS if slug_of(model) == slug), None)
        if model is None:
            raise Http404
        if not may_import(self.request.user, model):  # type: ignore[arg-type]
            raise PermissionDenied
        return model

    def run_of(self, pk: int) -> ImportRun:
        """The import that an address names; refused to those who may not see it."""
        run = get_object_or_404(ImportRun.objects.select_related("author"), pk=pk)
        if not may_see(self.request.user, run):  # type: ignore[arg-type]
            raise PermissionDenied
        return run


class Home(ExchangeScreen):
    """What may be imported, and the last imports."""

    template_name = "reen/admin/exchange/home.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        kinds = importable(request.user)  # type: ignore[arg-type]
        if not kinds:
            raise PermissionDenied
        runs = ImportRun.objects.filter(
            applied_at__isnull=False, kind__in=[model._meta.model_name for model in kinds]
        )
        told = [(str(model._meta.verbose_name_plural), slug_of(model), listing_url(model)) for model in kinds]
        return self.show(kinds=told, runs=runs.select_related("author")[:RUNS_SHOWN])


class Template(ExchangeScreen):
    """An empty spreadsheet to fill."""

    def get(self, request: HttpRequest, kind: str, extension: str) -> HttpResponse:
        model = self.kind_of(kind)
        if extension not in TYPES:
            raise Http404
        return HttpResponse(
            template(model, extension),
            content_type=TYPES[extension],
            headers={"Content-Disposition": f'attachment; filename="modele-{kind}.{extension}"'},
        )


class Upload(ExchangeScreen):
    """Sends a file; one that is no table is refused here."""

    template_name = "reen/admin/exchange/upload.html"

    def get(self, request: HttpRequest, kind: str) -> HttpResponse:
        return self._show(self.kind_of(kind), FileForm())

    def post(self, request: HttpRequest, kind: str) -> HttpResponse:
        model = self.kind_of(kind)
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                run = applying.receive(model, file.name, file.read(), request.user)  # type: ignore[arg-type]
            except FileError as error:
                form.add_error("file", str(error))
            else:
                return redirect("exchange:run" if applying.is_settled(run) else "exchange:columns", run.pk)
        return self._show(model, form, status=422)

    def _show(self, model: type[Entry], form: FileForm, status: int = 200) -> HttpResponse:
        self.page_title = f"Importer des {model._meta.verbose_name_plural}"
        return self.show(
            status, form=form, slug=slug_of(model), listing_url=listing_url(model), most_rows=MAX_ROWS
        )


class Columns(ExchangeScreen):
    """Says what each column of the file is."""

    template_name = "reen/admin/exchange/columns.html"
    page_title = "Colonnes du fichier"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self._pending(pk)
        return self.show(run=run, form=ColumnsForm(run))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self._pending(pk)
        form = ColumnsForm(run, request.POST)
        if not form.is_valid():
            return self.show(422, run=run, form=form)
        applying.settle(run, form.mapping)
        return redirect("exchange:run", run.pk)

    def _pending(self, pk: int) -> ImportRun:
        run = self.run_of(pk)
        if run.applied_at is not None:
            raise Http404
        return run


class Run(ExchangeScreen):
    """The preview of an import, then what it did; its button does what was previewed, and nothing else."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self.run_of(pk)
        if run.applied_at is not None:
            return self._done(run)
        return self._preview(run) if applying.is_settled(run) else redirect("exchange:columns", run.pk)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self.run_of(pk)
        try:
            plan = applying.apply(
                run,
                request.user,  # type: ignore[arg-type]
                request.POST.get("digest", ""),
                vouched="vouched" in request.POST,
            )
        except applying.PlanChangedError:
            messages.error(request, "Rien n’est importé\u00a0: le catalogue a changé. Relisez l’aperçu.")
        except applying.NotVouchedError:
            messages.error(
                request,
                "Rien n’est importé\u00a0: dites si les sources ont été rouvertes, ou videz «\u202fVérifié le\u202f».",
            )
        else:
            done = plan.count(Outcome.CREATED) + plan.count(Outcome.CHANGED)
            messages.success(request, f"{plural(done, 'fiche importée', 'fiches importées')} en brouillon.")
        return redirect("exchange:run", run.pk)

    def _preview(self, run: ImportRun) -> HttpResponse:
        self.template_name, self.page_title = "reen/admin/exchange/preview.html", "Aperçu de l’import"
        plan = applying.plan_of(run, self.request.user)  # type: ignore[arg-type]
        counts = [(outcome, plan.count(outcome)) for outcome in Outcome]
        shown = next((o for o in Outcome if o.value == self.request.GET.get("etat")), None)
        rows: list[PlannedRow] = [row for row in plan.rows if shown in (None, row.outcome)]
        return self.show(
            run=run,
            plan=plan,
            counts=[(outcome, count) for outcome, count in counts if count],
            shown=shown,
            state=shown.value if shown else "",
            refused=plan.count(Outcome.REFUSED),
            to_do=plan.count(Outcome.CREATED) + plan.count(Outcome.CHANGED),
            page=Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p")),
            slug=slug_of(plan.model),
            ignored=[header for header in applying.table_of(run).headers if not run.mapping[header]],
        )

    def _done(self, run: ImportRun) -> HttpResponse:
        self.template_name, self.page_title = (
            "reen/admin/exchange/done.html",
            f"Import du fichier {run.file_name}",
        )
        model = kind_named(run.kind)
        page = Paginator(run.entries.all(), PER_PAGE).get_page(self.request.GET.get("p"))
        return self.show(
            run=run,
            page=page,
            rows=[(entry, edit_url(model, entry.object_id)) for entry in page],
            created=run.entries.filter(created=True).count(),
            changed=run.entries.filter(created=False).count(),
            left=run.entries.filter(undone="").count(),
            listing_url=listing_url(model),
            may_undo=may_undo(self.request.user, run),  # type: ignore[arg-type]
        )


class Undo(ExchangeScreen):
    """Says of each entry what undoing does, then does it."""

    template_name = "reen/admin/exchange/undo.html"
    page_title = "Annuler un import"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self._own(pk)
        verdicts = undoing.verdicts(run, request.user)  # type: ignore[arg-type]
        return self.show(
            run=run,
            going=[verdict for verdict in verdicts if verdict.does],
            kept=[verdict for verdict in verdicts if verdict.kept],
        )

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        run = self._own(pk)
        verdicts = undoing.undo(run, request.user)  # type: ignore[arg-type]
        done = sum(bool(verdict.does) for verdict in verdicts)
        kept = len(verdicts) - done
        if done:
            messages.success(
                request, f"{plural(done, 'fiche remise', 'fiches remises')} comme avant l’import."
            )
        if kept:
            messages.warning(
                request, f"{plural(kept, 'fiche laissée', 'fiches laissées')}\u00a0: voyez pourquoi."
            )
        return redirect("exchange:undo" if kept else "exchange:run", run.pk)

    def _own(self, pk: int) -> ImportRun:
        run = self.run_of(pk)
        if not may_undo(self.request.user, run):  # type: ignore[arg-type]
            raise PermissionDenied
        return run


class ExchangeMenuItem(MenuItem):
    """Shown to those who may import something."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(importable(request.user))  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The addresses of imports and templates."""
    routes = [
        path("", Home.as_view(), name="home"),
        path("imports/<int:pk>/", Run.as_view(), name="run"),
        path("imports/<int:pk>/colonnes/", Columns.as_view(), name="columns"),
        path("imports/<int:pk>/annuler/", Undo.as_view(), name="undo"),
        path("<slug:kind>/", Upload.as_view(), name="upload"),
        path("<slug:kind>/modele.<slug:extension>", Template.as_view(), name="template"),
    ]
    return [path("echanges/", include((routes, "exchange")))]  # type: ignore[list-item]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Just under the catalogue."""
    return ExchangeMenuItem(TITLE, reverse("exchange:home"), icon_name=ICON, order=155)
