"""Which remarks of a review to list, told in the address."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Q

from strategy.document.model import TraceRow
from strategy.enums import RemarkState, Severity
from strategy.queries.remarks import STANDING


class RemarkFilter(forms.Form):
    """A state, a severity, a requirement; `ancre` comes from the place of the document that one was reading.

    What is not one of the choices filters nothing.
    """

    marks_optional = False
    etat = forms.ChoiceField(label="État", required=False, choices=[("", "Tous"), *RemarkState.choices()])
    gravite = forms.ChoiceField(
        label="Gravité", required=False, choices=[("", "Toutes"), *Severity.choices()]
    )
    exigence = forms.ChoiceField(label="Exigence", required=False)
    ancre = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)

    def __init__(self, *args: Any, requirements: Iterable[TraceRow], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["exigence"].choices = [  # type: ignore[attr-defined]
            ("", "Toutes"),
            *((row.requirement, row.title) for row in requirements),
        ]

    @property
    def asked(self) -> dict[str, str]:
        """What is asked for, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def matching(self) -> Q:
        """The remarks of `standing` that are asked for."""
        asked = self.asked
        found = STANDING[RemarkState(asked["etat"])] if "etat" in asked else Q()
        columns = (("gravite", "severity"), ("exigence", "requirement"), ("ancre", "anchor"))
        return found & Q(**{column: asked[name] for name, column in columns if name in asked})
