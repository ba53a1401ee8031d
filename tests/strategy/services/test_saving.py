"""One save: refused when it started from an older version, silent when nothing changed, dated when something did."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from strategy.errors import StaleError
from strategy.models import Baseline, Draft, Objective
from strategy.services.choosing import remove_row
from strategy.services.drafting import add_objective, save_baseline
from strategy.services.saving import save_row
from tests.strategy.factories import LATER, OPENED_AT, AccountFactory, DraftFactory

pytestmark = pytest.mark.django_db


def stored(draft: Draft) -> Draft:
    return Draft.objects.select_related("baseline").get(pk=draft.pk)


def test_a_save_writes_counts_and_dates():
    account = AccountFactory()
    draft = DraftFactory()
    save_baseline(draft=draft, values={"uses": "Guichets."}, version=0, by=account.pk, at=LATER)
    after = stored(draft)
    assert (after.baseline.uses, after.baseline.version) == ("Guichets.", 1)
    assert (after.changed_at, after.changed_by) == (LATER, account)


def test_an_unchanged_save_writes_nothing_and_keeps_the_date():
    draft = DraftFactory()
    save_baseline(draft=draft, values={"uses": "Guichets."}, version=0, by=None, at=OPENED_AT)
    account = AccountFactory()
    save_baseline(draft=draft, values={"uses": "Guichets."}, version=1, by=account.pk, at=LATER)
    after = stored(draft)
    assert (after.baseline.version, after.changed_at, after.changed_by) == (1, OPENED_AT, None)


@pytest.mark.parametrize("version", [0, 2])
def test_a_save_from_another_version_is_refused_and_writes_nothing(version):
    draft = DraftFactory()
    save_baseline(draft=draft, values={"uses": "Le premier."}, version=0, by=None, at=OPENED_AT)
    with pytest.raises(StaleError) as refusal:
        save_baseline(draft=draft, values={"uses": "Le second."}, version=version, by=None, at=LATER)
    assert refusal.value.current.uses == "Le premier."
    after = stored(draft)
    assert (after.baseline.uses, after.baseline.version, after.changed_at) == ("Le premier.", 1, OPENED_AT)


def test_a_save_of_what_was_removed_is_refused():
    draft = DraftFactory()
    objective = add_objective(draft=draft, values={"statement": "Réduire"}, by=None, at=OPENED_AT)
    remove_row(draft=draft, row=Objective.objects.get(pk=objective.pk), by=None, at=OPENED_AT)
    with pytest.raises(StaleError) as refusal:
        save_row(row=objective, values={"unit": "t"}, version=0, draft=draft, by=None, at=LATER)
    assert refusal.value.current is None


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_time_exactly_one_wins():
    draft = DraftFactory()
    together = Barrier(2, timeout=10)

    def save(text: str) -> str | None:
        try:
            together.wait()
            save_baseline(draft=stored(draft), values={"uses": text}, version=0, by=None, at=LATER)
        except StaleError:
            return None
        else:
            return text
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(save, ["l’une", "l’autre"]))
    (won,) = (text for text in outcomes if text)
    assert Baseline.objects.values_list("uses", "version").get(pk=draft.pk) == (won, 1)
