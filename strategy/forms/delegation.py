"""Lending a part of a draft to somebody until a day, and deciding answer by answer what becomes of their proposal."""

from typing import Any

from django import forms
from django.utils import timezone

from strategy.forms.fields import DayField
from strategy.forms.lending import Proposed


class DelegationForm(forms.Form):
    """To whom, until when, and what to tell them."""

    colleague = forms.CharField(
        label="Nom de votre collègue",
        max_length=150,
        help_text="Une personne ou un service\u00a0: ce nom signera sa proposition.",
        error_messages={"required": "Écrivez le nom de votre collègue."},
    )
    due = DayField(
        label="Réponse attendue le",
        help_text="Le lien se ferme deux semaines après ce jour.",
    )
    message = forms.CharField(
        label="Votre message", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    email = forms.EmailField(
        label="Adresse électronique de votre collègue",
        required=False,
        max_length=254,
        help_text="Pour lui envoyer le lien d’ici. Sinon, vous le copierez.",
        error_messages={"invalid": "Écrivez une adresse complète, par exemple prenom.nom@ville.fr."},
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["due"].error_messages["required"] = "Donnez le jour où vous attendez la réponse."

    def clean_due(self) -> Any:
        day = self.cleaned_data["due"]
        if day and day < timezone.localdate():
            raise forms.ValidationError("Ce jour est passé\u00a0: choisissez aujourd’hui ou plus tard.")
        return day


class DecisionForm(forms.Form):
    """Answer by answer, whether the proposal replaces what is saved; nothing is replaced unless one says so."""

    marks_optional = False
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    answer = forms.CharField(
        label="Votre réponse (facultatif)",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Votre collègue la lira avec son lien, à côté de ce qui a été repris ou non.",
    )

    def __init__(self, *args: Any, fields: list[Proposed], **options: Any) -> None:
        super().__init__(*args, **options)
        for field in fields:
            self.fields[f"take_{field.name}"] = forms.ChoiceField(
                label=f"{field.label}\u00a0: que garder\u202f?",
                choices=[("", "Garder tel quel"), ("1", "Prendre la proposition")],
                widget=forms.RadioSelect,
                required=False,
            )
        self.rows = [(field, self[f"take_{field.name}"]) for field in fields]

    @property
    def taken(self) -> list[str]:
        """The names of the answers whose proposal is taken."""
        return [field.name for field, _ in self.rows if self.cleaned_data[f"take_{field.name}"] == "1"]
