"""The parts of step 3, each with how far it is and where it is written; pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy.document.draft import BaselineData, DraftData, PlanData
from strategy.enums import Programme, StepState

CITED = "dans le programme cité"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `screen` is the name of its address, `anchor` its place on that screen, if it shares it."""

    title: str
    screen: str
    anchor: str
    state: str


def parts_of(data: DraftData) -> Iterator[Part]:
    """In the order of the document. What an existing programme holds need not be written again."""
    review = data.baseline
    yield Part("Programme de travail", "baseline", "programme", programme(review).label)
    yield Part("Impact sur le territoire", "territory", "", written(review.has_territory, review))
    yield Part("Impact de l’organisation", "footprint", "", written(review.has_organisation, review))
    yield Part("Usages du numérique", "baseline", "usages", written(bool(review.uses), review))
    engaged = bool(review.ongoing) or review.nothing_ongoing
    yield Part("Actions déjà engagées", "baseline", "engagees", written(engaged, review))
    yield Part("Articulation avec vos autres plans", "plans", "", articulation(data))


def programme(review: BaselineData) -> StepState:
    """An existing programme is cited by its title and its date; one written here has nothing more to say."""
    if review.programme is Programme.EXISTING:
        whole = review.programme_title and review.programme_date
        return StepState.COMPLETE if whole else StepState.STARTED
    return StepState.COMPLETE if review.programme is Programme.HERE else StepState.EMPTY


def written(there: bool, review: BaselineData) -> str:
    """Written, left to the programme that is cited, or to write."""
    if there:
        return StepState.COMPLETE.label
    cited = review.programme is Programme.EXISTING and programme(review) is StepState.COMPLETE
    return CITED if cited else StepState.EMPTY.label


def articulation(data: DraftData) -> str:
    """Optional: nothing is to fill before a plan is named."""
    if not data.plans:
        return "facultative"
    met = all(meets(plan, data) for plan in data.plans)
    return (StepState.COMPLETE if met else StepState.STARTED).label


def meets(plan: PlanData, data: DraftData) -> bool:
    """Whether it is said how the strategy meets the plan, or by which action."""
    return bool(plan.articulation) or any(plan.key in choice.plans for choice in data.choices)
