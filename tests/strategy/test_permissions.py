"""Who may open and change what: every address of the application, for every kind of visitor, in one table."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import URLResolver, reverse

from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from strategy import urls
from strategy.enums import MemberRole, Perimeter, PlanKind
from strategy.models import Collectivity, Draft, Member, Plan
from strategy.permissions import Visitor, drafts_open_to, role_of
from strategy.services.choosing import choose_actions, follow_indicators
from strategy.services.demonstration import EDITORS
from strategy.services.drafting import add_objective
from strategy.services.saving import add_row
from tests.strategy.factories import LATER, AccountFactory, DraftFactory
from tests.strategy.screens import governance_form, years_form

pytestmark = pytest.mark.django_db

VISITORS = ["stranger", "session", "writer", "reader", "other", "editor", "superuser"]
# `session` is the browser that made the draft, without an account; « sign-in » is a redirection to that page.
TABLE = """
                       stranger session writer reader other editor superuser
search           GET   200      200     200    200    200   200    200
search           POST  405      405     405    405    405   405    405
obligation       GET   200      200     200    200    200   200    200
obligation       POST  405      405     405    405    405   405    405
typed_body       GET   200      200     200    200    200   200    200
typed_body       POST  302      302     302    302    302   302    302
drafts           GET   200      200     200    200    200   200    200
drafts           POST  405      405     405    405    405   405    405
start            GET   405      405     405    405    405   405    405
start            POST  302      302     302    302    302   302    302
draft            GET   sign-in  302     302    302    404   404    404
draft            POST  sign-in  405     405    403    404   404    404
bodies           GET   sign-in  200     200    200    404   404    404
bodies           POST  sign-in  302     302    403    404   404    404
governance       GET   sign-in  200     200    200    404   404    404
governance       POST  sign-in  302     302    403    404   404    404
baseline         GET   sign-in  200     200    200    404   404    404
baseline         POST  sign-in  302     302    403    404   404    404
plans            GET   sign-in  200     200    200    404   404    404
plans            POST  sign-in  302     302    403    404   404    404
plan             GET   sign-in  200     200    200    404   404    404
plan             POST  sign-in  302     302    403    404   404    404
remove_plan      GET   sign-in  200     200    403    404   404    404
remove_plan      POST  sign-in  302     302    403    404   404    404
objectives       GET   sign-in  200     200    200    404   404    404
objectives       POST  sign-in  302     302    403    404   404    404
objective        GET   sign-in  200     200    200    404   404    404
objective        POST  sign-in  302     302    403    404   404    404
remove_objective GET   sign-in  200     200    403    404   404    404
remove_objective POST  sign-in  302     302    403    404   404    404
actions          GET   sign-in  200     200    200    404   404    404
actions          POST  sign-in  302     302    403    404   404    404
basket           GET   sign-in  405     405    405    404   404    404
basket           POST  sign-in  302     302    403    404   404    404
compare          GET   sign-in  302     302    302    404   404    404
compare          POST  sign-in  405     405    403    404   404    404
own_action       GET   sign-in  200     200    403    404   404    404
own_action       POST  sign-in  302     302    403    404   404    404
choice           GET   sign-in  200     200    200    404   404    404
choice           POST  sign-in  302     302    403    404   404    404
remove_choice    GET   sign-in  200     200    403    404   404    404
remove_choice    POST  sign-in  302     302    403    404   404    404
indicators       GET   sign-in  200     200    200    404   404    404
indicators       POST  sign-in  302     302    403    404   404    404
own_indicator    GET   sign-in  200     200    403    404   404    404
own_indicator    POST  sign-in  302     302    403    404   404    404
indicator        GET   sign-in  200     200    200    404   404    404
indicator        POST  sign-in  302     302    403    404   404    404
remove_indicator GET   sign-in  200     200    403    404   404    404
remove_indicator POST  sign-in  302     302    403    404   404    404
review           GET   sign-in  200     200    200    404   404    404
review           POST  sign-in  405     405    403    404   404    404
export           GET   sign-in  200     200    200    404   404    404
export           POST  sign-in  405     405    403    404   404    404
"""
HEADER, *LINES = (line.split() for line in TABLE.strip().splitlines())
EXPECTED = {(name, method): dict(zip(HEADER, cells, strict=True)) for name, method, *cells in LINES}


def names(patterns: list) -> set[str]:
    """The names of every address under these patterns."""
    found = set()
    for pattern in patterns:
        found |= names(pattern.url_patterns) if isinstance(pattern, URLResolver) else {pattern.name}
    return found


def test_the_table_holds_every_address_and_every_visitor():
    assert set(EXPECTED) == {(name, method) for name in names(urls.urlpatterns) for method in ("GET", "POST")}
    assert VISITORS == HEADER


@pytest.fixture
def whole(draft, content) -> Draft:
    """The draft with a row of each kind."""
    who = {"draft": draft, "by": None, "at": LATER}
    add_objective(values={"statement": "Réduire"}, **who)
    add_row(row=Plan(draft=draft), values={"kind": PlanKind.CLIMATE}, **who)
    choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)
    follow_indicators(sheets=indicator_sheets(refs=["duree-vie-equipements"]), **who)
    return draft


@pytest.fixture
def visiting(client: Client, whole: Draft, writer) -> Callable[[str], Client]:
    """Signs the browser in as that kind of visitor."""

    def of(visitor: str) -> Client:
        match visitor:
            case "session":
                session = client.session
                session["drafts"] = [whole.reference]
                session.save()
            case "writer":
                client.force_login(writer)
            case "reader":
                reader = AccountFactory()
                Member.objects.create(draft=whole, user=reader, role=MemberRole.READER)
                client.force_login(reader)
            case "other":
                other = AccountFactory()
                DraftFactory(by=other.pk)
                client.force_login(other)
            case "editor":
                editor = AccountFactory()
                editor.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
                client.force_login(editor)
            case "superuser":
                client.force_login(AccountFactory(is_staff=True, is_superuser=True))
        return client

    return of


def arguments(draft: Draft) -> dict[str, list]:
    rows = {
        "plan": draft.plans.get(),
        "objective": draft.objectives.get(),
        "choice": draft.choices.get(),
        "indicator": draft.indicators.get(),
    }
    of_rows = {name: [draft.reference, row.pk] for name, row in rows.items()}
    public = {name: [] for name in ("search", "typed_body", "drafts", "start")}
    return {
        **public,
        "obligation": ["commune", "84007"],
        "export": [draft.reference, "json"],
        **of_rows,
        **{f"remove_{name}": args for name, args in of_rows.items()},
    }


def forms() -> dict[str, dict]:
    typed = {"name": "Syndicat imaginaire", "kind": "syndicat"}
    objective = {"seen": "0", "statement": "Réduire plus", "perimeter": Perimeter.TERRITORY.value}
    return {
        "start": {"collectivity": Collectivity.objects.get(kind="commune", code="84007").pk},
        "typed_body": typed,
        "bodies": {"type": "1", **typed},
        "governance": governance_form(0, pilot_name="Dominique"),
        "baseline": {"seen": "0", "uses": "Guichets."},
        "plans": {"seen": "0", "kind": PlanKind.WASTE.value},
        "plan": {"seen": "0", "kind": PlanKind.WASTE.value},
        "objectives": objective,
        "objective": objective,
        "actions": {"picked": "donner-materiel"},
        "own_action": years_form(0, theme="axe-0-pilotage", title="La nôtre"),
        "choice": years_form(0, title="Adaptée"),
        "indicators": {"picked": "taux-reemploi-reforme"},
        "own_indicator": years_form(0, title="Le nôtre"),
        "indicator": years_form(0, title="Adapté"),
    }


def outcome(response: HttpResponse) -> str:
    """The status, or « sign-in » for a redirection to that page."""
    to_sign_in = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
    return "sign-in" if to_sign_in else str(response.status_code)


@pytest.mark.parametrize("visitor", VISITORS)
def test_every_address_answers_each_visitor_as_the_table_says(visitor, whole, visiting):
    client, args, sent = visiting(visitor), arguments(whole), forms()
    answers = {}
    for name, method in EXPECTED:
        address = reverse(f"strategy:{name}", args=args.get(name, [whole.reference]))
        with transaction.atomic():  # each request finds the draft as the fixture made it
            response = client.get(address) if method == "GET" else client.post(address, sent.get(name, {}))
            transaction.set_rollback(True)
        answers[name, method] = outcome(response)
    assert answers == {cell: columns[visitor] for cell, columns in EXPECTED.items()}


def test_signing_in_leads_back_to_the_page_asked_for(client, draft):
    wanted = reverse("strategy:actions", args=[draft.reference]) + "?q=parc&page=2"
    address, query = client.get(wanted)["Location"].split("?", 1)
    assert (address, QueryDict(query).dict()) == (reverse("account_login"), {"next": wanted})


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_draft_of_others_looks_like_one_that_does_not_exist(client, draft, signed_in):
    if signed_in:
        client.force_login(AccountFactory())
    existing, unknown = (
        client.get(reverse("strategy:governance", args=[reference]))
        for reference in (draft.reference, "SNR-INCONNUE")
    )
    assert existing.status_code == unknown.status_code
    assert existing.content.decode().replace(draft.reference, "SNR-INCONNUE") == unknown.content.decode()


def test_permissions_agree_on_what_is_open(writer, draft):
    reader, nobody = AccountFactory(), AccountFactory()
    Member.objects.create(draft=draft, user=reader, role=MemberRole.READER)
    by_session = frozenset({draft.reference})
    for visitor, role in (
        (Visitor(None, frozenset()), None),
        (Visitor(None, by_session), MemberRole.WRITER),
        (Visitor(writer.pk, frozenset()), MemberRole.WRITER),
        (Visitor(reader.pk, frozenset()), MemberRole.READER),
        (Visitor(reader.pk, by_session), MemberRole.WRITER),
        (Visitor(nobody.pk, frozenset({"SNR-INCONNUE"})), None),
    ):
        assert role_of(visitor, draft) is role
        assert list(drafts_open_to(visitor)) == ([draft] if role else [])
