"""What the screens of imports count and compare."""

from django import template
from wagtail.admin.compare import diff_text

from reen import typography
from reen.exchange.plan import Change

register = template.Library()


@register.filter
def plural(count: int, words: str) -> str:
    """« 2 lignes »; the words are the singular, then the plural when it is not with an s."""
    return typography.plural(count, *words.split(","))


@register.filter
def pieces(change: Change) -> list[tuple[str, str]]:
    """A text before and after, in pieces that are equal, added or taken out."""
    return list(diff_text(change.before, change.after).changes)
