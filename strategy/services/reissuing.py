"""Freezing a project as it was reviewed: what it says under the next number, whatever became of the draft."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from reen.typography import date_words
from strategy.document.model import Document
from strategy.document.versioning import withdrawn
from strategy.enums import VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Draft, Version
from strategy.queries.documents import document_of_draft
from strategy.queries.versions import document_of, edition_of, versions_of
from strategy.services.evidence import keep_evidence, same_evidence
from strategy.services.freezing import announce, keep, numbered
from strategy.services.saving import hold

NO_PROJECT = "Seul un projet numéroté se fige tel quel."


@dataclass(frozen=True, slots=True)
class Offer:
    """How a project may be frozen: as it is, unless it was already (`frozen_as`), or as the draft is by now.

    `same_words` and `same_files` tell whether the draft would say the same today, with the same evidence.
    """

    project: Version
    frozen_as: Version | None
    same_words: bool
    same_files: bool

    @property
    def same(self) -> bool:
        """Whether freezing the project or the draft comes to the same."""
        return self.same_words and self.same_files


def offer_of(project: Version, draft: Draft, others: Iterable[Version]) -> Offer:
    """What there is to choose from; `draft` is one of `whole_drafts`, `others` are its versions."""
    said = said_by(project)
    frozen_as = frozen_since(project, said, others)
    today = replace(document_of_draft(draft), reference=draft.reference)
    return Offer(project, frozen_as, without_day(today) == without_day(said), same_evidence(project))


@transaction.atomic
def freeze_project(*, project: Version, by: int | None, at: datetime) -> Version:
    """The document of a project, frozen under the next number with its annex and files; the draft is left alone.

    Waits for whoever freezes the same draft. Raises NotAllowedError for what is no project of a draft that is there,
    and when a version frozen since says the same.
    """
    draft = project.draft
    if draft is None or VersionStatus(project.status) is not VersionStatus.NUMBERED:
        raise NotAllowedError(NO_PROJECT)
    hold(draft)
    others = versions_of(draft.reference)
    editions = {public: document_of(edition_of(project, public=public)) for public in (False, True)}
    already = frozen_since(project, withdrawn(editions[False]), others)
    if already is not None:
        day = date_words(timezone.localdate(already.issued_at))
        raise NotAllowedError(
            f"Ce projet est déjà figé tel quel\u00a0: c’est la version {already.number}, du {day}."
        )
    status = VersionStatus.FROZEN
    version = numbered(draft, status, others[0].number + 1, by=by, at=at, project=project)
    for public, said in editions.items():
        keep(
            version,
            withdrawn(said, annex_too=False),
            status,
            on=timezone.localdate(at),
            public=public,
            before=said,
            same_as=said.issue,
        )
    keep_evidence(version, project)
    words = f"a figé le projet version {project.number} tel quel\u00a0: la version {version.number} lui est identique."
    announce(version, words, by=by, at=at)
    return version


def said_by(version: Version) -> Document:
    """What a version says, without what makes it a version."""
    return withdrawn(document_of(edition_of(version)))


def without_day(document: Document) -> Document:
    """The document without the day of its last change: a word that comes and goes changes nothing else."""
    return replace(document, changed_on="", date_words="")


def frozen_since(project: Version, said: Document, others: Iterable[Version]) -> Version | None:
    """The one of the `others` frozen after a project that says the same, with the same files."""
    for later in others:
        frozen = VersionStatus(later.status) is VersionStatus.FROZEN and later.number > project.number
        if frozen and said_by(later) == said and same_evidence(later, project):
            return later
    return None
