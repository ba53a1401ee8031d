"""Plain vocabularies with their French labels; models take `choices=` from them. Imports nothing of Django."""

from enum import StrEnum


class Vocabulary(StrEnum):
    """A vocabulary whose members carry the label people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Vocabulary":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs for a Django `choices=`: (value, label)."""
        return [(member.value, member.label) for member in cls]


class Kind(Vocabulary):
    """Kinds of bodies that may draft a strategy."""

    COMMUNE = "commune", "commune"
    EPCI = "epci", "EPCI à fiscalité propre"
    EPT = "ept", "établissement public territorial du Grand Paris"
    DEPARTEMENT = "departement", "département"
    REGION = "region", "région"
    SYNDICAT = "syndicat", "syndicat ou autre groupement"

    @property
    def read_as(self) -> "Kind":
        """The kind whose actions are for it: the facts name none for an EPT, which does the work of an EPCI."""
        return Kind.EPCI if self is Kind.EPT else self


class Size(Vocabulary):
    """Bands of population used to read the catalogue; only 50 000 is a threshold of article 35."""

    UNDER_3500 = "moins-3500", "moins de 3\u202f500 habitants"
    FROM_3500 = "3500-20000", "3\u202f500 à 20\u202f000 habitants"
    FROM_20000 = "20000-50000", "20\u202f000 à 50\u202f000 habitants"
    OVER_50000 = "plus-50000", "plus de 50\u202f000 habitants"

    @classmethod
    def of(cls, population: int) -> "Size":
        """The band of a population in inhabitants; 50 000 itself is not « plus de 50 000 »."""
        if population < 3500:
            return cls.UNDER_3500
        if population < 20000:
            return cls.FROM_3500
        return cls.FROM_20000 if population <= 50000 else cls.OVER_50000


class Theme(Vocabulary):
    """The six themes of CGCT art. D. 2311-15-1 (optional, « notamment »), and steering, which is ours."""

    STEERING = "axe-0-pilotage", "Pilotage, mesure et gouvernance"
    PROCUREMENT = "axe-1-commande-publique", "Commande publique locale et durable"
    LIFE_CYCLE = "axe-2-cycle-de-vie", "Gestion durable et de proximité du matériel"
    ECODESIGN = "axe-3-ecoconception", "Écoconception des sites et des services numériques"
    STAFF = "axe-4-elus-agents", "Sensibilisation des élus et des agents"
    CITIZENS = "axe-5-citoyens-inclusion", "Démarche numérique responsable auprès de tous"
    TERRITORY = "axe-6-territoire-donnees", "Territoire connecté et durable, données"

    @property
    def number(self) -> int:
        """0 for steering, 1 to 6 as in the decree."""
        return int(self.value.split("-")[1])

    @property
    def slug(self) -> str:
        """Its place in the address of its page: `commande-publique`."""
        return self.value.split("-", 2)[2]


class Effort(Vocabulary):
    """The team's estimate of the work."""

    LOW = "faible", "effort faible"
    MEDIUM = "moyen", "effort moyen"
    HIGH = "fort", "effort fort"


class Cost(Vocabulary):
    """The team's estimate of the money; the words say what the signs mean."""

    LOW = "€", "€\u00a0: temps agent, ou moins de quelques milliers d’euros"
    MEDIUM = "€€", "€€\u00a0: quelques dizaines de milliers d’euros"
    HIGH = "€€€", "€€€\u00a0: investissement important"

    @property
    def short(self) -> str:
        """For a line of a list."""
        return {"€": "coût faible (€)", "€€": "coût moyen (€€)", "€€€": "coût élevé (€€€)"}[self.value]


class Horizon(Vocabulary):
    """The team's estimate of the time needed."""

    SHORT = "court", "moins d’un an"
    MEDIUM = "moyen", "un à trois ans"
    LONG = "long", "plus de trois ans"


class Origin(Vocabulary):
    """Where a step of a sheet comes from."""

    GUIDE = "guide", "d’après un guide"
    ADVICE = "conseil", "conseil de la rédaction"


class Part(Vocabulary):
    """What the law asks for, in its three parts."""

    PROGRAMME = "programme", "Programme de travail"
    STRATEGY = "strategie", "Stratégie"
    YEARLY = "bilan", "Bilan annuel"


class TextGroup(Vocabulary):
    """Articles of the REEN law, and obligations of other texts beside it."""

    ARTICLE = "article", "article de la loi REEN"
    NEIGHBOUR = "voisine", "obligation voisine"


class Provenance(Vocabulary):
    """Where an indicator comes from."""

    TAKEN = "repris", "repris d’une source publique, reformulé"
    DERIVED = "déduit", "construit par la rédaction à partir d’une action"


class Certainty(Vocabulary):
    """What a second reading said of a fact; what nobody could read at all is not published."""

    CONFIRMED = "confirme", "vérifié"
    CORRECTED = "corrige", "vérifié et corrigé"
    TO_CONFIRM = "a_confirmer", "à confirmer"
    READ_ONCE = "lu", "lu, sans seconde lecture"


class LinkState(Vocabulary):
    """What is known of an address that entries cite."""

    UNKNOWN = "inconnue", "jamais contrôlée"
    ALIVE = "repond", "répond"
    FAILING = "echoue", "à revoir"
    DEAD = "morte", "ne répond plus"
    REFUSED = "refusee", "jamais demandée"


class CorrectionState(Vocabulary):
    """What editors decided of a correction."""

    NEW = "nouvelle", "nouvelle"
    KEPT = "retenue", "retenue"
    REJECTED = "ecartee", "écartée"


class Subject(Vocabulary):
    """What a resource is about; the themes of the decree divide the first of these subjects."""

    RESPONSIBLE = "numerique-responsable", "numérique responsable"
    SECURITY = "cybersecurite", "cybersécurité"
    DATA = "donnees", "données"
    PLANNING = "urbanisme", "urbanisme et Démat.ADS"
    PAPERLESS = "dematerialisation", "dématérialisation"
    ACCESSIBILITY = "accessibilite", "accessibilité"
    FUNDING = "financement", "financement"


class Need(Vocabulary):
    """What a resource is of use for."""

    UNDERSTAND = "comprendre", "comprendre"
    ACT = "agir", "agir"
    TOOLS = "outils", "trouver des outils"
    TRAIN = "se-former", "se former"
    FUND = "financer", "financer"


class Family(Vocabulary):
    """The types of resources, many and free, put together by what one does with them."""

    GUIDE = "guides", "guides, fiches et dossiers"
    STUDY = "etudes", "études et rapports"
    REFERENCE = "referentiels", "référentiels, standards et données"
    MODEL = "modeles", "modèles et kits à reprendre"
    TOOL = "outils", "outils et services en ligne"
    TRAINING = "formations", "formations, ateliers et webinaires"
    DIRECTORY = "catalogues", "catalogues, annuaires et portails"
    SUPPORT = "accompagnements", "labels et accompagnements"


class Audience(Vocabulary):
    """Whom a resource speaks to."""

    ELECTED = "elus", "élus"
    STAFF = "agents", "agents, tous services"
    DIGITAL = "numerique", "équipes numériques et données"
    BUYERS = "acheteurs", "acheteurs"
    TRADES = "metiers", "autres métiers (communication, urbanisme…)"
    SHARED = "mutualisation", "structures qui mutualisent"
    PUBLIC = "habitants", "habitants, grand public"


class Conformity(Vocabulary):
    """How far the site meets the accessibility rules, as French law has it said on every page."""

    NONE = "non", "non conforme"
    PARTIAL = "partielle", "partiellement conforme"
    FULL = "totale", "totalement conforme"


class Screen(Vocabulary):
    """Screens of the site that are no page of the tree, and that a menu may lead to."""

    ACTIONS = "actions", "Actions"
    INDICATORS = "indicateurs", "Indicateurs"
    RESOURCES = "ressources", "Ressources"
    RESOURCE_LISTS = "listes-de-ressources", "Listes de ressources"
    FIELD_REPORTS = "retours-d-experience", "Retours d’expérience"
    DUTIES = "obligations", "Ce qui nous oblige"
    SEARCH = "recherche", "Recherche"
    WIZARD = "ma-collectivite", "Ma collectivité est-elle concernée\u202f?"
    DRAFTS = "strategies", "Mes stratégies"
