"""What a colleague without an account sees: the part lent, and nothing else of the draft."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

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
    """Filled as often as one likes, then sent; afterwards the answer is read here."""
    delegation = delegation_of(token, at=timezone.now())
    if delegation is None:
        return private(render(request, "strategy/link_closed.html", {"what": "Cette délégation"}, status=404))
    row = row_lent(delegation)
    if row is None or not delegation.is_open:
        return private(outcome(request, delegation, row))
    if request.method == "POST":
        return private(save(request, delegation, row))
    return private(page(request, delegation, row, colleague_form(delegation, row)))


def save(request: HttpRequest, delegation: Delegation, row: Versioned) -> HttpResponse:
    """Keeps every word, right or wrong; sends only what is right."""
    form = colleague_form(delegation, row, request.POST)
    valid = form.is_valid()
    try:
        keep_proposal(
            delegation=delegation,
            proposed=changed_in(form, delegation),
            version=form.cleaned_data.get("seen", -1),
        )
        if valid and "send" in request.POST:
            send_proposal(delegation=delegation, at=timezone.now())
    except NotAllowedError as refused:
        messages.error(request, str(refused))
        return redirect(request.path)
    except StaleError as stale:
        form.show_again_over(stale.current)  # type: ignore[arg-type]
        messages.warning(request, MEANWHILE)
        return page(request, delegation, row, form, status=409)
    delegation.refresh_from_db()
    if not valid:
        form.show_again_over(delegation)
        return page(request, delegation, row, form, status=422)
    if "send" not in request.POST:
        messages.success(
            request, f"Enregistré à {timezone.localtime():%H\u00a0h\u00a0%M}. Vous pourrez y revenir."
        )
    return redirect(request.path)


def page(
    request: HttpRequest, delegation: Delegation, row: Versioned, form: VersionedForm, status: int = 200
) -> HttpResponse:
    """The form, with the words of today beside it."""
    context = {
        "delegation": delegation,
        "bodies": bodies_of(delegation),
        "form": form,
        "current": current_words(delegation),
        "late": delegation.due < timezone.localdate(),
    }
    return render(request, "strategy/delegated.html", context, status=status)


def outcome(request: HttpRequest, delegation: Delegation, row: Versioned | None) -> HttpResponse:
    """What was sent, and what became of it."""
    context = {
        "delegation": delegation,
        "bodies": bodies_of(delegation),
        "removed": row is None and delegation.settled_at is None,
        "proposed": compared(delegation) if delegation.settled_at is None else (),
    }
    return render(request, "strategy/delegated_sent.html", context)
