"""How far each step is: empty, started or complete; says nothing of conformity."""

from dataclasses import fields

from strategy.document.coverage import RULES
from strategy.document.draft import DraftData
from strategy.document.model import State
from strategy.enums import StepState
from strategy.wizard.navigation import STEPS


def step_states(data: DraftData) -> dict[str, StepState]:
    """The state of each step, by identifier."""
    return {step.identifier: step_state(data, step.identifier) for step in STEPS}


def step_state(data: DraftData, identifier: str) -> StepState:
    """Empty as long as nothing was typed there; complete when every requirement of the step is answered."""
    if not typed(data, identifier):
        return StepState.EMPTY
    rules = [rule for rule in RULES.values() if identifier in (rule.step, "review")]
    answered = all(rule.answer(data)[0] is State.ANSWERED for rule in rules)
    if identifier == "governance":
        answered = answered and bool(data.governance.elected_name and data.governance.pilot_name)
    return StepState.COMPLETE if answered else StepState.STARTED


def typed(data: DraftData, identifier: str) -> bool:
    """Whether anything of that step was written."""
    match identifier:
        case "bodies":
            return bool(data.bodies)
        case "governance" | "baseline":
            return filled(data.governance if identifier == "governance" else data.baseline)
        case "objectives":
            return bool(data.objectives)
        case "actions":
            return bool(data.choices)
        case "indicators":
            return bool(data.indicators)
    return any(typed(data, step.identifier) for step in STEPS if step.identifier not in ("bodies", "review"))


def filled(part: object) -> bool:
    """Whether any field of a plain part holds something."""
    return any(getattr(part, field.name) for field in fields(part))  # type: ignore[arg-type]
