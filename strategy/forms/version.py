"""Numbering a version, and telling what became of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from reen.typography import capitalised
from strategy.document.draft import DraftData
from strategy.document.public import SOMEBODY, agents
from strategy.enums import DecisionKind, VersionStatus
from strategy.forms.fields import DayField

STATUSES = (
    (VersionStatus.NUMBERED.value, "Un projet numéroté, à faire circuler et relire"),
    (VersionStatus.FROZEN.value, "Une version figée, à présenter à l’assemblée"),
)


class FreezeForm(forms.Form):
    """What kind of version, and what the public edition says instead of each name.

    `seen` is the moment of the draft's last change when the form was shown.
    """

    marks_optional = False
    seen = forms.CharField(widget=forms.HiddenInput)
    status = forms.ChoiceField(
        label="Que voulez-vous numéroter\u202f?",
        choices=STATUSES,
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez un projet numéroté ou une version figée."},
    )

    with_changes = forms.BooleanField(
        label="Imprimer avec elle ce qui a changé depuis la version précédente",
        help_text="Une annexe, avant la page de vérification.",
        required=False,
    )

    def __init__(
        self, data: Any = None, *, names: Sequence[str], pilot: tuple[str, str], first: bool, **options: Any
    ) -> None:
        super().__init__(data, **options)
        if first:
            del self.fields["with_changes"]
        self.names = names
        for index, name in enumerate(names):
            self.fields[f"function_{index}"] = forms.CharField(
                label=name,
                max_length=200,
                required=False,
                initial=pilot[1] or SOMEBODY if name == pilot[0] else name,
            )

    @property
    def functions(self) -> dict[str, str]:
        """By name, what the public edition says."""
        return {name: self.cleaned_data[f"function_{index}"] for index, name in enumerate(self.names)}

    @property
    def name_fields(self) -> list[forms.BoundField]:
        """One field a name, in the order of the document."""
        return [self[f"function_{index}"] for index in range(len(self.names))]

    def clean_seen(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError as error:
            raise forms.ValidationError("Rechargez la page, puis recommencez.") from error


def freeze_form(
    data: DraftData,
    changed_at: datetime,
    typed: Mapping[str, Any] | None = None,
    *,
    first: bool,
    status: str = "",
) -> FreezeForm:
    """The form for a draft as it is now; a `first` version has none to be compared with, `status` is chosen already."""
    pilot = (data.governance.pilot_name.strip(), data.governance.pilot_role.strip())
    initial = {"seen": changed_at.isoformat(), "status": status}
    return FreezeForm(typed, names=agents(data), pilot=pilot, first=first, initial=initial)


class DecisionKindForm(forms.Form):
    """What an assembly or its head did with a frozen version."""

    kind = forms.ChoiceField(
        label="Ce qui a eu lieu",
        choices=[(kind.value, capitalised(kind.label)) for kind in DecisionKind],
        widget=forms.RadioSelect,
        error_messages={"required": "Choisissez ce qui a eu lieu."},
    )
    on = DayField(label="Date")
    reference = forms.CharField(
        label="Référence de l’acte",
        max_length=150,
        required=False,
        help_text="Par exemple le numéro de la délibération.",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].error_messages["required"] = "Donnez la date."

    def clean_kind(self) -> DecisionKind:
        return DecisionKind(self.cleaned_data["kind"])

    def clean_on(self) -> Any:
        day = self.cleaned_data["on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Cette date n’est pas encore passée\u00a0: dites ce qui a eu lieu.")
        return day
