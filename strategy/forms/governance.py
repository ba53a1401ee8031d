"""Step 2: who leads, with whom, with what means."""

from django import forms
from django.forms import BaseFormSet

from strategy.enums import ActorKind
from strategy.forms.versioned import VersionedForm
from strategy.models import Governance


class GovernanceForm(VersionedForm):
    """The whole step but its actors."""

    class Meta:
        model = Governance
        fields = (
            "elected_name",
            "elected_role",
            "pilot_name",
            "pilot_role",
            "steering",
            "means",
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


class ActorForm(forms.Form):
    """One associated actor; a line left without a name is dropped, unless something else was typed in it."""

    marks_optional = False
    name = forms.CharField(label="Nom de l’acteur", max_length=200, required=False)
    kind = forms.ChoiceField(
        label="Nature", choices=[("", "À choisir"), *ActorKind.choices()], required=False
    )
    involvement = forms.CharField(label="Comment il est associé", max_length=300, required=False)

    def clean(self) -> dict[str, str]:
        given: dict[str, str] = self.cleaned_data
        if given.get("name") and not given.get("kind"):
            self.add_error("kind", "Choisissez si c’est un acteur public ou privé.")
        if not given.get("name") and (given.get("kind") or given.get("involvement")):
            self.add_error("name", "Écrivez le nom de cet acteur, ou videz la ligne.")
        return given


ActorFormSet = forms.formset_factory(ActorForm, extra=2, max_num=60, absolute_max=100)


def mistakes(form: GovernanceForm, actors: BaseFormSet) -> list[tuple[str, str]]:
    """Everything to mend in the step, as the error summary wants it: the id of a field, or nothing, and a message."""
    found = [("", str(message)) for message in [*actors.non_form_errors(), *form.non_field_errors()]]
    lines = [("", form), *((f"Acteur {number}, ", line) for number, line in enumerate(actors, start=1))]
    for prefix, line in lines:
        found += [("", str(message)) for field in line.hidden_fields() for message in field.errors]
        for field in line.visible_fields():
            found += [(field.auto_id, f"{prefix}{field.label} – {message}") for message in field.errors]
    return found
