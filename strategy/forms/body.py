"""Step 1: a collectivité of the cover, or one that is in no official list."""

from django import forms

from reen.enums import Kind
from strategy.enums import BodyRole


class TypedBodyForm(forms.Form):
    """A body in no list: a syndicat, a public establishment, a commune nouvelle too young for the list."""

    marks_optional = True
    name = forms.CharField(
        label="Nom", max_length=200, error_messages={"required": "Écrivez le nom de votre collectivité."}
    )
    kind = forms.ChoiceField(
        label="Nature",
        choices=[
            (Kind.SYNDICAT.value, Kind.SYNDICAT.label),
            *((k.value, k.label) for k in Kind if k is not Kind.SYNDICAT),
        ],
        error_messages={"required": "Choisissez la nature de votre collectivité."},
    )
    population = forms.IntegerField(
        label="Population totale",
        required=False,
        min_value=1,
        max_value=20_000_000,
        help_text="Nombre d’habitants, si vous la connaissez.",
        error_messages={"invalid": "Écrivez un nombre d’habitants, par exemple 12500."},
    )


class RoleForm(forms.Form):
    """What a collectivité is to the strategy."""

    collectivity = forms.IntegerField(min_value=1)
    role = forms.ChoiceField(choices=BodyRole.choices())
