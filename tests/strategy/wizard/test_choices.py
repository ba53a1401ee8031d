"""Step 5: the years, the scope and the links of an action, and two people at once on them."""

from decimal import Decimal

import pytest

from reen.enums import Theme
from strategy.enums import BodyRole, PlanKind, TaxBasis
from strategy.models import Choice, Plan
from strategy.services.choosing import add_own_action
from strategy.services.drafting import add_body, add_objective, save_governance
from strategy.services.saving import add_row
from tests.strategy.factories import LATER, CollectivityFactory
from tests.strategy.screens import years_form

pytestmark = pytest.mark.django_db

YEARS = (
    {"year": "2027", "investment": "12 000", "running": "3 000,50", "fte": "0,5"},
    {"year": "2028", "running": "3000", "funding": "1000"},
)


@pytest.fixture
def who(screens) -> dict:
    return {"draft": screens.draft, "by": None, "at": LATER}


@pytest.fixture
def choice(who) -> Choice:
    return add_own_action(values={"theme": Theme.STAFF, "title": "Former"}, **who)


def sent(seen: int = 0, *years: dict[str, str], **values: str | list) -> dict:
    return years_form(seen, *years, theme=Theme.STAFF.value, title="Former", **values)


def years(choice: Choice) -> list[tuple]:
    return list(choice.years.values_list("year", "investment", "running", "funding", "fte"))


def test_years_are_kept_shown_again_and_added_up(screens, choice):
    assert screens.post("choice", sent(0, *YEARS, {"year": ""}), choice.pk).status_code == 302
    assert years(choice) == [
        (2027, Decimal(12000), Decimal("3000.50"), None, Decimal("0.5")),
        (2028, None, Decimal(3000), Decimal(1000), None),
    ]
    page = screens.get("choice", choice.pk)
    assert [line["year"].value() for line in page.context["form"].lines] == [2027, 2028, None, None]
    assert page.context["total"] == (
        "18\u202f000,50\u00a0€, dont 12\u202f000\u00a0€ d’investissement et 6\u202f000,50\u00a0€ de fonctionnement"
        "\u202f; "
        "financements attendus de 1\u202f000\u00a0€\u202f; 0,5\u00a0ETP en cumulant les années"
    )


def test_emptying_a_line_removes_the_year(screens, choice):
    screens.post("choice", sent(0, *YEARS), choice.pk)
    screens.post("choice", sent(1, {"year": ""}, YEARS[1]), choice.pk)
    assert [line[0] for line in years(choice)] == [2028]


def test_sending_the_years_back_changes_nothing(screens, choice):
    screens.post("choice", sent(0, *YEARS), choice.pk)
    assert screens.post("choice", sent(1, *YEARS), choice.pk).status_code == 302
    choice.refresh_from_db()
    assert choice.version == 1


def test_one_more_year_keeps_what_was_typed_and_saves_nothing(screens, choice):
    response = screens.post("choice", sent(0, *YEARS, pilot="Mairie", start="demain", more="1"), choice.pk)
    form = response.context["form"]
    assert (response.status_code, form["pilot"].value(), form["start"].value()) == (200, "Mairie", "demain")
    assert [line["year"].value() for line in form.lines] == ["2027", "2028", None]
    assert 'class="error-summary"' not in response.text
    assert (years(choice), Choice.objects.get().pilot) == ([], "")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"running": "10"}, "Budget, ligne 2, Année – Écrivez l’année de ces montants, ou videz la ligne."),
        (
            {"year": "2027", "running": "10"},
            "Budget, ligne 2, Année – L’année 2027 est déjà dans une autre ligne\u00a0: réunissez-les.",
        ),
        ({"year": "27"}, "Budget, ligne 2, Année – Écrivez une année sur quatre chiffres, par exemple 2028."),
        (
            {"year": "2028", "investment": "beaucoup"},
            "Budget, ligne 2, Investissement – Écrivez un nombre, par exemple 1\u202f250 ou 12,5.",
        ),
        (
            {"year": "2028", "running": "-1"},
            "Budget, ligne 2, Fonctionnement – Un budget ne peut pas être négatif.",
        ),
        (
            {"year": "2028", "fte": "-1"},
            "Budget, ligne 2, ETP – Un temps de travail ne peut pas être négatif.",
        ),
    ],
)
def test_a_wrong_line_is_named_and_kept(screens, choice, line, message):
    response = screens.post("choice", sent(0, YEARS[0], line, pilot="Mairie"), choice.pk)
    assert response.status_code == 422
    assert [text for _, text in response.context["errors"]] == [message]
    assert 'value="Mairie"' in response.text
    assert (years(choice), Choice.objects.get().version) == ([], 0)


def test_scope_objectives_and_plans_are_ticked(screens, who, choice):
    communes = [
        add_body(collectivity=CollectivityFactory(), role=BodyRole.ASSOCIATED, **who) for _ in range(2)
    ]
    objective = add_objective(values={"statement": "Réduire"}, **who)
    plan = add_row(row=Plan(draft=screens.draft), values={"kind": PlanKind.CLIMATE}, **who)
    links = {
        "bodies": [str(communes[0].pk)],
        "objectives": [str(objective.pk)],
        "plans": [str(plan.pk)],
        "communes": "Ici, là",
    }
    assert screens.post("choice", sent(0, **links), choice.pk).status_code == 302
    row = Choice.objects.get()
    assert [list(getattr(row, name).all()) for name in ("bodies", "objectives", "plans")] == [
        [communes[0]],
        [objective],
        [plan],
    ]
    form = screens.get("choice", choice.pk).context["form"]
    assert [form[name].value() for name in ("bodies", "objectives", "plans")] == [
        [communes[0].pk],
        [objective.pk],
        [plan.pk],
    ]
    screens.post("choice", sent(1), choice.pk)
    assert [getattr(row, name).count() for name in ("bodies", "objectives", "plans")] == [0, 0, 0]


def test_nothing_is_asked_of_what_there_is_not(screens, choice):
    form = screens.get("choice", choice.pk).context["form"]
    assert {"bodies", "objectives", "plans"} & set(form.fields) == set()


def test_rows_of_other_drafts_cannot_be_ticked(screens, who, choice):
    add_objective(values={"statement": "Le nôtre"}, **who)
    response = screens.post("choice", sent(0, objectives=["999999"]), choice.pk)
    assert list(response.context["form"].errors) == ["objectives"]


def test_two_people_see_their_years_and_links_side_by_side(screens, who, choice):
    objective = add_objective(values={"statement": "Réduire"}, **who)
    screens.post("choice", sent(0, YEARS[1]), choice.pk)
    response = screens.post("choice", sent(0, YEARS[0], objectives=[str(objective.pk)]), choice.pk)
    assert response.status_code == 409
    assert [tuple(row.values()) for row in response.context["differences"]] == [
        ("Objectifs servis", "Réduire", "vide"),
        (
            "Budget par année",
            "2027 – Investissement\u00a0: 12\u202f000\u202f; Fonctionnement\u00a0: 3\u202f000,5\u202f; ETP\u00a0: 0,5",
            "2028 – Fonctionnement\u00a0: 3\u202f000\u202f; Aides attendues\u00a0: 1\u202f000",
        ),
    ]


def test_an_objective_edited_from_its_other_end_is_no_silent_loss(screens, who, choice):
    objective = add_objective(values={"statement": "Réduire"}, **who)
    objective_form = {"seen": "0", "statement": "Réduire", "perimeter": "territoire"}
    screens.post("objective", objective_form | {"choices": [str(choice.pk)]}, objective.pk)
    assert list(choice.objectives.all()) == [objective]
    assert screens.post("choice", sent(0), choice.pk).status_code == 409
    assert list(choice.objectives.all()) == [objective]


def test_amounts_recall_what_they_are(screens, who, choice):
    assert (
        "Dites à l’étape&nbsp;2</a> si vos montants sont HT ou TTC" in screens.get("choice", choice.pk).text
    )
    save_governance(values={"tax_basis": TaxBasis.GROSS}, actors=[], version=0, **who)
    assert "Montants TTC, dit à l’étape&nbsp;2." in screens.get("choice", choice.pk).text
