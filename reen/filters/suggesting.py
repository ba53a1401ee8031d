"""A filter by free text that suggests the values most often asked for."""

from typing import Any

from django import forms
from django_filters import CharFilter

Choices = list[tuple[str, str]]


class SuggestingInput(forms.TextInput):
    """A text box that suggests values; any other may be typed."""

    template_name = "reen/parts/suggesting_input.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.choices: Choices = []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"choices": self.choices}


class SuggestingField(forms.CharField):
    """A text whose `choices` are only suggested."""

    widget = SuggestingInput

    def __init__(self, *, choices: Choices, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.choices = choices

    @property
    def choices(self) -> Choices:
        return self._choices

    @choices.setter
    def choices(self, choices: Choices) -> None:
        self._choices = choices
        self.widget.choices = choices


class SuggestingFilter(CharFilter):
    """Keeps what has the words typed; `choices` suggests some."""

    field_class = SuggestingField
