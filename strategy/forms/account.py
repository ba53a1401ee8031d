"""allauth's forms, with errors that say what to do."""

from typing import Any

from allauth.account import forms as allauth

from strategy.forms.keep import INVALID_ADDRESS

TO_WRITE = {
    "login": "Écrivez votre adresse électronique.",
    "email": "Écrivez une adresse électronique.",
    "password": "Écrivez votre mot de passe.",
    "oldpassword": "Écrivez votre mot de passe actuel.",
    "password1": "Écrivez le nouveau mot de passe.",
    "password2": "Écrivez le nouveau mot de passe une seconde fois.",
}


class PlainErrors:
    """Says of each empty field what to write there."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, field in self.fields.items():
            if name in TO_WRITE:
                field.error_messages["required"] = TO_WRITE[name]
            if name in ("login", "email"):
                field.error_messages["invalid"] = INVALID_ADDRESS


class PasswordSignInForm(PlainErrors, allauth.LoginForm):
    """An address and a password."""


class NewAddressForm(PlainErrors, allauth.AddEmailForm):
    """One more address."""


class NewPasswordForm(PlainErrors, allauth.ChangePasswordForm):
    """The password and the one that replaces it."""


class FirstPasswordForm(PlainErrors, allauth.SetPasswordForm):
    """A password for an account that has none."""


class ForgottenPasswordForm(PlainErrors, allauth.ResetPasswordForm):
    """Where to send the link."""


class ReplacedPasswordForm(PlainErrors, allauth.ResetPasswordKeyForm):
    """The new password, from the link."""
