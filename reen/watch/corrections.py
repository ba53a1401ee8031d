"""Corrections that readers propose: received, decided, answered, and their addresses forgotten."""

from datetime import timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Model
from django.template.loader import render_to_string
from django.utils import timezone

from reen.enums import CorrectionState
from reen.models import BasePage, Correction, User
from reen.queries.site import site_settings
from reen.watch.kinds import kind_named

ADDRESS_KEPT = timedelta(days=180)
KEPT = timedelta(days=3 * 365)
SUBJECT = "Votre proposition de correction"


def key_of(entry: Any) -> str:
    """How an address names a sheet or a page: « action.reemployer », « themepage.cycle-de-vie »."""
    return f"{entry._meta.model_name}.{_name_of(entry)}"


def _name_of(entry: Any) -> str:
    return str(getattr(entry, "ref", "") or getattr(entry, "slug", ""))


def published(key: str) -> Any | None:
    """The published sheet or page of that key, with what its address needs and no long text; None for any other."""
    name, _, word = key.partition(".")
    model = kind_named(name) if len(key) <= 400 and "\0" not in key else None
    if model is None or not word:
        return None
    by = "slug" if issubclass(model, BasePage) else "ref"
    return model._default_manager.filter(live=True, **{by: word}).first()


def receive(*, entry: Any, wrong: str, proposal: str, email: str) -> Correction:
    """Keeps what a reader proposes; the same words on the same sheet, while undecided, are kept once."""
    about: dict[str, Any] = {
        "content_type": ContentType.objects.get_for_model(entry, for_concrete_model=False),
        "object_id": entry.pk,
        "wrong": wrong,
        "proposal": proposal,
    }
    same = Correction.objects.filter(state=CorrectionState.NEW, **about).first()
    return same or Correction.objects.create(title=str(entry.title)[:255], email=email, **about)


@transaction.atomic
def decide(correction: Correction, *, by: User, state: CorrectionState, why: str, reply: str) -> bool:
    """Writes the decision, sends the reply if there is one, and forgets the reader's address.

    False, and nothing is done, when somebody else decided meanwhile. Raises OSError when the mail cannot leave; nothing
    is decided then.
    """
    undecided = Correction.objects.filter(pk=correction.pk, state=CorrectionState.NEW)
    decided = undecided.update(state=state, why=why, handled_by=by, handled_at=timezone.now(), email="")
    if not decided:
        return False
    if reply and correction.email:
        _send(correction, state, reply)
    return True


def _send(correction: Correction, state: CorrectionState, reply: str) -> None:
    context = {"correction": correction, "kept": state == CorrectionState.KEPT, "reply": reply}
    body = render_to_string("reen/email/correction.txt", context)
    EmailMessage(f"{SUBJECT} – {site_settings().name}", body, to=[correction.email]).send()


def forget() -> int:
    """Empties addresses nobody answered in six months, and drops what was decided three years ago; counts both."""
    now = timezone.now()
    old = Correction.objects.filter(sent_at__lt=now - ADDRESS_KEPT).exclude(email="")
    gone, _ = Correction.objects.filter(handled_at__lt=now - KEPT).delete()
    return old.update(email="") + gone


def entry_of(correction: Correction) -> tuple[type[Model], Any] | None:
    """The model and the entry a correction is about; None once it was deleted."""
    model = kind_named(correction.content_type.model)
    entry = model and model._default_manager.filter(pk=correction.object_id).first()
    return (model, entry) if model and entry else None
