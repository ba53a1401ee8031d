"""What a host says of its site, in one row that every page reads."""

from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ColorInput
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.images.models import Image
from wagtail.models import PreviewableMixin

from reen.blocks.menu import EntriesBlock, MenuBlock
from reen.colours import DARK, LIGHT, Scheme, is_colour, nearest_accent, weakest
from reen.enums import Conformity
from reen.fields import StreamField
from reen.models.site import menus

LOGO_SIZE = "max-400x96|format-png"
"""Twice the size it is shown at, for dense screens."""


def _title(what: str) -> models.CharField:
    return models.CharField(f"titre des {what}", max_length=80, blank=True)


def _words(what: str) -> models.TextField:
    return models.TextField(f"introduction des {what}", max_length=400, blank=True)


def _page(name: str, help_text: str) -> models.ForeignKey:
    return models.ForeignKey(
        "reen.BasePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=name,
        help_text=help_text,
    )


class SiteSettings(PreviewableMixin, BaseGenericSetting):
    """The settings. `shown` is what pages need of the menus, pages and logo, worked out when any of them changes.

    `loaded` tells the loader whether they still are as it left them.
    """

    name = models.CharField(
        "nom du service",
        max_length=60,
        default="Boussole REEN",
        help_text="En haut de chaque page et dans le titre des onglets.",
    )
    host = models.CharField(
        "organisme qui héberge",
        max_length=120,
        blank=True,
        help_text="Au pied de chaque page, par exemple le nom d’un syndicat mixte ou d’un programme de l’État.",
    )
    description = models.CharField(
        "description",
        max_length=200,
        default="De la loi REEN à une stratégie numérique responsable",
        help_text="Celle des pages qui n’en ont pas, dans les moteurs de recherche et les liens partagés.",
    )
    footer_words = models.CharField("phrase du pied de page", max_length=300, blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="logo",
        help_text="En haut de chaque page et sur la couverture des documents.",
    )
    logo_alternative = models.CharField(
        "ce que montre le logo",
        max_length=200,
        blank=True,
        help_text="Lu à la place de l’image, par exemple «\u202fSyndicat mixte numérique\u202f».",
    )
    accent_light = models.CharField(
        "couleur en clair", max_length=7, default=LIGHT.accent, help_text="Liens, boutons et étape en cours."
    )
    accent_dark = models.CharField(
        "couleur en sombre",
        max_length=7,
        default=DARK.accent,
        help_text="La même, pour les personnes qui préfèrent un fond sombre.",
    )
    contact_email = models.EmailField("adresse électronique de contact", blank=True)
    contact_url = models.URLField(
        "formulaire de contact", blank=True, help_text="S’il y en a un, le lien «\u202fContact\u202f» y mène."
    )
    legal_page = _page("page des mentions légales", "Citée au pied de chaque page.")
    director = models.CharField("responsable de la publication", max_length=200, blank=True)
    hosting = models.TextField(
        "hébergement technique",
        max_length=400,
        blank=True,
        help_text="Nom, adresse et téléphone de l’hébergeur.",
    )
    accessibility_page = _page("déclaration d’accessibilité", "Citée au pied de chaque page, avec l’état.")
    accessibility_state = models.CharField(
        "état",
        max_length=20,
        choices=Conformity.choices(),
        default=Conformity.NONE.value,
        help_text="Sans audit, un site est «\u202fnon conforme\u202f».",
    )
    accessibility_date = models.DateField("déclaration établie le", null=True, blank=True)
    accessibility_contact = models.EmailField(
        "signaler un défaut d’accessibilité", blank=True, help_text="À défaut, l’adresse de contact."
    )
    header = StreamField(
        MenuBlock(),
        verbose_name="menu principal",
        blank=True,
        max_num=12,
        help_text="Un groupe s’ouvre sur ses entrées. L’entrée du parcours y revient toujours.",
    )
    footer = StreamField(
        EntriesBlock(),
        verbose_name="menu du pied de page",
        blank=True,
        max_num=12,
        help_text="Les mentions légales, l’accessibilité et le contact s’y ajoutent d’eux-mêmes.",
    )
    actions_title = _title("actions")
    actions_words = _words("actions")
    indicators_title = _title("indicateurs")
    indicators_words = _words("indicateurs")
    resources_title = _title("ressources")
    resources_words = _words("ressources")
    resource_lists_title = _title("listes de ressources")
    resource_lists_words = _words("listes de ressources")
    field_reports_title = _title("retours d’expérience")
    field_reports_words = _words("retours d’expérience")
    shown = models.JSONField("à montrer", default=dict, editable=False)
    loaded = models.CharField("empreinte du dernier chargement", max_length=64, blank=True, editable=False)

    LINES = ("name", "host", "description", "footer_words", "logo_alternative", "director")
    LISTS = ("actions", "indicators", "resources", "resource_lists", "field_reports")
    ACCENTS: tuple[tuple[str, Scheme], ...] = (("accent_light", LIGHT), ("accent_dark", DARK))
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("host"),
                    FieldPanel("description"),
                    MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_alternative")], heading="Logo"),
                    MultiFieldPanel(
                        [FieldRowPanel([FieldPanel(name, widget=ColorInput) for name, _scheme in ACCENTS])],
                        heading="Couleurs",
                    ),
                ],
                heading="Identité",
            ),
            ObjectList(
                [FieldPanel("header"), FieldPanel("footer"), FieldPanel("footer_words")], heading="Menus"
            ),
            ObjectList(
                [FieldPanel(f"{name}_{part}") for name in LISTS for part in ("title", "words")],
                heading="Textes des listes",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("contact_email"), FieldPanel("contact_url")], heading="Contact"
                    ),
                    MultiFieldPanel(
                        [FieldPanel("legal_page"), FieldPanel("director"), FieldPanel("hosting")],
                        heading="Mentions légales",
                    ),
                    MultiFieldPanel(
                        [
                            FieldPanel("accessibility_page"),
                            FieldPanel("accessibility_state"),
                            FieldPanel("accessibility_date"),
                            FieldPanel("accessibility_contact"),
                        ],
                        heading="Accessibilité",
                    ),
                ],
                heading="Mentions",
            ),
        ]
    )

    class Meta:
        verbose_name = "réglages du site"
        verbose_name_plural = "réglages du site"

    def __str__(self) -> str:
        return "réglages du site"

    def clean(self) -> None:
        """Sets each short text on one line; refuses a logo without words, and colours that somebody could not read."""
        super().clean()
        for name in self.LINES:
            setattr(self, name, " ".join(getattr(self, name).split()))
        wrong: dict[str, str] = {}
        if self.logo_id and not self.logo_alternative.strip():
            wrong["logo_alternative"] = (
                "Dites ce que montre le logo, pour les personnes qui ne le voient pas."
            )
        for name, scheme in self.ACCENTS:
            colour = getattr(self, name).strip().lower()
            setattr(self, name, colour)
            if refusal := _refusal(scheme, colour):
                wrong[name] = refusal
        if wrong:
            raise ValidationError(wrong)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.work_out()
        super().save(*args, **kwargs)

    def work_out(self) -> None:
        """Makes `shown` again from the menus, the pages and the logo as they are now."""
        self.shown = {
            "header": menus.with_the_wizard(menus.entries(self.header)),
            "footer": menus.entries(self.footer),
            "legal_url": menus.page_address(self.legal_page),
            "accessibility_url": menus.page_address(self.accessibility_page),
            "logo": _picture(self.logo),
        }

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        return [("/", "Accueil"), (reverse("reen:actions"), "Actions"), (reverse("reen:charter"), "Charte")]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page of the site at that address, as these settings would show it."""
        self.work_out()
        shown = resolve(mode_name)
        response: HttpResponse = shown.func(request, *shown.args, **shown.kwargs)
        return response


def _refusal(scheme: Scheme, colour: str) -> str:
    """Why a colour cannot be taken, with the nearest that can; nothing when it can."""
    if not is_colour(colour):
        return f"Écrivez la couleur avec un dièse et six chiffres ou lettres de a à f, par exemple {scheme.accent}."
    worst = weakest(scheme, colour)
    if worst.passes:
        return ""
    return (
        f"Contraste insuffisant\u00a0: {worst.words} pour 1, il en faut 4,5. "
        f"La nuance la plus proche qui convient est {nearest_accent(scheme, colour)}."
    )


def _picture(logo: Image | None) -> dict[str, Any] | None:
    """The logo as the header shows it; nothing when its file is lost."""
    if logo is None:
        return None
    try:
        made = logo.get_rendition(LOGO_SIZE)
    except OSError:
        return None
    url = reverse("reen:logo", args=[sha256(made.file.name.encode()).hexdigest()[:8]])
    return {"file": made.file.name, "url": url, "width": made.width // 2, "height": made.height // 2}
