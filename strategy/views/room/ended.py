"""How a review is over for whoever comes too late, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from reen.typography import date_words
from strategy.document.people import in_sentence
from strategy.models import Review
from strategy.queries.people import outside
from strategy.queries.reviews import sign_off_of

GONE, CONFLICT = 404, 409


@dataclass(frozen=True, slots=True)
class Ended:
    """What no longer opens, why, and whom to ask; `status` is CONFLICT for a review that is still read."""

    what: str
    why: str
    whom: str
    status: int


def ending(review: Review, at: datetime) -> Ended:
    """Closed, past its last day, or signed."""
    asker = f"{in_sentence(outside(review))}, {review.version.bodies}"
    if review.opens(at):
        whom = (
            f"Pour que votre texte soit lu, envoyez-le à la personne qui a demandé la revue\u00a0: {asker}."
        )
        return Ended("Plus rien ne s’ajoute à cette revue", signed_words(review), whom, CONFLICT)
    if review.revoked_at is None:
        why = f"Elle était ouverte jusqu’au {date_words(review.last_day)}."
    else:
        why = f"La collectivité en a fermé le lien le {date_words(timezone.localdate(review.revoked_at))}."
    whom = f"Ce qui y a été enregistré est gardé. Pour la suite, écrivez à la personne qui l’a demandée\u00a0: {asker}."
    return Ended("Cette revue ne s’ouvre plus", why, whom, GONE)


def signed_words(review: Review) -> str:
    """Who signed, when; nothing as long as nobody did."""
    signed = sign_off_of(review)
    if signed is None:
        return ""
    return f"{signed.name} en a signé l’avis le {date_words(timezone.localdate(signed.at))}."
