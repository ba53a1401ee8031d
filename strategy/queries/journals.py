"""The log of a version as a text file, fit to leave the building."""

import re

from django.utils import timezone

from reen.typography import date_words
from strategy.models import Edition, VersionEvent

JOURNAL = "journal.txt"
_E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SOMEBODY = "Une personne de la collectivité"


def journal_of(edition: Edition) -> str:
    """Who did what to the version, the first act first; no e-mail, and no name in the public edition."""
    version = edition.version
    lines = [f"Journal de la version\u00a0{version.number} de {version.reference}", ""]
    events = version.events.order_by("at", "pk")
    lines += [line_of(event, public=edition.public) for event in events]
    return "\n".join(lines) + "\n"


def line_of(event: VersionEvent, *, public: bool) -> str:
    """« 3 mars 2026, 14 h 05 : Dominique Fictif a numéroté la version 1. »"""
    at = timezone.localtime(event.at)
    when = f"{date_words(at.date())}, {at:%H}\u00a0h\u00a0{at:%M}"
    if public:
        return f"{when}\u00a0: {event.get_act_display()}."
    who = _SOMEBODY if _E_MAIL.search(event.by_words) else event.by_words
    words = _E_MAIL.sub("(adresse non donnée)", event.words)
    return f"{when}\u00a0: {who} {words}".replace("\n", " ")
