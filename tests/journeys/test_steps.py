"""Each screen of a strategy is accessible, and fits a phone and a desk: as it is filled, and as it refuses."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.conftest import Demo
from tests.journeys.measures import look_over
from tests.journeys.walk import fill, group, press, sign_in, start_strategy

# `#` stands for the key of the first row that the screen before it lists.
SCREENS = (
    *("collectivite/", "collectivite/logo/", "gouvernance/", "etat-des-lieux/", "etat-des-lieux/fichier/"),
    *("etat-des-lieux/organisation/", "etat-des-lieux/territoire/", "etat-des-lieux/articulation/"),
    *("etat-des-lieux/articulation/#/", "objectifs/", "objectifs/#/", "actions/", "actions/?q=introuvable"),
    *("actions/#/", "actions/#/redaction/", "actions/#/retirer/", "actions/nouvelle/", "actions/socle/"),
    *("actions/comparer/?compare=inventaire-parc&compare=donner-materiel", "indicateurs/", "indicateurs/#/"),
    *("indicateurs/nouveau/", "relecture/", "membres/", "membres/#/", "membres/partir/", "delegations/"),
    *("supprimer/",),
)
LISTS = ("/strategies/", "/strategies/?action=bilan-usages", "/compte/email/", "/compte/logout/")


@pytest.fixture
def manager(page: Page, demo: Demo) -> Page:
    """A page where the demonstration manager is signed in."""
    sign_in(page, *demo.accounts["manager"])
    return page


@pytest.mark.thorough
def test_filled_screens(manager: Page, demo: Demo):
    draft = f"/strategies/{demo.strategies['complete']}/"
    faults = []
    for address in (*(draft + screen for screen in SCREENS), *LISTS):
        answer = manager.goto(with_key(manager, address))
        assert answer is not None
        assert answer.ok, f"{manager.url} answers {answer.status}"
        faults += look_over(manager)
    assert faults == []


def with_key(page: Page, address: str) -> str:
    """The address of the first row of a list, if a row is what is asked for."""
    start, mark, end = address.partition("#")
    if not mark:
        return address
    listed = re.search(rf"{start}(\d+)/", page.request.get(start).text())
    assert listed, f"{start} lists nothing"
    return start + listed[1] + end


def test_screens_that_refuse(page: Page):
    draft = start_strategy(page)
    faults = []
    for screen, spoil in REFUSED.items():
        page.goto(f"/strategies/{draft}/{screen}/")
        spoil(page)
        assert page.locator(".error-summary").count() == 1, f"{screen} accepts what it should refuse"
        faults += look_over(page)
    assert faults == []


def spoil_bodies(page: Page) -> None:
    """A collectivité without a name."""
    page.get_by_text("Elle n’est dans aucune liste").click()
    press(page, "Ajouter cette collectivité")


def spoil_governance(page: Page) -> None:
    """An actor neither public nor private."""
    fill(group(page, "Acteur 1"), {"Nom de l’acteur": "Sans nature"})
    press(page, "Enregistrer")


def spoil_baseline(page: Page) -> None:
    """Something done and nothing done, and an address that is none."""
    fill(page, {"Actions déjà engagées": "Une action", "Adresse où le lire": "pas une adresse"})
    page.get_by_label("Aucune action n’a encore été engagée").check()
    press(page, "Enregistrer")


def spoil_footprint(page: Page) -> None:
    """Words for a number, and more second-hand devices than devices."""
    fill(group(page, "Écran de 24 pouces"), {"Nombre": "beaucoup"})
    fill(group(page, "Smartphone"), {"Nombre": "3", "Dont reconditionnés": "4"})
    press(page, "Calculer et enregistrer")


def spoil_territory(page: Page) -> None:
    """A figure without its source."""
    fill(page, {"Autre nombre d’habitants": "2500"})
    press(page, "Calculer et enregistrer")


def spoil_objective(page: Page) -> None:
    """No statement, and words for numbers."""
    fill(page, {"Valeur de départ": "douze", "Année visée": "29"})
    press(page, "Ajouter cet objectif")


def spoil_action(page: Page) -> None:
    """No title, an end before the start, a negative budget of no year."""
    fill(page, {"Début": "2027-12-31", "Fin": "2027-01-01"})
    fill(group(page, "Ligne 1"), {"Investissement": "-3"})
    press(page, "Enregistrer")


def spoil_plan(page: Page) -> None:
    """No kind, and an address that is none."""
    fill(page, {"Adresse où le lire": "pas une adresse"})
    press(page, "Ajouter ce plan")


def spoil_indicator(page: Page) -> None:
    """No title, and a target before the baseline."""
    fill(page, {"Mesurée le": "2027-12-31", "Année visée": "2026"})
    press(page, "Enregistrer")


REFUSED: dict[str, Callable[[Page], None]] = {
    "collectivite": spoil_bodies,
    "gouvernance": spoil_governance,
    "etat-des-lieux": spoil_baseline,
    "etat-des-lieux/organisation": spoil_footprint,
    "etat-des-lieux/territoire": spoil_territory,
    "etat-des-lieux/articulation": spoil_plan,
    "objectifs": spoil_objective,
    "actions/nouvelle": spoil_action,
    "indicateurs/nouveau": spoil_indicator,
}
