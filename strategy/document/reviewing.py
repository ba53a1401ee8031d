"""A review as plain data: who reviews which version, what they judged and remarked, what came of it, how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from strategy.document.model import State
from strategy.enums import Judgement, Opinion, RemarkState, Reply, Severity


@dataclass(frozen=True, slots=True)
class Target:
    """What a remark is about: a requirement, a section of the document, or both; `title` as it reads there."""

    title: str
    requirement: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A requirement as the document answers it, and what those who review think of it.

    `judgement` is None as long as nobody said; `by_words` is then empty. `since` is the version from which the state is
    what it is.
    """

    requirement: str
    title: str
    basis: str
    state: State
    reason: str
    anchor: str | None
    judgement: Judgement | None = None
    note: str = ""
    by_words: str = ""
    at: datetime | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True)
class MessageData:
    """What follows a remark, by the collectivité or by those who review; `version` is where the latter said it."""

    kind: Reply
    text: str
    by_words: str
    at: datetime
    corrected_in: int | None = None
    version: int | None = None

    @property
    def words(self) -> str:
        """« corrigé dans la version 3 », « remarque maintenue »."""
        return (
            f"{self.kind.label} dans la version\u00a0{self.corrected_in}"
            if self.corrected_in
            else self.kind.label
        )


@dataclass(frozen=True, slots=True)
class RemarkData:
    """A remark and its thread. `version` is the number of the one it was made on, `title` what it is about.

    `number` is its own among the remarks of a review and of those that it follows up.
    """

    key: int
    version: int
    number: int
    requirement: str
    anchor: str
    title: str
    severity: Severity
    text: str
    by_words: str
    at: datetime
    messages: tuple[MessageData, ...] = ()

    @property
    def state(self) -> RemarkState:
        """Where it stands."""
        return state_of(message.kind for message in self.messages)


@dataclass(frozen=True, slots=True)
class EvidenceData:
    """A file that proves an action, `anchor` being that of its section; `key` fetches it."""

    key: int
    anchor: str
    name: str
    content_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SignedOff:
    """How a review ended; name and organisation as declared, not verified."""

    opinion: Opinion
    reservations: str
    name: str
    organisation: str
    at: datetime
    account: str = ""


@dataclass(frozen=True, slots=True)
class ReviewData:
    """A review: what its report tells. Once signed off, it holds what was said until then, and no more.

    `digest` is that of the document reviewed (its JSON). `remarks` are those on this version, then those made on
    earlier versions that the review follows up.
    """

    reference: str
    version: int
    code: str
    digest: str
    bodies: str
    demonstration: bool
    label: str
    asked_at: datetime
    asked_by: str
    expires_at: datetime
    judged: tuple[Judged, ...]
    remarks: tuple[RemarkData, ...]
    evidence: tuple[EvidenceData, ...]
    signed: SignedOff | None = None

    @property
    def unjudged(self) -> int:
        """Requirements of which nothing was said."""
        return sum(line.judgement is None for line in self.judged)

    @property
    def pending(self) -> tuple[RemarkData, ...]:
        """Remarks that those who review did not lift."""
        return tuple(remark for remark in self.remarks if remark.state is not RemarkState.ACCEPTED)


def state_of(kinds: Iterable[Reply]) -> RemarkState:
    """Where a thread stands: its last message says."""
    last = None
    for kind in kinds:
        last = kind
    match last:
        case None:
            return RemarkState.OPEN
        case Reply.ACCEPTED:
            return RemarkState.ACCEPTED
        case Reply.INSISTED:
            return RemarkState.INSISTED
        case _:
            return RemarkState.ANSWERED
