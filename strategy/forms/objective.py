"""Step 4: an objective of reduction."""

from django import forms

from strategy.enums import Perimeter, Rhythm
from strategy.forms.fields import FrenchDecimalField, YearField
from strategy.forms.versioned import VersionedForm
from strategy.models import Objective


class ObjectiveForm(VersionedForm):
    """One objective, set or new."""

    perimeter = forms.ChoiceField(
        label="Ce qui est mesuré",
        choices=Perimeter.choices(),
        widget=forms.RadioSelect,
        initial=Perimeter.TERRITORY,
    )
    rhythm = forms.ChoiceField(
        label="Rythme", choices=Rhythm.choices(), widget=forms.RadioSelect, required=False
    )
    baseline_value = FrenchDecimalField(
        label="Valeur de départ", required=False, max_digits=15, decimal_places=3
    )
    baseline_year = YearField(label="Année de départ", required=False)
    target_value = FrenchDecimalField(label="Valeur visée", required=False, max_digits=15, decimal_places=3)
    target_year = YearField(label="Année visée", required=False)

    class Meta:
        model = Objective
        fields = (
            "statement",
            "perimeter",
            "rhythm",
            "unit",
            "baseline_value",
            "baseline_year",
            "target_value",
            "target_year",
        )
        labels = {"statement": "Que voulez-vous réduire\u202f?", "unit": "Unité"}
        help_texts = {
            "statement": "Par exemple\u00a0: réduire le nombre d’équipements par agent.",
            "unit": "Par exemple\u00a0: équipements par agent, tonnes de CO₂ par an, kWh.",
        }
        error_messages = {"statement": {"required": "Écrivez l’objectif en une phrase."}}

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        start, target = given.get("baseline_year"), given.get("target_year")
        if start and target and target <= start:
            self.add_error("target_year", f"L’année visée doit venir après l’année de départ ({start}).")
        return given
