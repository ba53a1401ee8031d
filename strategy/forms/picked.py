"""References of the catalogue that a page sends back."""

from django.core.validators import slug_re
from django.http import QueryDict


def picked(sent: QueryDict, name: str) -> list[str]:
    """The references sent under that name; what cannot be one is left out."""
    return [ref for ref in sent.getlist(name) if slug_re.match(ref)]
