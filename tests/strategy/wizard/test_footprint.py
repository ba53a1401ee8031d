"""Step 3, the equipment of the organisation: counted, computed, corrected, kept, without any script."""

import re
from decimal import Decimal
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.queries.footprint import current_factors
from strategy.enums import MemberRole
from strategy.models import Footprint, Member
from strategy.services.footprint import save_footprint
from tests.strategy.factories import LATER, AccountFactory

pytestmark = pytest.mark.django_db

SENT = {"seen": "0", "edition": "2026-11", "electricity": "fr-2025", "pue": "local"}
FLEET = {
    "ordinateur-portable-number": "500",
    "ordinateur-portable-lifetime": "4",
    "ecran-24-number": "500",
    "ecran-24-lifetime": "4",
    "smartphone-number": "300",
    "smartphone-lifetime": "4",
}


def footprint(screens) -> Footprint:
    return Footprint.objects.get(draft=screens.draft)


def lines(screens) -> dict[str, int]:
    return dict(footprint(screens).lines.values_list("ref", "number"))


def shown(screens) -> str:
    """The page without markup, as it is read."""
    return unescape(re.sub(r"<[^>]+>", "", screens.get("footprint").text))


def test_an_empty_inventory_shows_common_types_and_folds_the_others(screens):
    page = screens.get("footprint")
    families = page.context["families"]
    in_sight = [part.form.equipment for family in families for part in family.in_sight]
    folded = [part.form.equipment for family in families for part in family.folded]
    assert all(one.common for one in in_sight)
    assert not any(one.common for one in folded)
    assert len(in_sight) + len(folded) == 37
    assert "Ordre de grandeur, climat seulement" not in page.text


def test_a_fleet_is_computed_and_told_with_its_range(screens):
    response = screens.post("footprint", SENT | FLEET | {"year": "2026"})
    assert response["Location"] == screens.address("footprint")
    assert lines(screens) == {"ordinateur-portable": 500, "ecran-24": 500, "smartphone": 300}
    page = shown(screens)
    assert "41\u00a0t\u00a0CO₂e par an" in page
    assert "La fabrication en fait 93" in page
    assert "500 × (185,1 ÷ 4 + 48 × 0,0461)" in page
    assert "24\u00a0t\u00a0CO₂e par an, de 17 à 38\u00a0t\u00a0CO₂e" in page


def test_factors_of_a_counted_type_are_shown_with_source_year_and_reliability(screens):
    screens.post("footprint", SENT | FLEET)
    page = shown(screens)
    for words in (
        "185,1\u00a0kg\u00a0CO₂e par appareil (sources\u00a0: de 128,9 à 296)",
        "moyenne (les sources vont de 1 à 4)",
        "±\u00a059\u00a0%",
        "EcoInfo (CNRS), EcoDiag, table des équipements",
        "(2022)",
        "5 ans, par convention",
        "lecture secondaire",
        "lien non contrôlé",
    ):
        assert words in page, words


def test_the_whole_table_of_factors_shows_nothing_unverified(screens):
    page = shown(screens)
    for factors in current_factors().equipment:
        assert factors.label in page
    assert "Guyane (facteur à indiquer)" in page
    assert "0,957" not in page
    assert "non vérifié" not in page
    assert "mises à disposition sous ODbL" in page


def test_an_unknown_value_is_asked_for_and_the_line_left_out(screens):
    screens.post("footprint", SENT | {"commutateur-number": "30", "souris-number": "4"})
    page = shown(screens)
    assert "Hors du total\u00a0: il manque la consommation." in page
    assert "5\u00a0kg\u00a0CO₂e par an" in page
    own = {"commutateur-consumption": "200", "commutateur-reason": "Mesure au compteur, 2026"}
    screens.post("footprint", SENT | {"seen": "1", "commutateur-number": "30"} | own)
    page = shown(screens)
    assert "Hors du total" not in page
    assert "30 × (367 ÷ 5 + 200 × 1,93 × 0,0461)" in page


def test_a_replaced_factor_keeps_the_former_value_and_asks_why(screens):
    own = {"ecran-24-number": "10", "ecran-24-making": "242"}
    refused = screens.post("footprint", SENT | own)
    assert refused.status_code == 422
    assert "Écran de 24 pouces, Source et motif – Dites pourquoi, et d’après quelle source." in refused.text
    assert 'value="242"' in refused.text
    assert not Footprint.objects.exists()
    screens.post("footprint", SENT | own | {"ecran-24-reason": "ADEME, 2018"})
    page = shown(screens)
    assert "fabrication\u00a0: 242\u00a0kg\u00a0CO₂e par appareil, au lieu de 69,8" in page
    assert footprint(screens).lines.get().reason == "ADEME, 2018"


@pytest.mark.parametrize("name", ["electricity", "pue"])
def test_shared_factors_are_replaced_with_a_reason_too(screens, name):
    own = {f"{name}_own": "1,5", "serveur-rack-number": "2"}
    assert screens.post("footprint", SENT | own).status_code == 422
    assert screens.post("footprint", SENT | own | {f"{name}_reason": "Facture 2026"}).status_code == 302
    assert getattr(footprint(screens), f"{name}_own") == Decimal("1.5")
    assert "1,5" in shown(screens)
    assert "Facture 2026" in shown(screens)


def test_electricity_without_a_figure_leaves_lines_out_until_one_is_typed(screens):
    there = SENT | {"electricity": "guyane", "smartphone-number": "10"}
    screens.post("footprint", there)
    assert "il manque le facteur d’électricité" in shown(screens)
    own = {"seen": "1", "electricity_own": "0,3", "electricity_reason": "Réponse du fournisseur"}
    screens.post("footprint", there | own)
    assert "il manque" not in shown(screens)


def test_what_is_doubtful_in_a_published_figure_is_said(screens):
    assert "centrales" not in shown(screens)
    screens.post("footprint", SENT | {"electricity": "la-reunion", "smartphone-number": "10"})
    assert "Chiffre de 2020, sans doute dépassé" in shown(screens)


def test_second_hand_without_a_figure_says_so(screens):
    screens.post("footprint", SENT | {"tablette-number": "10", "tablette-refurbished": "10"})
    page = shown(screens)
    assert "Reconditionnés comptés comme neufs, faute de valeur en kg." in page
    assert "de 46 à 80\u00a0% d’impact annuel en moins" in page


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("smartphone-number", "beaucoup", "Écrivez un nombre entier"),
        ("smartphone-number", "-3", "Écrivez un nombre entier"),
        ("smartphone-number", "1,5", "Écrivez un nombre entier"),
        ("smartphone-number", "9" * 400, "dépasse ce qu’une collectivité peut avoir"),
        ("smartphone-number", "", "Indiquez le nombre, ou videz la ligne."),
        ("smartphone-lifetime", "0", "Écrivez une durée de 0,5 à 40 ans."),
        ("smartphone-lifetime", "quatre", "Écrivez un nombre, par exemple"),
        ("smartphone-lifetime", "1e999999", "Écrivez une durée de 0,5 à 40 ans."),
        ("smartphone-refurbished", "11", "Il y a plus de reconditionnés que d’appareils."),
        ("smartphone-making", "-1", "Écrivez un nombre positif."),
        ("smartphone-making", "NaN", "Écrivez un nombre, par exemple"),
        ("smartphone-reason", "a\x00b", "Le caractère nul n’est pas autorisé."),
        ("pue_own", "0,5", "Un PUE ne descend pas sous 1."),
        ("electricity", "lune", "Sélectionnez un choix valide."),
        ("year", "26", "Écrivez une année sur quatre chiffres"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_words_and_kept(screens, field, value, message):
    typed = {"smartphone-number": "10", "smartphone-lifetime": "3", "souris-number": "7"}
    response = screens.post("footprint", SENT | typed | {field: value})
    assert response.status_code == 422
    assert message in unescape(response.text)
    assert 'name="souris-number" value="7"' in response.text
    assert not Footprint.objects.exists()


def test_large_counts_and_french_numbers_are_read(screens):
    screens.post("footprint", SENT | {"cle-usb-number": "1\u202f000 000", "ecran-24-number": "1 250"})
    assert lines(screens) == {"ecran-24": 1_250, "cle-usb": 1_000_000}


def test_an_emptied_line_is_forgotten(screens):
    screens.post("footprint", SENT | FLEET)
    screens.post("footprint", SENT | {"seen": "1", "souris-number": "3", "clavier-number": "0"})
    assert lines(screens) == {"souris": 3}


def test_saving_what_is_there_changes_nothing(screens):
    screens.post("footprint", SENT | FLEET)
    former = footprint(screens)
    screens.post("footprint", SENT | FLEET | {"seen": "1"})
    assert footprint(screens).version == former.version == 1
    screens.draft.refresh_from_db()
    assert list(former.lines.values_list("pk")) == list(footprint(screens).lines.values_list("pk"))


def test_two_people_counting_see_both_versions_and_lose_nothing(screens):
    other = {"ref": "smartphone", "number": 200, "making": Decimal(60), "reason": "Fiche"}
    save_footprint(
        draft=screens.draft,
        values={"edition": "2026-11", "electricity": "corse", "pue": "local"},
        lines=[other],
        version=0,
        by=None,
        at=LATER,
    )
    response = screens.post("footprint", SENT | {"smartphone-number": "300", "souris-number": "5"})
    assert response.status_code == 409
    differences = {row["label"]: (row["mine"], row["saved"]) for row in response.context["differences"]}
    assert differences["Smartphone"] == (
        "300, 2,5\u00a0ans (convention)",
        "200, 2,5\u00a0ans (convention), fabrication\u00a0: 60\u00a0kg\u00a0CO₂e par appareil, au lieu de 79,5, Fiche",
    )
    assert differences["Souris"][1] == "vide"
    assert differences["Électricité du territoire"][1].startswith("Corse")
    assert 'name="smartphone-number" value="300"' in response.text
    assert lines(screens) == {"smartphone": 200}
    again = SENT | {"seen": "1", "smartphone-number": "300", "souris-number": "5"}
    assert screens.post("footprint", again).status_code == 302
    assert lines(screens) == {"smartphone": 300, "souris": 5}


def test_markup_in_a_reason_is_shown_as_text(screens):
    own = {"ecran-24-number": "10", "ecran-24-making": "242", "ecran-24-reason": "<script>x</script>"}
    screens.post("footprint", SENT | own)
    assert "<script>x" not in screens.get("footprint").text


def test_few_questions_whatever_is_counted(screens):
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert screens.get("footprint").status_code == 200
        return len(captured)

    screens.post("footprint", SENT | {"souris-number": "1"})
    few = count()
    assert few <= 15
    everything = {f"{one.ref}-number": "3" for one in current_factors().equipment}
    screens.post("footprint", SENT | everything | {"seen": "1"})
    assert len(lines(screens)) == 37
    assert count() == few


def test_a_reader_reads_the_estimate(screens):
    screens.post("footprint", SENT | FLEET)
    read_only(screens)
    page = screens.get("footprint").text
    assert "Lecture seule" in page
    assert '<form method="post"' not in page.partition("<main")[2]
    assert "41\u00a0t\u00a0CO₂e par an" in page
    assert screens.post("footprint", SENT).status_code == 403


def test_a_reader_of_an_empty_inventory_reads_what_is_missing(screens):
    read_only(screens)
    assert "le nombre d’équipements de l’organisation." in screens.get("footprint").text
    assert screens.get("territory").status_code == 200


def read_only(screens) -> None:
    """Gives the browser to somebody who may only read."""
    reader = AccountFactory()
    Member.objects.create(draft=screens.draft, user=reader, role=MemberRole.READER)
    screens.client.force_login(reader)
