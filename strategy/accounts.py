"""What happens to drafts when somebody signs in."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse

from strategy.access import visitor_of
from strategy.services.drafting import claim_drafts


class AccountAdapter(DefaultAccountAdapter):
    """The drafts a browser session made become those of the account that signs in there."""

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        references = visitor_of(request).opened_here
        if references:
            claim_drafts(references=references, by=user.pk)
        response: HttpResponse = super().post_login(request, user, **kwargs)
        return response
