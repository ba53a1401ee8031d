"""From a draft to its document: pure functions, the same draft gives the same document."""

from collections.abc import Iterable

from reen.sheets import RequirementSheet
from reen.typography import date_words
from strategy.document.chapters.actions import actions
from strategy.document.chapters.articulation import articulation
from strategy.document.chapters.baseline import baseline
from strategy.document.chapters.essentials import essentials
from strategy.document.chapters.governance import governance
from strategy.document.chapters.indicators import indicators
from strategy.document.chapters.legal import legal_frame
from strategy.document.chapters.means import means
from strategy.document.chapters.objectives import objectives
from strategy.document.chapters.proof import sources, traceability
from strategy.document.chapters.schedule import schedule
from strategy.document.coverage import Covered, coverage, summary
from strategy.document.draft import DraftData
from strategy.document.model import Body, Document, Section, Status
from strategy.document.record import Record, record_of


def build(data: DraftData, requirements: Iterable[RequirementSheet]) -> Document:
    """The whole strategy of a draft, with its proof."""
    known = tuple(requirements)
    covered = coverage(data, known)
    return framed(
        data,
        covered,
        "Stratégie numérique responsable",
        (
            essentials(data, covered),
            legal_frame(data, known),
            governance(data),
            baseline(data),
            objectives(data),
            actions(data),
            schedule(data),
            means(data),
            indicators(data),
            articulation(data),
            traceability(covered, data.choices),
            sources(data, known),
        ),
        record_of(data),
    )


def framed(
    data: DraftData,
    covered: Iterable[Covered],
    title: str,
    sections: tuple[Section, ...],
    record: Record | None = None,
) -> Document:
    """These sections under the cover of the draft, marked PROJET, dated of its last change and never of today."""
    changed_on = data.changed_at.date()
    return Document(
        reference=data.reference,
        title=title,
        status=Status.DRAFT,
        demonstration=data.demonstration,
        bodies=tuple(Body(body.name, body.role.label, body.detail) for body in data.bodies),
        changed_on=changed_on.isoformat(),
        date_words=date_words(changed_on),
        coverage=summary(covered),
        sections=sections,
        logo=data.logo,
        host_logo=data.host_logo,
        record=record,
    )
