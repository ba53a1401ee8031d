"""What a colleague without an account sees: the part lent, and nothing else of the draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from reen.limits import hold_back
from strategy.autosave import accepted, in_background, refused, saved_now
from strategy.enums import DelegatedPart, TaxBasis
from strategy.errors import NotAllowedError, StaleError
from strategy.forms.lending import changed_in, colleague_form, compared, current_words, row_lent
from strategy.forms.versioned import VersionedForm
from strategy.models import Delegation
from strategy.models.versioned import Versioned
from strategy.services.delegating import delegation_of, keep_proposal, send_proposal
from strategy.views.delegations import bodies_of
from strategy.views.links import private

MEANWHILE = (
    "Ce lien a enregistré d’autres mots entre-temps, dans une autre fenêtre. Les vôtres sont dans le formulaire\u00a0: "
    "enregistrez-les pour remplacer les autres."
)


@require_http_methods(["GET", "POST"])
def delegated(request: HttpRequest, token: str) -> HttpResponse:
    """Filled as often as one likes, then sent; afterwards the answer is read here.

    Opening links is counted by visitor; the saves of one that opens, which follow what is typed, by link.
    """
    delegation = delegation_of(token, at=timezone.now())
    saved = delegation if request.method == "POST" else None
    counted = ("link",) if saved is None else ("answer", saved.digest)
    return private(hold_back(request, *counted) or answer(request, delegation))


def answer(request: HttpRequest, delegation: Delegation | None) -> HttpResponse:
    """The page of the link, as far as it still opens something."""
    if delegation is None:
        return render(request, "strategy/link_closed.html", {"what": "Cette délégation"}, status=404)
    row = row_lent(delegation)
    if row is None or not delegation.is_open:
        return outcome(request, delegation, row)
    if request.method == "POST":
        return save(request, delegation, row)
    return page(request, delegation, colleague_form(delegation, row))


def save(request: HttpRequest, delegation: Delegation, row: Versioned) -> HttpResponse:
    """Keeps every word, right or wrong; sends only what is right. What is wrong is told to those who press a button."""
    form = colleague_form(delegation, row, request.POST)
    valid = form.is_valid()
    background = in_background(request)
    try:
        keep_proposal(
            delegation=delegation,
            proposed=changed_in(form, delegation),
            version=form.cleaned_data.get("seen", -1),
        )
        if valid and "send" in request.POST and not background:
            send_proposal(delegation=delegation, at=timezone.now())
    except NotAllowedError as closed:
        messages.error(request, str(closed))
        return redirect(request.path)
    except StaleError as stale:
        if background:
            return refused(409, {})
        form.show_again_over(stale.current)  # type: ignore[arg-type]
        messages.warning(request, MEANWHILE)
        return page(request, delegation, form, status=409)
    delegation.refresh_from_db()
    if background:
        return accepted(redirect(request.path), delegation.version)
    if not valid:
        form.show_again_over(delegation)
        return page(request, delegation, form, status=422)
    if "send" not in request.POST:
        messages.success(request, f"{saved_now()}. Vous pourrez y revenir.")
    return redirect(request.path)


def page(
    request: HttpRequest, delegation: Delegation, form: VersionedForm, status: int = 200
) -> HttpResponse:
    """The form, with the words of today beside it."""
    row = row_lent(delegation)  # anew: a form that was checked holds what was typed
    context = {
        "delegation": delegation,
        "bodies": bodies_of(delegation),
        "form": form,
        "errors": form.mistakes if status == 422 else (),
        "current": current_words(delegation, row) if row is not None else (),
        "late": delegation.due < timezone.localdate(),
        "amounts": amounts_of(delegation),
    }
    return render(request, "strategy/delegated.html", context, status=status)


def outcome(request: HttpRequest, delegation: Delegation, row: Versioned | None) -> HttpResponse:
    """What was sent, and what became of it."""
    waiting = delegation.settled_at is None
    context = {
        "delegation": delegation,
        "bodies": bodies_of(delegation),
        "removed": row is None and waiting,
        "proposed": compared(delegation, row) if row is not None and waiting else (),
    }
    return render(request, "strategy/delegated_sent.html", context)


def amounts_of(delegation: Delegation) -> str:
    """« HT » or « TTC », where the part has amounts and the governance says which; else nothing."""
    said = delegation.draft.governance.tax_basis if delegation.part == DelegatedPart.CHOICE else ""
    return TaxBasis(said).short if said else ""
