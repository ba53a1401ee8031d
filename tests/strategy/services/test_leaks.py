"""The data of a document say nothing of who works on it, nor of what they write to one another."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from strategy.document.carried import attached_data
from strategy.document.reviewing import Target
from strategy.document.serialize import to_json
from strategy.enums import DelegatedPart, Judgement, MemberRole, Opinion, Reply, Severity, VersionStatus
from strategy.models import Member, Version
from strategy.queries.documents import document_of_draft
from strategy.queries.drafts import whole_drafts
from strategy.queries.versions import document_of, edition_of
from strategy.services.choosing import add_own_action
from strategy.services.delegating import delegate
from strategy.services.drafting import add_objective, save_governance
from strategy.services.evidence import join_evidence
from strategy.services.freezing import file_of, freeze
from strategy.services.inviting import invite
from strategy.services.remarking import Opined, answer, judge, remark, reply
from strategy.services.reviewing import Reviewer
from strategy.services.signing_off import said_so_far, sign_off
from tests.strategy.factories import LATER, AccountFactory, DraftFactory
from tests.strategy.views.reviewing import lend

pytestmark = pytest.mark.django_db
SECRETS = (
    "membre.cache",
    "invitee.cachee",
    "Collègue caché",
    "Message caché",
    "proprietaire.cache",
    "piece.cachee",
    "relectrice.cachee",
    "Destinataire caché",
    "Remarque cachée",
    "Réponse cachée",
    "Suite cachée",
    "Note cachée",
    "Réserve cachée",
    "Camille Cachée",
    "Organisme caché",
    "a numéroté",
    "@",
)


def whole_review(version: Version, by: int) -> None:
    """All that is said in a review, from the link to the opinion."""
    now = timezone.now()
    review, _ = lend(
        version, label="Destinataire caché", message="Message caché", email="relectrice.cachee@x.fr"
    )
    reviewer = Reviewer(name="Camille Cachée", organisation="Organisme caché")
    told = {"review": review, "reviewer": reviewer, "at": now}
    target = Target("Objectifs", anchor="objectifs")
    made = remark(target=target, severity=Severity.MAJOR, text="Remarque cachée", nonce="1", **told)
    said = {"kind": Reply.EXPLAINED, "text": "Réponse cachée", "corrected_in": None, "seen": 0, "nonce": "2"}
    answer(remark=made, by=by, at=now, **said)
    reply(remark=made, kind=Reply.INSISTED, text="Suite cachée", seen=1, nonce="3", **told)
    judge(opinions={"st-objectifs": Opined(Judgement.RESERVED, "Note cachée", 0)}, **told)
    sign_off(opinion=Opinion.RESERVED, reservations="Réserve cachée", seen=said_so_far(review), **told)


def test_nothing_of_who_works_on_a_draft_is_in_its_data():
    owner = AccountFactory(email="proprietaire.cache@exemple.invalid")
    draft = DraftFactory(by=owner.pk, collectivity__name="Commune imaginaire")
    who = {"draft": draft, "by": owner.pk, "at": LATER}
    save_governance(
        values={"pilot_name": "Dominique Fictif", "pilot_role": "numérique"}, actors=[], version=0, **who
    )
    choice = add_own_action(values={"theme": "axe-0-pilotage", "title": "Visible"}, **who)
    member = AccountFactory(email="membre.cache@exemple.invalid")
    Member.objects.create(draft=draft, user=member, role=MemberRole.WRITER)
    invite(
        email="invitee.cachee@exemple.invalid",
        role=MemberRole.READER,
        until=None,
        **who | {"at": timezone.now()},
    )
    delegate(
        part=DelegatedPart.CHOICE,
        row=choice,
        title="Visible",
        lent={},
        colleague="Collègue caché",
        due=timezone.localdate() + timedelta(days=3),
        message="Message caché",
        **who,
    )
    joined = SimpleUploadedFile("piece.cachee.pdf", b"%PDF-1.7 secret")
    join_evidence(draft=draft, choice=choice, sent=joined, by=owner.pk, at=LATER)
    freezing = {
        "draft": draft,
        "status": VersionStatus.NUMBERED,
        "functions": {"Dominique Fictif": "pilotage"},
        "seen": None,
        "by": owner.pk,
    }
    whole_review(freeze(at=timezone.now(), **freezing), owner.pk)
    add_objective(draft=draft, values={"statement": "Un autre objectif"}, by=owner.pk, at=timezone.now())
    version = freeze(at=timezone.now(), with_changes=True, **freezing)
    whole, public = (to_json(document_of(edition_of(version, public=public))) for public in (False, True))
    exported = to_json(document_of_draft(whole_drafts().get(pk=draft.pk)))
    attached = attached_data(file_of(edition_of(version), "pdf")[2]).decode()
    for text in (whole, public, exported, attached):
        assert "Visible" in text
        assert [secret for secret in SECRETS if secret in text] == []
    assert "Dominique Fictif" in whole
    assert "Dominique Fictif" not in public
    assert "Un autre objectif" in attached
