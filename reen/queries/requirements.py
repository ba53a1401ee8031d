"""What the decree asks, as sheets."""

from reen.enums import Certainty, Part
from reen.models import Requirement
from reen.queries.sources import common
from reen.sheets import RequirementSheet


def requirement_sheets() -> list[RequirementSheet]:
    """Every published requirement in the order of the decree, in one query."""
    return [
        RequirementSheet(
            **common(requirement),
            part=Part(requirement.part),
            explanation=requirement.explanation,
            basis=requirement.basis,
            mandatory=requirement.mandatory,
            deadline=requirement.deadline,
            certainty=Certainty(requirement.certainty),
            caution=requirement.caution,
        )
        for requirement in Requirement.objects.live()
    ]
