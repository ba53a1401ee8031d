"""The kinds of plans a strategy meets: what each is in a line, and the legal text our law pages have on it; pure."""

from dataclasses import dataclass

from strategy.enums import PlanKind


@dataclass(frozen=True, slots=True)
class Described:
    """A kind of plan; `text` is the reference of a legal text of the catalogue, or empty where none was read."""

    kind: PlanKind
    what: str
    text: str = ""


KINDS = (
    Described(PlanKind.CLIMATE, "L’énergie et le climat du territoire, numérique compris.", "reen-34"),
    Described(
        PlanKind.DEVELOPMENT, "Présenté avant le budget\u202f; le bilan annuel y prend place.", "rapport-dd"
    ),
    Described(PlanKind.ACCESSIBILITY, "La mise en accessibilité des sites et des services.", "rgaa"),
    Described(PlanKind.INFORMATION_SYSTEMS, "Les projets, les logiciels et le parc des prochaines années."),
    Described(
        PlanKind.PURCHASES, "Les objectifs sociaux et écologiques des achats, matériel et services compris."
    ),
    Described(PlanKind.WASTE, "La réduction des déchets, dont les équipements électriques."),
    Described(PlanKind.INCLUSION, "L’accompagnement des personnes éloignées du numérique."),
    Described(PlanKind.CONTRACT, "Les projets de transition partagés avec l’État."),
    Described(PlanKind.PLANNING, "L’aménagement, les réseaux, l’implantation d’équipements."),
)
