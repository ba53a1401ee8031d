"""A draft as its document tells it: rows under their numbers, with the pictures of the cover."""

from dataclasses import replace

from reen.queries.requirements import requirement_sheets
from strategy.document.build import build
from strategy.document.draft import DraftData
from strategy.document.model import Document
from strategy.document.numbering import Numbering, renumbered
from strategy.document.serialize import from_json
from strategy.models import Draft, Taken
from strategy.queries.drafts import draft_data
from strategy.queries.files import with_logos


def document_data(draft: Draft) -> DraftData:
    """What a document is made from; `draft` is one of `whole_drafts`."""
    data = with_logos(renumbered(draft_data(draft), numbering_of(draft)), draft)
    taken: Taken | None = getattr(draft, "taken", None)
    return replace(data, reference=taken.reference) if taken else data


def document_of_draft(draft: Draft) -> Document:
    """The whole strategy as its rows say it today, whatever pages came with a document that was taken up."""
    return build(document_data(draft), requirement_sheets())


def as_taken(draft: Draft) -> Document | None:
    """The document a draft was rebuilt from, with the law and the pictures of its day, if nothing changed since."""
    taken: Taken | None = getattr(draft, "taken", None)
    if taken is None or taken.at != draft.changed_at:
        return None
    return from_json(taken.text)


def numbering_of(draft: Draft) -> Numbering:
    """The numbers of the rows of a draft of `whole_drafts`, without asking the database again."""
    return Numbering(
        plans={row.pk: row.number for row in draft.plans.all()},
        objectives={row.pk: row.number for row in draft.objectives.all()},
        choices={row.pk: row.number for row in draft.choices.all()},
        indicators={row.pk: row.number for row in draft.indicators.all()},
    )
