"""The account behind an address somebody proved to be theirs."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.account.utils import filter_users_by_email
from django.contrib.auth import get_user_model
from django.db import transaction


@transaction.atomic
def proven_account(*, email: str) -> tuple[Any, bool]:
    """The account of that address, made without a password if there is none, and whether its password was taken away.

    Who signed up with the address and never proved it to be theirs may be somebody else, who waits for its owner: the
    password they chose opens nothing any more.
    """
    users = filter_users_by_email(email, prefer_verified=True)
    user: Any = users[0] if users else get_user_model().objects.create_user(email=email)
    address, made = EmailAddress.objects.get_or_create(user=user, email=email, defaults={"verified": True})
    disarmed = not made and not address.verified and user.has_usable_password()
    if disarmed:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    address.verified = True
    address.primary = not EmailAddress.objects.filter(user=user, primary=True).exclude(pk=address.pk).exists()
    address.save()
    return user, disarmed
