"""Accounts that the desk is open to, or not."""

from django.contrib.auth.models import Permission

from reen.models import User

EDITING = ("access_admin", "change_action", "publish_action", "change_resource")


def account(email: str, *codenames: str) -> User:
    """An account with those permissions."""
    user = User.objects.create_user(email, "une-phrase-assez-longue")
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


def editor(email: str = "edition@exemple.invalid") -> User:
    """Somebody who writes the catalogue."""
    return account(email, *EDITING)
