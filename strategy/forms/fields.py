"""Fields that read numbers as the French write them, and rows of the draft to tick."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import Model

SPACES = re.compile(r"[\s\u00a0\u202f]")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")


class FrenchDecimalField(forms.DecimalField):
    """Reads « 1 250,50 », « 1250.5 » or « 1 250 € »; shows it back with a comma."""

    default_error_messages = {"invalid": "Écrivez un nombre, par exemple 1\u202f250 ou 12,5."}

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"widget": forms.TextInput(attrs={"inputmode": "decimal"})}
        super().__init__(**defaults | options)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = SPACES.sub("", value).removesuffix("€").replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        text = f"{value:f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


class CountField(forms.IntegerField):
    """A whole number of things, « 1 250 » included; never negative."""

    def __init__(self, **options: Any) -> None:
        message = "Écrivez un nombre entier, par exemple 120."
        defaults: dict[str, Any] = {
            "min_value": 0,
            "max_value": 1_000_000,
            "widget": forms.TextInput(attrs={"inputmode": "numeric"}),
            "error_messages": {
                "invalid": message,
                "min_value": message,
                "max_value": "Vérifiez ce nombre\u00a0: il dépasse ce qu’une collectivité peut avoir.",
            },
        }
        super().__init__(**defaults | options)

    def to_python(self, value: Any) -> int | None:
        return super().to_python(SPACES.sub("", value) if isinstance(value, str) else value)


class YearField(forms.IntegerField):
    """A calendar year from 2000 to 2100."""

    def __init__(self, **options: Any) -> None:
        message = "Écrivez une année sur quatre chiffres, par exemple 2028."
        defaults: dict[str, Any] = {
            "min_value": 2000,
            "max_value": 2100,
            "widget": forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "4", "size": "4"}),
            "error_messages": dict.fromkeys(("invalid", "min_value", "max_value"), message),
        }
        super().__init__(**defaults | options)


class DayField(forms.DateField):
    """A day, chosen in a calendar where the browser has one."""

    default_error_messages = dict.fromkeys(
        ("required", "invalid"), "Écrivez une date, par exemple 31/12/2027."
    )

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {
            "widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "input_formats": ["%Y-%m-%d", "%d/%m/%Y"],
        }
        super().__init__(**defaults | options)


class WebLinkField(forms.URLField):
    """An address on the web, that a document can hold as a link."""

    default_error_messages = {
        "invalid": "Écrivez une adresse complète, par exemple https://www.exemple.fr/page."
    }

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"required": False, "max_length": 500, "assume_scheme": "https"}
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> Any:
        link = super().clean(value)
        if link and not WEB_ADDRESS.fullmatch(link):
            raise forms.ValidationError(
                "Une adresse commence par http:// ou https://, sans guillemet ni chevron."
            )
        return link


class RowsField(forms.MultipleChoiceField):
    """Rows of the draft, to tick; gives those ticked. What there is to tick is said by `offer`.

    With less than `fewest` rows there is nothing to choose.
    """

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"invalid_choice": "Cette ligne a été retirée entre-temps\u00a0: décochez-la."}

    def __init__(self, *, fewest: int = 1, **options: Any) -> None:
        super().__init__(**{"required": False} | options)
        self.fewest = fewest
        self.rows: dict[str, Model] = {}

    def offer(self, rows: Iterable[Model]) -> None:
        """Lets these rows be ticked, and no other."""
        self.rows = {str(row.pk): row for row in rows}
        self.choices = [(key, str(row)) for key, row in self.rows.items()]

    def clean(self, value: Any) -> list[Model]:
        return [self.rows[key] for key in super().clean(value)]
