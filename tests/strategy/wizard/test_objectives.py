"""Step 4: objectives set, corrected, removed after a question."""

from decimal import Decimal

import pytest

from strategy.models import Objective
from strategy.services.drafting import add_objective
from strategy.services.saving import save_row
from tests.strategy.factories import LATER, DraftFactory

pytestmark = pytest.mark.django_db

SENT = {
    "seen": "0",
    "statement": "Réduire les déchets",
    "perimeter": "organisation",
    "rhythm": "pluriannuel",
    "unit": "tonnes",
    "baseline_value": "1\u202f250,50",
    "baseline_year": "2025",
    "target_value": "900",
    "target_year": "2030",
}


@pytest.fixture
def objective(draft) -> Objective:
    return add_objective(draft=draft, values={"statement": "Réduire <b>tout</b>"}, by=None, at=LATER)


def test_an_objective_is_added_and_listed(screens):
    assert screens.post("objectives", SENT)["Location"] == screens.address("objectives")
    (row,) = screens.draft.objectives.all()
    assert (row.statement, row.baseline_value, row.target_value, row.target_year, row.rhythm) == (
        "Réduire les déchets",
        Decimal("1250.500"),
        Decimal(900),
        2030,
        "pluriannuel",
    )
    page = screens.get("objectives").text
    assert "<span>complet</span>" in page
    assert "1\u202f250,5\u00a0tonnes en 2025" in page


def test_a_wrong_objective_is_refused_and_kept(screens):
    response = screens.post("objectives", SENT | {"baseline_value": "beaucoup", "target_year": "30"})
    assert response.status_code == 422
    page = response.text
    assert "Valeur de départ – Écrivez un nombre, par exemple 1\u202f250 ou 12,5." in page
    assert "Année visée – Écrivez une année sur quatre chiffres, par exemple 2028." in page
    assert 'value="beaucoup"' in page
    assert 'value="Réduire les déchets"' in page
    assert screens.draft.objectives.count() == 0


def test_an_objective_is_corrected_from_what_it_was(screens, objective):
    save_row(
        row=objective,
        values={"target_value": Decimal("12.5")},
        version=0,
        draft=screens.draft,
        by=None,
        at=LATER,
    )
    page = screens.get("objective", objective.pk).text
    assert 'value="12,5"' in page
    assert "Réduire &lt;b&gt;tout&lt;/b&gt;" in page
    assert "<b>tout</b>" not in page
    response = screens.post("objective", SENT | {"seen": "1"}, objective.pk)
    assert response["Location"] == screens.address("objectives")
    objective.refresh_from_db()
    assert (objective.statement, objective.version) == ("Réduire les déchets", 2)


def test_a_stale_objective_shows_both_versions(screens, objective):
    save_row(row=objective, values={"unit": "kWh"}, version=0, draft=screens.draft, by=None, at=LATER)
    response = screens.post("objective", SENT, objective.pk)
    assert response.status_code == 409
    told = {row["label"]: (row["mine"], row["saved"]) for row in response.context["differences"]}
    assert told["Unité"] == ("tonnes", "kWh")
    assert told["Valeur de départ"] == ("1\u202f250,5", "vide")
    assert told["Périmètre"] == ("l’organisation (nos services)", "le territoire")
    assert screens.post("objective", SENT | {"seen": "1"}, objective.pk).status_code == 302


def test_removing_asks_first(screens, objective):
    page = screens.get("remove_objective", objective.pk).text
    assert "Retirer «\u202fRéduire &lt;b&gt;tout&lt;/b&gt;\u202f»" in page.replace("&#8239;", "\u202f")
    assert screens.draft.objectives.count() == 1
    assert screens.post("remove_objective", {}, objective.pk)["Location"] == screens.address("objectives")
    assert screens.draft.objectives.count() == 0
    assert "a été retiré du brouillon" in screens.get("objectives").text
    assert screens.post("remove_objective", {}, objective.pk).status_code == 404


@pytest.mark.parametrize("name", ["objective", "remove_objective"])
def test_objectives_of_other_drafts_are_not_found(screens, name):
    other = DraftFactory().objectives.create(statement="Le leur")
    for key in (other.pk, 0, 9**30, "9" * 5_000):
        address = screens.address(name, 1).replace("/1/", f"/{key}/")
        assert screens.client.get(address).status_code == 404
        assert screens.client.post(address, SENT).status_code == 404
    assert Objective.objects.get().statement == "Le leur"
