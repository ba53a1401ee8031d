"""Why an action is suggested to a collectivité: the rules read against both."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from reen.enums import Effort, Kind, Size, Theme
from reen.rules.likeness import Body, likeness
from reen.rules.outlines import ActionOutline, ReportOutline
from reen.rules.scope import Answer
from reen.rules.suggestion_rule import WORDS, ReasonKind, Rule, Trigger
from reen.typography import plural

Condition = Callable[[ActionOutline], bool]
Met = dict[tuple[Rule, Size | None], list[str]]
"""The actions that meet what a rule asks of an action alone, for a size of collectivité."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The collectivités that carry a draft, and what the draft has.

    `open_requirements` gives the titles of the mandatory requirements that neither an answer nor a retained action
    serves yet, by reference.
    """

    bodies: tuple[Body, ...] = ()
    answers: frozenset[Answer] = frozenset()
    covered_themes: frozenset[Theme] = frozenset()
    open_requirements: Mapping[str, str] = field(default_factory=dict)
    chosen: frozenset[str] = frozenset()

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of the bodies, and those whose actions are for them."""
        return frozenset(kind for body in self.bodies for kind in (body.kind, body.kind.read_as))

    @property
    def size(self) -> Size | None:
        """That of the most populated body; None when no population is known."""
        populations = [body.population for body in self.bodies if body.population is not None]
        return Size.of(max(populations)) if populations else None

    def retaining(self, actions: Iterable[ActionOutline]) -> "Circumstances":
        """The same draft once these actions are retained as well."""
        kept = list(actions)
        served = {ref for action in kept for ref in action.requirements}
        return replace(
            self,
            chosen=self.chosen | {action.ref for action in kept},
            covered_themes=self.covered_themes | {action.theme for action in kept},
            open_requirements={
                ref: title for ref, title in self.open_requirements.items() if ref not in served
            },
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, in words; `url` leads to the field report it rests on, named in `link`.

    `opens_theme`: true of one action only, after which the theme is no longer without any.
    """

    rule: str
    kind: ReasonKind
    text: str
    weight: int
    url: str = ""
    link: str = ""
    opens_theme: bool = False


class Reasons:
    """The rules that speak to one collectivité, ready to be read against each action of the catalogue.

    `met` is what other collectivités already told of the same catalogue: it is completed, and spares reading it again.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        circumstances: Circumstances,
        actions: Iterable[ActionOutline],
        reports: Iterable[ReportOutline],
        met: Met | None = None,
    ) -> None:
        self.circumstances = circumstances
        self.kinds, self.size = circumstances.kinds, circumstances.size
        self.actions = {action.ref: action for action in actions}
        speaking = (rule for rule in rules if all(about_bodies(rule, circumstances).values()))
        self.rules: defaultdict[str, list[Rule]] = defaultdict(list)
        for rule in sorted(speaking, key=lambda rule: (-rule.weight, rule.ref)):
            for ref in self._meeting(rule, {} if met is None else met):
                self.rules[ref].append(rule)
        self.said: dict[tuple[str, Theme, str, ReportOutline | None], Reason] = {}
        self.alike = {
            report.ref: (likest, report) for report in reports if (likest := self._likeness(report))
        }
        self.asked_by = Counter(ref for action in self.actions.values() for ref in action.before)
        self.asked_by_chosen = {
            ref: action.title
            for action in self.actions.values()
            if action.ref in circumstances.chosen
            for ref in action.before
        }

    def _meeting(self, rule: Rule, met: Met) -> list[str]:
        """The actions that meet what the rule asks of an action alone."""
        key = rule, self.size
        if key not in met:
            asked = list(about_action(rule, self.size).values())
            met[key] = [ref for ref, each in self.actions.items() if all(holds(each) for holds in asked)]
        return met[key]

    def _likeness(self, report: ReportOutline) -> float:
        return max((likeness(report, body) or 0 for body in self.circumstances.bodies), default=0)

    def done_alike(self, action: ActionOutline) -> ReportOutline | None:
        """The report of the collectivité most like these that did it, the latest of equals."""
        found = [self.alike[ref] for ref in action.field_reports if ref in self.alike]
        if not found:
            return None
        return max(found, key=lambda pair: (pair[0], pair[1].year or 0, pair[1].ref))[1]

    def may_suggest(self, action: ActionOutline) -> bool:
        """Whether the action is not retained and suits.

        What a collectivité of the same kind and a similar size did suits, whatever sizes the sheet says.
        """
        if action.ref in self.circumstances.chosen or not action.is_for(self.kinds):
            return False
        return action.suits(self.kinds, self.size) or self.done_alike(action) is not None

    def of(self, action: ActionOutline, wanted_by: str = "") -> list[Reason]:
        """Every reason for one action, the weightiest first. `wanted_by`: a suggested action that asks for it."""
        given = (self.reason(rule, action, wanted_by) for rule in self.rules[action.ref])
        return [reason for reason in given if reason]

    def reason(self, rule: Rule, action: ActionOutline, wanted_by: str = "") -> Reason | None:
        """What a rule whose other conditions are met says of an action; None when its trigger does not go off."""
        report = self.done_alike(action) if rule.trigger is Trigger.REPORT else None
        word = in_words(report) if report else self._word(rule, action, wanted_by)
        if word is None:
            return None
        said = rule.ref, action.theme, word, report
        if said not in self.said:
            self.said[said] = self._say(rule, action.theme, word, report)
        return self.said[said]

    def _say(self, rule: Rule, theme: Theme, word: str, report: ReportOutline | None) -> Reason:
        words = {"theme": theme.label} | ({WORDS[rule.trigger]: word} if rule.trigger in WORDS else {})
        return Reason(
            rule=rule.ref,
            kind=rule.kind,
            text=rule.reason.format(**words),
            weight=rule.weight,
            url=report.url if report else "",
            link=report.body if report else "",
            opens_theme=rule.trigger is Trigger.THEME,
        )

    def _word(self, rule: Rule, action: ActionOutline, wanted_by: str) -> str | None:
        """The word that the trigger gives the reason, "" when it gives none; None when it does not go off."""
        match rule.trigger:
            case None:
                return ""
            case Trigger.THEME:
                return None if action.theme in self.circumstances.covered_themes else ""
            case Trigger.REQUIREMENT:
                return self._open_requirement(rule, action)
            case Trigger.NEXT:
                return self._chosen_before(action)
            case Trigger.BEFORE:
                return self.asked_by_chosen.get(action.ref) or wanted_by or None
            case Trigger.OPENS:
                return self._opens(action)
        return None

    def _open_requirement(self, rule: Rule, action: ActionOutline) -> str | None:
        """The title of the first open requirement that the action serves and the rule is about."""
        for ref, title in self.circumstances.open_requirements.items():
            if ref in action.requirements and (not rule.requirements or ref in rule.requirements):
                return title
        return None

    def _chosen_before(self, action: ActionOutline) -> str | None:
        """The title of a retained action that this one asks for first."""
        for ref in action.before:
            if ref in self.circumstances.chosen and ref in self.actions:
                return self.actions[ref].title
        return None

    def _opens(self, action: ActionOutline) -> str | None:
        """How many actions ask for this one first, in words, when it asks for none itself."""
        count = 0 if action.before else self.asked_by[action.ref]
        return plural(count, "autre action", "autres actions") if count > 1 else None


def about_bodies(rule: Rule, circumstances: Circumstances) -> dict[str, bool]:
    """Each condition that the rule makes on the collectivités, by its name, and whether it is met."""
    asked: dict[str, tuple[object, bool]] = {
        "kinds": (rule.kinds, not circumstances.kinds.isdisjoint(rule.kinds)),
        "sizes": (rule.sizes, circumstances.size in rule.sizes),
        "answers": (rule.answers, not circumstances.answers.isdisjoint(rule.answers)),
    }
    return {name: met for name, (values, met) in asked.items() if values}


def about_action(rule: Rule, size: Size | None) -> dict[str, Condition]:
    """Each condition that the rule makes on the action alone, by its name; most rules have one or two."""
    possible: dict[str, Condition] = {
        "actions": lambda action: action.ref in rule.actions,
        "themes": lambda action: action.theme in rule.themes,
        "requirements": lambda action: not rule.requirements.isdisjoint(action.requirements),
        "only_kinds": lambda action: within(action.kinds, rule.only_kinds),
        "only_sizes": lambda action: within(action.sizes, rule.only_sizes),
        "lighter": is_lighter,
        "efforts": lambda action: within(action.effort.at(size), rule.efforts),
        "costs": lambda action: within(action.cost.at(size), rule.costs),
        "horizons": lambda action: within(action.horizon.at(size), rule.horizons),
    }
    return {name: condition for name, condition in possible.items() if getattr(rule, name)}


def is_lighter(action: ActionOutline) -> bool:
    """Whether the effort is less in a small collectivité than in a large one."""
    efforts, small, large = list(Effort), action.effort.small, action.effort.large
    return small is not None and large is not None and efforts.index(small) < efforts.index(large)


def within(values: Iterable[str], allowed: frozenset[str]) -> bool:
    """Whether there are values, and all of them are allowed."""
    found = tuple(values)
    return bool(found) and allowed.issuperset(found)


def in_words(report: ReportOutline) -> str:
    """« Thèreval (commune, 2 000 habitants, 2023) »: what the report says of the body, and no more."""
    population = plural(report.population, "habitant") if report.population else ""
    known = [part for part in (report.body_kind, population, str(report.year or "")) if part]
    return f"{report.body} ({', '.join(known)})" if known else report.body
