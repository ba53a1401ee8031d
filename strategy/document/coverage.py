"""How far each requirement of the decree is answered by a draft, and why; one requirement, one small function.

CGCT art. D. 2311-15-1 and loi n° 2021-1485 art. 35. A state is *renseigné*, *incomplet* or *absent*: never a verdict
of conformity. Catalogue wording that nobody adapted or completed counts as proposed, not as an answer.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reen.sheets import RequirementSheet
from reen.typography import plural
from strategy.document.budget import counted
from strategy.document.draft import DraftData
from strategy.document.measures import IndicatorData
from strategy.document.model import Coverage, State
from strategy.enums import ActorKind, Programme

Answer = tuple[State, str]


@dataclass(frozen=True, slots=True)
class Covered:
    """One requirement, its state, the reason in words, the step that mends it and the section that answers it.

    `anchor` is None when no section of the document answers it.
    """

    requirement: RequirementSheet
    state: State
    reason: str
    step: str
    anchor: str | None


def existing_programme(data: DraftData) -> Answer | None:
    """What follows from a programme that already exists, or None when the programme is written here."""
    baseline = data.baseline
    if baseline.programme is not Programme.EXISTING:
        return None
    if baseline.programme_title and baseline.programme_date:
        cited = f"«\u202f{baseline.programme_title}\u202f»"
        return (
            State.ANSWERED,
            f"Renvoi au programme de travail {cited}\u202f; son contenu n’a pas été relu ici.",
        )
    return State.INCOMPLETE, "Le programme de travail existe\u00a0: il manque son titre ou sa date."


def actors(data: DraftData) -> Answer:
    """The interested public and private actors are associated (al. 1; art. 35 I)."""
    named = data.governance.actors
    if not named:
        return existing_programme(data) or (State.ABSENT, "Aucun acteur associé n’est nommé.")
    kinds = {actor.kind for actor in named}
    for kind, word in ((ActorKind.PUBLIC, "public"), (ActorKind.PRIVATE, "privé")):
        if kind not in kinds:
            return State.INCOMPLETE, f"Aucun acteur {word} n’est nommé."
    if not all(actor.involvement for actor in named):
        return State.INCOMPLETE, "Il manque la façon dont certains acteurs sont associés."
    return State.ANSWERED, f"{plural(len(named), 'acteur nommé', 'acteurs nommés')}, publics et privés."


def impact(data: DraftData) -> Answer:
    """A review of the environmental impact on the territory (al. 1); the organisation's is a part of it."""
    baseline = data.baseline
    if baseline.has_territory and baseline.has_organisation:
        return State.ANSWERED, "Bilan écrit pour le territoire et pour l’organisation."
    if baseline.has_territory:
        return State.INCOMPLETE, "Bilan écrit pour le territoire seulement\u202f; il manque l’organisation."
    if baseline.has_organisation:
        return (
            State.INCOMPLETE,
            "Bilan écrit pour l’organisation seulement\u202f; le décret vise le territoire.",
        )
    return existing_programme(data) or (State.ABSENT, "Aucun bilan de l’impact environnemental n’est écrit.")


def uses(data: DraftData) -> Answer:
    """A review of digital uses on the territory (al. 1)."""
    if data.baseline.uses:
        return State.ANSWERED, "Bilan des usages écrit."
    return existing_programme(data) or (State.ABSENT, "Aucun bilan des usages n’est écrit.")


def ongoing(data: DraftData) -> Answer:
    """A summary of the actions already under way, if any (al. 1)."""
    if data.baseline.ongoing:
        return State.ANSWERED, "Synthèse des actions déjà engagées écrite."
    if data.baseline.nothing_ongoing:
        return State.ANSWERED, "La collectivité indique qu’aucune action n’a encore été engagée."
    return existing_programme(data) or (
        State.ABSENT,
        "Aucune synthèse des actions déjà engagées n’est écrite.",
    )


def foundation(data: DraftData) -> Answer:
    """The strategy rests on the work programme (al. 2)."""
    existing = existing_programme(data)
    if existing is not None:
        return existing
    states = [answer(data)[0] for answer in (actors, impact, uses, ongoing)]
    if all(state is State.ANSWERED for state in states):
        return State.ANSWERED, "Le programme de travail est écrit dans ce document."
    if all(state is State.ABSENT for state in states):
        return State.ABSENT, "Aucun programme de travail n’est cité ni écrit."
    return State.INCOMPLETE, "Le programme de travail n’est écrit qu’en partie dans ce document."


def objectives(data: DraftData) -> Answer:
    """Objectives of reduction (al. 2)."""
    if not data.objectives:
        return State.ABSENT, "Aucun objectif de réduction n’est fixé."
    vague = sum(not objective.is_complete for objective in data.objectives)
    if vague:
        return (
            State.INCOMPLETE,
            (
                f"{plural(vague, 'objectif')} sur {len(data.objectives)} sans unité, ou sans valeur et "
                "année de départ et d’arrivée."
            ),
        )
    return (
        State.ANSWERED,
        f"{plural(len(data.objectives), 'objectif chiffré et daté', 'objectifs chiffrés et datés')}.",
    )


def indicators(data: DraftData) -> Answer:
    """Indicators attached to these objectives (al. 2)."""
    if not data.indicators:
        return State.ABSENT, "Aucun indicateur n’est retenu."
    proposed = sum(not indicator.is_local for indicator in data.indicators)
    if proposed:
        subject = plural(proposed, "indicateur reste proposé", "indicateurs restent proposés")
        return State.INCOMPLETE, f"{subject} par le catalogue, sans valeur ni responsable local."
    unfollowed = [o for o in data.objectives if not follows(o.key, data.indicators)]
    if not data.objectives or unfollowed:
        return State.INCOMPLETE, "Il manque un indicateur complet rattaché à chaque objectif."
    return (
        State.ANSWERED,
        f"{plural(len(data.indicators), 'indicateur')}, chaque objectif est suivi.",
    )


def follows(objective: int, indicators: Iterable[IndicatorData]) -> bool:
    """Whether a complete indicator is attached to this objective."""
    return any(indicator.objective == objective and indicator.is_complete for indicator in indicators)


def measures(data: DraftData) -> Answer:
    """The measures taken to reach the objectives (al. 2)."""
    kept = counted(data.choices)
    if not kept:
        return State.ABSENT, "Aucune action n’est retenue."
    proposed = sum(not choice.is_local for choice in kept)
    if proposed:
        subject = plural(proposed, "action reste proposée", "actions restent proposées")
        return State.INCOMPLETE, f"{subject} par le catalogue, sans pilote, date ni moyens."
    unled = sum(not (choice.pilot and choice.is_dated) for choice in kept)
    if unled:
        return State.INCOMPLETE, f"{plural(unled, 'action')} sans pilote ou sans date."
    return State.ANSWERED, f"{plural(len(kept), 'action')} avec pilote et date."


def means(data: DraftData) -> Answer:
    """The means to get there (al. 2)."""
    kept = counted(data.choices)
    provided = sum(choice.has_means for choice in kept)
    if kept and provided == len(kept):
        return State.ANSWERED, "Chaque action a un budget ou des moyens."
    if provided or data.governance.means:
        missing = len(kept) - provided
        if not missing:
            return State.INCOMPLETE, "Des moyens généraux sont écrits, mais aucune action n’est retenue."
        return State.INCOMPLETE, f"{plural(missing, 'action')} sans budget ni moyens."
    return State.ABSENT, "Aucun moyen n’est prévu."


def rhythm(data: DraftData) -> Answer:
    """Each objective and measure is yearly or covers several years, as the collectivity chooses (al. 2)."""
    told = [objective.rhythm is not None for objective in data.objectives]
    told += [choice.is_dated or bool(choice.years) for choice in counted(data.choices)]
    if not any(told):
        return State.ABSENT, "Aucun objectif n’a de rythme, aucune action n’a de date."
    if all(told) and data.objectives:
        return State.ANSWERED, "Chaque objectif a un rythme et chaque action une date."
    if all(told):
        return State.INCOMPLETE, "Chaque action a une date, mais aucun objectif n’est fixé."
    return (
        State.INCOMPLETE,
        f"{plural(told.count(False), 'objectif ou action', 'objectifs ou actions')} sans rythme ou sans date.",
    )


def yearly_review(data: DraftData) -> Answer:
    """The yearly bilan of the strategy (CGCT art. L. 2311-1-1)."""
    if data.governance.yearly_review:
        return State.ANSWERED, "L’organisation du bilan annuel est décrite."
    return State.ABSENT, "Rien n’est dit du bilan annuel."


@dataclass(frozen=True, slots=True)
class Rule:
    """Who answers a requirement: the function, the step where it is written, the section where it is read."""

    answer: Callable[[DraftData], Answer]
    step: str
    anchor: str


RULES = {
    "pt-acteurs": Rule(actors, "governance", "acteurs"),
    "pt-bilan-impact": Rule(impact, "baseline", "impact"),
    "pt-bilan-usages": Rule(uses, "baseline", "usages"),
    "pt-synthese-actions": Rule(ongoing, "baseline", "actions-engagees"),
    "st-base": Rule(foundation, "baseline", "programme"),
    "st-objectifs": Rule(objectives, "objectives", "objectifs"),
    "st-indicateurs": Rule(indicators, "indicators", "indicateurs"),
    "st-mesures": Rule(measures, "actions", "actions"),
    "st-moyens": Rule(means, "actions", "moyens"),
    "st-temporalite": Rule(rhythm, "objectives", "objectifs"),
    "bilan-annuel": Rule(yearly_review, "governance", "bilan-annuel"),
}


def coverage(data: DraftData, requirements: Iterable[RequirementSheet]) -> tuple[Covered, ...]:
    """The state of each requirement, in the order given.

    One that no rule knows, which an editor published since, is absent and says so: a change in the catalogue never
    breaks a draft.
    """
    return tuple(cover(data, requirement) for requirement in requirements)


def cover(data: DraftData, requirement: RequirementSheet) -> Covered:
    """The state of one requirement."""
    rule = RULES.get(requirement.ref)
    if rule is None:
        return Covered(
            requirement, State.ABSENT, "Aucune étape ne permet encore d’y répondre ici.", "review", None
        )
    state, reason = rule.answer(data)
    return Covered(requirement, state, reason, rule.step, rule.anchor)


def summary(covered: Iterable[Covered]) -> Coverage:
    """Counts by state, with the sentence that says them."""
    states = [line.state for line in covered]
    answered, incomplete, absent = (states.count(state) for state in State)
    sentence = (
        f"{plural(answered, 'exigence renseignée', 'exigences renseignées')} sur {len(states)}, "
        f"{plural(incomplete, 'incomplète')}, {plural(absent, 'absente')}."
    )
    return Coverage(answered=answered, incomplete=incomplete, absent=absent, sentence=sentence)
