"""What somebody wants to be called."""

import re
from typing import Any

from django import forms

RESERVED = re.compile(r"\b(?:du|de ce) site\b", re.IGNORECASE)
"""How this site calls its own people: nobody else takes these words."""


class WordsField(forms.CharField):
    """A few words on one line; neither an address nor what stands for a role beside a name."""

    def clean(self, value: Any) -> str:
        words = " ".join(super().clean(value).split())
        if "@" in words:
            raise forms.ValidationError("Écrivez un nom ou une fonction, pas une adresse électronique.")
        if set("()<>") & set(words):
            raise forms.ValidationError("Écrivez-le sans parenthèses ni chevrons.")
        if RESERVED.search(words):
            raise forms.ValidationError("Ces mots désignent l’équipe de ce site. Choisissez-en d’autres.")
        return words


def field(label: str, longest: int, autocomplete: str, **options: Any) -> WordsField:
    """One of the words that somebody tells of themselves."""
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return WordsField(label=label, max_length=longest, required=False, widget=widget, **options)


class NameForm(forms.Form):
    """A name and a function; each may be left out."""

    first_name = field("Prénom", 60, "given-name")
    last_name = field("Nom", 80, "family-name")
    function = field(
        "Fonction", 80, "organization-title", help_text="Par exemple\u00a0: chargée de mission numérique."
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        nameless = not given.get("first_name") and not given.get("last_name")
        if given.get("function") and nameless and not {"first_name", "last_name"} & self.errors.keys():
            self.add_error("last_name", "Écrivez aussi votre nom\u00a0: la fonction se lit après lui.")
        return given

    @property
    def told(self) -> dict[str, str]:
        """What was typed, as `tell_name` takes it."""
        return {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name", "function")}
