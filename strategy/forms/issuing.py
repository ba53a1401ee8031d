"""Asking that a collectivité be verified, and typing the code it received."""

from strategy.forms.keep import CodeForm


class IssuerCodeForm(CodeForm):
    """The code that the collectivité received at its own address."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["code"].label = "Code reçu par la collectivité"
        self.fields["code"].error_messages["required"] = "Écrivez le code que la collectivité a reçu."
        self.fields["code"].widget.attrs["autocomplete"] = "off"
