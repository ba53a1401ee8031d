"""A rule of suggestion told in French: whom it is for, when it holds, what it gives and the reason it says."""

from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import TypeVar

from reen.enums import Kind, Size, Vocabulary
from reen.rules.names import plain
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import Rule, Trigger
from reen.typography import NARROW, NO_BREAK, number, plural, typeset

Member = TypeVar("Member", bound=Vocabulary)

MOST_NAMED = 3
"""A longer list of entries is told by its first names and how many more there are."""

BODIES = {
    Kind.COMMUNE: "communes",
    Kind.EPCI: "EPCI à fiscalité propre",
    Kind.EPT: "établissements publics territoriaux du Grand Paris",
    Kind.DEPARTEMENT: "départements",
    Kind.REGION: "régions",
    Kind.SYNDICAT: "syndicats et autres groupements",
}
ANSWERS = {
    Answer.BOUND: "que la loi oblige",
    Answer.VOLUNTARY: "que la loi n’oblige pas",
    Answer.BORDERLINE: "à la limite du seuil",
    Answer.OUT_OF_SCOPE: "hors du champ de l’obligation",
    Answer.TO_CONFIRM: "dont l’obligation reste à confirmer",
}
BOUNDS = {
    Size.UNDER_3500: (0, 3_500),
    Size.FROM_3500: (3_500, 20_000),
    Size.FROM_20000: (20_000, 50_000),
    Size.OVER_50000: (50_000, 0),
}
TRIGGERS = {
    Trigger.THEME: "le brouillon n’a encore aucune action sur son thème",
    Trigger.REPORT: "une collectivité semblable l’a faite",
    Trigger.NEXT: "elle fait suite à une action retenue",
    Trigger.BEFORE: "une action retenue ou suggérée demande de la faire d’abord",
    Trigger.OPENS: "plusieurs actions demandent de la faire d’abord, sans qu’elle en demande aucune",
}
REPLACED = {
    "theme": "[thème]",
    "exigence": "[exigence]",
    "retour": "[collectivité semblable]",
    "action": "[action]",
    "nombre": "[nombre d’actions]",
}
"""What stands, in the words of a rule, for what each suggestion says."""


def rule_words(rule: Rule, titles: Mapping[str, str]) -> str:
    """Two sentences: « Proposée aux communes…, quand … ; donne 18 points. Raison donnée : « … » »."""
    return f"{offer_words(rule, titles)} {reason_words(rule)}"


def offer_words(rule: Rule, titles: Mapping[str, str]) -> str:
    """Whom an action is offered to, when, and for how many points. `titles`: of actions and requirements, by `ref`."""
    when = [
        f"{'que' if place else 'quand'} {words}" for place, words in enumerate(clauses(rule, titles).values())
    ]
    told = listed((words.replace("que e", "qu’e").replace("que u", "qu’u") for words in when), "et")
    return (
        f"Proposée {bodies_words(rule)}{told and ', '}{told}{NARROW}; donne {plural(rule.weight, 'point')}."
    )


def reason_words(rule: Rule) -> str:
    """« Raison donnée : « … » », the words that change between brackets."""
    return f"Raison donnée{NO_BREAK}: «{NARROW}{reason_model(rule.reason)}{NARROW}»"


def reason_model(reason: str) -> str:
    """The reason as written, what each suggestion replaces between brackets, its quotation marks made inner ones."""
    try:
        parts = list(Formatter().parse(reason))
    except ValueError:
        return reason
    said = "".join(
        text + ("" if name is None else REPLACED.get(name, f"[{name}]")) for text, name, _form, _turn in parts
    )
    return typeset(said).replace(f"«{NARROW}", "“").replace(f"{NARROW}»", "”")


def bodies_words(rule: Rule) -> str:
    """« aux communes de moins de 3 500 habitants que la loi oblige »; « à toutes les collectivités »."""
    about = [words for words in (sizes_words(rule.sizes), answers_words(rule.answers)) if words]
    if not rule.kinds and not about:
        return "à toutes les collectivités"
    bodies = [BODIES[kind] for kind in _ordered(rule.kinds)] or ["collectivités"]
    return " ".join([listed((f"aux {body}" for body in bodies), "et"), *about])


def answers_words(answers: frozenset[Answer]) -> str:
    """« que la loi oblige »; "" for no condition."""
    return listed((ANSWERS[answer] for answer in _ordered(answers)), "ou")


def sizes_words(sizes: frozenset[Size]) -> str:
    """« de 3 500 à 50 000 habitants »: bands that touch are told as one; "" for no condition."""
    runs: list[list[Size]] = []
    for place, size in enumerate(Size):
        if size in sizes:
            if place and list(Size)[place - 1] in sizes:
                runs[-1].append(size)
            else:
                runs.append([size])
    return listed((_run_words(run) for run in runs), "ou")


def _run_words(run: Sequence[Size]) -> str:
    """Bands that touch, as one; the very population of 50 000 is under « plus de 50 000 »."""
    low, high = BOUNDS[run[0]][0], BOUNDS[run[-1]][1]
    if low and high:
        return f"de {number(low)} à {plural(high, 'habitant')}"
    if high:
        words = "d’au plus" if run[-1] is Size.FROM_20000 else "de moins de"
        return f"{words} {plural(high, 'habitant')}"
    if run[0] is Size.OVER_50000:
        return f"de plus de {plural(low, 'habitant')}"
    return f"de {plural(low, 'habitant')} et plus" if low else "dont la population est connue"


def clauses(rule: Rule, titles: Mapping[str, str]) -> dict[str, str]:
    """The conditions on the action, each in words, by its name; « elle » is the action, « y » the collectivité."""
    kinds = [f"les {BODIES[kind]}" for kind in _ordered(rule.only_kinds)]
    asks_open = rule.trigger is Trigger.REQUIREMENT
    told = {
        "trigger": _trigger_words(rule, titles) if rule.trigger else "",
        "actions": f"elle est {named(rule.actions, titles, 'action')}",
        "requirements": "" if asks_open else f"elle sert {named(rule.requirements, titles, 'exigence')}",
        "themes": f"son thème est {listed((f'«{NARROW}{label}{NARROW}»' for label in _labels(rule.themes)), 'ou')}",
        "efforts": f"l’effort y est {listed(_ordered(rule.efforts), 'ou')}",
        "costs": f"le coût y est {listed((cost.short.removeprefix('coût ') for cost in _ordered(rule.costs)), 'ou')}",
        "horizons": f"elle y prend {listed(_labels(rule.horizons), 'ou')}",
        "lighter": "elle demande moins d’effort à une petite collectivité qu’à une grande",
        "only_kinds": f"elle n’est faite que pour {listed(kinds, 'et')}",
        "only_sizes": f"elle n’est faite que pour les collectivités {sizes_words(rule.only_sizes)}",
    }
    return {name: words for name, words in told.items() if getattr(rule, name) and words}


def _trigger_words(rule: Rule, titles: Mapping[str, str]) -> str:
    if rule.trigger is not Trigger.REQUIREMENT:
        return TRIGGERS[rule.trigger] if rule.trigger else ""
    served = named(rule.requirements, titles, "exigence") if rule.requirements else "une exigence"
    return (
        f"elle sert {served}, encore sans réponse"
        if rule.requirements
        else f"elle sert {served} encore sans réponse"
    )


def named(refs: Iterable[str], titles: Mapping[str, str], noun: str) -> str:
    """« A », « B » or one of as many others; entries without a title here are not published, and are not named."""
    known = sorted((titles[ref] for ref in refs if ref in titles), key=plain)
    if not known:
        return f"une {noun} choisie (aucune n’est publiée)"
    quoted = [
        f"«{NARROW}{title}{NARROW}»" for title in known[: MOST_NAMED if len(known) > MOST_NAMED + 1 else None]
    ]
    others = len(known) - len(quoted)
    return listed(
        [*quoted, *([f"l’une des {number(others)} autres {noun}s choisies"] if others else [])], "ou"
    )


def listed(words: Iterable[str], last: str) -> str:
    """« a, b ou c »; "" for nothing."""
    *first, final = list(words) or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def _ordered(members: Iterable[Member]) -> list[Member]:
    """In the order of their vocabulary."""
    found = list(members)
    return [member for member in type(found[0]) if member in found] if found else []


def _labels(members: Iterable[Vocabulary]) -> list[str]:
    return [member.label for member in _ordered(members)]
