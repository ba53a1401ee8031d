"""Step 5: an action retained, its wording and its local facts."""

from typing import Any

from django import forms

from reen.enums import Theme
from strategy.enums import ChoiceStatus, Priority
from strategy.forms.fields import DayField, FrenchDecimalField, RowsField
from strategy.forms.lines import YearForm, Years
from strategy.forms.linked import LinkedForm
from strategy.models import Choice

ASKED = "À préciser"


def euros_field(label: str, **options: Any) -> FrenchDecimalField:
    """A sum in euros, not negative."""
    return FrenchDecimalField(
        label=label,
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        error_messages={"min_value": "Un budget ne peut pas être négatif."},
        **options,
    )


class BudgetYearForm(YearForm):
    """What the action is to cost in one year."""

    unnamed = "Écrivez l’année de ces montants, ou videz la ligne."
    title = "Budget par année"
    word = "Budget, ligne"
    investment = euros_field("Investissement")
    running = euros_field("Fonctionnement")
    funding = euros_field("Aides attendues")
    fte = FrenchDecimalField(
        label="ETP",
        required=False,
        min_value=0,
        max_digits=6,
        decimal_places=2,
        error_messages={"min_value": "Un temps de travail ne peut pas être négatif."},
    )


class BudgetYears(Years):
    """What the action is to cost, year by year."""

    form = BudgetYearForm


class ChoiceForm(LinkedForm):
    """An action copied from the catalogue."""

    lines_class = BudgetYears
    status = forms.ChoiceField(
        label="Avancement", choices=[("", ASKED), *ChoiceStatus.choices()], required=False
    )
    priority = forms.ChoiceField(label="Priorité", choices=[("", ASKED), *Priority.choices()], required=False)
    start = DayField(label="Début", required=False)
    end = DayField(label="Fin", required=False)
    budget = euros_field(
        "Budget prévu, sans détail par année, en euros",
        help_text="Si les années ne sont pas encore connues. Le détail par année le remplace.",
    )
    bodies = RowsField(
        label="Collectivités concernées",
        help_text="Aucune case cochée\u00a0: toutes celles de la couverture.",
        fewest=2,
    )
    objectives = RowsField(label="Objectifs servis")
    plans = RowsField(label="Plans et rapports articulés")

    class Meta:
        model = Choice
        fields = (
            "title",
            "summary",
            "pilot",
            "elected",
            "partners",
            "start",
            "end",
            "status",
            "priority",
            "budget",
            "funding",
            "means",
            "communes",
            "evidence",
        )
        labels = {
            "title": "Intitulé",
            "summary": "Ce que vous ferez",
            "pilot": "Pilote",
            "elected": "Élu référent ou élue référente",
            "partners": "Partenaires",
            "funding": "Qui finance",
            "means": "Autres moyens",
            "communes": "Communes concernées",
            "evidence": "Preuves",
        }
        help_texts = {
            "summary": "Précisez pour votre collectivité\u00a0: services concernés, volumes, lieux.",
            "pilot": "Une personne ou un service.",
            "funding": "Par exemple\u00a0: budget propre, fonds de concours, subvention demandée à la région.",
            "means": "Temps d’agents, marché existant, mutualisation…",
            "communes": "Leurs noms, séparés par une virgule. Rien d’écrit\u00a0: tout le territoire.",
            "evidence": "Où lire que c’est fait\u00a0: délibération, marché, bon d’enlèvement, page du site.",
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 6}),
            "means": forms.Textarea(attrs={"rows": 3}),
            "evidence": forms.Textarea(attrs={"rows": 3}),
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

    theme = forms.ChoiceField(
        label="Thème",
        choices=[("", "À choisir"), *Theme.choices()],
        error_messages={"required": "Choisissez le thème de cette action."},
    )
    field_order = ("theme",)

    class Meta(ChoiceForm.Meta):
        fields = ("theme", *ChoiceForm.Meta.fields)  # type: ignore[assignment]


def choice_form(row: Choice) -> type[ChoiceForm]:
    """The form of a retained action: the theme of an action of one's own may change, that of the catalogue stays."""
    return ChoiceForm if row.ref else OwnActionForm
