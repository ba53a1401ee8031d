"""Articles of the law and neighbouring obligations."""

from django.db import models
from django.urls import reverse
from wagtail.admin.panels import FieldPanel

from reen.blocks import TimetableBlock
from reen.enums import TextGroup
from reen.fields import StreamField
from reen.models.entry import Entry


class LegalText(Entry):
    """What one article asks of a collectivité: a page of its own for the main ones, a row of the law index otherwise."""

    group = models.CharField("groupe", max_length=20, choices=TextGroup.choices())
    order = models.PositiveSmallIntegerField("rang", default=0)
    number = models.CharField("numéro d’article", max_length=40, blank=True)
    summary = models.TextField("ce qu’il demande")
    who = models.TextField("qui est concerné")
    importance = models.CharField("importance", max_length=40, blank=True)
    timetable = StreamField(TimetableBlock(), verbose_name="échéances", blank=True)
    codified = models.TextField("codifié", blank=True)
    note = models.TextField("remarque", blank=True)

    template = "reen/sheets/legal_text.html"
    LINE_FIELDS = (*Entry.LINE_FIELDS, "group", "order", "number")

    panels = [
        *Entry.identity_panels,
        FieldPanel("group"),
        FieldPanel("order"),
        FieldPanel("number"),
        FieldPanel("summary"),
        FieldPanel("who"),
        FieldPanel("importance"),
        FieldPanel("timetable"),
        FieldPanel("codified"),
        FieldPanel("note"),
        *Entry.truth_panels,
    ]

    class Meta:
        verbose_name = "texte de loi"
        verbose_name_plural = "textes de loi"
        ordering = ("group", "order")

    def get_absolute_url(self) -> str:
        """Its page when it has a published one (fetch with `select_related("page")`), else its row in the law index."""
        page = getattr(self, "page", None)
        if page is not None and page.live:
            return reverse("wagtail_serve", args=[f"loi/{page.slug}/"])
        return f"{reverse('wagtail_serve', args=['loi/'])}#{self.ref}"
