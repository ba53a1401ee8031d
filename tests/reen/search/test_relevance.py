"""Questions as managers, elected members and citizens type them, each with what they expect among the first results."""

import pytest

from reen.search.found import asked, search

FIRST = 4
ANSWERS = [
    ("ordinateur d’occasion", "/actions/acheter-reconditionne/"),
    ("acheter reconditionné", "/actions/acheter-reconditionne/"),
    ("PC de seconde main", "/actions/acheter-reconditionne/"),
    ("loi qui oblige", "/obligations/"),
    ("qui est concerné par la loi ?", "/loi/article-35/"),
    ("suis-je concerné", "/ma-collectivite/"),
    ("seuil 50000 habitants", "/loi/article-35/"),
    ("seuil de 50 000 habitants", "/loi/article-35/"),
    ("accessibilité site internet", "/actions/accessibilite-schema/"),
    ("RGAA", "/loi/#rgaa"),
    ("référentiel général d'amélioration de l'accessibilité", "/loi/#rgaa"),
    ("RGESN", "/actions/autodiag-rgesn/"),
    ("référentiel général d’écoconception de services numériques", "/ressources/rgesn/"),
    ("DEEE", "/actions/collecter-deee/"),
    ("déchets electroniques", "/actions/collecter-deee/"),
    ("SPASER", "/actions/spaser-numerique/"),
    ("PCAET", "/actions/volet-pcaet/"),
    ("plan climat", "/loi/article-34/"),
    ("impression papier", "/actions/sobriete-impression/"),
    ("photocopieurs", "/actions/sobriete-impression/"),
    ("réemploi matériel", "/loi/article-16/"),
    ("reemploi materiel", "/loi/article-16/"),
    ("taux de réemploi 50 %", "/actions/atteindre-50-reemploi/"),
    ("indices de réparabilité", "/actions/critere-reparabilite/"),
    ("clause environnementale marché public", "/actions/clausier-nr/"),
    ("former les élus", "/themes/elus-agents/"),
    ("durée de vie des smartphones", "/actions/allonger-duree-vie/"),
    ("dons d'ordinateurs aux associations", "/loi/article-17/"),
    ("bilan annuel", "/loi/#bilan-annuel"),
    ("rapport développement durable", "/loi/#rapport-dd"),
    ("référent numérique", "/actions/nommer-referent/"),
    ("inventaire du parc informatique", "/actions/inventaire-parc/"),
    ("empreinte carbone du numérique", "/actions/bilan-impact/"),
    ("éco-conception site web", "/themes/ecoconception/"),
    ("fracture numérique", "/actions/strategie-inclusion/"),
    ("capteurs objets connectés", "/actions/evaluer-iot/"),
    ("données ouvertes", "/themes/territoire-donnees/"),
    ("open data", "/actions/ouvrir-donnees/"),
    ("logiciel libre", "/actions/logiciels-libres/"),
    ("mutualiser la démarche avec l’agglo", "/actions/mutualiser-demarche/"),
    ("mutualiser intercommunalité", "/actions/mutualiser-demarche/"),
    ("antenne relais", "/loi/#reen-30"),
    ("data center électricité", "/actions/salles-serveurs/"),
    ("cybersécurité", "/ressources/catalogue-cyber-tnt/"),
    ("quel budget prévoir", "/actions/budget-dedie/"),
    ("Nantes", "/retours-d-experience/nantes-metropole/"),
]


@pytest.mark.parametrize(("text", "expected"), ANSWERS, ids=[text for text, _expected in ANSWERS])
def test_what_is_expected_comes_first(content, text: str, expected: str):
    assert expected in [row.url for row in search(asked(text)).rows(0, FIRST)]
