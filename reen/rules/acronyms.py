"""The acronyms public readers meet, in words: found, told to be explained, or spelled out at their first use."""

import re
from collections.abc import Iterable, Iterator

EXPANSIONS = {
    "ADEME": "Agence de la transition écologique",
    "AGEC": "loi anti-gaspillage pour une économie circulaire",
    "AMF": "Association des maires de France",
    "AMO": "assistance à maîtrise d’ouvrage",
    "ANCT": "Agence nationale de la cohésion des territoires",
    "ANSSI": "Agence nationale de la sécurité des systèmes d’information",
    "API": "interface de programmation",
    "CA": "communauté d’agglomération",
    "CC": "communauté de communes",
    "CCAS": "centre communal d’action sociale",
    "CCTP": "cahier des clauses techniques particulières",
    "CDG": "centre de gestion",
    "CGCT": "code général des collectivités territoriales",
    "CIAS": "centre intercommunal d’action sociale",
    "CNFPT": "Centre national de la fonction publique territoriale",
    "COPIL": "comité de pilotage",
    "COTECH": "comité technique",
    "CRTE": "contrat pour la réussite de la transition écologique",
    "CTM": "centre technique municipal",
    "CU": "communauté urbaine",
    "DEEE": "déchets d’équipements électriques et électroniques",
    "DGA": "direction générale adjointe",
    "DGS": "direction générale des services",
    "DINUM": "direction interministérielle du numérique",
    "DPO": "délégué à la protection des données",
    "DRH": "direction des ressources humaines",
    "DSI": "direction des systèmes d’information",
    "DSIN": "direction des systèmes d’information et du numérique",
    "EPCI": "établissement public de coopération intercommunale",
    "EPT": "établissement public territorial",
    "ESS": "économie sociale et solidaire",
    "ETP": "équivalent temps plein",
    "GES": "gaz à effet de serre",
    "HT": "hors taxes",
    "IA": "intelligence artificielle",
    "INR": "Institut du numérique responsable",
    "MSP": "maison de services au public",
    "NR": "numérique responsable",
    "OPSN": "opérateur public de services numériques",
    "ORE": "obligation réelle environnementale",
    "PCAET": "plan climat-air-énergie territorial",
    "PLPDMA": "programme local de prévention des déchets",
    "PLU": "plan local d’urbanisme",
    "PLUi": "plan local d’urbanisme intercommunal",
    "PUE": "rapport entre l’énergie totale d’une salle et celle de ses serveurs",
    "RDD": "rapport développement durable",
    "REEN": "réduction de l’empreinte environnementale du numérique",
    "RGAA": "référentiel général d’amélioration de l’accessibilité",
    "RGESN": "référentiel général d’écoconception de services numériques",
    "RGPD": "règlement général sur la protection des données",
    "RH": "ressources humaines",
    "RSE": "responsabilité sociétale des entreprises",
    "RSSI": "responsable de la sécurité des systèmes d’information",
    "SCoT": "schéma de cohérence territoriale",
    "SIG": "système d’information géographique",
    "SNR": "stratégie numérique responsable",
    "SPASER": "schéma de promotion des achats socialement et écologiquement responsables",
    "TIC": "technologies de l’information et de la communication",
    "TNT": "programme Transformation numérique des territoires",
    "TTC": "toutes taxes comprises",
}
"""What each stands for, as it is written in the middle of a sentence."""

FAMILIAR = frozenset(
    "MW GW MWh GWh TWh CD CO CV DVD EUR FAQ HD LED NB OK PC PDF QR SMS SNCF TV TVA UE USB VPN WC".split()
)
"""What nobody needs to have explained."""

_ACRONYM = re.compile(r"(?<![\w@.#/&-])(?!U\+)[A-Z](?:[A-Z]+[a-z]?|[A-Za-z]?[A-Z]+)(?![\w@/&]|[.-]\w)")
_NUMERAL = re.compile(r"[IVXLC]+e?r?")
# The look-behind keeps long words linear.
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|(?<!\S)\S+@\S+")


def acronyms(text: str) -> Iterator[str]:
    """The acronyms of a text in their order, familiar ones and numerals left out; a text all in capitals has none."""
    bare = _ADDRESS.sub(" ", text)
    if bare.isupper() and " " in bare.strip():
        return
    for match in _ACRONYM.finditer(bare):
        if match[0] not in FAMILIAR and not _NUMERAL.fullmatch(match[0]):
            yield match[0]


def is_explained(acronym: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has « … (DSI) », « DSI (…) » or the words it stands for."""
    escaped = re.escape(acronym)
    given = re.compile(rf"\w[^()]*\(\s*{escaped}\s*\)|\b{escaped}\s*\(\s*\w")
    words = EXPANSIONS.get(acronym, "").lower()
    return any(given.search(text) or (words and words in text.lower()) for text in texts)


def spelled_out(text: str, told: set[str]) -> str:
    """The text, each known acronym followed by its words the first time; `told` gathers them from text to text."""

    def words(match: re.Match[str]) -> str:
        acronym = match[0]
        if acronym not in EXPANSIONS or acronym in told:
            return acronym
        told.add(acronym)
        before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
        explained = before.endswith("(") or after.startswith("(")
        return acronym if explained else f"{acronym} ({EXPANSIONS[acronym]})"

    return _ACRONYM.sub(words, text)
