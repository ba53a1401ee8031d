"""A draft as its document tells it: rows under their numbers, with the pictures of the cover."""

from strategy.document.draft import DraftData
from strategy.document.numbering import Numbering, renumbered
from strategy.models import Draft
from strategy.queries.drafts import draft_data
from strategy.queries.files import with_logos


def document_data(draft: Draft) -> DraftData:
    """What a document is made from; `draft` is one of `whole_drafts`."""
    return with_logos(renumbered(draft_data(draft), numbering_of(draft)), draft)


def numbering_of(draft: Draft) -> Numbering:
    """The numbers of the rows of a draft of `whole_drafts`, without asking the database again."""
    return Numbering(
        plans={row.pk: row.number for row in draft.plans.all()},
        objectives={row.pk: row.number for row in draft.objectives.all()},
        choices={row.pk: row.number for row in draft.choices.all()},
        indicators={row.pk: row.number for row in draft.indicators.all()},
    )
