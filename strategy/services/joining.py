"""The work programme joined to a draft: a file that exists already, kept as it was sent."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models.fields.files import FieldFile

from strategy.errors import NotAllowedError
from strategy.models import Draft, ProgrammeFile
from strategy.services.saving import hold, touch

MOST_BYTES = 15_000_000
Kinds = Mapping[str, tuple[str, bytes]]
"""By ending: the media type, and the bytes such a file begins with."""
KINDS: Kinds = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".odt": ("application/vnd.oasis.opendocument.text", b"PK\x03\x04"),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that is what it says."""

    name: str
    suffix: str
    content_type: str
    size: int
    sha256: str

    @property
    def described(self) -> dict[str, Any]:
        """The columns that tell what the file is."""
        described = asdict(self)
        del described["suffix"]
        return described

    @property
    def stored_as(self) -> str:
        """The name of its bytes on the disk, which nobody chooses."""
        return f"{self.sha256}{self.suffix}"


def checked(sent: "UploadedFile[bytes]", kinds: Kinds, formats: str, too_big: str) -> Checked:
    """What was sent, read to the end, then ready to be read again.

    Raises NotAllowedError with the words `formats` for another ending than those of `kinds`, `too_big` beyond
    `MOST_BYTES`, and in words of its own for bytes that do not begin as those of such a file.
    """
    name = PurePath(sent.name or "fichier").name
    suffix = PurePath(name).suffix.lower()
    if suffix not in kinds:
        raise NotAllowedError(formats)
    if sent.size is None or sent.size > MOST_BYTES:
        raise NotAllowedError(too_big)
    content_type, beginning = kinds[suffix]
    content = sent.read()
    if not content.startswith(beginning):
        raise NotAllowedError(
            f"«\u202f{name}\u202f» n’a pas le contenu d’un fichier {suffix[1:].upper()}. Vérifiez le fichier."
        )
    sent.seek(0)
    return Checked(shortened(name), suffix, content_type, len(content), hashlib.sha256(content).hexdigest())


@transaction.atomic
def join_programme(
    *, draft: Draft, sent: "UploadedFile[bytes]", by: int | None, at: datetime
) -> ProgrammeFile:
    """Keeps the file, in place of a former one. Raises NotAllowedError, in words, for what it cannot be."""
    hold(draft)
    file = checked(
        sent,
        KINDS,
        "Le programme de travail se joint en PDF, ODT ou DOCX.",
        "Ce fichier dépasse 15 Mo. Joignez une version plus légère, ou donnez son adresse.",
    )
    former = ProgrammeFile.objects.filter(draft=draft).first()
    kept = ProgrammeFile(draft=draft, **file.described)
    kept.file.save(file.stored_as, sent, save=False)
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
