"""Step 4: an objective of reduction."""

from django import forms

from strategy.enums import Perimeter, Rhythm
from strategy.forms.fields import FrenchDecimalField, RowsField, YearField
from strategy.forms.linked import LinkedForm
from strategy.models import Objective


class ObjectiveForm(LinkedForm):
    """One objective, set or new."""

    perimeter = forms.ChoiceField(
        label="Périmètre",
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
    choices = RowsField(label="Actions qui y contribuent")

    class Meta:
        model = Objective
        fields = (
            "statement",
            "perimeter",
            "rhythm",
            "quantity",
            "unit",
            "baseline_value",
            "baseline_year",
            "target_value",
            "target_year",
        )
        labels = {"statement": "Objectif", "quantity": "Ce qui est mesuré", "unit": "Unité"}
        help_texts = {
            "statement": "Une phrase, par exemple\u00a0: réduire le nombre d’équipements par agent.",
            "quantity": "Par exemple\u00a0: équipements en service, rapportés aux agents.",
            "unit": "Par exemple\u00a0: équipements par agent, tonnes de CO₂ par an, kWh.",
        }
        error_messages = {"statement": {"required": "Écrivez l’objectif en une phrase."}}

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        start, target = given.get("baseline_year"), given.get("target_year")
        if start and target and target <= start:
            self.add_error("target_year", f"L’année visée doit venir après l’année de départ ({start}).")
        return given
