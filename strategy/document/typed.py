"""What people typed, with the step, the row and the field it sits in; the catalogue's own words are left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from strategy.document.draft import DraftData


@dataclass(frozen=True, slots=True)
class Typed:
    """A text somebody wrote; `key` is the row in that step, or None for the step itself."""

    step: str
    key: int | None
    field: str
    text: str


def typed(data: DraftData) -> Iterator[Typed]:
    """Every text typed that is not empty, in the order of the steps."""
    parts = (governance, baseline, plans, objectives, actions, indicators)
    for given in chain.from_iterable(part(data) for part in parts):
        if given.text.strip():
            yield given


def governance(data: DraftData) -> Iterator[Typed]:
    """Step 2."""
    people = data.governance
    for field, text in (
        ("élu référent ou élue référente", people.elected_name),
        ("délégation", people.elected_role),
        ("pilote", people.pilot_name),
        ("fonction du pilote", people.pilot_role),
        ("instance de pilotage", people.steering),
        ("moyens", people.means),
        ("bilan annuel", people.yearly_review),
        ("ce qui change pour les habitants", people.inhabitants),
    ):
        yield Typed("governance", None, field, text)
    for actor in people.actors:
        yield Typed("governance", None, "acteurs", actor.name)
        yield Typed("governance", None, "acteurs", actor.involvement)


def baseline(data: DraftData) -> Iterator[Typed]:
    """Step 3."""
    review = data.baseline
    for field, text in (
        ("titre du programme de travail", review.programme_title),
        ("impact sur le territoire", review.impact_territory),
        ("impact de l’organisation", review.impact_organisation),
        ("usages", review.uses),
        ("actions déjà engagées", review.ongoing),
    ):
        yield Typed("baseline", None, field, text)


def plans(data: DraftData) -> Iterator[Typed]:
    """The plans the strategy meets, in step 3."""
    for plan in data.plans:
        for field, text in (
            ("titre", plan.title),
            ("période", plan.period),
            ("articulation", plan.articulation),
        ):
            yield Typed("plans", plan.key, field, text)


def objectives(data: DraftData) -> Iterator[Typed]:
    """Step 4."""
    for row in data.objectives:
        for field, text in (("énoncé", row.statement), ("grandeur", row.quantity), ("unité", row.unit)):
            yield Typed("objectives", row.key, field, text)


def actions(data: DraftData) -> Iterator[Typed]:
    """Step 5; the wording of an action only once it is no longer the catalogue's."""
    for row in data.choices:
        worded = (("intitulé", row.title), ("description", row.summary)) if row.adapted else ()
        for field, text in (
            *worded,
            ("pilote", row.pilot),
            ("élu référent ou élue référente", row.elected),
            ("partenaires", row.partners),
            ("financements", row.funding),
            ("moyens", row.means),
            ("preuves", row.evidence),
            ("communes", row.communes),
        ):
            yield Typed("actions", row.key, field, text)


def indicators(data: DraftData) -> Iterator[Typed]:
    """Step 6; the wording of an indicator of one's own only."""
    for row in data.indicators:
        worded = (
            ()
            if row.entry
            else (("intitulé", row.title), ("mode de calcul", row.method), ("source", row.data_source))
        )
        for field, text in (*worded, ("responsable", row.owner)):
            yield Typed("indicators", row.key, field, text)
