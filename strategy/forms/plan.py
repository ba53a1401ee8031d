"""Step 3: a plan or report the strategy has to agree with."""

from django import forms

from strategy.enums import PlanKind
from strategy.forms.fields import RowsField, WebLinkField
from strategy.forms.linked import LinkedForm
from strategy.models import Plan


class PlanForm(LinkedForm):
    """One plan, known or new."""

    kind = forms.ChoiceField(
        label="Nature",
        choices=[("", "À choisir"), *PlanKind.choices()],
        error_messages={"required": "Choisissez la nature de ce plan."},
    )
    link = WebLinkField(label="Adresse où le lire")
    choices = RowsField(label="Actions qui y contribuent")

    class Meta:
        model = Plan
        fields = ("kind", "title", "period", "link", "articulation")
        labels = {
            "title": "Intitulé",
            "period": "Période ou date",
            "articulation": "Comment la stratégie s’y articule",
        }
        help_texts = {
            "title": "Son nom chez vous, s’il en a un.",
            "period": "Par exemple\u00a0: 2024-2030, ou en préparation.",
            "articulation": "Ce que les deux ont en commun, qui y veille, et quand on les relit ensemble.",
        }
        widgets = {"articulation": forms.Textarea(attrs={"rows": 4})}
