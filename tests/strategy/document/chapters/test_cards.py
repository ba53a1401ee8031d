"""The card of an action: its facts, its scope and what it is linked to; and the plans it meets."""

from dataclasses import replace

from strategy.document.model import BulletList, Facts, Notice
from tests.strategy.document.drafts import PLAN, YEARS, body, choice, complete, empty, indicator, objective
from tests.strategy.document.parts import document_of, facts, read, section, words


def card(data, key=1):
    return section(document_of(data), f"action-{key}")


def test_a_whole_card():
    told = facts(card(complete(2), 2))
    assert told == {
        "Priorité": "haute",
        "Pilote": "Direction du numérique",
        "Élu référent ou élue référente": "Camille Exemple",
        "Périmètre": "Commune imaginaire",
        "Partenaires": "Communes voisines",
        "Calendrier": "du 1er\u00a0janvier 2027 au 31\u00a0décembre 2028",
        "Avancement": "prévue",
        "Budget prévu": "1\u202f550,50\u00a0€",
        "Financements attendus": "Fonds imaginaire",
        "Moyens": "Dix jours d’agent",
        "Objectifs servis": "Réduire la chose 2",
        "Suivie par": "Indicateur 2",
        "Articulation": "Plan imaginaire",
    }
    assert "Preuves\u00a0: " in words(card(complete(2), 2))


def test_scope_is_told_once_there_is_a_choice():
    bodies = (body("Agglomération"), body("Ville"))
    assert "Périmètre" not in facts(card(empty(choices=(choice(1),))))
    shared = "toutes les collectivités de la stratégie"
    for row, scope in (
        (choice(1), shared),
        (choice(1, bodies=("Ville",)), "Ville"),
        (choice(1, bodies=("Ville",), communes="Bourg"), "Ville, Bourg"),
    ):
        assert facts(card(empty(choices=(row,), bodies=bodies)))["Périmètre"] == scope


def test_links_lead_to_what_they_name():
    data = empty(
        objectives=(objective(3),),
        indicators=(indicator(8, objective=3),),
        plans=(PLAN,),
        choices=(choice(1, objectives=(3, 99), plans=(1,), years=YEARS),),
    )
    (block,) = (block for block in card(data).blocks if isinstance(block, Facts))
    links = {fact.label: fact.text[0].href for fact in block.facts if fact.text[0].href}
    assert links == {
        "Objectifs servis": "#objectif-3",
        "Suivie par": "#indicateur-8",
        "Articulation": "#plan-1",
    }
    document = document_of(data)
    (aim,) = section(document, "objectif-3").blocks
    links = {fact.label: (read(fact.text), fact.text[0].href) for fact in aim.facts if fact.text[0].href}
    assert links["Servi par"] == ("Action 1", "#action-1")
    assert links["Suivi par"][1] == "#indicateur-8"
    (meeting,) = (block for block in section(document, "plan-1").blocks if isinstance(block, BulletList))
    assert meeting.items[0][0].href == "#action-1"


def test_a_plan_that_nothing_meets_is_said():
    bare = replace(PLAN, articulation="", title="", link="", period="")
    part = section(document_of(empty(plans=(bare,))), "plan-1")
    assert part.title == "Plan climat-air-énergie territorial (PCAET)"
    (notice,) = part.blocks
    assert isinstance(notice, Notice)
    assert section(document_of(empty()), "articulation").blocks[0].kind == "info"
