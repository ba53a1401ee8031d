"""From a draft to its document: one pure function, the same draft gives the same document."""

from collections.abc import Iterable

from reen.sheets import RequirementSheet
from reen.typography import date_words
from strategy.document.chapters.actions import actions
from strategy.document.chapters.baseline import baseline
from strategy.document.chapters.essentials import essentials
from strategy.document.chapters.governance import governance
from strategy.document.chapters.indicators import indicators
from strategy.document.chapters.legal import legal_frame
from strategy.document.chapters.objectives import objectives
from strategy.document.chapters.proof import sources, traceability
from strategy.document.coverage import coverage, summary
from strategy.document.draft import DraftData
from strategy.document.model import Body, Document, Status


def build(data: DraftData, requirements: Iterable[RequirementSheet]) -> Document:
    """The document of a draft, marked PROJET. The date is that of the draft's last change, never today's."""
    known = tuple(requirements)
    covered = coverage(data, known)
    changed_on = data.changed_at.date()
    return Document(
        reference=data.reference,
        title="Stratégie numérique responsable",
        status=Status.DRAFT,
        demonstration=data.demonstration,
        bodies=tuple(Body(body.name, body.role.label, body.detail) for body in data.bodies),
        changed_on=changed_on.isoformat(),
        date_words=date_words(changed_on),
        coverage=summary(covered),
        sections=(
            essentials(data, covered),
            legal_frame(data, known),
            governance(data),
            baseline(data),
            objectives(data),
            actions(data),
            indicators(data),
            traceability(covered),
            sources(data, known),
        ),
    )
