"""The document of a version as those who review read it, its files, and the evidence joined to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from strategy.attachments import joined_file
from strategy.document.leaves import Leaf, Piece
from strategy.document.model import Section
from strategy.document.reviewing import EvidenceData
from strategy.document.versioning import status_words
from strategy.forms.review import WhoForm
from strategy.models import VersionEvidence
from strategy.queries.issuers import issuer_of
from strategy.queries.remarks import PENDING, There, remarks_at, standing
from strategy.queries.reviews import evidence_of, judged, latest_verdicts, reviews_for
from strategy.queries.reviews import status_words as review_status
from strategy.services.reviewing import open_room
from strategy.services.sealing import KeyMissingError
from strategy.views.links import private
from strategy.views.room.compared import Shown, compared
from strategy.views.room.door import RoomScreen
from strategy.views.versions import version_file


class RoomView(RoomScreen):
    """What is reviewed and how far the review is, with the contents; here one says who one is."""

    def get(self, request: HttpRequest) -> HttpResponse:
        open_room(**self.act())
        return self.page(request, WhoForm(initial=self.known()))

    def sent(self, request: HttpRequest) -> WhoForm:
        return WhoForm(request.POST)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = self.sent(request)
        if not form.is_valid():
            return self.page(request, form, status=422)
        self.declare(**form.cleaned_data)
        messages.success(request, "C’est noté\u00a0: ce que vous écrirez ici portera ce nom.")
        return redirect(self.address("room"))

    def page(self, request: HttpRequest, form: WhoForm, status: int = 200) -> HttpResponse:
        document, remarks = self.reading.document, standing(self.review)
        lines = judged(self.reading.trace, latest_verdicts(self.review))
        context = {
            "document": document,
            "status": status_words(document),
            "issuer": issuer_of(self.review.version),
            "contents": list(contents(document.sections)),
            "lines": len(lines),
            "judged": sum(line.judgement is not None for line in lines),
            "remarks": remarks.count(),
            "pending": remarks.filter(PENDING).count(),
            "evidence": evidence_of(self.review),
            "form": form,
        }
        return self.show(request, "room", context, status=status)


def contents(sections: tuple[Section, ...]) -> Iterator[tuple[Section, list[Section]]]:
    """Each chapter with its sections, as the printed contents have them: without cards."""
    for section in sections:
        yield section, [inner for inner in section.sections if not inner.card]


@dataclass(frozen=True, slots=True)
class Read:
    """A section as it is read, with what was remarked there and the files that prove it."""

    piece: Piece
    remarks: list[Shown]
    left: int
    evidence: list[EvidenceData]


class DocumentView(RoomScreen):
    """Leads to the first chapter."""

    def get(self, request: HttpRequest) -> HttpResponse:
        return redirect(self.address("leaf", self.reading.leaves[0].anchor))


class LeafView(RoomScreen):
    """A chapter of the document, or a part of a long one; any anchor leads to its place."""

    def get(self, request: HttpRequest, anchor: str) -> HttpResponse:
        leaf = self.reading.leaf(anchor)
        if leaf is None:
            raise Http404
        if leaf.anchor != anchor:
            return redirect(f"{self.address('leaf', leaf.anchor)}#{anchor}")
        before, after = self.reading.beside(leaf)
        context = {"leaf": leaf, "reads": self.reads(leaf), "before": before, "after": after}
        return self.show(request, "leaf", context)

    def reads(self, leaf: Leaf) -> list[Read]:
        """The sections of the leaf, each with what concerns it."""
        here = {piece.section.anchor for piece in leaf.pieces if piece.part == 1}
        version, found = self.review.version, remarks_at(self.review, here)
        every = (remark for there in found.values() for remark in there.remarks)
        remarks = compared(every, reference=version.reference, number=version.number)
        files = evidence_of(self.review)
        return [
            Read(
                piece,
                [shown for shown in remarks if shown.remark.anchor == piece.anchor],
                found.get(piece.anchor, There()).left,
                [file for file in files if file.anchor == piece.anchor],
            )
            for piece in leaf.pieces
        ]


class RoomFileView(RoomScreen):
    """A file of the version, as it was made once, or the bundle that proves it."""

    def get(self, request: HttpRequest, identifier: str) -> HttpResponse:
        try:
            return version_file(self.review.version, public=False, identifier=identifier)
        except KeyMissingError as refused:
            messages.error(request, str(refused))
            return redirect(self.address("room"))


class RoomEvidenceView(RoomScreen):
    """A file that the version has, as it was joined."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        return joined_file(get_object_or_404(VersionEvidence, version=self.review.version_id, pk=pk))


@login_required
@require_safe
def own_reviews(request: HttpRequest) -> HttpResponse:
    """The reviews that the account was invited to, or whose link it opened; those that are over do not open."""
    now = timezone.now()
    asked = reviews_for(request.user.pk or 0)
    rows = [(review, review.opens(now), review_status(review, now)) for review in asked]
    return private(render(request, "strategy/room/own.html", {"rows": rows}))
