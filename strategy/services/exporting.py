"""From a draft to a file."""

from dataclasses import dataclass

from reen.queries.requirements import requirement_sheets
from strategy.document.build import build
from strategy.document.draft import DraftData
from strategy.errors import NotAllowedError
from strategy.renderers.registry import RENDERERS


@dataclass(frozen=True, slots=True)
class Exported:
    """A file ready to be sent: its name, its media type, its bytes."""

    name: str
    content_type: str
    content: bytes


def export_draft(*, data: DraftData, identifier: str) -> Exported:
    """The document of a draft in one format. Raises NotAllowedError for a format that does not exist."""
    renderer = RENDERERS.get(identifier)
    if renderer is None:
        raise NotAllowedError(
            f"Le format «\u202f{identifier}\u202f» n’existe pas. Formats\u00a0: {', '.join(RENDERERS)}."
        )
    document = build(data, requirement_sheets())
    name = f"strategie-numerique-responsable-{data.reference.lower()}-projet.{renderer.extension}"
    return Exported(name, renderer.content_type, renderer.render(document))
