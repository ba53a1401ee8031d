"""The work programme joined to a draft: a file that exists already, kept as it was sent."""

import hashlib
from datetime import datetime
from functools import partial
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile

from strategy.errors import NotAllowedError
from strategy.models import Draft, ProgrammeFile
from strategy.services.saving import hold, touch

MOST_BYTES = 15_000_000
KINDS = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".odt": ("application/vnd.oasis.opendocument.text", b"PK\x03\x04"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
}
"""By ending: the media type, and the bytes such a file begins with."""


@transaction.atomic
def join_programme(
    *, draft: Draft, sent: "UploadedFile[bytes]", by: int | None, at: datetime
) -> ProgrammeFile:
    """Keeps the file, in place of a former one. Raises NotAllowedError, in words, for what it cannot be."""
    hold(draft)
    name = PurePath(sent.name or "programme").name
    suffix = PurePath(name).suffix.lower()
    if suffix not in KINDS:
        raise NotAllowedError("Le programme de travail se joint en PDF, ODT ou DOCX.")
    if sent.size is None or sent.size > MOST_BYTES:
        raise NotAllowedError(
            "Ce fichier dépasse 15 Mo. Joignez une version plus légère, ou donnez son adresse."
        )
    content_type, beginning = KINDS[suffix]
    content = sent.read()
    if not content.startswith(beginning):
        raise NotAllowedError(
            f"«\u202f{name}\u202f» n’a pas le contenu d’un fichier {suffix[1:].upper()}. Vérifiez le fichier."
        )
    former = ProgrammeFile.objects.filter(draft=draft).first()
    digest = hashlib.sha256(content).hexdigest()
    kept = ProgrammeFile(
        draft=draft, name=shortened(name), content_type=content_type, size=len(content), sha256=digest
    )
    sent.seek(0)
    kept.file.save(f"{digest}{suffix}", sent, save=False)
    kept.save()
    if former is not None:
        discard(former.file)
    touch(draft=draft, by=by, at=at)
    return kept


@transaction.atomic
def part_with_programme(*, draft: Draft, by: int | None, at: datetime) -> None:
    """Takes the file out of the draft."""
    former = ProgrammeFile.objects.filter(draft=draft).first()
    if former is not None:
        former.delete()
        discard(former.file)
        touch(draft=draft, by=by, at=at)


def discard(file: FieldFile) -> None:
    """Removes the bytes once the transaction holds, not before: a save that fails loses no file."""
    transaction.on_commit(partial(file.storage.delete, str(file.name)))


def shortened(name: str) -> str:
    """A name that fits its column, its ending kept."""
    return name if len(name) <= 150 else name[:140] + PurePath(name).suffix
