"""Why one action is or is not suggested to one collectivité: its place, and every condition of every rule."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reen.enums import Vocabulary
from reen.rules.outlines import ActionOutline
from reen.rules.reasons import Reason, Reasons, about_action, about_bodies
from reen.rules.rule_words import answers_words, bodies_words, clauses, listed, sizes_words
from reen.rules.suggestion_rule import Rule
from reen.rules.suggestions import Suggestion, score
from reen.typography import capitalised, number, plural


@dataclass(frozen=True, slots=True)
class Check:
    """One condition in words, whether it is met, and what was found when that tells more."""

    words: str
    met: bool
    found: str = ""


@dataclass(frozen=True, slots=True)
class RuleVerdict:
    """One rule read against one action: its conditions, and the reason it gives when all are met."""

    rule: Rule
    checks: tuple[Check, ...]
    reason: Reason | None

    @property
    def unmet(self) -> int:
        return sum(not check.met for check in self.checks)


def standing(reasons: Reasons, suggested: Sequence[Suggestion], action: ActionOutline) -> str:
    """In one sentence, where the action stands for these collectivités, and why when it is not in the list."""
    places = {found.ref: place for place, found in enumerate(suggested, start=1)}
    if action.ref in places:
        found = suggested[places[action.ref] - 1]
        place = "première" if places[action.ref] == 1 else f"{number(places[action.ref])}e"
        return f"Proposée, en {place} place, avec {plural(found.score, 'point')}."
    if action.ref in reasons.circumstances.chosen:
        return "Non proposée\u00a0: elle est déjà retenue."
    if not action.is_for(reasons.kinds):
        return "Non proposée\u00a0: sa fiche n’est pas faite pour ce type de collectivité."
    if not reasons.may_suggest(action):
        return "Non proposée\u00a0: sa fiche n’est pas faite pour cette taille."
    points = score(reasons.of(action))
    if not points:
        return "Non proposée\u00a0: aucune règle ne lui donne de points."
    return (
        f"Non proposée\u00a0: elle a {plural(points, 'point')}, mais d’autres en ont plus, ou ses raisons et son "
        "thème mènent déjà un tiers de la liste."
    )


def verdicts(
    rules: Iterable[Rule],
    reasons: Reasons,
    action: ActionOutline,
    titles: Mapping[str, str],
    wanted_by: str = "",
) -> list[RuleVerdict]:
    """Every rule read against the action: those that give points first, then those that miss the fewest conditions."""
    found = [_verdict(rule, reasons, action, titles, wanted_by) for rule in rules]
    return sorted(found, key=lambda each: (each.unmet, -each.rule.weight, each.rule.ref))


def _verdict(
    rule: Rule, reasons: Reasons, action: ActionOutline, titles: Mapping[str, str], wanted_by: str
) -> RuleVerdict:
    checks = [*_checks_on_bodies(rule, reasons), *_checks_on_action(rule, reasons, action, titles)]
    reason = reasons.reason(rule, action, wanted_by)
    if rule.trigger:
        checks.append(Check(capitalised(clauses(rule, titles)["trigger"]), reason is not None))
    met = all(check.met for check in checks)
    return RuleVerdict(rule, tuple(checks), reason if met else None)


def _checks_on_bodies(rule: Rule, reasons: Reasons) -> list[Check]:
    here = reasons.circumstances
    words = {
        "kinds": bodies_words(Rule(rule.ref, rule.kind, "", 0, kinds=rule.kinds)),
        "sizes": sizes_words(rule.sizes),
        "answers": answers_words(rule.answers),
    }
    found = {
        "kinds": listed((body.kind.label for body in here.bodies), "et"),
        "sizes": here.size.label if here.size else "population inconnue",
        "answers": listed((answer.label for answer in sorted(here.answers)), "et"),
    }
    return [
        Check(f"Proposée {'' if name == 'kinds' else 'aux collectivités '}{words[name]}", met, found[name])
        for name, met in about_bodies(rule, here).items()
    ]


def _checks_on_action(
    rule: Rule, reasons: Reasons, action: ActionOutline, titles: Mapping[str, str]
) -> list[Check]:
    size = reasons.size
    found: dict[str, Iterable[Vocabulary]] = {
        "themes": [action.theme],
        "efforts": action.effort.at(size),
        "costs": action.cost.at(size),
        "horizons": action.horizon.at(size),
        "only_kinds": action.kinds,
        "only_sizes": action.sizes,
    }
    words = {"requirements": "elle sert une des exigences de la règle"} | clauses(rule, titles)
    return [
        Check(
            capitalised(words[name]),
            holds(action),
            listed((member.label for member in found[name]), "et") or "sans estimation"
            if name in found
            else "",
        )
        for name, holds in about_action(rule, size).items()
    ]
