"""Two people number versions at the same moment: ordered versions, or one clear refusal."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from strategy.enums import VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Version
from strategy.services.drafting import add_objective
from strategy.services.freezing import freeze
from tests.strategy.factories import LATER, DraftFactory

pytestmark = pytest.mark.django_db(transaction=True)


def together(*acts) -> list[object]:
    """What each act gives, or the refusal it meets; all begin at once, each on a connection of its own."""
    start, outcomes = Barrier(len(acts)), []

    def run(act):
        start.wait()
        try:
            outcomes.append(act())
        except NotAllowedError as refusal:
            outcomes.append(str(refusal))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_the_same_draft_twice_is_one_version_and_one_refusal():
    draft = DraftFactory()
    add_objective(draft=draft, values={"statement": "Réduire"}, by=None, at=LATER)

    def act():
        return freeze(draft=draft, status=VersionStatus.FROZEN, functions={}, seen=None, by=None, at=LATER)

    outcomes = together(act, act, act)
    assert [version.number for version in Version.objects.all()] == [1]
    refusals = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert len(refusals) == 2
    assert all("Rien n’a changé depuis la version 1" in refusal for refusal in refusals)


def test_a_project_and_a_frozen_text_are_two_versions_in_order():
    draft = DraftFactory()
    acts = [
        lambda status=status: freeze(draft=draft, status=status, functions={}, seen=None, by=None, at=LATER)
        for status in (VersionStatus.NUMBERED, VersionStatus.FROZEN)
    ]
    outcomes = together(*acts)
    assert sorted(version.number for version in outcomes) == [1, 2]
