"""Whether a file is what this site issued, and of whom: open to anybody, and nothing that is shown is kept."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from reen.limits import limited
from strategy.attachments import attachment
from strategy.document.codes import tidied
from strategy.document.proof import Integrity, Issued, Outcome, Standing
from strategy.document.proof_words import (
    TITLES,
    integrity_words,
    standing_words,
    status_words,
)
from strategy.forms.verification import CheckedFileForm, CodeForm
from strategy.models import SigningKey
from strategy.queries.reports import report_with_code
from strategy.queries.verification import (
    is_digest,
    issued,
    outcome_of_digest,
    outcome_of_file,
    report_words,
    version_with_code,
)
from strategy.services.certificate import CertificateError, host_certificate
from strategy.uploads import bounded, say_too_big, too_big

KINDS = {
    Integrity.INTACT: "success",
    Integrity.ALTERED: "error",
    Integrity.UNKNOWN: "attention",
    Integrity.DRAFT: "info",
}
REPORT_ON = "Ce code est celui d’un rapport de conformité sur la version ci-dessous."
NOT_FOUND = (
    "Aucune version de ce site ne porte ce code. Relisez-le\u202f; s’il est bien recopié, le document vient d’un "
    "autre site, ou n’est pas ce qu’il prétend."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page says: of a file if there is an `outcome`, and of the version it is or claims to be."""

    version: Issued | None
    outcome: Outcome | None = None
    by_digest: bool = False

    @property
    def title(self) -> str:
        if self.by_digest and self.outcome and self.outcome.integrity is Integrity.UNKNOWN:
            return "Empreinte inconnue"
        return TITLES[self.outcome.integrity] if self.outcome else ""

    @property
    def kind(self) -> str:
        return KINDS[self.outcome.integrity] if self.outcome else ""

    @property
    def words(self) -> str:
        return integrity_words(self.outcome) if self.outcome else ""

    @property
    def asks_for_file(self) -> bool:
        """Only the content tells a file that was altered from one that comes from elsewhere."""
        return self.by_digest and self.title == "Empreinte inconnue"

    @property
    def answers_for_version(self) -> bool:
        """Nothing is said of the issuer of a file that is not, to the byte, what was issued."""
        return self.outcome is None or self.outcome.integrity is Integrity.INTACT

    @property
    def verified(self) -> bool:
        return self.version is not None and self.version.standing is Standing.VERIFIED

    @property
    def status(self) -> str:
        return status_words(self.version) if self.version else ""

    @property
    def standing(self) -> str:
        return standing_words(self.version) if self.version else ""


def of_file(outcome: Outcome, *, by_digest: bool = False) -> Answer:
    """What the page says of a file."""
    return Answer(outcome.version, outcome, by_digest)


@bounded(lambda: settings.VERIFIED_FILE_BYTES)
@limited("verify")
def verification(request: HttpRequest) -> HttpResponse:
    """The page where one types a code, or shows a file: whole, or by its SHA-256 in `empreinte`."""
    if request.method == "POST":
        return check_file(request)
    if "code" in request.GET:
        form = CodeForm(request.GET)
        if form.is_valid():
            return redirect("strategy:verified_code", form.cleaned_data["code"])
        return show(request, status=422, code_form=form)
    typed = request.GET.get("empreinte", "").strip().lower()
    if not typed:
        return show(request)
    if not is_digest(typed):
        return show(
            request, status=422, refusal="Une empreinte SHA-256 a 64 caractères, de 0 à 9 et de a à f."
        )
    return show(request, of_file(outcome_of_digest(typed), by_digest=True))


def check_file(request: HttpRequest) -> HttpResponse:
    """The answer for a file that was sent; it is forgotten with the request."""
    form = CheckedFileForm(request.POST, request.FILES)
    if too_big(request):
        largest = f"Ce fichier dépasse {settings.VERIFIED_FILE_BYTES // 1_000_000}\u00a0Mo"
        say_too_big(form, f"{largest}\u00a0: aucun document de ce site n’est aussi gros.")
        return show(request, status=413, file_form=form)
    if not form.is_valid():
        return show(request, status=422, file_form=form)
    return show(request, of_file(outcome_of_file(form.cleaned_data["file"].read())))


@limited("verify", "GET")
@require_safe
def verified_code(request: HttpRequest, code: str) -> HttpResponse:
    """What the code printed on a file says: nothing of the file itself."""
    version = version_with_code(code)
    report = report_with_code(code) if version is None else None
    if report is not None:
        answer = Answer(issued(report.review.version))
        return show(request, answer, report=f"{REPORT_ON} {report_words(report)}")
    if version is None:
        return show(request, status=404, refusal=NOT_FOUND, code_form=CodeForm(initial={"code": code}))
    if version.code != code:
        return redirect("strategy:verified_code", tidied(code))
    return show(request, Answer(issued(version)))


def show(
    request: HttpRequest, answer: Answer | None = None, *, status: int = 200, **given: Any
) -> HttpResponse:
    """The page, with what is `given` in place of what it has when nobody asked anything."""
    context = {
        "answer": answer,
        "refusal": "",
        "report": "",
        "code_form": CodeForm(),
        "file_form": CheckedFileForm(),
        "largest": settings.VERIFIED_FILE_BYTES // 1_000_000,
    }
    return render(request, "strategy/verification.html", context | given, status=status)


@require_safe
def signing_keys(request: HttpRequest) -> HttpResponse:
    """The public keys of this site, current and former, and the certificate that its PDFs are signed with."""
    context: dict[str, object] = {"keys": SigningKey.objects.all(), "certificate": None, "unable": False}
    try:
        context["certificate"] = host_certificate(timezone.now())
    except CertificateError:  # why is told to the host, by `manage.py check`
        context["unable"] = True
    return render(request, "strategy/signing_keys.html", context)


@require_safe
def signing_key(request: HttpRequest, fingerprint: str) -> HttpResponse:
    """One public key, in PEM."""
    if not is_digest(fingerprint):
        raise Http404
    key = get_object_or_404(SigningKey, fingerprint=fingerprint)
    return attachment(
        key.pem.encode(), name=f"cle-publique-{fingerprint[:16]}.pem", content_type="application/x-pem-file"
    )
