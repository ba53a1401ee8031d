"""Questions each step asks the database, with 5 000 actions and 10 000 drafts, against the budget of 15."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django

from benchmarks._report import Measure, report
from tests.databases import Databases

BUDGET = 15
ACTIONS, DRAFTS = 5_000, 10_000


def measures() -> Iterator[Measure]:
    """Questions, then milliseconds, of each step for the writer of one draft among many."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = Databases(Path(folder)).copy("content")
        os.environ["DJANGO_SETTINGS_MODULE"] = "reen.settings.test"
        django.setup()
        yield from of_steps()


def of_steps() -> Iterator[Measure]:
    """Over a database grown here."""
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse
    from django.utils import timezone

    from strategy.models import Collectivity
    from strategy.services.drafting import start_draft
    from strategy.wizard.navigation import STEPS

    grow()
    writer = get_user_model().objects.create_user(email="redaction@exemple.invalid")
    body = Collectivity.objects.filter(kind="commune", official=True).first()
    draft = start_draft(collectivity=body, by=writer.pk, at=timezone.now())
    client = Client()
    client.force_login(writer)
    for step in STEPS:
        address = reverse(f"strategy:{step.identifier}", args=[draft.reference])
        client.get(address)  # Django tries once a process what the database can do
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        yield Measure(f"queries_{step.identifier}", len(captured), "queries", BUDGET)
    connection.close()


def grow() -> None:
    """Many published actions, copies of the others, and many drafts of one commune."""
    from django.utils import timezone

    from reen.models import Action
    from strategy.models import Baseline, Collectivity, Draft, DraftBody, Governance
    from tests.growth import copy_entries

    copy_entries(Action, ACTIONS // Action.objects.live().count())
    now, body = timezone.now(), Collectivity.objects.filter(kind="commune", official=True).last()
    drafts = Draft.objects.bulk_create(
        Draft(reference=f"B-{n}", created_at=now, changed_at=now) for n in range(DRAFTS)
    )
    Governance.objects.bulk_create(Governance(draft=draft) for draft in drafts)
    Baseline.objects.bulk_create(Baseline(draft=draft) for draft in drafts)
    DraftBody.objects.bulk_create(
        DraftBody(draft=draft, collectivity=body, role="porteuse") for draft in drafts
    )


if __name__ == "__main__":
    report(measures())
