"""Words that mean the same, as editors write them for the search."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, LockableMixin, RevisionMixin, WorkflowMixin

from reen.models.forms import ReferencedForm

MOST_TERMS = 12
LONGEST_TERM = 100


class Synonyms(WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, models.Model):
    """A group of words or expressions: who types one of them finds the others. An acronym and its expansion are one."""

    ref = models.SlugField("référence", unique=True, max_length=80)
    terms = models.TextField(
        "mots équivalents",
        help_text="Un mot, un sigle ou une expression par ligne. Accents, pluriels et majuscules ne comptent pas.",
    )

    base_form_class = ReferencedForm
    panels = [FieldPanel("terms"), FieldPanel("ref")]

    class Meta:
        verbose_name = "mots équivalents"
        verbose_name_plural = "mots équivalents"
        ordering = ("ref",)

    def __str__(self) -> str:
        return " = ".join(self.as_list) or self.ref

    @property
    def as_list(self) -> list[str]:
        """The terms, blanks and empty lines dropped."""
        return [line.strip() for line in self.terms.splitlines() if line.strip()]

    def clean(self) -> None:
        """Refuses a group that could help nobody: less than two terms, too many, or a sentence."""
        super().clean()
        terms = self.as_list
        if not 2 <= len(terms) <= MOST_TERMS:
            raise ValidationError(
                {"terms": f"Écrivez de 2 à {MOST_TERMS} mots ou expressions, un par ligne."}
            )
        if too_long := next((term for term in terms if len(term) > LONGEST_TERM), None):
            raise ValidationError(
                {
                    "terms": f"«\u202f{too_long[:30]}…\u202f» est trop long\u00a0: {LONGEST_TERM} caractères au plus."
                }
            )
