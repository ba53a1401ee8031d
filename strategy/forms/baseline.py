"""Step 3: the decree's work programme, cited or written here."""

from datetime import date

from django import forms

from strategy.enums import Programme
from strategy.forms.fields import DayField, WebLinkField
from strategy.forms.versioned import VersionedForm
from strategy.models import Baseline


class BaselineForm(VersionedForm):
    """The whole step."""

    programme = forms.ChoiceField(
        label="Avez-vous déjà un programme de travail\u202f?",
        choices=Programme.choices(),
        widget=forms.RadioSelect,
        required=False,
    )
    programme_link = WebLinkField(
        label="Adresse où le lire", help_text="Par exemple la page de la délibération."
    )
    programme_date = DayField(label="Date", required=False)

    class Meta:
        model = Baseline
        fields = (
            "programme",
            "programme_title",
            "programme_date",
            "programme_link",
            "impact_territory",
            "impact_organisation",
            "uses",
            "ongoing",
            "nothing_ongoing",
        )
        labels = {
            "programme_title": "Titre",
            "impact_territory": "Impact environnemental du numérique sur le territoire",
            "impact_organisation": "Impact du numérique dans vos services",
            "uses": "Usages du numérique sur le territoire",
            "ongoing": "Actions déjà engagées",
            "nothing_ongoing": "Aucune action n’a encore été engagée",
        }
        help_texts = {
            "impact_territory": "Habitants, entreprises, services publics. Citez vos sources et leur année.",
            "impact_organisation": "Parc, durée d’usage, services en ligne. Ce périmètre ne s’ajoute pas au premier.",
            "uses": "Qui utilise quoi, pour quoi faire, et qui en est éloigné.",
            "ongoing": "Une ligne par action. Commencez la ligne par un tiret pour obtenir une liste.",
        }
        widgets = {
            name: forms.Textarea(attrs={"rows": 5})
            for name in ("impact_territory", "impact_organisation", "uses", "ongoing")
        }

    def clean_programme_date(self) -> date | None:
        day: date | None = self.cleaned_data["programme_date"]
        if day and day.year < 2000:
            raise forms.ValidationError("Vérifiez l’année de cette date.")
        return day

    def clean(self) -> dict[str, object]:
        given = super().clean() or self.cleaned_data
        if given.get("ongoing") and given.get("nothing_ongoing"):
            self.add_error(
                "nothing_ongoing",
                "Vous décrivez des actions engagées\u00a0: décochez cette case, ou videz le texte.",
            )
        return given
