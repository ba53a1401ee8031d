"""Step 5: an action retained, its wording and its local facts."""

from django import forms

from reen.enums import Theme
from strategy.enums import ChoiceStatus
from strategy.forms.fields import DayField, FrenchDecimalField
from strategy.forms.versioned import VersionedForm
from strategy.models import Choice


class ChoiceForm(VersionedForm):
    """An action copied from the catalogue."""

    status = forms.ChoiceField(
        label="Avancement", choices=[("", "À préciser"), *ChoiceStatus.choices()], required=False
    )
    start = DayField(label="Début", required=False)
    end = DayField(label="Fin", required=False)
    budget = FrenchDecimalField(
        label="Budget prévu, en euros",
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        error_messages={"min_value": "Un budget ne peut pas être négatif."},
    )

    class Meta:
        model = Choice
        fields = ("title", "summary", "pilot", "partners", "start", "end", "status", "budget", "means")
        labels = {
            "title": "Intitulé",
            "summary": "Ce que vous ferez",
            "pilot": "Pilote",
            "partners": "Partenaires",
            "means": "Autres moyens",
        }
        help_texts = {
            "summary": "Précisez pour votre collectivité\u00a0: services concernés, volumes, lieux.",
            "pilot": "Une personne ou un service.",
            "means": "Temps d’agents, marché existant, mutualisation…",
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 6}),
            "means": forms.Textarea(attrs={"rows": 3}),
        }
        error_messages = {"title": {"required": "Écrivez l’intitulé de l’action."}}

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        start, end = given.get("start"), given.get("end")
        if start and end and end < start:
            self.add_error("end", "La fin doit venir après le début.")
        return given


class OwnActionForm(ChoiceForm):
    """An action the catalogue does not have: its theme is chosen too."""

    theme = forms.ChoiceField(label="Thème", choices=[("", "À choisir"), *Theme.choices()])
    field_order = ("theme",)

    class Meta(ChoiceForm.Meta):
        fields = ("theme", *ChoiceForm.Meta.fields)  # type: ignore[assignment]
