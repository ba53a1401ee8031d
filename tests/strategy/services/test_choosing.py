"""Picking from the catalogue copies its words; nothing the catalogue does afterwards changes the draft."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from reen.enums import Theme
from reen.models import Action
from reen.queries.actions import action_sheets
from strategy.models import Choice, Draft, FollowedIndicator
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.services.choosing import (
    add_own_action,
    add_own_indicator,
    choose_actions,
    follow_indicators,
    remove_row,
)
from tests.strategy.factories import (
    LATER,
    OPENED_AT,
    SOURCE,
    ActionSheetFactory,
    DraftFactory,
    IndicatorSheetFactory,
)

pytestmark = pytest.mark.django_db

COPIED = (
    "ref",
    "revision",
    "revised_on",
    "checked_on",
    "catalogue_title",
    "catalogue_summary",
    "url",
    "sources",
)


def act(draft: Draft, at=LATER) -> dict:
    return {"draft": draft, "by": None, "at": at}


def changed_at(draft: Draft):
    return Draft.objects.get(pk=draft.pk).changed_at


def test_an_action_is_copied_with_its_words_and_its_revision():
    draft = DraftFactory()
    (choice,) = choose_actions(sheets=[ActionSheetFactory(ref="inventaire")], **act(draft))
    choice.refresh_from_db()
    assert [getattr(choice, name) for name in COPIED] == [
        "inventaire",
        3,
        date(2026, 3, 12),
        date(2026, 3, 2),
        "Titre de inventaire",
        "Compter les équipements.",
        "/fiches/inventaire/",
        [asdict(SOURCE)],
    ]
    assert (choice.title, choice.summary, choice.theme, choice.requirements) == (
        "Titre de inventaire",
        "Compter les équipements.",
        Theme.LIFE_CYCLE,
        ["st-mesures"],
    )
    assert changed_at(draft) == LATER


def test_an_indicator_is_copied_with_its_words_and_its_revision():
    draft = DraftFactory()
    (row,) = follow_indicators(sheets=[IndicatorSheetFactory(ref="duree")], **act(draft))
    row.refresh_from_db()
    assert (row.title, row.unit, row.method, row.frequency, row.data_source, row.revision) == (
        "Titre de duree",
        "%",
        "Compter, puis diviser.",
        "annuelle",
        "Parc",
        3,
    )
    assert changed_at(draft) == LATER


@pytest.mark.parametrize(
    ("choose", "factory", "model"),
    [
        (choose_actions, ActionSheetFactory, Choice),
        (follow_indicators, IndicatorSheetFactory, FollowedIndicator),
    ],
)
class TestChoosingTwice:
    def test_leaves_what_is_there_as_it_is(self, choose, factory, model):
        draft, sheet = DraftFactory(), factory()
        choose(sheets=[sheet], **act(draft, OPENED_AT))
        model.objects.update(title="Adapté ici")
        assert choose(sheets=[replace(sheet, title="Autre", revision=9)], **act(draft)) == []
        assert list(model.objects.values_list("title", "revision")) == [("Adapté ici", 3)]
        assert changed_at(draft) == OPENED_AT

    def test_adds_only_what_is_new(self, choose, factory, model):
        draft, sheets = DraftFactory(), factory.build_batch(3)
        choose(sheets=sheets[:2], **act(draft))
        assert [row.ref for row in choose(sheets=sheets, **act(draft))] == [sheets[2].ref]
        assert model.objects.count() == 3

    def test_in_another_draft_is_another_row(self, choose, factory, model):
        sheet = factory()
        for draft in (DraftFactory(), DraftFactory()):
            assert len(choose(sheets=[sheet], **act(draft))) == 1
        assert model.objects.count() == 2


def test_own_rows_are_many_and_count_as_adapted():
    draft = DraftFactory()
    for title in ("Une", "Deux"):
        add_own_action(values={"theme": Theme.STAFF, "title": title}, **act(draft))
        add_own_indicator(values={"title": title}, **act(draft))
    data = draft_data(whole_drafts().get())
    assert [(row.title, row.adapted, row.entry) for row in data.choices] == [
        ("Une", True, None),
        ("Deux", True, None),
    ]
    assert [(row.title, row.is_local) for row in data.indicators] == [("Une", True), ("Deux", True)]


def test_removing_a_row_dates_the_draft_and_lets_it_be_chosen_again():
    draft, sheet = DraftFactory(), ActionSheetFactory()
    (row,) = choose_actions(sheets=[sheet], **act(draft, OPENED_AT))
    remove_row(row=row, **act(draft))
    assert (draft.choices.count(), changed_at(draft)) == (0, LATER)
    assert len(choose_actions(sheets=[sheet], **act(draft))) == 1


@pytest.mark.usefixtures("content")
def test_an_editor_s_new_publication_does_not_change_the_draft():
    draft = DraftFactory()
    (sheet,) = action_sheets(refs=["inventaire-parc"])
    choose_actions(sheets=[sheet], **act(draft))
    before = draft_data(whole_drafts().get(pk=draft.pk))

    entry = Action.objects.get(ref="inventaire-parc")
    entry.title, entry.summary = "Autre intitulé", "Autre texte."
    entry.save_revision().publish()

    (published,) = action_sheets(refs=["inventaire-parc"])
    assert (published.title, published.revision) == ("Autre intitulé", sheet.revision + 1)
    assert draft_data(whole_drafts().get(pk=draft.pk)) == before
    entry.unpublish()
    assert draft_data(whole_drafts().get(pk=draft.pk)) == before


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("choose", "factory", "related"),
    [
        (choose_actions, ActionSheetFactory, "choices"),
        (follow_indicators, IndicatorSheetFactory, "indicators"),
    ],
    ids=["actions", "indicators"],
)
def test_two_who_pick_the_same_at_once_get_it_once(choose, factory, related):
    draft, sheet, ready = DraftFactory(), factory(), Barrier(2, timeout=30)

    def pick(_: int) -> int:
        ready.wait()
        try:
            return len(choose(sheets=[sheet], **act(draft)))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(pick, range(2))) == [0, 1]
    assert getattr(draft, related).count() == 1
