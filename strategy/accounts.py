"""What happens to drafts when somebody signs in, and what their passwords must be."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from reen.queries.site import site_settings
from strategy.access import forget, visitor_of
from strategy.services.keeping import claim_drafts

WEAK = (
    "Choisissez un mot de passe d’au moins 8 caractères, qui ne soit ni courant, ni fait que de chiffres, ni proche de "
    "votre adresse. Une phrase convient bien."
)


class AccountAdapter(DefaultAccountAdapter):
    """The drafts a browser session made become those of the account that signs in there."""

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        references = visitor_of(request).opened_here
        claimed = claim_drafts(references=references, by=user.pk, at=timezone.now()) if references else []
        forget(request)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        for draft in claimed:
            messages.success(
                request, f"Le brouillon {draft.reference} est gardé\u00a0: il vous suivra partout."
            )
        return response

    def format_email_subject(self, subject: str) -> str:
        """The subject, after the name of the service."""
        return f"{site_settings().name} - {subject}"

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by proving an address with a code, never by choosing a password for it."""
        return False

    def clean_password(self, password: str, user: Any = None) -> str:
        """One sentence that says what to do, rather than the list of what is wrong."""
        try:
            cleaned: str = super().clean_password(password, user)
        except ValidationError as weak:
            raise ValidationError(WEAK) from weak
        return cleaned
