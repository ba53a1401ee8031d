"""The document itself, as JSON: what the other formats are made from."""

from strategy.document.integrity import verify
from strategy.document.model import Document
from strategy.document.serialize import to_json


class JsonRenderer:
    """Writes what `strategy.document.serialize.from_json` reads back without loss."""

    identifier = "json"
    label = "Données (JSON)"
    extension = "json"
    content_type = "application/json"

    def render(self, document: Document) -> bytes:
        """The document as UTF-8 JSON."""
        verify(document)
        return to_json(document).encode()
