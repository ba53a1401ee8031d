"""Pictures of the cover, as the document needs them."""

from base64 import b64encode
from dataclasses import replace

from reen.queries.site import host_logo
from strategy.document import logo as plain
from strategy.document.draft import DraftData
from strategy.models import Draft, Logo


def with_logos(data: DraftData, draft: Draft) -> DraftData:
    """The data of a draft, with its logo and that of whoever hosts the service, if there are any; three queries."""
    host = host_logo()
    hosting = _plain(host.png, host.width, host.height, host.alternative) if host else None
    return replace(data, logo=logo_of(draft), host_logo=hosting)


def logo_of(draft: Draft) -> plain.Logo | None:
    """The logo of a draft as plain data, if there is one; one query."""
    logo = Logo.objects.filter(draft=draft).first()
    return _plain(bytes(logo.png), logo.width, logo.height, logo.alternative) if logo else None


def _plain(png: bytes, width: int, height: int, alternative: str) -> plain.Logo:
    return plain.Logo(b64encode(png).decode(), width, height, alternative)
