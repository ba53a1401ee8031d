"""What this site knows of a file, a fingerprint or a code that somebody shows."""

import re
from collections.abc import Sequence
from hashlib import sha256

from django.conf import settings
from django.utils import timezone

from reen.typography import date_words
from strategy.document.carried import Read, carried, read
from strategy.document.codes import tidied
from strategy.document.proof import Issued, Outcome, Sealed, Standing, judge
from strategy.document.proof_words import DATA_CHANGED
from strategy.document.serialize import digest
from strategy.enums import Opinion
from strategy.models import Edition, Report, Version
from strategy.queries.issuers import issuer_of
from strategy.queries.reports import report_with_digest, reports
from strategy.queries.signers import signer_with_digest
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
    instead = replacement(version, versions_of(version.reference))
    issuer = issuer_of(version)
    return Issued(
        reference=version.reference,
        number=version.number,
        code=version.code,
        bodies=version.bodies,
        issued_on=date_words(timezone.localdate(version.issued_at)),
        status=status_of(version),
        declared=next((decision.words for decision in version.decisions.all()), ""),
        replaced_by=instead.number if instead is not None else None,
        standing=Standing.VERIFIED if issuer.verified else Standing.UNVERIFIED,
        known=(issuer.meaning, *(body.words for body in issuer.bodies)),
        demonstration=issuer.demonstration,
    )


def outcome_of_digest(sha256_hex: str) -> Outcome:
    """What there is to say of a file of which only the SHA-256 is shown: intact, or not known."""
    return same_bytes(sha256_hex) or judge(same_bytes=False, version=None)


def same_bytes(sha256_hex: str) -> Outcome | None:
    """The edition, or the report, one of whose files has this SHA-256."""
    edition = edition_with_digest(sha256_hex)
    report = report_with_digest(sha256_hex) if edition is None else None
    signer = signer_with_digest(sha256_hex) if edition or report else None
    host = signer.words if signer else ""
    if edition is not None:
        return judge(same_bytes=True, version=issued(edition.version), public=edition.public, host=host)
    if report is None:
        return None
    version = issued(report.review.version)
    return judge(same_bytes=True, version=version, report=sealed(report), host=host)


def sealed(report: Report) -> Sealed:
    """A report as anybody may be told of it."""
    return Sealed(report.code, timezone.localtime(report.sealed_at), report_words(report))


def report_words(report: Report) -> str:
    """« Signé le 3 mars 2026 par Camille Exemple (nom déclaré), avis favorable. »"""
    signed = report.review.signed
    day = date_words(timezone.localdate(signed.at))
    opinion = Opinion(signed.opinion).label
    return f"Signé le {day} par {signed.name} (nom déclaré), avis {opinion}."


def outcome_of_file(content: bytes) -> Outcome:
    """What there is to say of a file; its bytes are read, compared and forgotten."""
    if len(content) > settings.VERIFIED_FILE_BYTES:
        return judge(same_bytes=False, version=None, reason=TOO_BIG)
    known = same_bytes(sha256(content).hexdigest())
    if known is not None:
        return known
    found = carried(content)
    edition = edition_with_digest(sha256(found.data).hexdigest()) if found.data else None
    if edition is not None:
        return judge(same_bytes=False, version=issued(edition.version), data_intact=True, reason=found.reason)
    held = read(found.data) if found.data else Read()
    if held.is_draft and held.document and held.document.reviewed:  # it names the version it is about
        return judge(same_bytes=False, version=None, is_draft=True)
    version, report = named(found.codes)
    data_intact = version is not None and report is None and same_data(held, version)
    beside = elsewhere(held) if version is None else data_words(held, data_intact)
    return judge(
        same_bytes=False,
        version=issued(version) if version is not None else None,
        data_intact=data_intact,
        is_draft=held.is_draft,
        reason=found.reason or held.reason or beside,
        report=sealed(report) if report is not None else None,
    )


def named(codes: Sequence[str]) -> tuple[Version | None, Report | None]:
    """The version that the first known code names, and the report if it is that of a report on it."""
    issues = {version.code: version for version in versions().filter(code__in=codes)}
    written = {report.code: report for report in reports().filter(code__in=codes)}
    for code in codes:
        if code in written:
            return written[code].review.version, written[code]
        if code in issues:
            return issues[code], None
    return None, None


def same_data(held: Read, version: Version) -> bool:
    """Whether a document says what was frozen, to the last value, though it is written otherwise."""
    if held.document is None:
        return False
    return Edition.objects.filter(version=version, digest=digest(held.document)).exists()


def data_words(held: Read, data_intact: bool) -> str:
    """That the data of an altered file can be read, and were changed too."""
    return "" if held.document is None or data_intact else DATA_CHANGED


def elsewhere(held: Read) -> str:
    """Where a version of another site says it is verified."""
    if not held.address:
        return ""
    return (
        f"Il dit être une version et renvoie à {held.address} pour être vérifié. Cette adresse est celle qu’a "
        "écrite l’auteur du fichier\u00a0: assurez-vous qu’elle est celle d’un site que vous connaissez."
    )
