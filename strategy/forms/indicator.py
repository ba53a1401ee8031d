"""Step 6: an indicator followed, the objective it follows and its values here."""

from typing import Any

from django import forms

from strategy.forms.fields import DayField, FrenchDecimalField, YearField
from strategy.forms.lines import Lines, YearForm, Years
from strategy.forms.versioned import VersionedForm
from strategy.models import Draft, FollowedIndicator

YES_NO = [("", "À préciser"), ("0", "non"), ("1", "oui")]


def value_field(label: str, **options: Any) -> FrenchDecimalField:
    """A value in the unit of the indicator."""
    return FrenchDecimalField(label=label, required=False, max_digits=15, decimal_places=3, **options)


class IndicatorYearForm(YearForm):
    """The values of one year on the way to the target."""

    unnamed = "Écrivez l’année de ces valeurs, ou videz la ligne."
    title = "Valeurs année par année"
    word = "Valeurs, ligne"
    expected = value_field("Valeur attendue")
    measured = value_field("Valeur mesurée")


class IndicatorYears(Years):
    """The values of the indicator, year by year."""

    form = IndicatorYearForm


class YesNoYearForm(IndicatorYearForm):
    """What is done or not in one year."""

    expected = value_field("Valeur attendue", widget=forms.Select(choices=YES_NO))
    measured = value_field("Valeur mesurée", widget=forms.Select(choices=YES_NO))


class YesNoYears(Years):
    """The answers to an indicator that is a question, year by year."""

    form = YesNoYearForm


class IndicatorForm(VersionedForm):
    """One indicator, followed or new."""

    lines_class: type[Lines] = IndicatorYears
    baseline_value = value_field("Valeur de départ")
    baseline_date = DayField(label="Mesurée le", required=False)
    target_value = value_field("Valeur visée")
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
        help_texts = {
            "unit": "La même que celle de l’objectif suivi.",
            "owner": "Une personne ou un service.",
            "frequency": "Par exemple\u00a0: annuelle.",
            "data_source": "Où lire la valeur\u00a0: inventaire, facture, logiciel.",
        }
        widgets = {"method": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"title": {"required": "Écrivez l’intitulé de l’indicateur."}}

    def __init__(self, data: Any = None, *, draft: Draft, **kwargs: Any) -> None:
        yes_no = getattr(kwargs.get("instance"), "unit", "") == "oui/non"
        if yes_no:
            self.lines_class = YesNoYears
        super().__init__(data, **kwargs)
        objective = self.fields["objective"]
        objective.queryset = draft.objectives.all()  # type: ignore[attr-defined]
        objective.empty_label = "Aucun pour l’instant"  # type: ignore[attr-defined]
        if yes_no:
            for name in ("baseline_value", "target_value"):
                self.fields[name].widget = forms.Select(choices=YES_NO)

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        day, year = given.get("baseline_date"), given.get("target_year")
        if day and year and year < day.year:
            self.add_error("target_year", f"L’année visée doit venir après la mesure de départ ({day.year}).")
        return given
