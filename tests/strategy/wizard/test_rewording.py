"""A new wording of a chosen entry: seen everywhere, taken, left aside or adapted, never unasked."""

from datetime import date
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.models import Action, Indicator, Requirement
from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from reen.queries.requirements import requirement_sheets
from strategy.document.kinds import KINDS
from strategy.enums import Act, MemberRole
from strategy.models import Choice, Draft, Event, FollowedIndicator, Member
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.renderers.registry import RENDERERS
from strategy.services.choosing import add_own_action, choose_actions, follow_indicators
from strategy.services.saving import save_row
from tests.strategy.factories import LATER, AccountFactory
from tests.strategy.screens import Screens, sent_by

pytestmark = pytest.mark.django_db

REF, MEASURE = "inventaire-parc", "duree-vie-equipements"
NEW = "Compter le parc chaque année, puis publier le compte."
NOTICE = "nouvelle rédaction de la fiche existe"


@pytest.fixture
def who(screens) -> dict:
    return {"draft": screens.draft, "by": None, "at": LATER}


@pytest.fixture
def choice(who) -> Choice:
    (row,) = choose_actions(sheets=action_sheets(refs=[REF]), **who)
    return row


@pytest.fixture
def indicator(who) -> FollowedIndicator:
    (row,) = follow_indicators(sheets=indicator_sheets(refs=[MEASURE]), **who)
    return row


def publish(entry: Action | Indicator, **values) -> None:
    for name, value in values.items():
        setattr(entry, name, value)
    entry.save_revision().publish()


def reword(**values) -> None:
    publish(Action.objects.get(ref=REF), **({"summary": NEW} | values))


def adapt_here(choice: Choice, who: dict, **values: str) -> Choice:
    return save_row(row=choice, values=values, version=choice.version, **who)


def again(row: Choice | FollowedIndicator):
    return type(row).objects.get(pk=row.pk)


def sent(row: Choice | FollowedIndicator, button: str, **values) -> dict:
    """What the page sends: the version and the revision that were on it."""
    model = Action if isinstance(row, Choice) else Indicator
    revision = model.objects.get(ref=row.ref).edition
    return {"seen": row.version, "revision": revision, button: "1"} | values


def files(draft: Draft) -> list[bytes]:
    """The document of the draft, as people take it away."""
    document = KINDS["document"].build(draft_data(whole_drafts().get(pk=draft.pk)), requirement_sheets())
    return [RENDERERS[name].render(document) for name in ("json", "pdf")]


def words_on(page) -> str:
    return " ".join(BeautifulSoup(page.content, "html.parser").get_text(" ").split())


# --- What does not change unasked ----------------------------------------------------


def test_a_change_of_the_catalogue_changes_neither_the_draft_nor_a_byte_of_its_document(
    screens, choice, indicator
):
    before, rows = files(screens.draft), [again(choice).__dict__, again(indicator).__dict__]
    reword(title="Un autre titre", checked_on=date(2026, 11, 20))
    publish(Indicator.objects.get(ref=MEASURE), method="Autrement.", unit="mois")
    for name in ("actions", "indicators", "review"):
        screens.get(name)
    screens.get("choice_rewording", choice.pk)
    screens.post("choice_rewording", sent(choice, "keep"), choice.pk)
    assert files(screens.draft) == before
    kept = [
        {name: value for name, value in row.items() if name not in ("_state", "declined")} for row in rows
    ]
    now = [again(choice).__dict__, again(indicator).__dict__]
    assert [
        {name: value for name, value in row.items() if name not in ("_state", "declined")} for row in now
    ] == kept

    screens.post("choice_rewording", sent(choice, "take"), choice.pk)
    assert files(screens.draft) != before
    assert '"revision": 2' in files(screens.draft)[0].decode()


def test_nothing_is_said_as_long_as_nothing_new_is_published(screens, choice, indicator):
    action = Action.objects.get(ref=REF)
    action.summary = NEW
    action.save_revision()
    for name, *args in (
        ("actions",),
        ("indicators",),
        ("review",),
        ("choice", choice.pk),
        ("indicator", indicator.pk),
    ):
        assert NOTICE not in screens.get(name, *args).text
    page = screens.get("choice_rewording", choice.pk)
    assert "la dernière rédaction publiée, celle de la révision 1." in words_on(page)
    assert screens.post("choice_rewording", sent(choice, "take"), choice.pk).status_code == 302
    assert again(choice).version == 0


# --- Where it is seen ----------------------------------------------------------------


def test_it_is_counted_marked_and_found_by_the_proof_reader(screens, choice, indicator):
    reword()
    publish(Indicator.objects.get(ref=MEASURE), unit="mois")
    for step, row in (("actions", choice), ("indicators", indicator)):
        page = screens.get(step)
        address = screens.address(f"{screen_of(row)}_rewording", row.pk)
        soup = BeautifulSoup(page.content, "html.parser")
        assert [link["href"] for link in soup.select(".notice a") if "redaction" in link["href"]] == [address]
        assert [link["href"] for link in soup.select(".basket .tag")] == [address]
        found = [
            (text, mend)
            for _, lines in screens.get("review").context["findings"]
            for text, mend in lines
            if NOTICE in text
        ]
        assert address in [mend for _, mend in found]
        own = screens.get(screen_of(row), row.pk)
        assert "(révision 2, " in words_on(own)
        assert address in own.text
    assert "pour une de vos actions" in words_on(screens.get("actions"))
    assert [step.identifier for step, _ in screens.get("review").context["findings"]] == [
        "actions",
        "indicators",
    ]


def screen_of(row: Choice | FollowedIndicator) -> str:
    return "choice" if isinstance(row, Choice) else "indicator"


def test_differences_are_told_word_by_word_in_words_too(screens, choice):
    requirement = Requirement.objects.exclude(ref__in=choice.requirements).first()
    action = Action.objects.get(ref=REF)
    action.requirements.add(requirement)
    publish(action, summary=choice.summary.replace("Enregistrer", "Noter"))
    soup = BeautifulSoup(screens.get("choice_rewording", choice.pk).content, "html.parser")
    changed = [" ".join(each.get_text().split()) for each in soup.select("main :is(del, ins)")]
    assert changed == ["supprimé : Enregistrer,", "ajouté : Noter,", f"ajouté : {requirement.title}"]


def test_markup_of_the_catalogue_is_text(screens, choice):
    reword(summary="<script>alert(1)</script>")
    assert "<script>alert(1)" not in screens.get("choice_rewording", choice.pk).text


def test_a_reader_sees_it_and_is_offered_nothing(screens, choice, client):
    reword()
    reader = AccountFactory()
    Member.objects.create(draft=screens.draft, user=reader, role=MemberRole.READER)
    client.force_login(reader)
    page = Screens(client, screens.draft).get("choice_rewording", choice.pk)
    assert NOTICE in page.text
    assert 'name="take"' not in page.text
    assert screens.post("choice_rewording", sent(choice, "take"), choice.pk).status_code == 403
    assert NOTICE in screens.get("choice", choice.pk).text


def test_rows_of_ones_own_have_no_such_screen(screens, who):
    own = add_own_action(values={"theme": "axe-0-pilotage", "title": "La nôtre"}, **who)
    assert screens.get("choice_rewording", own.pk).status_code == 404
    assert screens.get("choice", own.pk).status_code == 200


def test_a_reading_of_sources_alone_is_no_news_and_may_be_taken(screens, choice):
    reword(summary=choice.summary, checked_on=date(2026, 11, 20))
    assert NOTICE not in screens.get("actions").text
    assert "sans changement pour votre texte" in words_on(screens.get("choice", choice.pk))
    page = screens.get("choice_rewording", choice.pk)
    assert "Passer à la révision" in page.text
    assert 'name="adapt"' not in page.text
    screens.post("choice_rewording", sent(choice, "take"), choice.pk)
    assert (again(choice).revision, again(choice).checked_on) == (2, date(2026, 11, 20))


@pytest.mark.parametrize("button", ["take", "keep", "adapt"])
def test_an_entry_no_longer_published_is_said_so_and_nothing_is_offered(screens, choice, button):
    reword()
    Action.objects.get(ref=REF).unpublish()
    assert "La fiche n’est plus publiée" in screens.get("choice", choice.pk).text
    page = screens.get("choice_rewording", choice.pk)
    assert "La fiche n’est plus publiée" in page.text
    assert "<form" not in str(BeautifulSoup(page.content, "html.parser").select_one(".workspace__main"))
    assert NOTICE not in screens.get("actions").text
    data = sent(choice, button, title="T", summary="S")
    assert screens.post("choice_rewording", data, choice.pk).status_code == 302
    assert (again(choice).version, again(choice).declined) == (0, 0)


# --- Three ways ----------------------------------------------------------------------


def test_taking_brings_words_and_revision_and_leaves_local_facts(screens, choice, who):
    choice = adapt_here(choice, who, pilot="Mairie")
    reword(title="Un autre titre")
    page = screens.get("choice_rewording", choice.pk)
    assert "Prendre la nouvelle rédaction" in page.text
    response = screens.post("choice_rewording", sent(choice, "take"), choice.pk)
    assert response.url == screens.address("actions")
    row = again(choice)
    assert (row.title, row.summary, row.pilot) == ("Un autre titre", NEW, "Mairie")
    assert (row.catalogue_title, row.catalogue_summary, row.revision) == ("Un autre titre", NEW, 2)
    assert row.version == choice.version + 1
    assert NOTICE not in screens.get("actions").text
    event = Event.objects.get(draft=screens.draft, act=Act.REWORDED)
    assert event.words == (f"a pris la nouvelle rédaction de «\u202f{choice.title}\u202f» (révision\u00a02).")


def test_adapted_words_are_replaced_only_after_three_texts_were_shown(screens, choice, who):
    former = choice.summary
    choice = adapt_here(choice, who, summary="Nos mots.")
    reword()
    page = screens.get("choice_rewording", choice.pk)
    told = BeautifulSoup(page.content, "html.parser").select_one(".conflict:has(section)")
    assert [each.get_text() for each in told.select("section > p:last-child")] == ["Nos mots.", former, NEW]
    assert "Remplacer mes mots par la nouvelle rédaction" in page.text
    assert "Prendre la nouvelle rédaction</button>" not in page.text
    screens.post("choice_rewording", sent(choice, "take"), choice.pk)
    assert again(choice).summary == NEW
    words = Event.objects.get(draft=screens.draft, act=Act.REWORDED).words
    assert words.endswith("à la place de ses mots dans «\u202fDescription\u202f».")


def test_what_the_catalogue_did_not_change_stays_as_it_was_adapted(screens, choice, who):
    choice = adapt_here(choice, who, title="Notre titre")
    reword()
    assert "Remplacer mes mots" not in screens.get("choice_rewording", choice.pk).text
    screens.post("choice_rewording", sent(choice, "take"), choice.pk)
    assert (again(choice).title, again(choice).summary) == ("Notre titre", NEW)


def test_keeping_ones_words_is_remembered_until_the_next_revision(screens, choice):
    changed_at = Draft.objects.get(pk=screens.draft.pk).changed_at
    reword()
    screens.post("choice_rewording", sent(choice, "keep"), choice.pk)
    for name, *args in (("actions",), ("review",), ("choice", choice.pk)):
        assert NOTICE not in screens.get(name, *args).text
    assert "laissé de côté la révision" in screens.get("choice", choice.pk).text
    assert 'name="keep"' not in screens.get("choice_rewording", choice.pk).text
    assert (again(choice).version, again(choice).revision) == (0, 1)
    assert Draft.objects.get(pk=screens.draft.pk).changed_at == changed_at
    assert Event.objects.filter(draft=screens.draft, act=Act.REWORDED).count() == 1
    reword(summary="Encore autrement.")
    assert NOTICE in screens.get("actions").text


def test_adapting_saves_ones_own_words_over_the_new_revision(screens, choice):
    reword()
    page = screens.get("choice_rewording", choice.pk)
    assert page.context["form"]["summary"].value() == choice.summary
    filled = {name: values[-1] for name, values in sent_by(page).items()}
    data = filled | {"summary": "Compter\r\nà notre façon.", "adapt": "1"}
    assert screens.post("choice_rewording", data, choice.pk).status_code == 302
    row = again(choice)
    assert (row.summary, row.catalogue_summary, row.revision) == ("Compter\nà notre façon.", NEW, 2)
    assert NOTICE not in screens.get("actions").text


def test_wrong_words_are_refused_and_kept(screens, choice):
    reword(title="Un autre titre")
    data = sent(choice, "adapt", title="", summary="Nos mots.")
    response = screens.post("choice_rewording", data, choice.pk)
    assert response.status_code == 422
    assert [message for _, message in response.context["errors"]] == [
        "Intitulé – Écrivez l’intitulé de l’action."
    ]
    assert "Nos mots." in response.text
    assert again(choice).version == 0


# --- At the same time ----------------------------------------------------------------


@pytest.mark.parametrize("button", ["take", "keep"])
def test_a_decision_on_words_that_changed_since_is_asked_again(screens, choice, who, button):
    reword()
    old = sent(choice, button)
    adapt_here(choice, who, summary="Mots d’une autre personne.")
    response = screens.post("choice_rewording", old, choice.pk)
    assert response.status_code == 409
    assert "Mots d’une autre personne." in response.text
    assert (again(choice).summary, again(choice).declined) == ("Mots d’une autre personne.", 0)
    assert not Event.objects.filter(act=Act.REWORDED).exists()


def test_both_versions_are_offered_when_somebody_else_saved_meanwhile(screens, choice, who):
    reword()
    old = sent(choice, "adapt", summary="Mes mots.")
    adapt_here(choice, who, summary="Mots d’une autre personne.")
    response = screens.post("choice_rewording", old, choice.pk)
    assert response.status_code == 409
    (difference,) = response.context["differences"]
    assert (difference["mine"], difference["saved"]) == ("Mes mots.", "Mots d’une autre personne.")
    again_sent = {name: values[-1] for name, values in sent_by(response).items()} | {"adapt": "1"}
    assert screens.post("choice_rewording", again_sent, choice.pk).status_code == 302
    assert again(choice).summary == "Mes mots."


@pytest.mark.parametrize("button", ["take", "keep", "adapt"])
def test_a_revision_that_was_not_on_the_screen_is_not_taken(screens, choice, button):
    reword()
    old = sent(choice, button, summary="Mes mots.")
    reword(summary="Encore autrement.")
    response = screens.post("choice_rewording", old, choice.pk)
    assert response.status_code == 409
    assert "Encore autrement." in response.text
    assert (again(choice).version, again(choice).declined) == (0, 0)


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 400])
def test_a_version_or_a_revision_that_is_none_decides_nothing(screens, choice, value):
    reword()
    for name in ("seen", "revision"):
        data = sent(choice, "take") | {name: value}
        assert screens.post("choice_rewording", data, choice.pk).status_code == 409
    assert again(choice).version == 0


# --- Indicators ----------------------------------------------------------------------


def test_every_word_of_an_indicator_is_compared(screens, indicator):
    words = {"unit": "mois", "method": "Compter.", "frequency": "mensuelle", "data_source": "Inventaire"}
    publish(Indicator.objects.get(ref=MEASURE), **words)
    found = screens.get("indicator_rewording", indicator.pk).context["rewording"]
    assert {text.field for text in found.changed} == set(words)
    assert found.adapted == ()
    screens.post("indicator_rewording", sent(indicator, "take"), indicator.pk)
    row = again(indicator)
    assert {name: getattr(row, name) for name in words} == words
    assert {name: getattr(row, row.COPIES[name]) for name in words} == words


def test_words_nobody_kept_are_not_replaced_without_asking(screens, indicator):
    """Of indicators followed before every word was kept, what was copied is not known."""
    FollowedIndicator.objects.filter(pk=indicator.pk).update(catalogue_unit="", unit="jours")
    publish(Indicator.objects.get(ref=MEASURE), unit="mois")
    page = screens.get("indicator_rewording", indicator.pk)
    assert [text.field for text in page.context["rewording"].adapted] == ["unit"]
    assert "Non conservée." in page.text


def test_words_of_rows_followed_before_are_known_where_their_revision_is_still_published(screens, indicator):
    published = Indicator.objects.get(ref=MEASURE)
    rows = FollowedIndicator.objects.filter(pk=indicator.pk)
    fill_copies = import_module("strategy.migrations.0008_rewording").fill_copies
    rows.update(catalogue_unit="", revision=7)
    fill_copies(apps, None)
    assert again(indicator).catalogue_unit == ""
    rows.update(revision=published.edition)
    fill_copies(apps, None)
    assert again(indicator).catalogue_unit == published.unit


# --- Cost ----------------------------------------------------------------------------


def test_as_many_questions_to_the_database_for_many_rows_as_for_one(screens, who, choice, indicator):
    def count() -> dict[str, int]:
        counts = {}
        for name, *args in (
            ("actions",),
            ("indicators",),
            ("review",),
            ("starter",),
            ("choice", choice.pk),
            ("choice_rewording", choice.pk),
            ("indicator_rewording", indicator.pk),
        ):
            with CaptureQueriesContext(connection) as captured:
                assert screens.get(name, *args).status_code == 200
            counts[name] = len(captured)
        return counts

    reword()
    publish(Indicator.objects.get(ref=MEASURE), unit="mois")
    screens.get("actions")  # Django asks each database once whether it knows JSON
    few = count()
    assert max(few.values()) <= 15
    choose_actions(sheets=action_sheets(), **who)
    follow_indicators(sheets=indicator_sheets(), **who)
    for action in Action.objects.exclude(ref=REF)[:20]:
        publish(action, summary=NEW)
    assert "pour 21 de vos actions" in words_on(screens.get("actions"))
    assert count() == few
