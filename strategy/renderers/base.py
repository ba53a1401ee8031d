"""What every output format promises."""

from typing import Protocol

from strategy.document.model import Document


class Renderer(Protocol):
    """One format. `render` gives the same bytes for the same document and looks nothing up."""

    identifier: str
    label: str
    extension: str
    content_type: str

    def render(self, document: Document) -> bytes:
        """The whole file; raises `DocumentError` when the document is not of the right shape."""
        ...
