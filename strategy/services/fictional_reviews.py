"""Reviews of the demonstration: two versions circulate, among plainly fictitious people."""

from datetime import datetime, timedelta

from django.utils import timezone

from strategy.document.reviewing import Target
from strategy.enums import Judgement, Opinion, Reply, Severity
from strategy.models import Review, Version
from strategy.queries.reviews import edition_reviewed, reviewed, reviews_of, whole_reviews
from strategy.services.remarking import Opined, answer, judge, remark
from strategy.services.reviewing import Reviewer, ask_review, open_room
from strategy.services.signing_off import said_so_far, sign_off

LIFE = timedelta(days=60)
DIRECTION = Reviewer(name="Claude Exemple", organisation="Direction générale de démonstration")


def circulate(project: Version, frozen: Version, *, by: int, auditor: int, email: str, at: datetime) -> None:
    """The project is reviewed by a link and signed, the frozen version by an account; once."""
    if reviews_of(project.reference).exists():
        return
    approved = asked(project, "Direction générale de démonstration", by=by, at=at)
    open_room(review=approved, reviewer=DIRECTION, at=at)
    judge_all(approved, Judgement.CONFORM, reviewer=DIRECTION, at=at)
    seen = said_so_far(approved)
    sign_off(
        review=approved, opinion=Opinion.FAVOURABLE, reservations="", seen=seen, reviewer=DIRECTION, at=at
    )
    audited = asked(frozen, "Chambre de démonstration", email=email, by=by, at=at)
    audit = Reviewer(account=auditor, name="Sacha Fictif", organisation="Chambre de démonstration")
    open_room(review=audited, reviewer=audit, at=at)
    means = Target("Moyens", anchor="moyens")
    first = remark(
        review=audited,
        target=means,
        severity=Severity.MAJOR,
        text="Remarque fictive\u00a0: dites qui décide des moyens des années suivantes.",
        nonce="demonstration-1",
        reviewer=audit,
        at=at,
    )
    answer(
        remark=first,
        kind=Reply.CORRECTED,
        text="Réponse fictive\u00a0: une phrase s’ajoute à la partie «\u202fMoyens\u202f».",
        corrected_in=frozen.number + 1,
        seen=0,
        nonce="demonstration-2",
        by=by,
        at=at,
    )
    remark(
        review=audited,
        target=Target("Indicateurs", anchor="indicateurs"),
        severity=Severity.QUESTION,
        text="Question fictive\u00a0: qui relève ces valeurs, et quand\u202f?",
        nonce="demonstration-3",
        reviewer=audit,
        at=at,
    )


def asked(version: Version, label: str, *, by: int, at: datetime, email: str = "") -> Review:
    """A review, ready to be spoken in."""
    until = timezone.localdate(at + LIFE)
    review, _ = ask_review(
        version=version,
        label=label,
        until=until,
        message="Revue de démonstration\u00a0: tout y est fictif.",
        email=email,
        follows=None,
        by=by,
        at=at,
    )
    return whole_reviews().get(pk=review.pk)


def judge_all(review: Review, judgement: Judgement, *, reviewer: Reviewer, at: datetime) -> None:
    """The same verdict on every requirement of the document."""
    rows = reviewed(edition_reviewed(review)).trace
    opinions = {row.requirement: Opined(judgement, "", 0) for row in rows}
    judge(review=review, opinions=opinions, reviewer=reviewer, at=at)
