"""Reads of versions: of a draft, by name, by code, by fingerprint; which one is current."""

import re
from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from strategy.document.model import Document
from strategy.document.serialize import digest, from_json
from strategy.document.tracing import Pages
from strategy.enums import DecisionKind, VersionStatus
from strategy.models import Decision, Edition, Rendering, Version

NAME = re.compile(r"(?P<reference>[A-Z0-9-]{1,12})@v(?P<number>[1-9][0-9]{0,3})", re.IGNORECASE)
RANKS = {
    VersionStatus.NUMBERED: 0,
    VersionStatus.FROZEN: 1,
    VersionStatus.PRESENTED: 2,
    VersionStatus.ADOPTED: 2,
}


def versions() -> QuerySet[Version]:
    """Versions with what was told of them, without their documents."""
    return Version.objects.select_related("by").prefetch_related(
        Prefetch("decisions", Decision.objects.all())
    )


def versions_of(reference: str) -> list[Version]:
    """Every version of a strategy, the last one first."""
    return list(versions().filter(reference=reference))


def version_named(name: str) -> Version | None:
    """The version that a command calls « REFERENCE@v1 »."""
    found = NAME.fullmatch(name.strip())
    if found is None:
        return None
    return versions().filter(reference=found["reference"].upper(), number=found["number"]).first()


def status_of(version: Version) -> VersionStatus:
    """What the version is by now: the last decision told counts."""
    decisions = list(version.decisions.all())
    return DecisionKind(decisions[0].kind).status if decisions else VersionStatus(version.status)


def replacement(version: Version, others: Iterable[Version]) -> Version | None:
    """The version that counts instead of this one: the last of those, numbered after it, that went as far.

    A project never replaces what was frozen, nor a text merely frozen what an assembly was shown.
    """
    least = RANKS[status_of(version)]
    later = [other for other in others if other.number > version.number and RANKS[status_of(other)] >= least]
    return max(later, key=lambda other: other.number, default=None)


def edition_of(version: Version, *, public: bool = False) -> Edition:
    """The document of a version, as it was frozen."""
    return Edition.objects.select_related("version").get(version=version, public=public)


def document_of(edition: Edition) -> Document:
    """The frozen document."""
    return from_json(edition.text)


def last_edition(reference: str) -> Edition | None:
    """The whole edition of the last version of a strategy, if it has one."""
    whole = Edition.objects.filter(version__reference=reference, public=False).select_related("version")
    return whole.order_by("-version__number").first()


def pages_kept(edition: Edition) -> Pages:
    """The page of its PDF that each section begins on; empty as long as the PDF is not made."""
    found = edition.renderings.filter(format="pdf").values_list("pages", flat=True)
    pages: Pages = found.first() or {}
    return pages


def pdf_kept(version: Version) -> Rendering | None:
    """The PDF of its whole edition, once it is made."""
    return Rendering.objects.filter(edition__version=version, edition__public=False, format="pdf").first()


def edition_with_digest(sha256: str) -> Edition | None:
    """The edition whose JSON, or one of whose files, has this SHA-256 (lower-case hexadecimal)."""
    whole = Edition.objects.select_related("version").defer("text")
    rendering = Rendering.objects.filter(sha256=sha256).values("edition")
    return whole.filter(digest=sha256).first() or whole.filter(pk__in=rendering).first()


def origin_of(document: Document) -> str:
    """What a document that somebody holds is, in words: a version of this site, altered or not, or another one."""
    if document.issue is None:
        return f"brouillon {document.reference} du {document.date_words}"
    named = f"version\u00a0{document.issue.number} de {document.reference}, du {document.issue.date_words}"
    if Edition.objects.filter(digest=digest(document)).exists():
        return f"{named}, telle que ce site l’a numérotée"
    if Version.objects.filter(code=document.issue.code).exists():
        return f"{named}, modifiée depuis que ce site l’a numérotée"
    return f"{named}, que ce site n’a pas numérotée"
