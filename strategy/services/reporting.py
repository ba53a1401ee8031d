"""Reports of reviews: a project while the review goes on, sealed when it is signed off."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from strategy.document.integrity import verify
from strategy.document.model import Document
from strategy.document.proof import FileDigest, checksums
from strategy.document.proof_words import status_words
from strategy.document.report import report, sealed
from strategy.document.reporting.opinion import IssuerWords
from strategy.document.serialize import from_json, to_json
from strategy.errors import NotAllowedError
from strategy.models import Report, ReportFile, Review
from strategy.queries.issuers import issuer_of
from strategy.queries.reports import report_of
from strategy.queries.reviews import edition_reviewed, review_data, reviewed
from strategy.queries.verification import issued
from strategy.renderers.registry import RENDERERS
from strategy.services.bundling import CHECKSUMS, KEY, SIGNATURE, ZIP, zipped
from strategy.services.bundling import CONTENT_TYPE as ZIP_TYPE
from strategy.services.certifying import certified
from strategy.services.freezing import address_of, new_code, pages_of
from strategy.services.kept_files import described, kept_once
from strategy.services.sealing import signed

FORMATS = ("pdf", "odt", "json")
File = tuple[str, str, bytes]
"""The name of a file, its media type and its bytes."""


def document_of_review(review: Review) -> Document:
    """The report as the review stands; `review` is one of `whole_reviews`."""
    edition = edition_reviewed(review)
    issuer = issuer_of(review.version)
    return report(
        reviewed(edition).document,
        review_data(review),
        pages=pages_of(edition),
        issuer=IssuerWords(
            issuer.label, issuer.meaning, issuer.verified, status_words(issued(review.version))
        ),
        zone=timezone.get_current_timezone(),
    )


@transaction.atomic
def seal_report(review: Review, at: datetime) -> Report:
    """The report of a review that was just signed off, written once."""
    code = new_code()
    on = timezone.localdate(at)
    document = sealed(document_of_review(review), code=code, address=address_of(code), on=on)
    verify(document)
    text = to_json(document)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report.objects.create(review=review, code=code, sealed_at=at, text=text, digest=digest)


def report_file(review: Review, identifier: str) -> File:
    """The report in one of `FORMATS`, or its bundle once it is sealed.

    Raises NotAllowedError for a format that does not exist, and KeyMissingError when the bundle cannot be signed.
    """
    kept = report_of(review)
    if identifier == ZIP and kept is not None:
        return bundle_of_report(kept)
    if identifier not in FORMATS:
        raise NotAllowedError(f"Ce rapport se lit en {', '.join(FORMATS)}.")
    if kept is not None:
        return sealed_file(kept, identifier)
    renderer = RENDERERS[identifier]
    name = file_name(review, "projet", renderer.extension)
    return name, renderer.content_type, renderer.render(document_of_review(review))


def sealed_file(kept: Report, identifier: str) -> File:
    """A file of a sealed report: its JSON, or what was made from it once."""
    renderer = RENDERERS[identifier]
    if identifier == "json":
        return (
            file_name(kept.review, kept.code, renderer.extension),
            renderer.content_type,
            kept.text.encode(),
        )
    file = file_of_report(kept, identifier)
    return file.name, file.content_type, file.content


def file_of_report(kept: Report, identifier: str) -> ReportFile:
    """The file, made if it is not there yet; a PDF is signed where the host has a certificate."""
    made = kept.files.filter(format=identifier).first()
    if made is not None:
        return made
    renderer = RENDERERS[identifier]
    name = file_name(kept.review, kept.code, renderer.extension)
    content = renderer.render(from_json(kept.text))
    if identifier == "pdf":
        content = certified(content, name)
    file = ReportFile(report=kept, **described(renderer, name, content))
    return kept_once(file, content, stored_as=name, among=kept.files.all(), owner=kept)


def bundle_of_report(kept: Report) -> File:
    """Its files with what proves them: checksums, signature, public key."""
    files = dict(sealed_file(kept, identifier)[::2] for identifier in FORMATS)
    digests = [FileDigest(name, hashlib.sha256(content).hexdigest()) for name, content in files.items()]
    text = checksums(digests)
    key, value = signed(text, at=timezone.now())
    day = timezone.localdate(kept.sealed_at)
    proof = {CHECKSUMS: text.encode(), SIGNATURE: bytes.fromhex(value), KEY: key.pem.encode()}
    content = zipped(files | proof, date=(day.year, day.month, day.day))
    return file_name(kept.review, kept.code, ZIP), ZIP_TYPE, content


def file_name(review: Review, mark: str, extension: str) -> str:
    """« rapport-de-conformite-demo-agglo-v1-projet.pdf »; a sealed one is told by its code."""
    version = review.version
    return f"rapport-de-conformite-{version.reference.lower()}-v{version.number}-{mark.lower()}.{extension}"
