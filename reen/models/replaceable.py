"""What sheets rest on and time replaces: texts of law, resources."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


def replaced(path: str = "") -> models.Q:
    """Those that no longer stand today, replaced or come to their end; `path` leads to them, « legal_texts__ »."""
    today = timezone.localdate()
    without_day = {f"{path}replaced_on": None, f"{path}replaced_by__isnull": False}
    return models.Q(**{f"{path}replaced_on__lte": today}) | models.Q(**without_day)


class Replaceable(models.Model):
    """An entry that another replaces, or that simply ended; it stays published, for whoever follows a link to it."""

    replaced_by = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name="remplacé par",
        help_text="La fiche qui dit ce qui vaut désormais. Vide si rien ne remplace celle-ci.",
    )
    replaced_on = models.DateField(
        "depuis le",
        null=True,
        blank=True,
        help_text="Le jour où elle cesse de valoir\u202f; une date à venir s’annonce.",
    )

    REPLACED, ENDED = "remplacé", "n’est plus en vigueur"
    replaced_panels = (
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("replaced_by"), FieldPanel("replaced_on")])],
            heading="Remplacement",
            help_text="Le public lit «\u202fremplacé par…\u202f» partout où cette fiche est citée, et la veille nomme "
            "les fiches qui s’appuient encore sur elle.",
            classname="collapsed",
        ),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Refuses a replacement that comes back to what it replaces."""
        super().clean()
        following, seen = self.replaced_by, {self.pk} if self.pk else set()
        while following is not None:
            if following.pk in seen:
                raise ValidationError(
                    {
                        "replaced_by": "Elle est elle-même remplacée par cette fiche\u00a0: choisissez-en une autre."
                    }
                )
            seen.add(following.pk)
            following = following.replaced_by

    @property
    def replacement(self: Any) -> Any:
        """The published entry that replaces this one, if there is one."""
        return self.replaced_by if self.replaced_by_id and self.replaced_by.live else None

    @property
    def is_replaced(self: Any) -> bool:
        """Whether it no longer stands, or a day was told when it will not."""
        return bool(self.replaced_by_id or self.replaced_on)

    @property
    def is_yet_to_be_replaced(self) -> bool:
        """Whether that day is still to come."""
        return bool(self.replaced_on and self.replaced_on > timezone.localdate())
