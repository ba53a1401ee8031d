"""What every entry of the catalogue has: a stable `ref`, drafts, moderation, sources, and the date it was checked."""

from typing import Any

from django.db import models
from django.utils import timezone
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    Revision,
    RevisionMixin,
    WorkflowMixin,
)

from reen.blocks import SourcesBlock
from reen.enums import Certainty
from reen.fields import StreamField
from reen.models.forms import CHECK_PANELS, CheckedForm, ReferencedForm
from reen.models.publishable import Publishable


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries as the public may read them."""

    def live(self) -> "EntryQuerySet":
        """Only what is published."""
        return self.filter(live=True)

    def extent(self) -> dict[str, Any]:
        """How many entries there are and when the last of them was checked."""
        return self.aggregate(count=models.Count("pk"), checked_on=models.Max("checked_on"))

    def lines(self) -> "EntryQuerySet":
        """What a list shows of each: its link and one line; the long texts stay in the database."""
        joined = {name.split("__")[0] for name in self.model.LINE_FIELDS if "__" in name}
        return (self.select_related(*joined) if joined else self).only(*self.model.LINE_FIELDS)


class EntryForm(ReferencedForm, CheckedForm):
    """Keeps the reference of what was ever published."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and (self.instance.live or self.instance.first_published_at):
            self.fields["ref"].disabled = True
            self.fields["ref"].help_text = "Ne change plus\u00a0: la fiche a été publiée."
        if not self.is_bound:
            # No empty row waits in a form: it would ask to be filled in before a draft is saved.
            for formset in self.formsets.values():
                formset.min_num = 0


class Entry(
    Publishable,
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    ClusterableModel,
):
    """An entry of the catalogue. Text fields may be empty in a draft; the admin asks for them when publishing.

    `edition` counts publications, from 1: it is the revision number readers and documents quote.
    """

    ref = models.SlugField(
        "référence", unique=True, max_length=80, help_text="Ne change plus une fois publiée."
    )
    title = models.CharField("titre", max_length=255)
    sources = StreamField(SourcesBlock(), verbose_name="sources", blank=True)
    certainty = models.CharField(
        "fiabilité", max_length=20, choices=Certainty.choices(), default=Certainty.READ_ONCE.value
    )
    caution = models.TextField(
        "réserve", blank=True, help_text="Ce qui reste à confirmer\u202f; toujours affiché avec la fiche."
    )
    checked_on = models.DateField("vérifié le", null=True)
    edition = models.PositiveIntegerField("révision", default=0, editable=False, serialize=False)

    objects = EntryQuerySet.as_manager()

    base_form_class = EntryForm
    LINE_FIELDS: tuple[str, ...] = ("ref", "title", "live", "certainty")
    template: str

    identity_panels = (
        FieldPanel("title", help_text="Ce que la fiche dit en une ligne, sans point final."),
        FieldPanel("ref"),
    )
    truth_panels = (
        MultiFieldPanel(
            [
                *CHECK_PANELS,
                FieldPanel(
                    "certainty",
                    help_text="Ce qu’en a dit une seconde lecture\u202f; à confirmer demande une réserve.",
                ),
                FieldPanel("caution"),
                FieldPanel(
                    "sources",
                    help_text="Les documents publics d’où vient chaque fait, avec leur adresse.",
                ),
            ],
            heading="Sources et vérification",
        ),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title or self.ref

    @property
    def is_to_confirm(self) -> bool:
        """Shown only with « à confirmer » and its detail."""
        return self.certainty == Certainty.TO_CONFIRM

    @property
    def revised_on(self) -> Any:
        """The day of the last publication, or None for what was never published."""
        return self.last_published_at and timezone.localdate(self.last_published_at)

    def missing(self) -> dict[str, str]:
        """Also a reserve, when something is to be confirmed."""
        found = super().missing()
        if self.is_to_confirm and not self.caution:
            found["caution"] = "Dites ce qui reste à confirmer avant de publier."
        return found

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publishes as Wagtail does and numbers the publication; one put off to a later date is not numbered yet."""
        row = type(self)._default_manager.filter(pk=self.pk)
        edition = row.values_list("edition", flat=True).get()
        super().publish(revision, *args, **kwargs)
        row.filter(live=True, live_revision=revision).update(edition=edition + 1)

    def with_content_json(self, content: dict[str, Any]) -> "Entry":
        """The entry as a revision tells it; the number of publications belongs to the entry, not to a revision."""
        entry: Entry = super().with_content_json(content)
        entry.edition = self.edition
        return entry

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        return self.template

    def get_preview_context(self, request: Any, mode_name: str) -> dict[str, Any]:
        return {"request": request} | self.sheet_context()

    def sheet_context(self) -> dict[str, Any]:
        """What the sheet's template needs, the same for the public page and for the preview of a draft."""
        return {"entry": self, "crumbs": [self.index(), (self.title, "")]}

    def index(self) -> tuple[str, str]:
        """The label and address of the list this entry belongs to."""
        raise NotImplementedError

    def published(self, name: str) -> "list[Any]":
        """The published entries a link of this one points at, whether saved or still being drafted."""
        return [entry for entry in getattr(self, name).all() if entry.live]
