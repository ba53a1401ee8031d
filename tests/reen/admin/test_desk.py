"""The watch desk: who opens it, what each list holds, where each row leads, at a constant cost."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reen.enums import Certainty, CorrectionState, LinkState
from reen.models import (
    Action,
    Correction,
    Finding,
    FruitlessSearch,
    ResourceList,
    ResourceListItem,
    ReviewPeriods,
    User,
    WebAddress,
)
from reen.watch import corrections, desk, fruitless, stale, survey
from reen.watch.kinds import months_before
from tests.reen.factories import ActionFactory, IndicatorFactory, LegalTextFactory, ResourceFactory
from tests.reen.watch.accounts import account, editor

pytestmark = pytest.mark.django_db
DESK = reverse("watch:desk")
OLD = date(2020, 1, 31)


@pytest.fixture
def editing() -> Client:
    """The browser of an editor."""
    browser = Client()
    browser.force_login(editor())
    return browser


@pytest.fixture
def correction() -> Correction:
    """What a reader proposed on an action."""
    return corrections.receive(
        entry=ActionFactory(title="Réemployer"),
        wrong="La date a changé.",
        proposal="",
        email="lectrice@exemple.invalid",
    )


def listed(subject: str) -> list[tuple[str, str]]:
    rows = desk.subject_named(subject).rows()
    return [(row.title, row.what) for row in rows[0:50]]


# --- Who ----------------------------------------------------------------------


def screens(correction: Correction) -> list[tuple[str, str]]:
    return [
        ("get", DESK),
        *(("get", reverse("watch:subject", args=[subject.slug])) for subject in desk.subjects()),
        ("get", reverse("watch:correction", args=[correction.pk])),
        ("post", reverse("watch:correction", args=[correction.pk])),
        ("post", reverse("watch:press", args=["contenus", 1])),
        ("post", reverse("watch:digest")),
    ]


@pytest.mark.parametrize(
    ("who", "opens"),
    [
        (None, False),
        ((), False),
        (("access_admin",), False),
        (("change_action",), False),
        (("access_admin", "change_action"), True),
    ],
)
def test_the_desk_is_for_editors(correction, who, opens):
    browser = Client()
    if who is not None:
        browser.force_login(account("quelqu-un@exemple.invalid", *who))
    for method, url in screens(correction):
        answer = getattr(browser, method)(url)
        refused = answer.status_code in (302, 403) and answer.headers.get("Location", "") != url
        pressed = answer.status_code == 302 and answer.headers["Location"].startswith(DESK)
        assert (answer.status_code in (200, 422) or pressed, refused and not pressed) == (opens, not opens), (
            url
        )


def test_the_menu_names_the_desk_to_editors_only(editing):
    link = f'href="{DESK}"'
    assert "Veille" in editing.get(reverse("wagtailadmin_home")).text
    other = Client()
    other.force_login(account("autre@exemple.invalid", "access_admin"))
    assert link not in other.get(reverse("wagtailadmin_home")).text


def test_a_button_is_pressed_by_post_only(editing):
    assert editing.get(reverse("watch:press", args=["contenus", 1])).status_code == 405


@pytest.mark.parametrize("path", ["inconnu/", "inconnu/1/", "relire/1/", "corrections/9999/"])
def test_what_does_not_exist_is_not_found(editing, path):
    method = editing.post if path.endswith("1/") else editing.get
    assert method(DESK + path).status_code == 404


# --- What ---------------------------------------------------------------------


def test_entries_are_to_be_read_again_after_the_period_of_their_kind():
    today = timezone.localdate()
    ActionFactory(title="Ancienne", checked_on=OLD)
    ActionFactory(title="Juste à temps", checked_on=months_before(today, 12))
    ActionFactory(title="Un jour de trop", checked_on=months_before(today, 12) - timedelta(days=1))
    LegalTextFactory(title="Loi relue il y a huit mois", checked_on=months_before(today, 8))
    ResourceFactory(title="Outil relu il y a huit mois", checked_on=months_before(today, 8))
    ActionFactory(title="Brouillon", checked_on=OLD, draft=True)
    assert [title for title, _ in listed("relire")] == [
        "Ancienne",
        "Un jour de trop",
        "Loi relue il y a huit mois",
    ]
    assert listed("relire")[0][1] == "vérifié le 31\u00a0janvier 2020, à relire tous les 12\u00a0mois"


def test_editors_change_the_periods():
    ActionFactory(title="Fiche", checked_on=months_before(timezone.localdate(), 8))
    assert listed("relire") == []
    periods = ReviewPeriods.load()
    periods.action = 6
    periods.save()
    assert [title for title, _ in listed("relire")] == ["Fiche"]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 24, date(2024, 1, 15)),
        (date(2026, 10, 31), 1, date(2026, 9, 30)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, before):
    assert months_before(day, months) == before


def test_entries_nobody_checked_twice_are_listed():
    ActionFactory(title="Vérifiée", certainty=Certainty.CONFIRMED)
    ActionFactory(title="Lue", certainty=Certainty.READ_ONCE)
    IndicatorFactory(title="Sans date", certainty=Certainty.TO_CONFIRM, checked_on=None)
    assert sorted(listed("jamais-verifiees")) == [
        ("Lue", "lu, sans seconde lecture"),
        ("Sans date", "à confirmer, sans date de vérification"),
    ]


def test_short_sheets_are_listed():
    ActionFactory(title="Courte", short=True)
    ActionFactory(title="Entière")
    assert [title for title, _ in listed("courtes")] == ["Courte"]


def test_links_to_what_was_withdrawn_are_listed():
    resource = ResourceFactory(title="Outil retiré", first_published_at=timezone.now())
    never = ResourceFactory(title="Outil en projet", draft=True)
    ActionFactory(title="Action", resources=[resource, never])
    assert listed("references") == []
    resource.unpublish()
    assert listed("references") == [("Action", "renvoie à «\u202fOutil retiré\u202f», qui n’est plus publié")]


def test_lists_of_resources_that_lost_one_are_listed_and_lead_to_its_rows(editing):
    kept, gone = (
        ResourceFactory(title=title, first_published_at=timezone.now()) for title in ("Gardé", "Retiré")
    )
    chosen = ResourceList(ref="debuter", title="Pour débuter", introduction="Deux outils.", live=True)
    chosen.items = [ResourceListItem(resource=each, why="Utile.") for each in (kept, gone)]
    chosen.save()
    assert listed("references") == []
    gone.unpublish()
    assert listed("references") == [("Pour débuter", "renvoie à «\u202fRetiré\u202f», qui n’est plus publié")]
    page = editing.get(reverse("watch:subject", args=["references"])).text
    form = f"/admin/snippets/reen/resourcelist/edit/{chosen.pk}/"
    assert f"{form}#id_items-FORMS" in page
    editing.force_login(User.objects.create_superuser(email="tout@exemple.invalid"))
    assert 'id="id_items-FORMS"' in editing.get(form).text


def test_dead_and_moved_addresses_lead_to_their_field(editing):
    entry = ResourceFactory(title="Outil", url="https://exemple.invalid/outil", sources=[])
    survey.survey_all()
    WebAddress.objects.update(
        state=LinkState.DEAD, answer="page introuvable (404)", failing_since=timezone.now()
    )
    assert listed("liens-morts") == [("Outil", "page introuvable (404)")]
    page = editing.get(reverse("watch:subject", args=["liens-morts"])).text
    assert f"/admin/snippets/reen/resource/edit/{entry.pk}/#id_url" in page
    assert 'href="https://exemple.invalid/outil"' in page
    WebAddress.objects.update(state=LinkState.ALIVE, moved_to="https://exemple.invalid/neuf")
    assert listed("liens-morts") == []
    assert listed("adresses") == [("Outil", "déplacée vers https://exemple.invalid/neuf")]


def test_actions_no_strategy_took_are_listed_once_they_had_time():
    then = timezone.now() - stale.LEFT_TIME - timedelta(days=1)
    ActionFactory(title="Ancienne", first_published_at=then)
    ActionFactory(title="Récente", first_published_at=timezone.now())
    assert listed("jamais-retenues") == [("Ancienne", "jamais retenue")]


def test_remarks_lead_to_their_field_and_can_be_set_aside(editing):
    entry = ActionFactory(title="Fiche", why="Un email.", effort_why="x", cost_why="x", horizon_why="x")
    survey.survey_all()
    url = reverse("watch:subject", args=["contenus"])
    assert f"/admin/snippets/reen/action/edit/{entry.pk}/#id_why" in editing.get(url).text
    finding = Finding.objects.get()
    pressed = editing.post(reverse("watch:press", args=["contenus", finding.pk]), {"p": "1"})
    assert (pressed.status_code, pressed["Location"]) == (302, f"{url}?p=1")
    assert listed("contenus") == []
    finding.refresh_from_db()
    assert finding.set_aside_by.email == "edition@exemple.invalid"


def test_searches_are_listed_and_forgotten(editing):
    for text in ("blockchain", "blockchain", "licorne"):
        fruitless.note(text, "actions")
    assert listed("recherches") == [("blockchain", "cherché 2\u00a0fois"), ("licorne", "cherché 1\u00a0fois")]
    first = FruitlessSearch.objects.get(words="blockchain")
    editing.post(reverse("watch:press", args=["recherches", first.pk]), {"p": "https://ailleurs.invalid"})
    assert [words for words, _ in listed("recherches")] == ["licorne"]


def test_the_desk_counts_each_subject(editing, correction):
    ActionFactory(short=True)
    page = editing.get(DESK)
    counted = {subject.slug: count for subject, count in page.context["counted"]}
    assert (counted["corrections"], counted["courtes"], counted["liens-morts"]) == (1, 1, 0)


@pytest.mark.usefixtures("correction")
def test_queries_do_not_grow_with_the_catalogue(editing):
    def cost() -> dict[str, int]:
        costs = {}
        for url in [DESK, *(reverse("watch:subject", args=[one.slug]) for one in desk.subjects())]:
            editing.get(url)
            with CaptureQueriesContext(
                connection,
            ) as asked:
                editing.get(url)
            costs[url] = len(asked)
        return costs

    def grow(times: int) -> None:
        gone = ResourceFactory(draft=True, first_published_at=timezone.now())
        for number in range(times):
            ActionFactory(
                checked_on=OLD,
                short=True,
                why="Un email.",
                resources=[gone],
                first_published_at=timezone.now() - timedelta(days=400),
                effect_source_url=f"https://exemple.invalid/{gone.pk}/{number}",
            )
            IndicatorFactory(checked_on=OLD, method="Un email.")
            fruitless.note(f"mot{gone.pk}{number}", "site")
        survey.survey_all()
        WebAddress.objects.update(state=LinkState.DEAD)

    grow(1)
    before = cost()
    grow(60)
    assert cost() == before
    assert max(before.values()) <= 30
    assert all(len(editing.get(url).context["page"].object_list) <= 50 for url in before if url != DESK)


# --- Corrections --------------------------------------------------------------


def decide(browser: Client, correction: Correction, **answers: str):
    return browser.post(reverse("watch:correction", args=[correction.pk]), answers)


def test_a_correction_is_kept_answered_and_its_address_forgotten(editing, correction):
    page = editing.get(reverse("watch:correction", args=[correction.pk])).text
    assert "La date a changé." in page
    assert f"/admin/snippets/reen/action/edit/{correction.object_id}/" in page
    assert decide(editing, correction, state="retenue", reply="C’est corrigé.").status_code == 302
    correction.refresh_from_db()
    assert (correction.state, correction.handled_by.email, correction.email) == (
        CorrectionState.KEPT,
        "edition@exemple.invalid",
        "",
    )
    (sent,) = mail.outbox
    assert sent.to == ["lectrice@exemple.invalid"]
    assert sent.subject == "Votre proposition de correction – Boussole REEN"
    assert "«\u202fRéemployer\u202f»" in sent.body or "« Réemployer »" in sent.body
    assert "C’est corrigé." in sent.body
    assert "C’est corrigé." not in editing.get(reverse("watch:correction", args=[correction.pk])).text


def test_a_correction_is_set_aside_with_a_reason(editing, correction):
    assert decide(editing, correction, state="ecartee").status_code == 422
    assert decide(editing, correction, state="ecartee", why="La date est juste.").status_code == 302
    correction.refresh_from_db()
    assert (correction.state, correction.why) == (CorrectionState.REJECTED, "La date est juste.")
    assert mail.outbox == []
    url = reverse("watch:subject", args=["corrections"])
    assert "La date a changé." not in editing.get(url).text
    assert "écartée\u00a0: La date a changé." in editing.get(f"{url}?etat=traitees").text


def test_two_editors_do_not_decide_twice(editing, correction):
    decide(editing, correction, state="retenue", reply="Merci.")
    again = decide(editing, correction, state="ecartee", why="Non.")
    assert again["Location"] == reverse("watch:correction", args=[correction.pk])
    correction.refresh_from_db()
    assert correction.state == CorrectionState.KEPT
    assert len(mail.outbox) == 1


def test_nothing_is_decided_when_the_answer_cannot_leave(editing, correction, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    refused = decide(editing, correction, state="retenue", reply="C’est corrigé.")
    assert refused.status_code == 422
    correction.refresh_from_db()
    assert (correction.state, correction.email) == (CorrectionState.NEW, "lectrice@exemple.invalid")


def test_a_correction_outlives_its_sheet(editing, correction):
    Action.objects.all().delete()
    page = editing.get(reverse("watch:correction", args=[correction.pk]))
    assert "La fiche a été supprimée depuis." in page.text
    assert decide(editing, correction, state="retenue").status_code == 302
