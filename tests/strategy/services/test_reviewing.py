"""A version is reviewed: by a link that closes, in words that stay, until an opinion is signed."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone

from strategy.document.reviewing import Target, state_of
from strategy.enums import Judgement, Opinion, RemarkState, Reply, Severity, VersionAct, VersionStatus
from strategy.errors import NotAllowedError, StaleError
from strategy.models import Draft, Message, Remark, Review, Verdict, Version
from strategy.models.written_once import WrittenOnceError
from strategy.queries.reviews import latest_verdicts, review_data, reviews_for, reviews_of, whole_reviews
from strategy.services.drafting import add_objective
from strategy.services.freezing import freeze
from strategy.services.remarking import Opined, answer, judge, remark, reply
from strategy.services.reviewing import (
    Reviewer,
    ask_review,
    close_review,
    open_room,
    review_of,
)
from strategy.services.signing_off import said_so_far, sign_off
from tests.strategy.factories import AccountFactory

pytestmark = pytest.mark.django_db

CAMILLE = Reviewer(name="Camille Fictive", organisation="Chambre imaginaire")
OBJECTIVES = Target("Objectifs", anchor="objectifs")


def number(draft: Draft, words: str = "Réduire") -> Version:
    now = timezone.now()
    add_objective(draft=draft, values={"statement": words}, by=None, at=now)
    return freeze(draft=draft, status=VersionStatus.NUMBERED, functions={}, seen=None, by=None, at=now)


def ask(version: Version, **other) -> tuple[Review, str]:
    now = timezone.now()
    values = {
        "label": "Chambre imaginaire",
        "until": timezone.localdate() + timedelta(days=30),
        "message": "",
        "email": "",
        "follows": None,
        "by": None,
        "at": now,
    }
    review, token = ask_review(version=version, **values | other)
    return whole_reviews().get(pk=review.pk), token


def remarked(review: Review, nonce: str = "a", **other) -> Remark:
    values = {
        "target": OBJECTIVES,
        "severity": Severity.MAJOR,
        "text": "La cible manque.",
        "reviewer": CAMILLE,
        "at": timezone.now(),
    }
    return remark(review=review, nonce=nonce, **values | other)


def answered(made: Remark, nonce: str = "b", **other) -> Message:
    values = {
        "kind": Reply.EXPLAINED,
        "text": "Voir plus bas.",
        "corrected_in": None,
        "seen": made.messages.count(),
        "by": None,
        "at": timezone.now(),
    }
    return answer(remark=made, nonce=nonce, **values | other)


def replied(made: Remark, review: Review, kind: Reply = Reply.ACCEPTED, nonce: str = "c", **other) -> Message:
    values = {"text": "", "seen": made.messages.count(), "reviewer": CAMILLE, "at": timezone.now()}
    return reply(remark=made, review=review, kind=kind, nonce=nonce, **values | other)


def signed(review: Review, **other):
    values = {
        "opinion": Opinion.FAVOURABLE,
        "reservations": "",
        "seen": said_so_far(review),
        "reviewer": CAMILLE,
        "at": timezone.now(),
    }
    return sign_off(review=review, **values | other)


@pytest.fixture
def review(content, draft) -> Review:
    """A review of the first version of the draft."""
    return ask(number(draft))[0]


def told(review: Review) -> list[str]:
    return list(review.version.events.order_by("pk").values_list("act", flat=True))


def test_a_link_opens_until_its_last_day_or_until_it_is_closed(content, draft):
    version = number(draft)
    today = timezone.localdate()
    review, token = ask(version, until=today)
    assert token not in str(Review.objects.values().get(pk=review.pk))
    assert review_of(token) == review
    assert review.opens(review.expires_at - timedelta(seconds=1))
    assert not review.opens(review.expires_at)
    assert timezone.localdate(review.expires_at - timedelta(seconds=1)) == today
    other, second = ask(version)
    made = remarked(other)
    close_review(review=other, by=None, at=timezone.now())
    assert not review_of(second).opens(timezone.now())
    assert Remark.objects.get() == made
    with pytest.raises(NotAllowedError):
        close_review(review=other, by=None, at=timezone.now())


def test_openings_are_counted_and_the_first_is_told(review):
    account = AccountFactory()
    for reviewer in (CAMILLE, Reviewer(account.pk)):
        open_room(review=review, reviewer=reviewer, at=timezone.now())
    review.refresh_from_db()
    assert (review.openings, told(review).count(VersionAct.REVIEW_OPENED)) == (2, 1)
    assert list(reviews_for(account.pk)) == [review]
    assert list(reviews_for(AccountFactory().pk)) == []


def test_an_invited_account_needs_to_prove_its_address(content, draft):
    review, _ = ask(number(draft), email="Audit@Exemple.invalid")
    account = AccountFactory()
    address = EmailAddress.objects.create(user=account, email="audit@exemple.invalid", verified=False)
    assert list(reviews_for(account.pk)) == []
    EmailAddress.objects.filter(pk=address.pk).update(verified=True)
    assert list(reviews_for(account.pk)) == [review]
    ask(review.version)
    without = AccountFactory()
    assert list(reviews_for(without.pk)) == []


def test_what_is_said_is_neither_changed_nor_removed(review):
    made = remarked(review)
    message = answered(made)
    for row in (made, message):
        with pytest.raises(WrittenOnceError):
            row.save()
        with pytest.raises(WrittenOnceError):
            row.delete()
        with pytest.raises(WrittenOnceError):
            type(row).objects.update(text="Autre chose.")


def test_the_same_form_sent_twice_is_kept_once(review):
    assert remarked(review) == remarked(review)
    made = remarked(review, "other")
    assert made.number == 2
    assert answered(made) == answered(made, seen=0)
    assert replied(made, review) == replied(made, review, seen=1)
    assert told(review).count(VersionAct.REMARKED) == 2
    assert told(review).count(VersionAct.REPLIED) == 2


def test_a_thread_goes_on_in_turn(review):
    made = remarked(review)
    with pytest.raises(NotAllowedError):
        answered(made, kind=Reply.CORRECTED, corrected_in=1)
    with pytest.raises(NotAllowedError):
        answered(made, kind=Reply.CORRECTED)
    with pytest.raises(NotAllowedError):
        answered(made, kind=Reply.ACCEPTED)
    with pytest.raises(NotAllowedError):
        replied(made, review, Reply.EXPLAINED)
    answered(made, kind=Reply.CORRECTED, corrected_in=2)
    with pytest.raises(StaleError):
        answered(made, "late", seen=0)
    with pytest.raises(StaleError):
        replied(made, review, nonce="late", seen=0)
    replied(made, review, Reply.INSISTED)
    (data,) = review_data(review).remarks
    assert [message.words for message in data.messages] == [
        "corrigé dans la version\u00a02",
        "remarque maintenue",
    ]
    assert data.state is RemarkState.INSISTED


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ([], RemarkState.OPEN),
        ([Reply.DECLINED], RemarkState.ANSWERED),
        ([Reply.DECLINED, Reply.INSISTED], RemarkState.INSISTED),
        ([Reply.DECLINED, Reply.INSISTED, Reply.EXPLAINED], RemarkState.ANSWERED),
        ([Reply.EXPLAINED, Reply.ACCEPTED], RemarkState.ACCEPTED),
    ],
)
def test_the_last_message_says_where_a_remark_stands(kinds, state):
    assert state_of(kinds) is state


def test_verdicts_of_two_people_do_not_overwrite_each_other(review):
    now = timezone.now()
    mine = {"st-mesures": Opined(Judgement.CONFORM, "", 0), "st-moyens": Opined(None, "", 0)}
    assert judge(review=review, opinions=mine, reviewer=CAMILLE, at=now) == {}
    assert Verdict.objects.count() == 1, "what says nothing is not written"
    theirs = {"st-mesures": Opined(Judgement.RESERVED, "Sans dates.", 0)}
    between = judge(review=review, opinions=theirs, reviewer=CAMILLE, at=now)
    assert between["st-mesures"].judgement == Judgement.CONFORM
    again = {"st-mesures": Opined(Judgement.RESERVED, "Sans dates.", between["st-mesures"].pk)}
    assert judge(review=review, opinions=again, reviewer=CAMILLE, at=now) == {}
    assert judge(review=review, opinions=again, reviewer=CAMILLE, at=now) == {}, "sent twice"
    assert latest_verdicts(review)["st-mesures"].judgement == Judgement.RESERVED
    line = next(line for line in review_data(review).judged if line.requirement == "st-mesures")
    assert (line.judgement, line.note) == (Judgement.RESERVED, "Sans dates.")


def test_a_later_version_follows_up_the_remarks(review, draft):
    made = remarked(review)
    later, _ = ask(number(draft, "Réduire plus"), follows=review)
    assert [remark.key for remark in review_data(later).remarks] == [made.pk]
    answered(made)
    replied(made, later)
    assert remarked(later).number == 2, "numbers follow each other from one version to the next"
    assert [remark.key for remark in review_data(review).remarks] == [made.pk]
    with pytest.raises(NotAllowedError):
        ask(review.version, follows=later)
    stranger, _ = ask(later.version)
    assert review_data(stranger).remarks == ()
    with pytest.raises(NotAllowedError):
        replied(made, stranger, nonce="z")


def test_reviews_are_listed_the_last_asked_for_first(review):
    remarked(review)
    later, _ = ask(review.version, at=timezone.now() + timedelta(seconds=1))
    listed = reviews_of(review.version.reference)
    assert [(row, row.said) for row in listed] == [(later, 0), (review, 1)]


def test_an_opinion_ends_the_review(review):
    made = remarked(review)
    with pytest.raises(NotAllowedError):
        signed(review, reviewer=Reviewer())
    with pytest.raises(NotAllowedError):
        signed(review, opinion=Opinion.RESERVED)
    with pytest.raises(StaleError):
        signed(review, seen="0-0-0")
    signed(review, opinion=Opinion.RESERVED, reservations="La cible.")
    for act in (
        lambda: signed(review),
        lambda: remarked(review, "later"),
        lambda: replied(made, review),
        lambda: judge(review=review, opinions={}, reviewer=CAMILLE, at=timezone.now()),
    ):
        with pytest.raises(NotAllowedError):
            act()
    answered(made)
    data = review_data(whole_reviews().get(pk=review.pk))
    assert data.signed.opinion is Opinion.RESERVED
    assert [remark.messages for remark in data.remarks] == [()], "what came later is not in the report"
    assert told(review)[-2:] == [VersionAct.SIGNED, VersionAct.REPLIED]


def test_a_review_that_is_over_takes_nothing_more(review):
    late = review.expires_at
    with pytest.raises(NotAllowedError):
        remarked(review, at=late)
    close_review(review=review, by=None, at=timezone.now())
    with pytest.raises(NotAllowedError):
        remarked(review)
