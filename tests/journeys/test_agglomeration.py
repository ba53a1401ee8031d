"""An agglomeration and two associated communes, from the search to the four documents, with and without JavaScript."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Page
from pypdf import PdfWriter

from tests.journeys.walk import (
    CONTINUE,
    SAVE,
    basket,
    download_pdf,
    fill,
    follow,
    found,
    go,
    group,
    press,
    requirement_states,
    step_states,
    upload,
    words_of,
)

AGGLOMERATION = "Communauté d’agglomération Saint-Lô Agglo"
COMMUNES = ("Condé-sur-Vire", "Torigny-les-Villes")
LOGO = "Logo d’essai de l’agglomération"
PROGRAMME, PLAN = "Programme de travail d’essai", "Plan climat d’essai"
LONGER, LESS = "Garder les postes deux ans de plus", "Réduire l’électricité des serveurs"


@pytest.mark.thorough
@pytest.mark.parametrize("java_script_enabled", [True, False], ids=["javascript", "no-javascript"])
def test_from_the_search_to_the_four_documents(open_page: Callable[..., Page], java_script_enabled: bool):
    page = open_page(java_script_enabled=java_script_enabled)
    gather(page)
    write_governance(page)
    cite_programme(page)
    estimate(page)
    name_plan(page)
    write_objectives(page)
    actions = take_starter(page)
    plan_action(page, actions[0])
    indicator = follow_indicator(page)
    reread(page)
    check_documents(page, actions, indicator)


def gather(page: Page) -> None:
    """The agglomeration carries the strategy, two of its communes join it, and its logo goes on the cover."""
    assert AGGLOMERATION in found(page, "saint lo agglo")
    follow(page.get_by_role("main"), AGGLOMERATION)
    assert (
        page.locator(".answer").get_by_role("heading").inner_text()
        == "Oui, la loi vous demande une stratégie"
    )
    press(page, "Commencer une stratégie")
    for commune in COMMUNES:
        search = page.get_by_role("main").get_by_role("search")
        fill(search, {"Nom, code postal, code INSEE ou SIREN": commune})
        press(search, "Chercher")
        hit = page.locator(".card", has=page.get_by_role("heading", name=commune, exact=True))
        press(hit, "Ajouter comme associée")
    roles = page.locator("section.card .meta").all_inner_texts()
    assert ["commune associée" in role for role in roles] == [False, True, True]
    follow(page, "Logo de la couverture")
    picture = BytesIO()
    Image.new("RGB", (240, 80), "navy").save(picture, "PNG")
    upload(page, "Image du logo", "logo.png", "image/png", picture.getvalue())
    fill(page, {"Ce que montre le logo": LOGO})
    press(page, "Enregistrer le logo")
    assert page.get_by_role("img", name=LOGO).evaluate("image => image.naturalWidth") == 240
    follow(page, "Revenir à l’étape Collectivité")
    follow(page, "Continuer")


def write_governance(page: Page) -> None:
    """Who leads and with whom; amounts are before tax, said once."""
    fill(group(page, "Élu référent ou élue référente"), {"Prénom et nom": "Camille Essai"})
    fill(group(page, "Pilote dans les services"), {"Prénom et nom": "Dominique Essai"})
    for number, (name, kind) in enumerate(
        (("Syndicat d’essai", "acteur public"), ("Ressourcerie d’essai", "acteur privé")), start=1
    ):
        actor = group(page, f"Acteur {number}")
        fill(actor, {"Nom de l’acteur": name, "Comment il est associé": "Deux réunions par an"})
        actor.get_by_label("Nature").select_option(kind)
    page.get_by_label("hors taxes (HT)").check()
    fill(page, {"Qui prépare le bilan annuel, et quand\u202f?": "La direction d’essai, à l’automne."})
    fill(page, {"Qu’est-ce qui change pour les habitants\u202f?": "Un point de collecte par commune."})
    press(page, CONTINUE)


def cite_programme(page: Page) -> None:
    """The work programme exists: it is cited by its title and date, and its file joined."""
    page.get_by_label("Oui, il existe déjà").check()
    fill(group(page, "S’il existe déjà"), {"Titre": PROGRAMME, "Date": "2026-03-12"})
    fill(page, {"Usages du numérique sur le territoire": "Enquête d’essai."})
    fill(page, {"Actions déjà engagées": "- Collecte d’essai des téléphones"})
    press(page, SAVE)
    follow(page, "Joindre son fichier")
    file = BytesIO()
    PdfWriter().write(file)
    upload(page, "Fichier du programme de travail", "programme.pdf", "application/pdf", file.getvalue())
    press(page, "Joindre le fichier")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="programme.pdf").click()
    assert waiting.value.path().read_bytes() == file.getvalue()
    follow(page, "Revenir à l’étape État des lieux")


def estimate(page: Page) -> None:
    """Both perimeters, each as an order of magnitude that says its range and its sources."""
    follow(page, "Estimer l’empreinte de vos équipements")
    fill(group(page, "Ordinateur portable"), {"Nombre": "620", "Durée, en années": "4"})
    fill(group(page, "Écran de 24 pouces"), {"Nombre": "1 100"})
    press(page, "Calculer et enregistrer")
    result = page.get_by_role("region", name=" par an")
    assert re.fullmatch(r"\d+\xa0t\xa0CO₂e par an", result.get_by_role("heading").inner_text())
    assert "Selon les sources" in result.inner_text()
    follow(page, "territoire")
    page.get_by_label("Reprendre cet ordre de grandeur dans la stratégie").check()
    press(page, "Calculer et enregistrer")
    assert page.get_by_text("Ce chiffre n’est pas encore repris").count() == 0
    follow(page, "Revenir à l’état des lieux")


def name_plan(page: Page) -> None:
    """The climate plan that the strategy meets."""
    follow(
        page.get_by_role("navigation", name="Parties de l’état des lieux"),
        "Articulation avec vos autres plans",
    )
    page.get_by_label("Nature").select_option("plan climat-air-énergie territorial (PCAET)")
    fill(
        page,
        {
            "Intitulé": PLAN,
            "Période ou date": "2024-2030",
            "Comment la stratégie s’y articule": "Même revue.",
        },
    )
    press(page, "Ajouter ce plan")
    assert page.get_by_role("link", name=PLAN, exact=True).count() == 1
    follow(page, "Revenir à l’état des lieux")
    assert step_states(page)["État des lieux"] == "complète"
    press(page, CONTINUE)


def write_objectives(page: Page) -> None:
    """Two objectives of the organisation, with their quantities, values and years."""
    for statement, unit, start, target in ((LONGER, "années", "4", "6"), (LESS, "MWh par an", "640", "480")):
        fill(page, {"Objectif": statement, "Ce qui est mesuré": statement, "Unité": unit})
        page.get_by_label("l’organisation").check()
        page.get_by_label("pluriannuel").check()
        fill(page, {"Valeur de départ": start, "Année de départ": "2025"})
        fill(page, {"Valeur visée": target, "Année visée": "2029"})
        press(page, "Ajouter cet objectif")
    assert page.locator(".card").get_by_text("complet", exact=True).count() == 2
    follow(page, "Étape suivante")


def take_starter(page: Page) -> list[str]:
    """A starter set is taken but for one action, a suggestion is added; two are compared, one moves down."""
    follow(page, "Proposer un socle")
    page.get_by_role("checkbox", name=re.compile("^Retenir ")).last.uncheck()
    press(page, "Retenir les actions cochées")
    proposed = basket(page)
    suggestion = page.get_by_role("checkbox", name=re.compile("^Retenir ")).first
    suggestion.check()
    press(page, "Retenir la sélection")
    assert len(basket(page)) == len(proposed) + 1 >= 6
    assert set(proposed) < set(basket(page))
    for box in page.get_by_role("checkbox", name=re.compile("^Comparer ")).all()[:2]:
        box.check()
    press(page, "Comparer les actions cochées")
    assert page.get_by_role("table").get_by_role("columnheader").count() == 2
    follow(page, "Revenir aux actions")
    before = list(basket(page))
    down = page.get_by_role("button", name=re.compile("^Descendre ")).first
    moved = (down.text_content() or "").removeprefix("Descendre ")
    rank = before.index(moved)
    go(down)
    after = list(basket(page))
    assert after == [*before[:rank], before[rank + 1], moved, *before[rank + 2 :]]
    return after


def plan_action(page: Page, action: str) -> None:
    """Three years of budget, with one more line asked for on the way; what the action serves, and for whom."""
    follow(page.locator(".basket"), action)
    fill(page, {"Pilote": "Direction d’essai", "Début": "2027-01-15", "Fin": "2029-12-31"})
    page.get_by_label("Priorité").select_option("haute")
    for number, year in enumerate(("2027", "2028", "2029"), start=1):
        if number == 3:
            press(page, "Ajouter une année")
        fill(
            group(page, f"Ligne {number}"),
            {"Année": year, "Investissement": "12 000", "Fonctionnement": "1 500,50"},
        )
    page.get_by_label(AGGLOMERATION).check()
    page.get_by_label(COMMUNES[0]).check()
    page.get_by_label(LONGER).check()
    page.get_by_label(PLAN).check()
    fill(page, {"Preuves": "Marché d’essai"})
    press(page, SAVE)
    line = page.locator(".basket .items > li", has=page.get_by_role("link", name=action, exact=True))
    assert "priorité haute" in line.inner_text()
    assert "40 501,50 €" in line.inner_text()
    press(page, CONTINUE)


def follow_indicator(page: Page) -> str:
    """The first indicator proposed, attached to an objective, with the values of two years."""
    page.get_by_role("checkbox", name=re.compile("^Retenir ")).first.check()
    press(page, "Retenir la sélection")
    (title,) = basket(page)
    follow(page.locator(".basket"), title)
    page.get_by_label("Objectif suivi").select_option(label=LONGER)
    fill(
        page,
        {"Unité": "années", "Qui le relève": "Service d’essai", "Source des données": "Inventaire d’essai"},
    )
    fill(page, {"Valeur de départ": "4", "Mesurée le": "2025-12-31"})
    fill(page, {"Valeur visée": "6", "Année visée": "2029"})
    for number, year, expected in ((1, "2027", "4,75"), (2, "2028", "5,25")):
        fill(group(page, f"Ligne {number}"), {"Année": year, "Valeur attendue": expected})
    press(page, SAVE)
    assert basket(page) == {title: "complet"}
    press(page, CONTINUE)
    return title


def reread(page: Page) -> None:
    """Every requirement has an answer or a part of one, and what is to reread leads to where it is mended."""
    assert "absent" not in requirement_states(page).values()
    gaps = page.get_by_role("heading", name=re.compile("^Étape 5")).locator("+ ul a")
    go(gaps.first)
    assert "/actions/" in page.url
    page.go_back()


def check_documents(page: Page, actions: list[str], indicator: str) -> None:
    """The strategy says all that was typed; each of the other documents its own part of it."""
    names = page.get_by_role("link", name=re.compile(r" \(PDF\)$")).all_inner_texts()
    strategy, (programme, cards, sheet) = (
        words_of(download_pdf(page)),
        (words_of(download_pdf(page, name)) for name in names),
    )
    typed = {
        AGGLOMERATION,
        *COMMUNES,
        "PROJET",
        PROGRAMME,
        PLAN,
        LONGER,
        LESS,
        indicator,
        "5,25",
        "1 500,50",
        "40 501,50",
    }
    assert missing(strategy, typed | set(actions)) == set()
    assert (
        missing(programme, {"Syndicat d’essai", "Enquête d’essai.", "Ce document ne le remplace pas."})
        == set()
    )
    assert missing(cards, {*actions, "Direction d’essai", "Marché d’essai", LONGER, PLAN}) == set()
    assert missing(sheet, {*actions, "Direction d’essai"}) == set()


def missing(text: str, words: set[str]) -> set[str]:
    """What a text does not say."""
    return {each for each in words if each not in text}
