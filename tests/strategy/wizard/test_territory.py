"""Step 3, the territory: an order of magnitude proposed, retained, replaced, never added up."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from strategy.models import TerritoryFootprint
from strategy.queries.drafts import whole_drafts
from strategy.queries.footprint import territory_footprint
from strategy.services.footprint import save_territory
from tests.strategy.factories import LATER

pytestmark = pytest.mark.django_db

OWN = {
    "per_inhabitant": "300,5",
    "per_inhabitant_source": "Étude imaginaire",
    "per_inhabitant_year": "2024",
    "population": "2 500",
    "population_source": "Recensement imaginaire",
}


def saved(screens):
    return territory_footprint(whole_drafts().get(pk=screens.draft.pk))


def test_the_figure_is_proposed_with_its_source_and_range_and_not_retained(screens):
    page = unescape(screens.get("territory").text)
    assert "1\u202f000\u00a0t\u00a0CO₂e par an" in page
    assert "2\u202f340 habitants × 434\u00a0kg CO₂e (ADEME, Évaluation de l’impact" in page
    assert "(2025), données 2022)" in page
    assert "de 520 à 1\u202f900\u00a0t\u00a0CO₂e" in page
    assert "Habitants comptés\u00a0: Commune imaginaire." in page
    assert "ne s’ajoute pas à celui de l’organisation" in page
    assert "n’est pas encore repris dans la stratégie" in page
    assert saved(screens) is None


def test_the_figure_is_retained_then_taken_out(screens):
    assert screens.post("territory", {"seen": "0", "retained": "on"})["Location"] == screens.address(
        "territory"
    )
    assert saved(screens).is_written
    assert "n’est pas encore repris" not in screens.get("territory").text
    screens.post("territory", {"seen": "1"})
    assert not saved(screens).is_written
    assert "n’est pas encore repris" in screens.get("territory").text


def test_other_figures_replace_the_official_ones_with_their_sources(screens):
    assert screens.post("territory", {"seen": "0", "retained": "on", **OWN}).status_code == 302
    page = unescape(screens.get("territory").text)
    assert "750\u00a0t\u00a0CO₂e par an" in page
    assert (
        "2\u202f500 habitants × 300,5\u00a0kg CO₂e (Étude imaginaire, données 2024), au lieu de 434" in page
    )
    assert "Source\u00a0: Recensement imaginaire." in page
    assert "plage publiée va de" not in page


@pytest.mark.parametrize(
    ("left_out", "message"),
    [
        ("per_inhabitant_source", "Dites d’où vient ce chiffre."),
        ("per_inhabitant_year", "Indiquez l’année de ses données."),
        ("population_source", "Dites d’où vient ce nombre d’habitants."),
    ],
)
def test_a_figure_without_its_source_is_refused_and_kept(screens, left_out, message):
    sent = {"seen": "0", "retained": "on"} | OWN | {left_out: ""}
    response = screens.post("territory", sent)
    assert (response.status_code, list(response.context["form"].errors)) == (422, [left_out])
    assert message in response.text
    assert 'value="300,5"' in response.text
    assert not TerritoryFootprint.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [("population", "-1"), ("population", "tous"), ("per_inhabitant", "-3"), ("per_inhabitant_year", "24")],
)
def test_figures_that_are_none_are_refused(screens, field, value):
    response = screens.post("territory", {"seen": "0"} | OWN | {field: value})
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_without_any_population_it_is_asked_for(screens):
    body = screens.draft.bodies.get().collectivity
    body.population_other = None
    body.save()
    page = unescape(screens.get("territory").text)
    assert "Il manque le nombre d’habitants" in page
    screens.post("territory", {"seen": "0", "retained": "on"})
    assert not saved(screens).is_written
    screens.post("territory", {"seen": "1", "retained": "on", **OWN})
    assert saved(screens).is_written


def test_two_people_see_both_versions(screens):
    save_territory(draft=screens.draft, values={"population": 9_000}, version=0, by=None, at=LATER)
    response = screens.post("territory", {"seen": "0", "retained": "on", **OWN})
    assert response.status_code == 409
    differences = {row["label"]: (row["mine"], row["saved"]) for row in response.context["differences"]}
    assert differences["Autre nombre d’habitants"] == ("2500", "9000")
    assert 'value="Étude imaginaire"' in response.text
    assert TerritoryFootprint.objects.get().population == 9_000


def test_few_questions(screens):
    screens.post("territory", {"seen": "0", "retained": "on"})
    with CaptureQueriesContext(connection) as captured:
        assert screens.get("territory").status_code == 200
    assert len(captured) <= 15
