"""Freezing: a draft becomes a numbered version, whose document and files are made once."""

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from reen.addresses import absolute
from reen.queries.requirements import requirement_sheets
from reen.typography import date_words
from strategy.document.build import build
from strategy.document.codes import LENGTH, LETTERS, code_of
from strategy.document.integrity import verify
from strategy.document.model import Document, Issue, Status
from strategy.document.proof import FileDigest
from strategy.document.public import renamed, without_names
from strategy.document.serialize import to_json
from strategy.document.tracing import Pages
from strategy.document.versioning import annexed, issued, withdrawn
from strategy.enums import Act, BodyRole, VersionAct, VersionStatus
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Collectivity, Draft, Edition, Rendering, Report, Signature, Version
from strategy.queries.documents import document_data
from strategy.queries.drafts import whole_drafts
from strategy.queries.issuers import bodies_of
from strategy.queries.journals import JOURNAL, journal_of
from strategy.queries.versions import document_of, edition_of, versions
from strategy.renderers.pdf.renderer import PdfRenderer
from strategy.renderers.registry import RENDERERS
from strategy.services.certifying import certified
from strategy.services.events import name_of, record, tell
from strategy.services.evidence import keep_evidence, same_evidence
from strategy.services.kept_files import described, kept_once
from strategy.services.saving import hold
from strategy.services.sealing import seal

STATUSES = {VersionStatus.NUMBERED: Status.NUMBERED, VersionStatus.FROZEN: Status.FROZEN}
FILES = ("pdf",)
ON_REQUEST = ("odt",)
KEPT = ("json", *FILES, *ON_REQUEST)
"""The formats of a version: the JSON is the document itself, the others are files made from it once.

`FILES` are made at once and signed; those `ON_REQUEST` are known again by their fingerprint, and signed by nobody.
"""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A document about to be numbered, and its public edition."""

    whole: Document
    public: Document


@transaction.atomic
def freeze(
    *,
    draft: Draft,
    status: VersionStatus,
    functions: Mapping[str, str],
    seen: datetime | None,
    by: int | None,
    at: datetime,
    with_changes: bool = False,
) -> Version:
    """The draft as it is now, numbered; `functions` gives, by name of an agent, what the public edition says.

    `with_changes` prints with it what changed since the version before, if there is one.

    Waits for whoever freezes the same draft. Raises StaleError when the draft changed since `seen`, NotAllowedError
    when nothing changed since a version of the same status, DocumentError when it cannot be printed.
    """
    hold(draft)
    current = whole_drafts().get(pk=draft.pk)
    if seen is not None and current.changed_at != seen:
        raise StaleError(current)
    frozen = documents(current, functions)
    last = versions().filter(reference=current.reference).order_by("-number").first()
    before = document_of(edition_of(last)) if last else None
    if last and before:
        refuse_same(last, before, status, frozen.whole)
    version = numbered(current, status, (last.number if last else 0) + 1, by=by, at=at)
    day = timezone.localdate(at)
    for public, document in ((False, frozen.whole), (True, frozen.public)):
        former = document_of(edition_of(last, public=public)) if last and with_changes else None
        if former and former.record and public:  # what was left to be read in it is not told again
            former = replace(former, record=renamed(former.record, functions))
        keep(version, document, status, on=day, public=public, before=before, former=former)
    keep_evidence(version)
    announce(
        version, f"a numéroté la version {version.number} ({version.get_status_display()}).", by=by, at=at
    )
    return version


def announce(version: Version, words: str, *, by: int | None, at: datetime) -> None:
    """Says in the logs of the draft and of the version that it was numbered, and has its files made."""
    if version.draft:
        record(draft=version.draft, act=Act.ISSUED, words=words, by=by, at=at)
    tell(version=version, act=VersionAct.ISSUED, words=words, by=by, at=at)
    transaction.on_commit(lambda: make_files.enqueue(version.pk))


def documents(draft: Draft, functions: Mapping[str, str]) -> Frozen:
    """Both editions, under the reference that versions are named by.

    They are made from the rows of the draft: the pages of a document that was taken up are those of whoever wrote it,
    and what is numbered here says what this site worked out.
    """
    data = replace(document_data(draft), reference=draft.reference)
    requirements = requirement_sheets()
    return Frozen(build(data, requirements), build(without_names(data, functions), requirements))


def refuse_same(last: Version, before: Document, status: VersionStatus, document: Document) -> None:
    """Raises NotAllowedError if the last version already says the same, with as much weight."""
    same_weight = VersionStatus(last.status) is status
    if same_weight and withdrawn(before) == document and same_evidence(last):
        raise NotAllowedError(
            f"Rien n’a changé depuis la version {last.number}, du {date_words(timezone.localdate(last.issued_at))}. "
            "Modifiez le brouillon avant d’en numéroter une autre."
        )


def numbered(
    draft: Draft,
    status: VersionStatus,
    number: int,
    *,
    by: int | None,
    at: datetime,
    project: Version | None = None,
) -> Version:
    """A new version of the draft, without its document yet; borne by who bore the `project` that it freezes."""
    if project is None:
        bearers = [body.collectivity for body in draft.bodies.all() if body.role == BodyRole.BEARER]
    else:
        bearers = bodies_of([project.pk])[project.pk]
    version = Version.objects.create(
        draft=draft,
        reference=draft.reference,
        number=number,
        status=status,
        code=new_code(),
        issued_at=at,
        by_id=by,
        by_words=name_of(by),
        bodies=project.bodies if project else ", ".join(body.name for body in bearers),
        demonstration=draft.demonstration,
    )
    name_bearers(version, bearers)
    return version


def name_bearers(version: Version, bearers: Sequence[Collectivity]) -> None:
    """Links a new version to who bears it, in the order of its cover: Django's own `set` writes in no order."""
    links = Version.collectivities.through
    links._default_manager.bulk_create(links(version=version, collectivity=bearer) for bearer in bearers)


def new_code() -> str:
    """A code that neither a version nor a report has."""
    code = code_of([secrets.choice(LETTERS) for _ in range(LENGTH - 1)])
    taken = any(kind.objects.filter(code=code).exists() for kind in (Version, Report))
    return new_code() if taken else code


def address_of(code: str) -> str:
    """Where a version is verified, as printed in its files."""
    return absolute("strategy:verified_code", code)


def keep(
    version: Version,
    document: Document,
    status: VersionStatus,
    *,
    on: date,
    public: bool,
    before: Document | None = None,
    former: Document | None = None,
    same_as: Issue | None = None,
) -> Edition:
    """Writes one edition, with what changed since its `former` one; DocumentError when it is not of the right shape."""
    whole = issued(
        document,
        number=version.number,
        status=STATUSES[status],
        code=version.code,
        address=address_of(version.code),
        on=on,
        public=public,
        before=before,
        same_as=same_as,
    )
    if former is not None:
        whole = annexed(whole, former)
    verify(whole)
    text = to_json(whole)
    return Edition.objects.create(
        version=version, public=public, text=text, digest=hashlib.sha256(text.encode()).hexdigest()
    )


@task()
def make_files(pk: int) -> None:
    """Makes the files of a version that are not there yet, then signs them."""
    editions = list(Edition.objects.filter(version=pk).select_related("version"))
    for act in (digests_of, sign):  # a key that is missing keeps no file from being made
        for edition in editions:
            act(edition)


def rendering_of(edition: Edition, identifier: str = "pdf") -> Rendering:
    """The file of an edition, made if it is not there yet.

    The same document gives the same bytes, but for the signature of a host that has a certificate.
    """
    made = edition.renderings.filter(format=identifier).first()
    if made is not None:
        return made
    renderer = RENDERERS[identifier]
    document = document_of(edition)
    layout = renderer.lay_out(document) if isinstance(renderer, PdfRenderer) else None
    pages = layout.pages if layout else {}
    name = file_name(edition, renderer.extension)
    content = certified(layout.draw(), name) if layout else renderer.render(document)
    version = edition.version
    return kept_once(
        Rendering(edition=edition, pages=pages, **described(renderer, name, content)),
        content,
        stored_as=f"{version.code}-{name}",
        among=edition.renderings.all(),
        owner=version,
    )


def file_of(edition: Edition, identifier: str) -> tuple[str, str, bytes]:
    """The name, the media type and the bytes of an edition in a format of `KEPT`."""
    if identifier == "json":
        renderer = RENDERERS[identifier]
        return file_name(edition, renderer.extension), renderer.content_type, edition.text.encode()
    rendering = rendering_of(edition, identifier)
    return rendering.name, rendering.content_type, rendering.content


def pages_of(edition: Edition) -> Pages:
    """The page of the PDF that each section begins on, by anchor."""
    pages: Pages = rendering_of(edition).pages
    return pages


def digests_of(edition: Edition) -> list[FileDigest]:
    """The files of an edition, made if they are not there yet, by their SHA-256."""
    made = [rendering_of(edition, identifier) for identifier in FILES]
    data = FileDigest(file_name(edition, RENDERERS["json"].extension), edition.digest)
    return [data, *(FileDigest(rendering.name, rendering.sha256) for rendering in made)]


def sign(edition: Edition, journal: str | None = None) -> Signature:
    """The signature over the files of an edition and its log as it stands, made if there is none."""
    told = journal_of(edition) if journal is None else journal
    log = FileDigest(JOURNAL, hashlib.sha256(told.encode()).hexdigest())
    return seal(edition, [*digests_of(edition), log], at=timezone.now())


def file_name(edition: Edition, extension: str) -> str:
    """« strategie-numerique-responsable-demo-agglo-v1.pdf »."""
    version = edition.version
    public = "-publique" if edition.public else ""
    return (
        f"strategie-numerique-responsable-{version.reference.lower()}-v{version.number}{public}.{extension}"
    )
