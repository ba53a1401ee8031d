"""Where something is in the data of a document, for people: « 1er objectif », « 2e action, 3e année »."""

import re

from strategy.errors import DocumentError

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")
_NAMES = {
    "bodies": ("collectivité", "re"),
    "governance": ("gouvernance", ""),
    "actors": ("acteur", "er"),
    "baseline": ("état des lieux", ""),
    "organisation": ("empreinte de l’organisation", ""),
    "equipment": ("équipement", "er"),
    "territory": ("empreinte du territoire", ""),
    "plans": ("plan", "er"),
    "objectives": ("objectif", "er"),
    "choices": ("action", "re"),
    "indicators": ("indicateur", "er"),
    "years": ("année", "re"),
    "entry": ("fiche du catalogue", ""),
    "sources": ("source", "re"),
    "sections": ("partie", "re"),
    "blocks": ("passage", "er"),
    "rows": ("ligne", "re"),
    "columns": ("colonne", "re"),
    "issue": ("numéro de version", ""),
    "logo": ("logo", ""),
    "host_logo": ("logo du site", ""),
    "schema_version": ("format des données", ""),
}
"""By name in the data, what it is called, and how the first of several is counted."""


def place_words(path: str) -> str:
    """The place that a path tells; empty where it names nothing that people know."""
    steps = (_STEP.match(step) for step in path.split("."))
    return ", ".join(_words(*step.groups()) for step in steps if step and step[1] in _NAMES)


def _words(name: str, index: str | None) -> str:
    called, first = _NAMES[name]
    if index is None:
        return called
    return f"{int(index) + 1}{first if int(index) == 0 else 'e'}\u00a0{called}"


def refusal_words(error: DocumentError) -> str:
    """What is wrong and where in words, without a final point; the path follows, for whoever mends the file."""
    place, reason = place_words(error.path), error.reason.rstrip(".")
    said = f"{place}\u00a0: {reason}" if place else reason
    return f"{said} ({error.path})" if error.path else said
