"""What a page sends back to say which entry or row is meant."""

from django.core.validators import slug_re
from django.http import QueryDict


def picked(sent: QueryDict, name: str) -> list[str]:
    """The references of the catalogue sent under that name; what cannot be one is left out."""
    return [ref for ref in sent.getlist(name) if slug_re.match(ref)]


def picked_key(sent: QueryDict, name: str) -> int | None:
    """The key of a row sent under that name; None, which no row has, for what cannot be one."""
    key = sent.get(name, "")
    return int(key) if key.isdecimal() and len(key) < 12 else None
