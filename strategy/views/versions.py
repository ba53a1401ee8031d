"""Versions of a draft: numbering one, fetching its files, telling what became of it."""

from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from reen.limits import hold_back
from reen.queries.requirements import requirement_sheets
from strategy.access import DraftScreen
from strategy.attachments import attachment
from strategy.document.coverage import coverage, summary
from strategy.document.draft import DraftData
from strategy.document.findings import findings
from strategy.enums import VersionStatus
from strategy.errors import NotAllowedError, StaleError, StrategyError
from strategy.forms.version import DecisionKindForm, FreezeForm, freeze_form
from strategy.models import Draft, Version
from strategy.permissions import can_edit, can_issue, can_manage
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.queries.issuers import issuer_of
from strategy.queries.signers import signer_of
from strategy.queries.versions import edition_of, pdf_kept, replacement, status_of, versions_of
from strategy.services.bundling import CONTENT_TYPE, ZIP, bundle_name, bundle_of
from strategy.services.deciding import decide
from strategy.services.freezing import KEPT, file_of, freeze
from strategy.services.reissuing import Offer, freeze_project, offer_of
from strategy.services.sealing import KeyMissingError

PAGE = 50
"""Lines of a log."""
CHANGED = "Le brouillon a changé depuis l’affichage de cette page. Relisez ce qui manque, puis numérotez de nouveau."


@dataclass(frozen=True, slots=True)
class Line:
    """A version as the list tells it."""

    version: Version
    status: VersionStatus
    replaced_by: Version | None


def lines_of(reference: str) -> list[Line]:
    """Every version of a strategy, the last one first."""
    every = versions_of(reference)
    return [Line(version, status_of(version), replacement(version, every)) for version in every]


def may_freeze(screen: DraftScreen, version: Version) -> bool:
    """Whether that version is a project, and the visitor has an account that freezes."""
    is_project = VersionStatus(version.status) is VersionStatus.NUMBERED
    return is_project and screen.visitor.user_id is not None and can_issue(screen.role, VersionStatus.FROZEN)


class VersionsView(DraftScreen):
    """The versions of a draft, and the next one; `?etat=figee` has a frozen one chosen."""

    def drafts(self) -> QuerySet[Draft]:
        return whole_drafts()

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(request, self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        by = self.account()
        form = self.form(request)
        if not form.is_valid():
            return self.show(request, form, status=422)
        status = VersionStatus(form.cleaned_data["status"])
        if not can_issue(self.role, status):
            raise PermissionDenied
        if refusal := hold_back(request, "export"):
            return refusal
        try:
            version = freeze(
                status=status,
                functions=form.functions,
                seen=form.cleaned_data["seen"],
                with_changes=form.cleaned_data.get("with_changes", False),
                **self.act() | {"by": by},
            )
        except StaleError:
            form = self.form(request, fresh=True)
            form.add_error(None, CHANGED)
            return self.show(request, form, status=409)
        except StrategyError as refused:
            form.add_error(None, str(refused))
            return self.show(request, form, status=422)
        messages.success(request, f"La version {version.number} est numérotée\u00a0: elle ne changera plus.")
        return redirect(self.address("version", version.number))

    def form(self, request: HttpRequest | None = None, *, fresh: bool = False) -> FreezeForm:
        """The form, with what was sent; `fresh` keeps what was typed over the draft as it is now."""
        typed = request.POST.copy() if request else None
        if typed is not None and fresh:
            typed["seen"] = self.draft.changed_at.isoformat()
        first = not versions_of(self.draft.reference)
        wanted = self.request.GET.get("etat", "")
        return freeze_form(self.data, self.draft.changed_at, typed, first=first, status=wanted)

    @cached_property
    def data(self) -> DraftData:
        """The draft as plain data."""
        return draft_data(self.draft)

    def offer(self, lines: list[Line]) -> Offer | None:
        """How the last version may be frozen, if it is a project and the visitor may."""
        every = [line.version for line in lines]
        return offer_of(every[0], self.draft, every) if every and may_freeze(self, every[0]) else None

    def show(self, request: HttpRequest, form: FreezeForm, status: int = 200) -> HttpResponse:
        lines = lines_of(self.draft.reference)
        context = {
            "draft": self.draft,
            "lines": lines,
            "form": form,
            "can_edit": can_edit(self.role),
            "may_freeze": can_issue(self.role, VersionStatus.FROZEN),
            "offer": self.offer(lines),
            "kept_here_only": self.visitor.user_id is None,
            "can_manage": can_manage(self.role),
            "totals": summary(coverage(self.data, requirement_sheets())),
            "findings": len(findings(self.data)),
        }
        return render(request, "strategy/versions.html", context, status=status)


class VersionScreen(DraftScreen):
    """A screen about one version of the draft; a number it does not have is not found."""

    @cached_property
    def lines(self) -> list[Line]:
        """Every version of the draft."""
        return lines_of(self.draft.reference)

    def version(self, number: int) -> Line:
        line = next((line for line in self.lines if line.version.number == number), None)
        if line is None or line.version.draft_id != self.draft.pk:
            raise Http404
        return line


class VersionView(VersionScreen):
    """One version: what it is, its files, its log; owners tell what became of it."""

    def may_act(self) -> bool:
        return can_issue(self.role, VersionStatus.FROZEN)

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.show(request, number, DecisionKindForm())

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        by = self.account()
        form = DecisionKindForm(request.POST)
        if not form.is_valid():
            return self.show(request, number, form, status=422)
        who = {"by": by, "at": self.act()["at"]}
        try:
            decide(version=self.version(number).version, **form.cleaned_data, **who)
        except NotAllowedError as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "C’est noté. Le journal de la version le dit.")
        return redirect(self.address("version", number))

    def show(
        self, request: HttpRequest, number: int, form: DecisionKindForm, status: int = 200
    ) -> HttpResponse:
        line = self.version(number)
        context = {
            "draft": self.draft,
            "line": line,
            "offer": self.offer(line.version),
            "version": line.version,
            "decision": line.version.decisions.first(),
            "issuer": issuer_of(line.version),
            "signer": signer_of(pdf_kept(line.version)),
            "page": Paginator(line.version.events.select_related("by"), PAGE).get_page(
                request.GET.get("page")
            ),
            "form": form,
            "can_edit": can_edit(self.role),
            "may_tell": self.may_act() and line.version.status == VersionStatus.FROZEN,
        }
        return render(request, "strategy/version.html", context, status=status)

    def offer(self, version: Version) -> Offer | None:
        """How a project may be frozen, by who may."""
        if not may_freeze(self, version):
            return None
        draft = whole_drafts().get(pk=self.draft.pk)
        return offer_of(version, draft, [line.version for line in self.lines])


class FreezeProjectView(VersionScreen):
    """Freezes a project as it was reviewed."""

    http_method_names = ["post"]

    def may_look(self) -> bool:
        return can_issue(self.role, VersionStatus.FROZEN)

    may_act = may_look

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        by, project = self.account(), self.version(number).version
        if refusal := hold_back(request, "export"):
            return refusal
        try:
            version = freeze_project(project=project, by=by, at=self.act()["at"])
        except NotAllowedError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("version", number))
        same = f"elle dit mot pour mot ce que dit le projet version {number}."
        messages.success(request, f"La version {version.number} est figée\u00a0: {same}")
        return redirect(self.address("version", version.number))


class VersionFileView(VersionScreen):
    """A file of a version, as it was made once: the PDF or the JSON, whole or public, or the bundle of both."""

    def get(self, request: HttpRequest, number: int, edition: str, identifier: str) -> HttpResponse:
        version = self.version(number).version
        try:
            return version_file(version, public=edition == "publique", identifier=identifier)
        except KeyMissingError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("version", number))


def version_file(version: Version, *, public: bool, identifier: str) -> HttpResponse:
    """The bytes kept, or the bundle, to be saved by the browser.

    Raises Http404 for a format that is not kept, KeyMissingError for a bundle that cannot be signed.
    """
    edition = edition_of(version, public=public) if identifier in (*KEPT, ZIP) else None
    if edition is None:
        raise Http404
    if identifier == ZIP:
        return attachment(bundle_of(edition), name=bundle_name(edition), content_type=CONTENT_TYPE)
    name, content_type, content = file_of(edition, identifier)
    return attachment(content, name=name, content_type=content_type)
