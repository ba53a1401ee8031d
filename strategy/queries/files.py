"""Files of a draft, as the document needs them."""

from base64 import b64encode

from strategy.document import model
from strategy.models import Draft, Logo


def logo_of(draft: Draft) -> model.Logo | None:
    """The picture of the cover as plain data, if there is one; one query."""
    logo = Logo.objects.filter(draft=draft).first()
    if logo is None:
        return None
    return model.Logo(b64encode(bytes(logo.png)).decode(), logo.width, logo.height, logo.alternative)
