"""Step 5: what is asked of the catalogue, in the address."""

from collections.abc import Mapping

from django import forms

from reen.enums import Cost, Effort, Horizon, Size, Theme

Options = list[tuple[str, str]]


def one_of(label: str, options: Options = (), any_label: str = "Tous") -> forms.ChoiceField:  # type: ignore[assignment]
    """A list to choose one value from, or none."""
    return forms.ChoiceField(label=label, choices=[("", any_label), *options], required=False)


class WishForm(forms.Form):
    """The filters of the catalogue, by the names the public list has; a value not offered is told and means any."""

    marks_optional = False

    q = forms.CharField(
        label="Mot", max_length=120, required=False, widget=forms.TextInput(attrs={"type": "search"})
    )
    theme = one_of("Thème", Theme.choices())
    effort = one_of("Effort", Effort.choices())
    cout = one_of("Coût", [(cost.value, cost.short) for cost in Cost])
    horizon = one_of("Délai", Horizon.choices())
    taille = one_of("Taille", Size.choices(), "La vôtre")
    exigence = one_of("Exigence de la loi", any_label="Toutes")
    article = one_of("Article ou obligation")
    tout = forms.BooleanField(
        label="Montrer aussi les actions moins adaptées à votre collectivité", required=False
    )

    FEW = ("q", "theme", "effort")
    """Always in sight; the others are folded."""

    def __init__(self, data: Mapping[str, str], *, requirements: Options, articles: Options) -> None:
        super().__init__(data)
        for name, options in (("exigence", requirements), ("article", articles)):
            self.fields[name].choices = [*self.fields[name].choices, *options]  # type: ignore[attr-defined]

    @property
    def few(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FEW]

    @property
    def others(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in (*self.FEW, "tout")]

    @property
    def asked(self) -> dict[str, str]:
        """The criteria in use, by name."""
        self.errors  # noqa: B018 - validates the form
        return {name: str(value) for name, value in self.cleaned_data.items() if value}

    @property
    def asks_more(self) -> bool:
        """Whether one of the folded criteria is in use."""
        return any(field.value() for field in self.others)
