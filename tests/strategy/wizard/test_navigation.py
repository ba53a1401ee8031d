"""Seven steps, one after the other."""

import pytest

from strategy.wizard.navigation import STEPS, next_step, previous_step, step_of

ORDER = ["bodies", "governance", "baseline", "objectives", "actions", "indicators", "review"]


def test_the_seven_steps_are_numbered_in_order():
    assert [(step.number, step.identifier) for step in STEPS] == list(enumerate(ORDER, start=1))


def test_each_step_knows_its_neighbours():
    assert [previous_step(step) for step in STEPS] == [None, *STEPS[:-1]]
    assert [next_step(step) for step in STEPS] == [*STEPS[1:], None]


def test_an_unknown_step_is_refused():
    with pytest.raises(KeyError):
        step_of("annexes")
