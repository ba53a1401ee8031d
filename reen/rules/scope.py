"""Whom article 35 of the REEN law names: communes and EPCI à fiscalité propre, and nobody else."""

from dataclasses import dataclass

from reen.enums import Kind, Vocabulary
from reen.rules import sources
from reen.rules.profile import Nature, Profile, Zone
from reen.rules.sources import Source

PARIS, LYON, MARSEILLE = "75056", "69123", "13055"
GRAND_PARIS = "200054781"
MAYOTTE, WALLIS, POLYNESIE, NOUVELLE_CALEDONIE = "976", "986", "987", "988"


class Answer(Vocabulary):
    """What article 35 means for a body."""

    BOUND = "bound", "obligation"
    VOLUNTARY = "voluntary", "démarche volontaire"
    BORDERLINE = "borderline", "à la limite du seuil"
    OUT_OF_SCOPE = "out_of_scope", "hors du champ de l’obligation"
    TO_CONFIRM = "to_confirm", "à confirmer"


@dataclass(frozen=True, slots=True)
class Scope:
    """What the kind of a body alone tells. `answer` is None when the threshold decides."""

    reason: str
    answer: Answer | None = None
    uncertain: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


def scope_of(profile: Profile) -> Scope:
    """REEN law, art. 35, I: communes and EPCI à fiscalité propre; the rest is out, or to confirm."""
    if profile.department in _FAR:
        return _FAR[profile.department]
    if profile.nature is Nature.MET69:
        return _METROPOLE_DE_LYON
    if profile.kind in _OUT:
        return _OUT[profile.kind]
    return _named(profile)


def _named(profile: Profile) -> Scope:
    """A commune or an EPCI à fiscalité propre: the threshold decides; some deserve a word more."""
    if profile.code in _SPECIAL:
        return _SPECIAL[profile.code]
    reason = (
        "L'article 35 de la loi REEN vise les communes."
        if profile.kind is Kind.COMMUNE
        else "L'article 35 de la loi REEN vise les EPCI à fiscalité propre."
    )
    if profile.zone is Zone.DROM:
        return Scope(reason, uncertain=_overseas_department(profile), sources=(sources.OVERSEAS_DEPARTMENTS,))
    if profile.zone is Zone.COM:
        return Scope(reason, uncertain=_other_overseas(profile), sources=(sources.OVERSEAS_COMMUNES,))
    return Scope(reason)


def _overseas_department(profile: Profile) -> tuple[str, ...]:
    general = (
        "Outre-mer : les lois s'y appliquent en principe de plein droit (Constitution, art. 73) et "
        "l'article 35 ne prévoit pas d'adaptation ; cette règle générale n'a pas été relue dans une "
        "source."
    )
    if profile.department == MAYOTTE:
        return general, "Mayotte : le chiffre légal de population viendrait d'un décret distinct, non relu."
    return (general,)


def _other_overseas(profile: Profile) -> tuple[str, ...]:
    if profile.department == WALLIS:
        return ("Wallis-et-Futuna n'aurait ni commune ni EPCI : ce point n'a pas été relu dans une source.",)
    return (
        (
            "L'application de l'article 35 dans cette collectivité d'outre-mer n'a pas été relue dans une "
            "source."
        ),
    )


_SPECIAL = {
    PARIS: Scope(
        "La Ville de Paris a un statut particulier, mais les règles des communes valent pour elle (CGCT, "
        "art. L. 2512-1) : l'article 35 la vise.",
        sources=(sources.PARIS,),
    ),
    **{
        code: Scope(
            f"La commune de {name} relève du droit commun des communes, sous réserve de ses règles propres "
            "(CGCT, art. L. 2511-1) ; ses arrondissements ne sont pas des communes. L'article 35 la vise.",
            sources=(sources.LYON_AND_MARSEILLE,),
        )
        for code, name in ((LYON, "Lyon"), (MARSEILLE, "Marseille"))
    },
    GRAND_PARIS: Scope(
        "La Métropole du Grand Paris est un EPCI à fiscalité propre à statut particulier (CGCT, art. L. "
        "5219-1) : l'article 35 la vise.",
        sources=(sources.GRAND_PARIS,),
    ),
}

_DEPARTMENT_OR_REGION = Scope(
    "L'article 35 ne vise que les communes et les EPCI à fiscalité propre. Départements, régions et "
    "collectivité de Corse ne sont tenus qu'au rapport sur le développement durable.",
    Answer.OUT_OF_SCOPE,
    sources=(sources.DEPARTMENTS_AND_REGIONS,),
)
_OUT = {
    Kind.DEPARTEMENT: _DEPARTMENT_OR_REGION,
    Kind.REGION: _DEPARTMENT_OR_REGION,
    Kind.EPT: Scope(
        "Les établissements publics territoriaux du Grand Paris sont sans fiscalité propre (CGCT, art. L. "
        "5219-2) : l'article 35 ne les vise pas. Leurs communes de plus de 50 000 habitants restent "
        "tenues.",
        Answer.OUT_OF_SCOPE,
        sources=(sources.TERRITORIES,),
    ),
    Kind.SYNDICAT: Scope(
        "L'article 35 ne vise que les communes et les EPCI à fiscalité propre (communautés de communes, "
        "d'agglomération, urbaines et métropoles) : ni les syndicats, ni les pôles métropolitains, ni les "
        "PETR, ni les CCAS.",
        Answer.OUT_OF_SCOPE,
    ),
}

_METROPOLE_DE_LYON = Scope(
    "La Métropole de Lyon est une collectivité à statut particulier (CGCT, art. L. 3611-1), ni commune ni "
    "EPCI : l'article 35 ne la nomme pas, quelle que soit sa population. Elle a pourtant adopté sa "
    "stratégie en janvier 2025 en se référant à la loi REEN.",
    Answer.TO_CONFIRM,
    uncertain=(
        (
            "La fin de l'article L. 3661-2, qui régit son rapport sur le développement durable, n'a pas été "
            "relue."
        ),
    ),
    sources=(sources.METROPOLE_DE_LYON, sources.METROPOLE_DE_LYON_STRATEGY),
)
_FAR = {
    POLYNESIE: Scope(
        "En Polynésie française, le CGCT ne vaut que pour les articles étendus un à un ; aucune extension "
        "de l'article 35 ni de L. 2311-1-1 n'a été trouvée. L'obligation est présumée absente, quelle que "
        "soit la population.",
        Answer.TO_CONFIRM,
        uncertain=("La liste des articles financiers étendus (L. 2573-38 et suivants) n'a pas été relue.",),
        sources=(sources.POLYNESIE,),
    ),
    NOUVELLE_CALEDONIE: Scope(
        "En Nouvelle-Calédonie, les communes ont leur propre code ; aucune extension de l'article 35 n'a "
        "été trouvée. L'obligation est présumée absente, quelle que soit la population.",
        Answer.TO_CONFIRM,
        uncertain=("L'absence d'extension n'a été contrôlée que sur les extraits lus de la loi.",),
        sources=(sources.NOUVELLE_CALEDONIE,),
    ),
}
