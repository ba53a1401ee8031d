"""How far each step is: empty until something is typed, complete when all it answers is answered."""

from dataclasses import replace

import pytest

from strategy.document.draft import BaselineData, GovernanceData
from strategy.enums import Programme, StepState
from strategy.wizard.states import step_states
from tests.strategy.document.drafts import (
    CITED,
    GOVERNANCE,
    WRITTEN_HERE,
    choice,
    complete,
    empty,
    half,
    indicator,
    objective,
    proposed,
    suggested,
)

EMPTY, STARTED, COMPLETE = StepState.EMPTY, StepState.STARTED, StepState.COMPLETE
STEPS = ("bodies", "governance", "baseline", "objectives", "actions", "indicators", "review")


@pytest.mark.parametrize(
    ("data", "states"),
    [
        (empty(), [COMPLETE, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY]),
        (half(), [COMPLETE, STARTED, STARTED, STARTED, STARTED, STARTED, STARTED]),
        (complete(), [COMPLETE] * 7),
        (empty(bodies=()), [EMPTY] * 7),
    ],
    ids=["empty", "half", "complete", "without body"],
)
def test_states_of_a_draft(data, states):
    assert step_states(data) == dict(zip(STEPS, states, strict=True))


@pytest.mark.parametrize(
    ("step", "data", "state"),
    [
        ("governance", empty(governance=GovernanceData(means="Un poste.")), STARTED),
        ("governance", empty(governance=replace(GOVERNANCE, elected_name="")), STARTED),
        ("governance", empty(governance=replace(GOVERNANCE, actors=())), STARTED),
        ("governance", empty(governance=GOVERNANCE), COMPLETE),
        ("baseline", empty(baseline=BaselineData(programme=Programme.HERE)), STARTED),
        ("baseline", empty(baseline=BaselineData(nothing_ongoing=True)), STARTED),
        ("baseline", empty(baseline=WRITTEN_HERE, governance=GOVERNANCE), COMPLETE),
        ("baseline", empty(baseline=CITED), COMPLETE),
        ("objectives", empty(objectives=(objective(1, rhythm=None),)), STARTED),
        ("objectives", empty(objectives=(objective(1),)), COMPLETE),
        ("actions", empty(choices=(proposed(1),)), STARTED),
        ("actions", empty(choices=(choice(1),)), COMPLETE),
        ("indicators", empty(indicators=(suggested(1),)), STARTED),
        ("indicators", empty(objectives=(objective(1),), indicators=(indicator(1),)), COMPLETE),
        ("review", empty(indicators=(suggested(1),)), STARTED),
    ],
)
def test_state_of_a_step(step, data, state):
    assert step_states(data)[step] is state
