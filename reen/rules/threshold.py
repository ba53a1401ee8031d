"""The threshold of 50 000 inhabitants: which figure decides, and on which side the figures fall."""

from reen.enums import Kind
from reen.rules.profile import Figure, FigureKind, Profile

THRESHOLD = 50_000


def is_above(population: int) -> bool:
    """REEN law, art. 35, I: « more than 50 000 inhabitants », so from 50 001."""
    return population > THRESHOLD


def deciding_figure(profile: Profile) -> Figure | None:
    """CGCT, art. R. 2151-2: the population totale; else the first figure at hand; None when there is none."""
    totals = [figure for figure in profile.figures if figure.kind is FigureKind.TOTAL]
    return next(iter(totals or profile.figures), None)


def disagree(figures: tuple[Figure, ...]) -> bool:
    """Whether two of these figures fall on different sides of the threshold."""
    return len({is_above(figure.value) for figure in figures}) > 1


def why_it_decides(profile: Profile, figure: Figure) -> str:
    """Why this figure is the one compared with the threshold (CGCT, art. R. 2151-2)."""
    if not figure.official:
        return "Ce chiffre ne vient pas de la liste officielle."
    if figure.kind is not FigureKind.TOTAL:
        return (
            "C'est le seul chiffre officiel à notre disposition : cette commune n'est dans aucun EPCI à "
            "fiscalité propre de la liste, et le fichier des communes ne dit ni la nature ni l'année de sa "
            "population."
        )
    if profile.kind is Kind.EPCI:
        return (
            "La population totale décide : somme des populations totales des communes membres, puisque "
            "c'est ce chiffre que le CGCT retient pour ses seuils (art. R. 2151-2)."
        )
    return (
        "La population totale (municipale et comptée à part) décide : c'est elle que retient le CGCT pour "
        "ses seuils (art. R. 2151-2)."
    )


def uncertain_points(profile: Profile) -> tuple[str, ...]:
    """What the texts and files read leave open about the figure."""
    points = ["Aucun texte lu ne dit à quelle date s'apprécie le seuil de 50 000 habitants."]
    if any(figure.official and figure.year is None for figure in profile.figures):
        points.append("La liste officielle ne dit pas de quelle année de recensement datent ses chiffres.")
    if any(not figure.official for figure in profile.figures):
        points.append(
            "La population indiquée n'est pas officielle : elle est à comparer avec la population totale "
            "publiée par l'INSEE."
        )
    if profile.kind is Kind.EPCI:
        points.append(
            "Aucun article relu ne fixe le chiffre d'un EPCI : la somme des populations totales de ses "
            "communes est une règle déduite, à faire confirmer par la préfecture."
        )
    return tuple(points)
