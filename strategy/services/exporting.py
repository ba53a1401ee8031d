"""From a draft to a file."""

from dataclasses import dataclass

from reen.queries.requirements import requirement_sheets
from strategy.document.draft import DraftData
from strategy.document.kinds import KINDS
from strategy.document.model import Document
from strategy.errors import NotAllowedError
from strategy.renderers.registry import RENDERERS

WHOLE = "document"
"""The strategy itself, among the documents of a draft."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file ready to be sent: its name, its media type, its bytes."""

    name: str
    content_type: str
    content: bytes


def export_draft(
    *, data: DraftData, identifier: str, document: str = WHOLE, taken: Document | None = None
) -> Exported:
    """One of the documents of a draft in one format. Raises NotAllowedError for one that does not exist.

    `taken` is the strategy itself when the draft is still as it was taken up.
    """
    kind, renderer = KINDS.get(document), RENDERERS.get(identifier)
    if kind is None:
        raise NotAllowedError(
            f"Le document «\u202f{document}\u202f» n’existe pas. Documents\u00a0: {', '.join(KINDS)}."
        )
    if renderer is None:
        raise NotAllowedError(
            f"Le format «\u202f{identifier}\u202f» n’existe pas. Formats\u00a0: {', '.join(RENDERERS)}."
        )
    if document != WHOLE or taken is None:
        taken = kind.build(data, requirement_sheets())
    content = renderer.render(taken)
    name = f"{kind.file_name}-{data.reference.lower()}-projet.{renderer.extension}"
    return Exported(name, renderer.content_type, content)
