"""How it is written: typography, length of titles, English words, acronyms."""

import re
from collections.abc import Iterator

from reen.rules.acronyms import EXPANSIONS, acronyms, is_explained
from reen.typography import NARROW, NO_BREAK, typeset
from reen.watch.reading import Passage, Reading
from reen.watch.remarks.remark import Remark, excerpt

LONGEST_TITLE = 110
FRENCH_FOR = {
    "asap": "dès que possible",
    "awareness": "sensibilisation",
    "benchmark": "comparaison",
    "best practice": "bonne pratique",
    "best practices": "bonnes pratiques",
    "brainstorming": "remue-méninges",
    "chatbot": "agent conversationnel",
    "dashboard": "tableau de bord",
    "data center": "centre de données",
    "data centers": "centres de données",
    "datacenter": "centre de données",
    "datacenters": "centres de données",
    "deadline": "échéance",
    "digital": "numérique",
    "digitale": "numérique",
    "digitalisation": "dématérialisation",
    "e-mail": "courriel",
    "e-mails": "courriels",
    "email": "courriel",
    "emails": "courriels",
    "feedback": "retour",
    "green it": "numérique responsable",
    "guidelines": "lignes directrices",
    "hardware": "matériel",
    "kick-off": "lancement",
    "mail": "courriel",
    "mailing": "publipostage",
    "mails": "courriels",
    "meeting": "réunion",
    "newsletter": "lettre d’information",
    "open source": "code source ouvert",
    "password": "mot de passe",
    "reporting": "compte rendu",
    "roadmap": "feuille de route",
    "software": "logiciel",
    "stakeholders": "parties prenantes",
    "sustainable": "durable",
    "template": "modèle",
    "webinar": "webinaire",
    "workflow": "circuit",
    "workshop": "atelier",
}
"""English words that drafts bring along, and what to write."""
_ENGLISH = re.compile(
    rf"(?<![\w@./-])(?:{'|'.join(sorted(map(re.escape, FRENCH_FOR), key=len, reverse=True))})(?![\w@/-]|\.\w)",
    re.IGNORECASE,
)
_STRAIGHT = re.compile(r'"[^"\n]{1,200}"')
_ANY_NO_BREAK = str.maketrans(NARROW, NO_BREAK)
"""Both widths are right enough: only a space where lines may break is a fault."""
_ADVICE = {"'": "mettez une apostrophe courbe", ".": "mettez un seul signe, «\u202f…\u202f»"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


def long_title(reading: Reading) -> Iterator[Remark]:
    """A title that lists, searches and the document cut."""
    if len(reading.title) > LONGEST_TITLE:
        words = f"Le titre a {len(reading.title)} caractères\u00a0: visez {LONGEST_TITLE} au plus."
        yield Remark("titre", "title", words)


def typography(reading: Reading) -> Iterator[Remark]:
    """The first fault of each passage: straight quotation marks or apostrophes, missing no-break spaces."""
    for passage in reading.passages:
        text = passage.text.translate(_ANY_NO_BREAK)
        if found := _STRAIGHT.search(text):
            words = f"{excerpt(text, *found.span(), around=0)}\u00a0: mettez des guillemets français."
            yield Remark("typographie", passage.field, words)
        elif passage.prose and (right := typeset(text).translate(_ANY_NO_BREAK)) != text:
            yield Remark("typographie", passage.field, _fault(text, right))


def _fault(text: str, right: str) -> str:
    """Where a text and its French typesetting part, and what is expected there."""
    pairs = enumerate(zip(text, right, strict=False))
    at = next((index for index, (one, other) in pairs if one != other), min(len(text), len(right)))
    advice = _ADVICE.get(text[at : at + 1], "mettez ici une espace insécable")
    return f"{excerpt(text, at, at + 1)}\u00a0: {advice}."


def english(reading: Reading) -> Iterator[Remark]:
    """Each English word once for each field, with what to write."""
    for passage in _prose(reading):
        for word in dict.fromkeys(
            found.lower() for found in _ENGLISH.findall(_ADDRESS.sub(" ", passage.text))
        ):
            words = f"«\u202f{word}\u202f»\u00a0: écrivez «\u202f{FRENCH_FOR[word]}\u202f»."
            yield Remark("anglicisme", passage.field, words)


def acronyms_unexplained(reading: Reading) -> Iterator[Remark]:
    """Acronyms that neither the entry explains nor the site knows, where they first occur."""
    told: set[str] = set()
    texts = [passage.text for passage in reading.passages]
    for passage in _prose(reading):
        for acronym in acronyms(_ENGLISH.sub(" ", passage.text)):
            if acronym not in told and acronym not in EXPANSIONS and not is_explained(acronym, texts):
                told.add(acronym)
                words = f"«\u202f{acronym}\u202f» n’est expliqué nulle part sur la fiche."
                yield Remark("sigle", passage.field, words)


def _prose(reading: Reading) -> Iterator[Passage]:
    return (passage for passage in reading.passages if passage.prose)
