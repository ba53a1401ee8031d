"""Vocabularies of drafts, with the French labels people read."""

from reen.enums import Vocabulary


class BodyRole(Vocabulary):
    """What a collectivity is to a strategy."""

    BEARER = "porteuse", "collectivité porteuse"
    ASSOCIATED = "associee", "commune associée"


class MemberRole(Vocabulary):
    """What an account may do with a draft. A consultant writes until a date, and never owns."""

    OWNER = "responsable", "responsable"
    WRITER = "redaction", "rédaction"
    READER = "lecture", "lecture seule"
    CONSULTANT = "prestataire", "prestataire"


class Act(Vocabulary):
    """What the log of a draft tells: who was let in, by whom, what was done with delegations and new wordings."""

    CLAIMED = "garde", "brouillon gardé"
    INVITED = "invitation", "invitation"
    WITHDREW = "retrait-invitation", "invitation retirée"
    JOINED = "arrivee", "arrivée"
    CHANGED = "role", "rôle changé"
    REMOVED = "exclusion", "accès retiré"
    LEFT = "depart", "départ"
    TOOK_OVER = "reprise", "responsabilité reprise"
    APPOINTED = "designation", "responsable désigné par l’administration"
    DELEGATED = "delegation", "délégation"
    ANSWERED = "reponse", "réponse à une délégation"
    SETTLED = "decision", "décision sur une délégation"
    REVOKED = "fin-delegation", "délégation fermée"
    REWORDED = "redaction", "décision sur une nouvelle rédaction"
    ISSUED = "version", "version numérotée"
    TAKEN = "document", "document repris"
    VERIFIED = "verification", "émetteur vérifié"
    UNVERIFIED = "fin-verification", "vérification de l’émetteur retirée"


class VersionStatus(Vocabulary):
    """What a version is, or became; that a later one replaces it is worked out, never written."""

    NUMBERED = "projet", "projet numéroté"
    FROZEN = "figee", "figée"
    PRESENTED = "presentee", "présentée"
    ADOPTED = "adoptee", "adoptée"


class DecisionKind(Vocabulary):
    """What really happened to a frozen version; the law names no single form."""

    DELIBERATION = "deliberation", "délibération"
    DEBATE = "debat", "débat sans vote"
    DECISION = "decision", "décision de l’exécutif"
    REPORT = "rapport", "présentation avec le rapport sur le développement durable"

    @property
    def status(self) -> VersionStatus:
        """What the version becomes: only a vote or a decision adopts."""
        adopts = self in (DecisionKind.DELIBERATION, DecisionKind.DECISION)
        return VersionStatus.ADOPTED if adopts else VersionStatus.PRESENTED


class VersionAct(Vocabulary):
    """What the log of a version tells."""

    ISSUED = "numerotee", "numérotée"
    DECIDED = "decision", "présentation ou adoption"
    REVIEW_ASKED = "revue", "revue demandée"
    REVIEW_OPENED = "ouverture", "revue ouverte"
    REMARKED = "remarque", "remarque"
    REPLIED = "reponse", "suite donnée à une remarque"
    REVIEW_CLOSED = "fermeture", "revue fermée"
    SIGNED = "avis", "avis rendu"
    VERIFIED = "verification", "émetteur vérifié"
    UNVERIFIED = "fin-verification", "vérification de l’émetteur retirée"


class VerificationWay(Vocabulary):
    """How it was checked that a collectivité stands behind a strategy."""

    CODE = "code", "code envoyé à l’adresse de la collectivité"
    OPENID = "openid", "identité professionnelle et SIRET"
    EDITOR = "redaction", "vérification par la rédaction du site"


class Severity(Vocabulary):
    """How much a remark weighs."""

    BLOCKING = "bloquante", "bloquante"
    MAJOR = "majeure", "majeure"
    MINOR = "mineure", "mineure"
    QUESTION = "question", "question"


class Judgement(Vocabulary):
    """What a person who reviews thinks of a requirement: signed, and nobody else's word."""

    CONFORM = "conforme", "conforme"
    RESERVED = "reserve", "réserve"
    NOT_CONFORM = "non-conforme", "non conforme"
    NOT_APPLICABLE = "sans-objet", "sans objet"


class Reply(Vocabulary):
    """What a message of a thread does: the collectivité answers, those who review accept or insist."""

    CORRECTED = "corrige", "corrigé"
    EXPLAINED = "explique", "expliqué"
    DECLINED = "decline", "décliné"
    ACCEPTED = "accepte", "réponse acceptée"
    INSISTED = "insiste", "remarque maintenue"

    @property
    def is_answer(self) -> bool:
        """Whether the collectivité says it."""
        return self in (Reply.CORRECTED, Reply.EXPLAINED, Reply.DECLINED)


class RemarkState(Vocabulary):
    """Where a remark stands; worked out from its thread."""

    OPEN = "ouverte", "sans réponse"
    ANSWERED = "repondue", "réponse à examiner"
    ACCEPTED = "levee", "levée"
    INSISTED = "maintenue", "maintenue"

    @property
    def many(self) -> str:
        """The label of several: « réponses à examiner »."""
        match self:
            case RemarkState.OPEN:
                return self.label
            case RemarkState.ANSWERED:
                return "réponses à examiner"
        return f"{self.label}s"


class Opinion(Vocabulary):
    """What a review ends with."""

    FAVOURABLE = "favorable", "favorable"
    RESERVED = "reserves", "favorable avec réserves"
    UNFAVOURABLE = "defavorable", "défavorable"


class DelegatedPart(Vocabulary):
    """What may be lent to a colleague: a step, or a row of one."""

    GOVERNANCE = "gouvernance", "gouvernance"
    BASELINE = "etat-des-lieux", "état des lieux"
    OBJECTIVE = "objectif", "objectif"
    CHOICE = "action", "action"
    INDICATOR = "indicateur", "indicateur"


class ActorKind(Vocabulary):
    """The two kinds of actors the decree asks to associate."""

    PUBLIC = "public", "acteur public"
    PRIVATE = "prive", "acteur privé"


class Programme(Vocabulary):
    """Whether the prior work programme exists or is written in the draft itself."""

    EXISTING = "existant", "Oui, il existe déjà"
    HERE = "ici", "Non, nous l’écrivons ici"


class Perimeter(Vocabulary):
    """The two perimeters, never added up."""

    TERRITORY = "territoire", "le territoire"
    ORGANISATION = "organisation", "l’organisation (nos services)"


class Rhythm(Vocabulary):
    """The decree lets objectives and measures be yearly or cover several years."""

    YEARLY = "annuel", "annuel"
    MULTI_YEAR = "pluriannuel", "pluriannuel"


class ChoiceStatus(Vocabulary):
    """How far a chosen action is."""

    PLANNED = "prevue", "prévue"
    STARTED = "en-cours", "en cours"
    DONE = "realisee", "réalisée"
    DROPPED = "abandonnee", "abandonnée"


class Priority(Vocabulary):
    """How much a chosen action matters here."""

    HIGH = "haute", "haute"
    MEDIUM = "moyenne", "moyenne"
    LOW = "basse", "basse"


class TaxBasis(Vocabulary):
    """What every amount of a strategy is, said once."""

    NET = "ht", "hors taxes (HT)"
    GROSS = "ttc", "toutes taxes comprises (TTC)"

    @property
    def short(self) -> str:
        """« HT » or « TTC », beside an amount."""
        return self.value.upper()


class PlanKind(Vocabulary):
    """The plans and reports of a collectivité that a responsible-digital strategy meets."""

    CLIMATE = "pcaet", "plan climat-air-énergie territorial (PCAET)"
    DEVELOPMENT = "rapport-dd", "rapport sur la situation en matière de développement durable"
    INFORMATION_SYSTEMS = "schema-si", "schéma directeur des systèmes d’information"
    PURCHASES = "spaser", "schéma de promotion des achats socialement et écologiquement responsables (SPASER)"
    ACCESSIBILITY = "accessibilite", "schéma pluriannuel d’accessibilité numérique"
    WASTE = "plpdma", "programme local de prévention des déchets (PLPDMA)"
    INCLUSION = "inclusion", "stratégie d’inclusion numérique"
    CONTRACT = "crte", "contrat pour la réussite de la transition écologique (CRTE)"
    PLANNING = "scot-plui", "document d’urbanisme (SCoT, PLUi)"
    OTHER = "autre", "autre plan ou rapport"


class StepState(Vocabulary):
    """How far a step of the wizard is; says nothing of the law."""

    COMPLETE = "complete", "complète"
    STARTED = "started", "commencée"
    EMPTY = "empty", "à remplir"


class ExportState(Vocabulary):
    """How far a document that was asked for is."""

    WAITING = "waiting", "en attente"
    BUILDING = "building", "assemblage du document"
    LAYING_OUT = "laying-out", "mise en page"
    READY = "ready", "prêt"
    FAILED = "failed", "interrompu"
