"""Versions of a draft and their files, for the tests of what proves them."""

from strategy.document.model import Document
from strategy.enums import VersionStatus
from strategy.models import Draft, Version
from strategy.queries.documents import as_taken, document_of_draft
from strategy.queries.versions import edition_of
from strategy.services.drafting import add_objective
from strategy.services.freezing import file_of, freeze
from tests.strategy.factories import LATER


def issue(draft: Draft, status: VersionStatus = VersionStatus.FROZEN, *, change: str = "") -> Version:
    """The next version, after an objective was added if `change` is its statement."""
    if change:
        add_objective(draft=draft, values={"statement": change}, by=None, at=LATER)
    return freeze(draft=draft, status=status, functions={}, seen=None, by=None, at=LATER)


def exported(draft: Draft) -> Document:
    """What a draft exports: as it was taken up, as long as nothing changed since."""
    return as_taken(draft) or document_of_draft(draft)


def bytes_of(version: Version, identifier: str = "pdf", *, public: bool = False) -> bytes:
    """A file of the version."""
    return file_of(edition_of(version, public=public), identifier)[2]


def changed(content: bytes, place: int, bit: int = 0) -> bytes:
    """The same bytes but for one bit."""
    return content[:place] + bytes([content[place] ^ (1 << bit)]) + content[place + 1 :]
