"""What this site knows of a file, a fingerprint or a code that somebody shows."""

import re
from hashlib import sha256

from django.conf import settings
from django.utils import timezone

from reen.typography import date_words
from strategy.document.carried import Read, carried, read
from strategy.document.codes import tidied
from strategy.document.proof import Issued, Outcome, Standing, judge
from strategy.document.serialize import digest
from strategy.models import Edition, Version
from strategy.queries.issuers import issuer_of
from strategy.queries.versions import edition_with_digest, replacement, status_of, versions, versions_of

TOO_BIG = "Aucun des siens n’est aussi gros\u00a0: il n’a pas été lu en entier."
DIGEST = re.compile(r"[0-9a-f]{64}")


def is_digest(text: str) -> bool:
    """Whether it is written as a SHA-256 is, in lower-case hexadecimal."""
    return DIGEST.fullmatch(text) is not None


def version_with_code(typed: str) -> Version | None:
    """The version that carries the code, typed without care for case, spaces and hyphens."""
    return versions().filter(code=tidied(typed)).first()


def issued(version: Version) -> Issued:
    """A version as anybody may be told of it."""
    declared = ""
    for decision in version.decisions.all()[:1]:
        quoted = f", {decision.reference}" if decision.reference else ""
        declared = f"{decision.get_kind_display()} du {date_words(decision.on)}{quoted}"
    instead = replacement(version, versions_of(version.reference))
    issuer = issuer_of(version)
    return Issued(
        reference=version.reference,
        number=version.number,
        code=version.code,
        bodies=version.bodies,
        issued_on=date_words(timezone.localdate(version.issued_at)),
        status=status_of(version),
        declared=declared,
        replaced_by=instead.number if instead is not None else None,
        standing=Standing.VERIFIED if issuer.verified else Standing.UNVERIFIED,
        known=(issuer.meaning, *(body.words for body in issuer.bodies)),
        demonstration=issuer.demonstration,
    )


def outcome_of_digest(sha256_hex: str) -> Outcome:
    """What there is to say of a file of which only the SHA-256 is shown: intact, or not known."""
    edition = edition_with_digest(sha256_hex)
    if edition is None:
        return judge(same_bytes=False, version=None)
    return judge(same_bytes=True, version=issued(edition.version), public=edition.public)


def outcome_of_file(content: bytes) -> Outcome:
    """What there is to say of a file; its bytes are read, compared and forgotten."""
    if len(content) > settings.VERIFIED_FILE_BYTES:
        return judge(same_bytes=False, version=None, reason=TOO_BIG)
    edition = edition_with_digest(sha256(content).hexdigest())
    if edition is not None:
        return judge(same_bytes=True, version=issued(edition.version), public=edition.public)
    found = carried(content)
    edition = edition_with_digest(sha256(found.data).hexdigest()) if found.data else None
    if edition is not None:
        return judge(same_bytes=False, version=issued(edition.version), data_intact=True)
    held = read(found.data) if found.data else Read(reason=found.reason)
    named = {version.code: version for version in versions().filter(code__in=found.codes)}
    version = next((named[code] for code in found.codes if code in named), None)
    return judge(
        same_bytes=False,
        version=issued(version) if version is not None else None,
        data_intact=version is not None and same_data(held, version),
        is_draft=held.is_draft,
        reason=held.reason or elsewhere(held),
    )


def same_data(held: Read, version: Version) -> bool:
    """Whether a document says what was frozen, to the last value, though it is written otherwise."""
    if held.document is None:
        return False
    return Edition.objects.filter(version=version, digest=digest(held.document)).exists()


def elsewhere(held: Read) -> str:
    """Where a version of another site says it is verified."""
    if not held.address:
        return ""
    return (
        f"Il dit être une version et renvoie à {held.address} pour être vérifié. Cette adresse est celle qu’a "
        "écrite l’auteur du fichier\u00a0: assurez-vous qu’elle est celle d’un site que vous connaissez."
    )
