"""Messages that screens send."""

from typing import Any

from allauth.account.adapter import get_adapter


def mailed(template: str, email: str, context: dict[str, Any]) -> bool:
    """Sends the message of that template; False when it could not leave."""
    try:
        get_adapter().send_mail(f"strategy/email/{template}", email, context)
    except OSError:
        return False
    return True
