"""The seven steps and their order; pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `identifier` in code, `slug` in the address, `number` from 1."""

    number: int
    identifier: str
    slug: str
    title: str


STEPS = tuple(
    Step(number, identifier, slug, title)
    for number, (identifier, slug, title) in enumerate(
        (
            ("bodies", "collectivite", "Collectivité"),
            ("governance", "gouvernance", "Gouvernance"),
            ("baseline", "etat-des-lieux", "État des lieux"),
            ("objectives", "objectifs", "Objectifs"),
            ("actions", "actions", "Actions"),
            ("indicators", "indicateurs", "Indicateurs"),
            ("review", "relecture", "Relecture et export"),
        ),
        start=1,
    )
)
BY_IDENTIFIER = {step.identifier: step for step in STEPS}


def step_of(identifier: str) -> Step:
    """The step of that identifier. Raises KeyError for any other."""
    return BY_IDENTIFIER[identifier]


def previous_step(step: Step) -> Step | None:
    """The step before, or None at the first."""
    return STEPS[step.number - 2] if step.number > 1 else None


def next_step(step: Step) -> Step | None:
    """The step after, or None at the last."""
    return STEPS[step.number] if step.number < len(STEPS) else None
