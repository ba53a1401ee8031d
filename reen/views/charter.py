"""The charter: every component of the site on one page, drawn by the templates that the site uses."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.template.response import TemplateResponse

from reen.colours import DARK, GROUNDS, LIGHT, TEXTS, Contrast, contrasts, with_accent
from reen.enums import Vocabulary
from reen.queries.site import site_settings

NAME = "Charte"
ICONS = ("search", "download", "print", "external", "add", "remove", "edit")
NOTICES = (
    ("info", "Bon à savoir", "Une précision qui aide à répondre."),
    ("success", "C’est fait", "Votre saisie est enregistrée."),
    ("attention", "À confirmer", "Deux sources donnent des chiffres différents."),
    ("error", "La saisie n’est pas enregistrée", "Corrigez les champs signalés, puis enregistrez."),
)
USES = {
    "paper": "fond des pages",
    "surface": "fond des encadrés et des champs",
    "ink": "texte",
    "muted": "texte secondaire",
    "line": "bord des champs",
    "rule": "filets",
    "accent": "liens, boutons, étape en cours",
    "accent_soft": "fond de ce qui est fait",
    "on_accent": "texte des boutons pleins",
    "attention": "ce qui est incomplet",
    "attention_soft": "fond des mises en garde",
    "error": "ce qui manque, les erreurs",
    "error_soft": "fond des erreurs",
}


class Answer(Vocabulary):
    """How a requirement is answered, as the wizard says it."""

    ANSWERED = "answered", "renseigné"
    INCOMPLETE = "incomplete", "incomplet"
    ABSENT = "absent", "absent"


@dataclass(frozen=True, slots=True)
class Token:
    """A colour of the stylesheet: its name there, its values in light and in dark, and what it is for."""

    name: str
    light: str
    dark: str
    use: str


class SampleForm(forms.Form):
    """One field of each kind, with what a visitor forgot."""

    sample_name = forms.CharField(
        label="Nom de l’acteur",
        help_text="Un service ou un organisme.",
        error_messages={"required": "Donnez le nom de l’acteur."},
    )
    sample_date = forms.DateField(
        label="Date du vote", required=False, widget=forms.DateInput({"type": "date"})
    )
    sample_cost = forms.IntegerField(
        label="Coût, en euros", error_messages={"invalid": "Écrivez un nombre, par exemple 1 250."}
    )
    sample_kind = forms.ChoiceField(
        label="Nature",
        choices=[("", "Toutes"), ("public", "publique"), ("private", "privée")],
        required=False,
    )
    sample_role = forms.ChoiceField(
        label="Rôle", choices=[("pilote", "pilote"), ("appui", "en appui")], widget=forms.RadioSelect
    )
    sample_agreed = forms.BooleanField(label="Accord donné", required=False)
    sample_words = forms.CharField(label="En quelques mots", required=False, widget=forms.Textarea)


def charter(request: HttpRequest) -> TemplateResponse:
    """Colours with the contrasts they have, type, and components, in the colours of the host."""
    settings = site_settings(request)
    light, dark = with_accent(LIGHT, settings.accent_light), with_accent(DARK, settings.accent_dark)
    form = SampleForm(
        {"sample_cost": "beaucoup", "sample_role": "pilote", "sample_words": "Un texte déjà écrit."}
    )
    context = {
        "tokens": [
            Token(name.replace("_", "-"), getattr(light, name), getattr(dark, name), use)
            for name, use in USES.items()
        ],
        "texts": [USES[text] for text in TEXTS],
        "contrasts": _by_ground(contrasts(light), contrasts(dark)),
        "icons": ICONS,
        "notices": NOTICES,
        "states": list(Answer),
        "form": form,
        "page": Paginator(range(60), 20).page(2),
        "source": {"title": "Guide imaginaire", "url": "https://exemple.invalid/guide", "page": 12},
        "day": date(2025, 1, 1),
        "crumbs": [(NAME, "")],
    }
    return TemplateResponse(request, "reen/charter.html", context)


def _by_ground(
    light: tuple[Contrast, ...], dark: tuple[Contrast, ...]
) -> list[tuple[str, list[tuple[str, str]]]]:
    """For each ground, how each text stands out on it, in light and in dark colours."""
    measured = {
        (one.text, one.ground): (one.words, other.words) for one, other in zip(light, dark, strict=True)
    }
    return [(USES[ground], [measured[text, ground] for text in TEXTS]) for ground in GROUNDS]
