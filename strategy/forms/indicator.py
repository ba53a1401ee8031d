"""Step 6: an indicator followed, the objective it follows and its values here."""

from typing import Any

from django import forms

from strategy.forms.fields import DayField, FrenchDecimalField, YearField
from strategy.forms.versioned import VersionedForm
from strategy.models import Draft, FollowedIndicator

YES_NO = [("", "À préciser"), ("0", "non"), ("1", "oui")]


class IndicatorForm(VersionedForm):
    """One indicator, followed or new."""

    baseline_value = FrenchDecimalField(
        label="Valeur de départ", required=False, max_digits=15, decimal_places=3
    )
    baseline_date = DayField(label="Mesurée le", required=False)
    target_value = FrenchDecimalField(label="Valeur visée", required=False, max_digits=15, decimal_places=3)
    target_year = YearField(label="Année visée", required=False)

    class Meta:
        model = FollowedIndicator
        fields = (
            "title",
            "objective",
            "unit",
            "method",
            "baseline_value",
            "baseline_date",
            "target_value",
            "target_year",
            "owner",
            "frequency",
            "data_source",
        )
        labels = {
            "title": "Intitulé",
            "objective": "Objectif suivi",
            "unit": "Unité",
            "method": "Mode de calcul",
            "owner": "Qui le relève",
            "frequency": "Fréquence",
            "data_source": "Source des données",
        }
        widgets = {"method": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"title": {"required": "Écrivez l’intitulé de l’indicateur."}}

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        objective = self.fields["objective"]
        objective.queryset = draft.objectives.all()  # type: ignore[attr-defined]
        objective.empty_label = "Aucun pour l’instant"  # type: ignore[attr-defined]
        if self.instance.unit == "oui/non":
            for name in ("baseline_value", "target_value"):
                self.fields[name].widget = forms.Select(choices=YES_NO)

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        day, year = given.get("baseline_date"), given.get("target_year")
        if day and year and year < day.year:
            self.add_error("target_year", f"L’année visée doit venir après la mesure de départ ({day.year}).")
        return given
