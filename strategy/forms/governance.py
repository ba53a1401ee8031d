"""Step 2: who leads, with whom, with what means."""

from typing import Any

from django import forms

from strategy.enums import ActorKind, TaxBasis
from strategy.forms.lines import LineForm, Lines
from strategy.forms.versioned import VersionedForm
from strategy.models import Governance


class ActorForm(LineForm):
    """One associated actor."""

    related = "actors"
    named_by = "name"
    unnamed = "Écrivez le nom de cet acteur, ou videz la ligne."
    title = "Acteurs associés"
    word = "Acteur"
    name = forms.CharField(label="Nom de l’acteur", max_length=200, required=False)
    kind = forms.ChoiceField(
        label="Nature", choices=[("", "À choisir"), *ActorKind.choices()], required=False
    )
    involvement = forms.CharField(label="Comment il est associé", max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if given.get("name") and not given.get("kind") and "kind" not in self.errors:
            self.add_error("kind", "Choisissez si c’est un acteur public ou privé.")
        return given


class Actors(Lines):
    """Those associated with the work."""

    form = ActorForm


class GovernanceForm(VersionedForm):
    """The whole step."""

    lines_class = Actors
    tax_basis = forms.ChoiceField(
        label="Vos montants sont-ils HT ou TTC\u202f?",
        choices=TaxBasis.choices(),
        widget=forms.RadioSelect,
        required=False,
        help_text="Dit une fois ici, rappelé à côté de chaque montant.",
    )

    class Meta:
        model = Governance
        fields = (
            "elected_name",
            "elected_role",
            "pilot_name",
            "pilot_role",
            "steering",
            "means",
            "tax_basis",
            "yearly_review",
            "inhabitants",
        )
        labels = {
            "elected_name": "Prénom et nom",
            "elected_role": "Délégation",
            "pilot_name": "Prénom et nom",
            "pilot_role": "Fonction ou service",
            "steering": "Qui décide, et à quel rythme\u202f?",
            "means": "Avec quels moyens\u202f?",
            "yearly_review": "Qui prépare le bilan annuel, et quand\u202f?",
            "inhabitants": "Qu’est-ce qui change pour les habitants\u202f?",
        }
        help_texts = {
            "elected_role": "Par exemple\u00a0: transition écologique, numérique, achats.",
            "steering": "Comité de pilotage, points en bureau, revue annuelle…",
            "means": "Temps dédié, budget, accompagnement\u00a0: ce que l’on sait déjà.",
            "yearly_review": "Ce bilan entre dans le rapport développement durable, avant le débat sur le budget.",
            "inhabitants": "Deux ou trois phrases courtes\u00a0: elles ouvrent le document, sur la page des élus.",
        }
        widgets = {
            "steering": forms.Textarea(attrs={"rows": 3}),
            "means": forms.Textarea(attrs={"rows": 3}),
            "yearly_review": forms.Textarea(attrs={"rows": 3}),
            "inhabitants": forms.Textarea(attrs={"rows": 3}),
        }
