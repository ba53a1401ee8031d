"""A rule of suggestion: which collectivités and which actions it is about, and the reason it gives, in words."""

from dataclasses import dataclass
from string import Formatter

from reen.enums import Cost, Effort, Horizon, Kind, Size, Theme, Vocabulary
from reen.rules.scope import Answer


class ReasonKind(Vocabulary):
    """What a reason is about."""

    OBLIGATION = "obligation", "obligation"
    SIZE = "taille", "taille"
    KIND = "nature", "nature de la collectivité"
    THEME = "theme", "thème"
    EFFORT = "effort", "effort"
    REPORT = "retour", "retour d’expérience"
    CHAIN = "chaine", "enchaînement"
    START = "depart", "point de départ"


class Trigger(Vocabulary):
    """What has to be true of the draft or of the catalogue; each gives the reason one more word."""

    THEME = "theme", "aucune action retenue dans le thème de l’action"
    REQUIREMENT = "exigence", "l’action sert une exigence sans réponse"
    REPORT = "retour", "une collectivité semblable l’a fait"
    NEXT = "suite", "elle fait suite à une action retenue"
    BEFORE = "prealable", "une action retenue ou suggérée la demande d’abord"
    OPENS = "ouverture", "d’autres actions la demandent d’abord, et elle n’en demande aucune"


WORDS: dict[Trigger | None, str] = {
    Trigger.REQUIREMENT: "exigence",
    Trigger.REPORT: "retour",
    Trigger.NEXT: "action",
    Trigger.BEFORE: "action",
    Trigger.OPENS: "nombre",
}
"""The word that a reason may hold in braces, beside {theme}, which every action has."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions are met together; an empty one excludes nothing. `weight` adds up with those of other rules.

    `kinds`, `sizes` and `answers` are about the collectivité, the rest about the action: `efforts`, `costs` and
    `horizons` hold for its size; `only_kinds` and `only_sizes` tell an action made for these and for no others;
    `lighter`, one that asks less effort of a small collectivité than of a large one.
    """

    ref: str
    kind: ReasonKind
    reason: str
    weight: int
    trigger: Trigger | None = None
    kinds: frozenset[Kind] = frozenset()
    sizes: frozenset[Size] = frozenset()
    answers: frozenset[Answer] = frozenset()
    actions: frozenset[str] = frozenset()
    requirements: frozenset[str] = frozenset()
    themes: frozenset[Theme] = frozenset()
    efforts: frozenset[Effort] = frozenset()
    costs: frozenset[Cost] = frozenset()
    horizons: frozenset[Horizon] = frozenset()
    only_kinds: frozenset[Kind] = frozenset()
    only_sizes: frozenset[Size] = frozenset()
    lighter: bool = False


def words_allowed(trigger: Trigger | None) -> tuple[str, ...]:
    """The words in braces that a reason may hold under that trigger."""
    return ("theme", WORDS[trigger]) if trigger in WORDS else ("theme",)


def mistake_in(reason: str, trigger: Trigger | None) -> str:
    """What is wrong with the words in braces of a reason, in French; "" when it can be said."""
    allowed = words_allowed(trigger)
    offered = ", ".join(f"{{{word}}}" for word in allowed)
    try:
        found = [
            (name, form, turn) for _text, name, form, turn in Formatter().parse(reason) if name is not None
        ]
    except ValueError:
        return f"Une accolade est seule\u00a0: écrivez les mots remplacés entre deux accolades ({offered})."
    for name, form, turn in found:
        if name not in allowed or form or turn:
            return f"{{{name}}} n’est pas connu ici\u00a0: cette règle peut dire {offered}."
    return ""
