"""Signing in by a code sent to an address, and confirming what cannot be undone."""

from django import forms

from strategy.forms.person import NameForm

INVALID_ADDRESS = "Écrivez une adresse complète, par exemple prenom.nom@ville.fr."


class AddressForm(forms.Form):
    """Where to send the code."""

    marks_optional = False
    email = forms.EmailField(
        label="Adresse électronique",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": "Écrivez votre adresse électronique.",
            "invalid": INVALID_ADDRESS,
        },
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class CodeForm(NameForm):
    """The code received; whoever signs in for the first time may say how to call them."""

    marks_optional = False
    field_order = ("code", "first_name", "last_name", "function")
    code = forms.CharField(
        label="Code reçu",
        max_length=40,
        help_text="Huit lettres. Les espaces, le tiret et les majuscules ne comptent pas.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "size": "12", "spellcheck": "false"}),
        error_messages={"required": "Écrivez le code que vous avez reçu."},
    )


class TypedAgainForm(forms.Form):
    """What cannot be undone is confirmed by typing what it is about."""

    marks_optional = False
    typed = forms.CharField(max_length=254)

    def __init__(self, *args: object, expected: str, label: str, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.expected = expected
        self.fields["typed"].label = label
        self.fields["typed"].error_messages["required"] = f"Écrivez {expected} pour confirmer."

    def clean_typed(self) -> str:
        typed = str(self.cleaned_data["typed"]).strip()
        if typed.lower() != self.expected.lower():
            raise forms.ValidationError(f"Écrivez exactement {self.expected}.")
        return typed
