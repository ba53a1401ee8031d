"""A manager goes from the name of a commune to the PDF of a strategy, with and without JavaScript."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.journeys.walk import (
    CONTINUE,
    SAVE,
    basket,
    download_pdf,
    fill,
    follow,
    found,
    group,
    press,
    reference,
    requirement_states,
    step_states,
    tick,
    words_of,
)
from tests.strategy.renderers.reading import opened, tree

INVENTORY = "Tenir un inventaire fiable du parc"
GIFTS = "Donner le matériel fonctionnel"
OWN_ACTION = "Éteindre les écrans des halls la nuit"
INDICATOR = "Équipements par agent"
TYPED = (
    *(
        "Saint-Étienne",
        "PROJET",
        "Camille Essai",
        "Syndicat d’essai",
        "Ressourcerie d’essai",
        "œuvre »",
        "½, ≥ 3 °C",
    ),
    *(
        "Seconde action d’essai",
        "Direction d’essai",
        "Deux jours d’agent",
        "1 250,5",
        "937,25",
        "12 500,50 €",
    ),
)
OBJECTIVE = "Réduire le nombre d’équipements par agent – « moins, mais mieux »"


@pytest.mark.parametrize(
    "java_script_enabled",
    [
        pytest.param(True, id="javascript", marks=pytest.mark.thorough),
        pytest.param(False, id="no-javascript"),
    ],
)
def test_from_a_name_to_a_pdf(open_page: Callable[..., Page], java_script_enabled: bool):
    page = open_page(java_script_enabled=java_script_enabled)
    find_commune(page)
    write_governance(page)
    write_baseline(page)
    write_objective(page)
    choose_actions(page)
    follow_indicator(page)
    proofread(page)
    check_pdf(download_pdf(page), reference(page))


def find_commune(page: Page) -> None:
    """The commune is found however its name is typed; the answer of the law is read before starting."""
    page.goto("/")
    follow(page.get_by_role("banner"), "Ma collectivité")
    for typed in ("saint etienne", "St-Étienne", "SAINT ÉTIENNE", "42000"):
        assert found(page, typed)[0] == "Saint-Étienne"
    follow(page, "Saint-Étienne")
    answer = page.locator(".answer")
    assert answer.get_by_role("heading").inner_text() == "Oui, la loi vous demande une stratégie"
    assert "50 000" in answer.inner_text().replace("\u202f", " ").replace("\xa0", " ")
    assert page.get_by_role("table").get_by_text("décide").count() == 1
    press(page, "Commencer une stratégie")
    states = step_states(page)
    assert states.pop("Collectivité") == "complète"
    assert set(states.values()) == {"à remplir"}
    follow(page, "Continuer")


def write_governance(page: Page) -> None:
    """A public actor fits in the first lines; saving gives more; the yearly review is left for later."""
    fill(group(page, "Élu référent ou élue référente"), {"Prénom et nom": "Camille Essai"})
    fill(group(page, "Pilote dans les services"), {"Prénom et nom": "Dominique Essai"})
    write_actor(page, 1, "Syndicat d’essai", "acteur public")
    press(page, SAVE)
    assert page.get_by_role("status").inner_text().startswith("Enregistré à")
    write_actor(page, 2, "Ressourcerie d’essai", "acteur privé")
    fill(page, {"Avec quels moyens\u202f?": "Un mi-temps."})
    press(page, CONTINUE)


def write_actor(page: Page, number: int, name: str, kind: str) -> None:
    """One line of the associated actors."""
    line = group(page, f"Acteur {number}")
    fill(line, {"Nom de l’acteur": name, "Comment il est associé": f"Réunion de {name}"})
    line.get_by_label("Nature").select_option(kind)


def write_baseline(page: Page) -> None:
    """The work programme is written here."""
    page.get_by_label("Non, nous l’écrivons ici").check()
    fill(
        page,
        {
            "Impact environnemental du numérique sur le territoire": "Bilan d’essai du territoire.",
            "Impact du numérique dans vos services": "Bilan d’essai des services.",
            "Usages du numérique sur le territoire": "Usages d’essai : « œuvre », ½, ≥ 3 °C.",
            "Actions déjà engagées": "- Première action d’essai\n- Seconde action d’essai",
        },
    )
    press(page, CONTINUE)


def write_objective(page: Page) -> None:
    """A year written out is refused with a link to the field, and what was typed stays; then French numbers pass."""
    fill(page, {"Objectif": OBJECTIVE, "Unité": "équipements par agent"})
    fill(page, {"Valeur de départ": "1\u202f250,5", "Année de départ": "deux", "Valeur visée": "937,25"})
    fill(page, {"Année visée": "2029"})
    page.get_by_label("l’organisation").check()
    page.get_by_label("pluriannuel").check()
    press(page, "Ajouter cet objectif")
    page.get_by_role("alert").get_by_role("link", name="Année de départ").click()
    assert page.url.endswith("#id_baseline_year")
    assert page.get_by_label("Valeur de départ", exact=True).input_value() == "1\u202f250,5"
    fill(page, {"Année de départ": "2025"})
    press(page, "Ajouter cet objectif")
    card = page.locator(".card")
    assert card.get_by_role("heading").inner_text() == OBJECTIVE
    assert "complet" in card.inner_text()
    follow(page, "Étape suivante")


def choose_actions(page: Page) -> None:
    """Filters keep what is ticked; one action is completed, one stays as proposed, one is not of the catalogue."""
    page.get_by_label("Mot", exact=True).fill("INVENTAIRE parc")
    press(page, "Filtrer")
    tick(page, [INVENTORY])
    page.get_by_label("Mot", exact=True).fill("")
    page.get_by_label("Thème", exact=True).select_option("axe-2-cycle-de-vie")
    press(page, "Filtrer")
    tick(page, [GIFTS])
    press(page, "Retenir la sélection")
    assert basket(page) == dict.fromkeys((INVENTORY, GIFTS), "texte du catalogue, à adapter")

    follow(page.locator(".basket"), INVENTORY)
    fill(page, {"Pilote": "Direction d’essai", "Début": "2027-01-15", "Fin": "2027-12-31"})
    fill(page, {"Budget prévu, sans détail par année, en euros": "12 500,50 €"})
    press(page, SAVE)
    assert basket(page)[INVENTORY] == "complétée ici"

    follow(page, "Ajouter votre propre action")
    page.get_by_label("Thème", exact=True).select_option("axe-6-territoire-donnees")
    fill(
        page, {"Intitulé": OWN_ACTION, "Ce que vous ferez": "Programmer l’extinction.", "Pilote": "Bâtiments"}
    )
    fill(page, {"Début": "2027-03-01", "Autres moyens": "Deux jours d’agent"})
    press(page, SAVE)
    assert basket(page)[OWN_ACTION] == "complétée ici"
    press(page, CONTINUE)


def follow_indicator(page: Page) -> None:
    """An indicator that the inventory calls for is proposed, retained, completed and attached to the objective."""
    card = page.locator(".card", has=page.get_by_role("link", name=INDICATOR, exact=True))
    assert INVENTORY in card.inner_text()
    tick(page, [INDICATOR])
    press(page, "Retenir la sélection")
    assert basket(page)[INDICATOR] == "texte du catalogue, valeurs à écrire"
    follow(page.locator(".basket"), INDICATOR)
    page.get_by_label("Objectif suivi").select_option(label=OBJECTIVE)
    fill(page, {"Valeur de départ": "1,75", "Mesurée le": "2025-12-31", "Valeur visée": "1,5"})
    fill(page, {"Année visée": "2029", "Qui le relève": "Service d’essai"})
    press(page, SAVE)
    assert basket(page)[INDICATOR] == "complet"
    press(page, CONTINUE)


def proofread(page: Page) -> None:
    """What was typed is told, what is only proposed is not counted, and each gap leads to where it is mended."""
    assert requirement_states(page) == {
        "Acteurs publics et privés associés": "renseigné",
        "Bilan de l’impact environnemental du numérique": "renseigné",
        "Bilan des usages du numérique": "renseigné",
        "Synthèse des actions déjà engagées": "renseigné",
        "Appui sur le programme de travail": "renseigné",
        "Objectifs de réduction de l’empreinte": "renseigné",
        "Indicateurs de suivi": "renseigné",
        "Mesures mises en place": "incomplet",
        "Moyens prévus": "incomplet",
        "Rythme annuel ou pluriannuel (facultatif)": "incomplet",
        "Bilan annuel": "absent",
    }
    follow(page.get_by_role("table"), "Bilan annuel")
    fill(page, {"Qui prépare le bilan annuel, et quand\u202f?": "La direction d’essai, à l’automne."})
    press(page, SAVE)
    follow(page.get_by_role("navigation", name="Étapes"), "Relecture et export")
    assert requirement_states(page)["Bilan annuel"] == "renseigné"
    assert step_states(page)["Gouvernance"] == "complète"
    assert step_states(page)["Actions"] == "commencée"


def check_pdf(data: bytes, draft: str) -> None:
    """Two libraries find in the file what was typed, its tags, links, outline and language."""
    text = words_of(data)
    for typed in (*TYPED, draft):
        assert typed in text, f"« {typed} » is not in the PDF"

    with opened(data) as pdf:
        assert pdf.Root.Lang == "fr-FR"
        assert pdf.Root.MarkInfo.Marked
        tags = tree(pdf)
        headings = [node.text for level in ("H1", "H2", "H3") for node in tags.find(level)]
        assert {"Gouvernance", OWN_ACTION, INVENTORY} <= {heading.strip() for heading in headings}
        assert "Première action d’essai" in [node.text for node in tags.find("LBody")]
        assert tags.find("TH")
        links = [link for node in tags.find("Link") for link in node.links]
        assert {"external", "internal"} <= {"external" if "/A" in link else "internal" for link in links}
        with pdf.open_outline() as outline:
            assert {"Gouvernance", "Objectifs", "Sources"} <= {item.title for item in outline.root}
