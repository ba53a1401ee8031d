"""Files that prove the actions of a draft; a version keeps those that were there when it was numbered."""

from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet

from strategy.errors import NotAllowedError
from strategy.models import Choice, Draft, Evidence, Version, VersionEvidence
from strategy.services.events import member_name
from strategy.services.joining import KINDS, Kinds, checked, discard
from strategy.services.saving import hold

MOST = 10
"""Files an action."""
EVIDENCE_KINDS: Kinds = {
    **KINDS,
    ".ods": ("application/vnd.oasis.opendocument.spreadsheet", b"PK\x03\x04"),
    ".xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ".png": ("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}


@transaction.atomic
def join_evidence(
    *, draft: Draft, choice: Choice, sent: "UploadedFile[bytes]", by: int | None, at: datetime
) -> Evidence:
    """Joins a file to an action; the same file twice is kept once. Raises NotAllowedError for what it cannot be."""
    hold(draft)
    file = checked(
        sent,
        EVIDENCE_KINDS,
        "Une pièce se joint en PDF, ODT, ODS, DOCX, XLSX, PNG ou JPEG.",
        "Ce fichier dépasse 15 Mo. Joignez une version plus légère.",
    )
    joined = Evidence.objects.filter(draft=draft, action=choice.number)
    again = joined.filter(sha256=file.sha256).first()
    if again is not None:
        return again
    if joined.count() >= MOST:
        raise NotAllowedError(f"Cette action a déjà {MOST} pièces. Retirez-en une, ou réunissez-les.")
    kept = Evidence(
        draft=draft, action=choice.number, added_at=at, by_words=member_name(by), **file.described
    )
    kept.file.save(file.stored_as, sent, save=False)
    kept.save()
    return kept


@transaction.atomic
def part_with_evidence(*, evidence: Evidence) -> None:
    """Takes a file out of the draft; the versions that have it keep it."""
    evidence.delete()
    discard_unkept([evidence])


def keep_evidence(version: Version, project: Version | None = None) -> None:
    """Gives a version that was just numbered the files of the actions that its draft has, or those of a project."""
    columns = ("action", "name", "content_type", "size", "sha256", "file", "added_at", "by_words")
    files = evidence_now(version) if project is None else kept_evidence(project)
    VersionEvidence.objects.bulk_create(
        VersionEvidence(version=version, **values) for values in files.values(*columns)
    )


def same_evidence(version: Version, other: Version | None = None) -> bool:
    """Whether the draft of a version, or another version, has the files that the version keeps, and no other."""
    columns = ("action", "sha256")
    found = evidence_now(version) if other is None else kept_evidence(other)
    return set(kept_evidence(version).values_list(*columns)) == set(found.values_list(*columns))


def kept_evidence(version: Version) -> QuerySet[VersionEvidence]:
    """The files that a version keeps."""
    return VersionEvidence.objects.filter(version=version)


def evidence_now(version: Version) -> QuerySet[Evidence]:
    """The files that the draft of a version has today, without those of actions that were removed."""
    actions = Choice.objects.filter(draft=version.draft_id).values("number")
    return Evidence.objects.filter(draft=version.draft_id, action__in=actions)


def discard_unkept(gone: list[Evidence]) -> None:
    """Removes the bytes of files taken out, unless a version has them."""
    names = [row.file.name for row in gone]
    kept = set(VersionEvidence.objects.filter(file__in=names).values_list("file", flat=True))
    for row in gone:
        if row.file.name not in kept:
            discard(row.file)
