"""Articles of the law and neighbouring obligations, as sheets."""

from collections.abc import Iterable

from reen.enums import Certainty
from reen.models import LegalText
from reen.queries.sources import common
from reen.sheets import LegalTextSheet


def legal_text_sheets(refs: Iterable[str] | None = None) -> list[LegalTextSheet]:
    """Published legal texts, all or those named, in one query."""
    texts = LegalText.objects.live().select_related("page")
    if refs is not None:
        texts = texts.filter(ref__in=list(refs))
    return [
        LegalTextSheet(
            **common(text),
            summary=text.summary,
            who=text.who,
            codified=text.codified,
            certainty=Certainty(text.certainty),
            caution=text.caution,
            url=text.get_absolute_url(),
        )
        for text in texts
    ]
