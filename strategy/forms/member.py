"""Letting others in: an address, a role, and a last day for consultants."""

from typing import Any

from django import forms
from django.utils import timezone

from strategy.enums import MemberRole
from strategy.forms.fields import DayField
from strategy.forms.keep import AddressForm

HINTS = {
    MemberRole.OWNER: "rédige, invite et retire des membres, peut supprimer la stratégie",
    MemberRole.WRITER: "rédige et délègue",
    MemberRole.READER: "lit et télécharge",
    MemberRole.CONSULTANT: "rédige jusqu’à une date, ne peut pas devenir responsable",
}


def role_choices(roles: list[MemberRole]) -> list[tuple[str, str]]:
    """Each role with what it lets one do."""
    return [(role.value, f"{role.label.capitalize()}\u00a0: {HINTS[role]}") for role in roles]


class RoleForm(forms.Form):
    """A role, with the last day of access that consultants have and nobody else."""

    marks_optional = False
    role = forms.ChoiceField(
        label="Rôle",
        choices=role_choices(list(MemberRole)),
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez un rôle."},
    )
    until = DayField(
        label="Dernier jour d’accès",
        required=False,
        help_text="Pour un prestataire seulement\u00a0: son accès se ferme seul à la fin de ce jour.",
    )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        role, until = given.get("role"), given.get("until")
        if role != MemberRole.CONSULTANT:
            given["until"] = None
        elif until is None and "until" not in self.errors:
            self.add_error("until", "Donnez le dernier jour d’accès du prestataire.")
        elif until is not None and until < timezone.localdate():
            self.add_error("until", "Ce jour est passé\u00a0: choisissez aujourd’hui ou plus tard.")
        return given

    @property
    def values(self) -> dict[str, Any]:
        """The role and its end, as services ask for."""
        return {"role": MemberRole(self.cleaned_data["role"]), "until": self.cleaned_data["until"]}


class InvitationForm(RoleForm, AddressForm):
    """Whom to invite, and to do what; an owner is chosen among members."""

    field_order = ("email", "role", "until")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        invited = [MemberRole.WRITER, MemberRole.READER, MemberRole.CONSULTANT]
        self.fields["role"].choices = role_choices(invited)  # type: ignore[attr-defined]
        self.fields["role"].initial = MemberRole.WRITER.value
        self.fields["email"].label = "Adresse électronique de la personne"
        self.fields["email"].error_messages["required"] = "Écrivez l’adresse de la personne à inviter."


class MemberField(forms.ModelChoiceField):
    """A member, by their name alone."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj.user)


class SuccessorForm(forms.Form):
    """Who is to own the draft after the last owner."""

    marks_optional = False
    successor: forms.ModelChoiceField = MemberField(
        label="Qui devient responsable\u202f?",
        queryset=None,
        empty_label="À choisir",
        error_messages={"required": "Choisissez la personne qui devient responsable."},
    )

    def __init__(self, *args: Any, among: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["successor"].queryset = among  # type: ignore[attr-defined]
