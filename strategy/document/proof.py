"""What a site can say of a file: whether it issued these very bytes, and of whom; the same words for all who ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reen.enums import Vocabulary
from strategy.enums import VersionStatus


class Integrity(Vocabulary):
    """Whether a file is one that this site made, to the byte."""

    INTACT = "intact", "intègre"
    ALTERED = "altered", "modifié"
    UNKNOWN = "unknown", "inconnu"
    DRAFT = "draft", "brouillon"


class Standing(Vocabulary):
    """Whether the collectivité that a file names was verified to be the one that issued it."""

    VERIFIED = "verified", "émetteur vérifié"
    UNVERIFIED = "unverified", "émetteur non vérifié"


@dataclass(frozen=True, slots=True)
class FileDigest:
    """A file and the SHA-256 of its bytes, in hexadecimal."""

    name: str
    sha256: str


def checksums(files: Sequence[FileDigest]) -> str:
    """The lines that `sha256sum --check` reads."""
    return "".join(f"{file.sha256}  {file.name}\n" for file in files)


@dataclass(frozen=True, slots=True)
class Issued:
    """A version as this site tells it to anybody. `declared` is what was said of its decision: told, not verified.

    `replaced_by` is the number of the version that counts instead; `known` are the sentences that say what its
    `standing` means and, of each collectivité, what is known.
    """

    reference: str
    number: int
    code: str
    bodies: str
    issued_on: str
    status: VersionStatus
    declared: str = ""
    replaced_by: int | None = None
    standing: Standing = Standing.UNVERIFIED
    known: tuple[str, ...] = ()
    demonstration: bool = False

    @property
    def name(self) -> str:
        """« DEMO-AGGLO@v1 », as commands take it."""
        return f"{self.reference}@v{self.number}"

    @property
    def sure_status(self) -> VersionStatus:
        """What the version is without believing an issuer that nobody verified: never adopted on its word."""
        if not self.declared or self.standing is Standing.VERIFIED:
            return self.status
        return VersionStatus.FROZEN


@dataclass(frozen=True, slots=True)
class Sealed:
    """A report as this site tells it to anybody: its code, when it was sealed, and how it was signed, in words."""

    code: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there is to say of a file. `version` is the one it is, or claims to be.

    `public` tells the edition of an intact file; `data_intact`, of an altered one, that the data it carries are
    still those of the version; `reason`, of one that is not ours, what was found in it; `host`, of an intact PDF, whose
    signature it holds; `report`, where the file is not the version but a report on it, is that report, or the one it
    claims to be.
    """

    integrity: Integrity
    version: Issued | None = None
    public: bool = False
    data_intact: bool = False
    reason: str = ""
    host: str = ""
    report: Sealed | None = None

    @property
    def issuer(self) -> Standing:
        """Nobody answers for a file that is not, to the byte, what was issued."""
        if self.integrity is Integrity.INTACT and self.version is not None:
            return self.version.standing
        return Standing.UNVERIFIED

    @property
    def current(self) -> bool | None:
        """Whether an intact file is that of the version that counts."""
        if self.integrity is not Integrity.INTACT or self.version is None:
            return None
        return self.version.replaced_by is None


def judge(
    *,
    same_bytes: bool,
    version: Issued | None,
    public: bool = False,
    data_intact: bool = False,
    is_draft: bool = False,
    reason: str = "",
    host: str = "",
    report: Sealed | None = None,
) -> Outcome:
    """What to say, from what was found: bytes first, then the code that the file carries, then what it holds."""
    if version is not None and same_bytes:
        return Outcome(Integrity.INTACT, version, public=public, host=host, report=report)
    if version is not None:
        return Outcome(Integrity.ALTERED, version, data_intact=data_intact, reason=reason, report=report)
    if is_draft:
        return Outcome(Integrity.DRAFT)
    return Outcome(Integrity.UNKNOWN, reason=reason)
