"""The two estimates of step 3: equipment counted by type, and the inhabitants of the territory."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from reen.queries.footprint import editions
from reen.rules.factors import Equipment, Factors, Setting
from reen.typography import date_words, figure
from strategy.forms.fields import CountField, FrenchDecimalField, YearField
from strategy.forms.versioned import VersionedForm
from strategy.models import Footprint, FootprintLine, TerritoryFootprint

POSITIVE = "Écrivez un nombre positif."
WHY = "Dites pourquoi, et d’après quelle source."
OWN = {"required": False, "min_value": Decimal(0), "max_value": Decimal(10_000_000), "decimal_places": 4}


class OwnField(FrenchDecimalField):
    """A value that may replace a published one: positive, or left empty."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**OWN | options)
        self.error_messages |= {"min_value": POSITIVE}


class FootprintForm(VersionedForm):
    """What all the lines share: the factors, the year, the electricity, where servers stand."""

    edition = forms.ChoiceField(label="Facteurs publiés")
    year = YearField(label="Année de l’inventaire", required=False)
    electricity = forms.ChoiceField(label="Électricité du territoire")
    electricity_own = OwnField(label="Votre facteur, en kg CO₂e par kWh", max_value=Decimal(10))
    electricity_reason = forms.CharField(label="Source et motif", max_length=300, required=False)
    pue = forms.ChoiceField(
        label="Où sont vos serveurs\u202f?",
        help_text="Le PUE compte l’électricité du local, refroidissement compris, pour le matériel de salle serveur.",
        widget=forms.RadioSelect,
    )
    pue_own = OwnField(label="Votre PUE, s’il est mesuré", min_value=Decimal(1), max_value=Decimal(10))
    pue_reason = forms.CharField(label="Source et motif", max_length=300, required=False)

    class Meta:
        model = Footprint
        fields = (
            "edition",
            "year",
            "electricity",
            "electricity_own",
            "electricity_reason",
            "pue",
            "pue_own",
            "pue_reason",
        )

    def __init__(self, *args: Any, factors: Factors, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = {
            "edition": [(one.edition, edition_words(one)) for one in editions()],
            "electricity": [
                (one.ref, setting_words(one, "{} kg CO₂e par kWh")) for one in factors.electricity
            ],
            "pue": [(one.ref, setting_words(one, "PUE de {}")) for one in factors.pue],
        }
        for name, pairs in choices.items():
            self.fields[name].choices = pairs  # type: ignore[attr-defined]
        self.fields["electricity"].help_text = factors.electricity_of(self.instance.electricity).note
        self.fields["pue_own"].error_messages["min_value"] = "Un PUE ne descend pas sous 1."

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        for name in ("electricity", "pue"):
            if given.get(f"{name}_own") is not None and not given.get(f"{name}_reason"):
                self.add_error(f"{name}_reason", WHY)
        return given


class LineForm(forms.Form):
    """One type of equipment; a line without a number is left out, unless something else was typed in it."""

    marks_optional = False
    number = CountField(label="Nombre", required=False)
    refurbished = CountField(label="Dont reconditionnés", required=False)
    lifetime = FrenchDecimalField(
        label="Durée, en années",
        required=False,
        min_value=Decimal("0.5"),
        max_value=Decimal(40),
        decimal_places=1,
    )
    making = OwnField(label="Votre facteur de fabrication, en kg CO₂e par appareil")
    consumption = OwnField(label="Votre consommation, en kWh par an et par appareil")
    avoided = OwnField(label="Votre valeur évitée, en kg CO₂e par an et par reconditionné")
    reason = forms.CharField(label="Source et motif", max_length=300, required=False)

    def __init__(self, data: Any, *, equipment: Equipment, initial: Any = None) -> None:
        super().__init__(data, prefix=equipment.ref, initial=initial)
        self.equipment = equipment
        lifetime = self.fields["lifetime"]
        lifetime.help_text = (
            f"{figure(equipment.lifetime)} si vous laissez vide"
            if equipment.lifetime
            else "Non publiée\u00a0: à indiquer"
        )
        lifetime.error_messages |= dict.fromkeys(
            ("min_value", "max_value"), "Écrivez une durée de 0,5 à 40 ans."
        )
        if not equipment.refurbished:
            del self.fields["refurbished"], self.fields["avoided"]

    @property
    def counts(self) -> bool:
        """Whether something was typed in the line, so that its factors are worth showing."""
        return any(field.value() not in (None, "") for field in self)

    @property
    def replaces(self) -> bool:
        """Whether a factor is replaced or refused in this line: its fold stays open."""
        names = {"making", "consumption", "avoided", "reason"} & set(self.fields)
        return any(self[name].value() not in (None, "") or self[name].errors for name in names)

    @property
    def line(self) -> dict[str, Any] | None:
        """What was typed, as the row has it; None when nothing is counted."""
        given = self.cleaned_data
        if not given["number"]:
            return None
        return (
            {"avoided": None}
            | given
            | {
                "ref": self.equipment.ref,
                "refurbished": given.get("refurbished") or 0,
            }
        )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = self.cleaned_data
        typed = [name for name, value in given.items() if name != "number" and value not in (None, "", 0)]
        if "number" in given and not given["number"] and typed:
            self.add_error("number", "Indiquez le nombre, ou videz la ligne.")
        if given.get("number") and (given.get("refurbished") or 0) > given["number"]:
            self.add_error("refurbished", "Il y a plus de reconditionnés que d’appareils.")
        own = [name for name in ("making", "consumption", "avoided") if given.get(name) is not None]
        if own and not given.get("reason"):
            self.add_error("reason", WHY)
        return given


def line_forms(factors: Factors, lines: Iterable[FootprintLine], data: Any = None) -> list[LineForm]:
    """A form for each type of the edition, filled from the lines."""
    names = tuple(LineForm.base_fields)
    saved = {line.ref: {name: getattr(line, name) for name in names} for line in lines}
    for values in saved.values():
        values["refurbished"] = values["refurbished"] or None
    return [LineForm(data, equipment=one, initial=saved.get(one.ref)) for one in factors.equipment]


def mistakes(form: FootprintForm, lines: Iterable[LineForm]) -> list[tuple[str, str]]:
    """Everything to mend, as the error summary wants it: the id of a field, or nothing, and a message."""
    found = form.mistakes
    for line in lines:
        for field in line.visible_fields():
            start = f"{line.equipment.label}, {field.label} – "
            found += [(field.auto_id, f"{start}{message}") for message in field.errors]
    return found


class TerritoryForm(VersionedForm):
    """The inhabitants and the figure per inhabitant, both replaceable with their source."""

    population = CountField(label="Autre nombre d’habitants", required=False, max_value=100_000_000)
    per_inhabitant = OwnField(label="Autre chiffre, en kg CO₂e par habitant et par an")
    per_inhabitant_year = YearField(label="Année de ses données", required=False)
    retained = forms.BooleanField(
        label="Reprendre cet ordre de grandeur dans la stratégie",
        help_text="Décochez pour le retirer du document.",
        required=False,
    )

    class Meta:
        model = TerritoryFootprint
        fields = (
            "population",
            "population_source",
            "per_inhabitant",
            "per_inhabitant_source",
            "per_inhabitant_year",
            "retained",
        )
        labels = {"population_source": "Source de ce nombre", "per_inhabitant_source": "Source de ce chiffre"}

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        needed = {
            "population": {"population_source": "Dites d’où vient ce nombre d’habitants."},
            "per_inhabitant": {
                "per_inhabitant_source": "Dites d’où vient ce chiffre.",
                "per_inhabitant_year": "Indiquez l’année de ses données.",
            },
        }
        for name, others in needed.items():
            for other, message in others.items():
                if given.get(name) is not None and not given.get(other) and not self.errors.get(other):
                    self.add_error(other, message)
        return given


def edition_words(factors: Factors) -> str:
    """« édition 2026-11, vérifiée le 21 novembre 2026 »."""
    return f"édition {factors.edition}, vérifiée le {date_words(factors.checked_on)}"


def setting_words(setting: Setting, words: str) -> str:
    """« Guadeloupe (0,702 kg CO₂e par kWh, chiffre de 2020) », or that the value is asked for."""
    if setting.value is None:
        return f"{setting.label} (facteur à indiquer)"
    read = ", lecture secondaire" if setting.secondary else ""
    return f"{setting.label} ({words.format(figure(setting.value))}, chiffre de {setting.year}{read})"
