"""After how many months each kind of entry is to be read again."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting


def months(name: str, usual: int) -> models.PositiveSmallIntegerField:
    """A number of months, from 1 to 120."""
    return models.PositiveSmallIntegerField(
        name, default=usual, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )


class ReviewPeriods(BaseGenericSetting):
    """Months between two readings of the sources, for each kind; what the law says is read again most often."""

    requirement = months("exigences", 6)
    legaltext = months("textes de loi", 6)
    action = months("actions", 12)
    indicator = months("indicateurs", 12)
    resource = months("ressources", 12)
    fieldreport = months("retours d’expérience", 24)
    page = months("pages de la loi et des thèmes", 12)

    KINDS = ("requirement", "legaltext", "action", "indicator", "resource", "fieldreport", "page")
    panels = [FieldPanel(name) for name in KINDS]

    class Meta:
        verbose_name = "délais de relecture"
        verbose_name_plural = "délais de relecture"

    def __str__(self) -> str:
        return "délais de relecture, en mois"
