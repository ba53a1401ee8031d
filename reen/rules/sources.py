"""The texts and readings the rules rest on, each with the day it was last checked."""

from dataclasses import dataclass
from datetime import date

from reen.enums import Certainty
from reen.typography import typeset

CHECKED_ON = date(2026, 11, 21)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement comes from; `opened` is False when nobody opened the link (« lien non contrôlé »)."""

    title: str
    url: str
    certainty: Certainty = Certainty.CONFIRMED
    opened: bool = True
    checked_on: date = CHECKED_ON

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", typeset(self.title))


_LAW_SITE = "https://french-business-law.com"
_CODE_HISTORY = "https://git.tricoteuses.fr/codes/code_general_des_collectivites_territoriales/commit/645e7aab79242d8dbba706f6dbebd3910ad63892.diff"

LAW = Source(
    "Loi n° 2021-1485 du 15 novembre 2021 (REEN), article 35",
    "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000044327272/",
)
AMENDMENT = Source(
    "Amendement adopté devenu l'article 35 de la loi REEN",
    "https://2017-2022.nosdeputes.fr/15/amendements/4196/274",
)
DECREE = Source(
    "CGCT, art. D. 2311-15-1, créé par le décret n° 2022-1084 du 29 juillet 2022",
    "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046113741",
)
YEARLY_REPORT = Source(
    "CGCT, art. L. 2311-1-1 (rapport sur la situation en matière de développement durable)",
    f"{_LAW_SITE}/rench-legislation-art/article-l2311-1-1-of-the-french-general-code-of-local-authorities",
)
POPULATION = Source(
    "CGCT, art. R. 2151-2 (population totale)",
    f"{_LAW_SITE}/rench-legislation-art/article-r2151-2-of-the-french-general-code-of-local-authorities",
)
POPULATION_OF_EPCI = Source(
    "Sénat, réponse ministérielle du 13 mars 2014 sur la population des intercommunalités",
    "https://senat.fr/questions/base/2012/qSEQ120801505.html",
    Certainty.TO_CONFIRM,
)
PARIS = Source(
    "CGCT, art. L. 2512-1 (Ville de Paris)",
    f"{_LAW_SITE}/rench-legislation-art/article-l2512-1-of-the-french-general-code-of-local-authorities",
)
LYON_AND_MARSEILLE = Source("CGCT, art. L. 2511-1 (Paris, Lyon, Marseille)", _CODE_HISTORY)
GRAND_PARIS = Source(
    "CGCT, art. L. 5219-1 (Métropole du Grand Paris)",
    "https://pdfslide.tips/documents/version-consolidee-du-code-general-des-collectivites-exercant-la-maitrise.html",
)
TERRITORIES = Source(
    "CGCT, art. L. 5219-2 (établissements publics territoriaux)",
    "https://legal.tricoteuses.fr/articles/JORFARTI000052239594",
)
DEPARTMENTS_AND_REGIONS = Source(
    "Décret n° 2011-687 du 17 juin 2011 (rapport développement durable)",
    "https://www.legifrance.gouv.fr/affichTexte.do?cidTexte=JORFTEXT000024198553",
)
METROPOLE_DE_LYON = Source(
    "Assemblée nationale, 15e législature, intervention sur la Métropole de Lyon",
    "https://2017-2022.nosdeputes.fr/15/intervention/692973",
    Certainty.TO_CONFIRM,
)
METROPOLE_DE_LYON_STRATEGY = Source(
    "Métropole de Lyon, le numérique responsable",
    "https://www.grandlyon.com/actions/le-numerique-responsable",
    Certainty.TO_CONFIRM,
)
OVERSEAS_DEPARTMENTS = Source(
    "Décret signalé pour les départements d'outre-mer, non relu",
    "https://www.doctrine.fr/l/texts/decrets/JORFTEXT000017765054",
    Certainty.TO_CONFIRM,
    opened=False,
)
OVERSEAS_COMMUNES = Source(
    "CGCT, communes des collectivités d'outre-mer (table signalée, non relue)",
    "http://codes-et-lois.fr/code-general-des-collectivites-territoriales/toc-commune-dispositions-particulieres-communes-collectivites-o-76931e2-texte-integral",
    Certainty.TO_CONFIRM,
    opened=False,
)
POLYNESIE = Source(
    "Ordonnance n° 2007-1434, communes de la Polynésie française",
    "https://circulaires.legifrance.gouv.fr/jorf/id/JORFTEXT000000252496/",
    Certainty.TO_CONFIRM,
)
NOUVELLE_CALEDONIE = Source(
    "Décret n° 2025-966 du 18 septembre 2025, population de la Nouvelle-Calédonie",
    "https://juriblio.fr/decrets/decret-no-2025-966-du-18-septembre-2025/186477874",
    Certainty.TO_CONFIRM,
)
