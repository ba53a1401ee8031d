"""Lending a version to whoever reviews it: a secret link, who opened it, closing it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from reen.typography import date_words
from strategy.enums import VersionAct
from strategy.errors import NotAllowedError
from strategy.models import Review, SignOff, Version
from strategy.queries.people import WITH_ACCOUNT, account, told_name
from strategy.queries.reviews import whole_reviews
from strategy.services.events import name_of, tell
from strategy.services.tokens import digest_of, new_token

SIGNATURE = 300


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who speaks in a review: the account signed in, if any, and the name and organisation they declare."""

    account: int | None = None
    name: str = ""
    organisation: str = ""

    @property
    def declared(self) -> str:
        """« Camille Exemple, Préfecture de démonstration »."""
        return ", ".join(part for part in (self.name, self.organisation) if part)


def signature(reviewer: Reviewer, review: Review) -> str:
    """How a reviewer is called beside what they said: what is declared is said to be, an account told by its name."""
    if reviewer.account is None:
        return (
            f"{reviewer.declared} (nom déclaré)" if reviewer.declared else f"{review.label} (lien de revue)"
        )
    user = account(reviewer.account)
    name = told_name(user)
    if reviewer.declared and name and user.get_full_name() != reviewer.name:
        return f"{reviewer.declared} (compte {user.get_full_name()})"[:SIGNATURE]
    if name and not reviewer.declared:
        return name
    return f"{reviewer.declared or review.label} {WITH_ACCOUNT}"[:SIGNATURE]


@transaction.atomic
def ask_review(
    *,
    version: Version,
    label: str,
    until: date,
    message: str,
    email: str,
    follows: Review | None,
    by: int | None,
    at: datetime,
) -> tuple[Review, str]:
    """Opens a version to a review until the end of that day, following up the remarks of another one.

    Gives the secret of the link, which nobody can read again. Raises NotAllowedError for a review of another strategy,
    or of a later version.
    """
    if follows is not None and (
        follows.version.reference != version.reference or follows.version.number > version.number
    ):
        raise NotAllowedError("Une revue reprend les remarques faites sur la même version ou avant elle.")
    token, digest = new_token()
    review = Review.objects.create(
        version=version,
        first_id=follows.begins if follows else None,
        label=label,
        message=message,
        email=email.lower(),
        digest=digest,
        made_at=at,
        expires_at=timezone.make_aware(datetime.combine(until + timedelta(days=1), time.min)),
        by_id=by,
        by_words=name_of(by),
    )
    words = f"a demandé une revue de la version {version.number} à {label}, jusqu’au {date_words(until)}."
    tell(version=version, act=VersionAct.REVIEW_ASKED, words=words, by=by, at=at)
    return review, token


def review_of(token: str) -> Review | None:
    """What that link opens, or opened."""
    return whole_reviews().filter(digest=digest_of(token)).first()


@transaction.atomic
def open_room(*, review: Review, reviewer: Reviewer, at: datetime) -> None:
    """Counts one more opening; an account will find the review in its list, and the log tells the first time."""
    Review.objects.filter(pk=review.pk).update(openings=F("openings") + 1)
    if reviewer.account is not None:
        review.accounts.add(reviewer.account)
    first = review.opened_at is None and Review.objects.filter(pk=review.pk, opened_at=None).update(
        opened_at=at
    )
    if first:
        words = f"a ouvert la revue de la version {review.version.number} demandée à {review.label}."
        signed = signature(reviewer, review)
        tell(
            version=review.version,
            act=VersionAct.REVIEW_OPENED,
            words=words,
            by=reviewer.account,
            at=at,
            by_words=signed,
        )


@transaction.atomic
def close_review(*, review: Review, by: int | None, at: datetime) -> None:
    """Closes the link; all that was said stays. Raises NotAllowedError if it is closed."""
    if not Review.objects.filter(pk=review.pk, revoked_at=None).update(revoked_at=at):
        raise NotAllowedError("Cette revue est déjà fermée.")
    words = f"a fermé la revue de la version {review.version.number} demandée à {review.label}."
    tell(version=review.version, act=VersionAct.REVIEW_CLOSED, words=words, by=by, at=at)


def held(review: Review, at: datetime) -> Review:
    """The review for somebody who speaks in it, everybody else of its chain waiting.

    Raises NotAllowedError when it was closed or signed off meanwhile.
    """
    held_ones = {
        row.pk: row
        for row in Review.objects.select_for_update(of=("self",))
        .filter(pk__in={review.pk, review.begins})
        .select_related("version")
        .order_by("pk")
    }
    current = held_ones[review.pk]
    if SignOff.objects.filter(review=current).exists():
        raise NotAllowedError("L’avis est signé\u00a0: plus rien ne s’ajoute à cette revue.")
    if not current.opens(at):
        raise NotAllowedError("Cette revue est fermée\u00a0: rien ne s’y ajoute plus.")
    return current
