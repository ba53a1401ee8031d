"""Does article 35 of the REEN law bind this body? The answer, its reason, figures, dates and sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reen.enums import Kind
from reen.rules import sources
from reen.rules.deadlines import NO_PENALTY, DueDate, due_dates
from reen.rules.profile import Figure, Profile
from reen.rules.scope import Answer, Scope, scope_of
from reen.rules.sources import Source
from reen.rules.threshold import deciding_figure, disagree, is_above, uncertain_points, why_it_decides
from reen.typography import capitalised, number, typeset

__all__ = ["Answer", "Obligation", "Related", "obligation_of_profile"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another body this one shares the duty with: the EPCI of a commune, the communes of an EPCI."""

    kind: Kind
    code: str
    name: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Obligation:
    """What article 35 means for one body, on one day.

    `leaning` is BOUND or VOLUNTARY, the side of the deciding figure, when the answer is BORDERLINE; else
    None. `dates` are empty when no duty may exist. It is no legal advice: `uncertain` names what the texts
    read leave open.
    """

    answer: Answer
    leaning: Answer | None
    reason: str
    figures: tuple[Figure, ...]
    deciding: Figure | None
    dates: tuple[DueDate, ...]
    dates_words: str
    related: tuple[Related, ...]
    related_words: str
    uncertain: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def figure_lines(self) -> tuple[str, ...]:
        """Each figure in a line: value, kind, what is known of its year, source, and which one decides."""
        return tuple(_figure_line(figure, decides=figure is self.deciding) for figure in self.figures)


def obligation_of_profile(profile: Profile, *, on: date, related: Iterable[Profile] = ()) -> Obligation:
    """REEN law, art. 35, I, and CGCT, art. R. 2151-2, applied to a body as it stands on a day.

    `related` are its EPCI and territory, or its member communes: those the law binds, or may bind, are named.
    """
    scope = scope_of(profile)
    by_threshold = scope.answer is None
    deciding = deciding_figure(profile) if by_threshold else None
    answer, leaning = _answer(scope, profile, deciding)
    others = tuple(_concerned(related))
    return Obligation(
        answer=answer,
        leaning=leaning,
        reason=typeset(" ".join(_reasons(scope, profile, deciding, answer, leaning))),
        figures=profile.figures,
        deciding=deciding,
        dates=due_dates(on) if answer in _WITH_DATES else (),
        dates_words=typeset(_WITH_DATES.get(answer, "")),
        related=others,
        related_words=typeset(_related_words(profile, others)),
        uncertain=tuple(map(typeset, scope.uncertain + (uncertain_points(profile) if by_threshold else ()))),
        sources=_sources(scope, profile, by_threshold),
    )


_WITH_DATES = {
    Answer.BOUND: f"Voici vos échéances et que faire. {NO_PENALTY}",
    Answer.BORDERLINE: f"Si l'obligation vous est confirmée, voici ses échéances et que faire. {NO_PENALTY}",
    Answer.TO_CONFIRM: f"Si l'obligation vous est confirmée, voici ses échéances et que faire. {NO_PENALTY}",
}


def _answer(scope: Scope, profile: Profile, deciding: Figure | None) -> tuple[Answer, Answer | None]:
    if scope.answer is not None:
        return scope.answer, None
    if deciding is None:
        return Answer.TO_CONFIRM, None
    side = Answer.BOUND if is_above(deciding.value) else Answer.VOLUNTARY
    return (Answer.BORDERLINE, side) if disagree(profile.figures) else (side, None)


def _reasons(
    scope: Scope, profile: Profile, deciding: Figure | None, answer: Answer, leaning: Answer | None
) -> Iterable[str]:
    yield scope.reason
    if scope.answer is Answer.OUT_OF_SCOPE:
        yield "Aucune échéance de la loi ne s'impose ; une stratégie reste possible."
    elif scope.answer is Answer.TO_CONFIRM:
        yield "Cette situation est à faire confirmer par les services de l'État."
        yield "Une stratégie reste possible dans tous les cas."
    elif deciding is None:
        yield (
            "L'obligation commence à 50 001 habitants (« plus de 50 000 »). Aucun chiffre de population "
            "n'est connu ici : la population totale publiée par l'INSEE est à comparer à ce seuil."
        )
    else:
        yield "L'obligation commence à 50 001 habitants (« plus de 50 000 »)."
        if answer is Answer.BORDERLINE:
            yield _disagreement(profile.figures)
        side = "donc au-dessus du seuil" if is_above(deciding.value) else "qui ne dépassent pas le seuil"
        yield f"{capitalised(deciding.kind.label)} : {number(deciding.value)} habitants, {side}."
        yield why_it_decides(profile, deciding)
        yield _CONCLUSIONS[answer, leaning]


_CONCLUSIONS = {
    (Answer.BOUND, None): "Une stratégie numérique responsable est donc obligatoire.",
    (Answer.VOLUNTARY, None): (
        "Une stratégie numérique responsable n'est donc pas obligatoire : aucune échéance ne s'impose, et "
        "la collectivité peut s'en doter librement."
    ),
    (Answer.BORDERLINE, Answer.BOUND): (
        "Le chiffre qui décide penche vers l'obligation, à faire confirmer par la préfecture sans attendre "
        "pour préparer la stratégie."
    ),
    (Answer.BORDERLINE, Answer.VOLUNTARY): (
        "Le chiffre qui décide penche vers l'absence d'obligation, à faire confirmer par la préfecture."
    ),
}


def _figure_line(figure: Figure, *, decides: bool) -> str:
    mark = " (chiffre qui décide)" if decides else ""
    line = (
        f"{capitalised(figure.kind.label)} : {number(figure.value)} habitants{mark}. Source : {figure.source}"
    )
    return typeset(f"{line}, {figure.year_words}." if figure.official else f"{line}.")


def _disagreement(figures: tuple[Figure, ...]) -> str:
    values = [figure.value for figure in figures]
    return (
        f"Les chiffres officiels ne sont pas tous du même côté du seuil : de {number(min(values))} à "
        f"{number(max(values))} habitants."
    )


def _concerned(profiles: Iterable[Profile]) -> Iterable[Related]:
    """Those of these bodies that the law binds or may bind."""
    for profile in profiles:
        answer, _ = _answer(scope_of(profile), profile, deciding_figure(profile))
        if answer in _WITH_DATES:
            yield Related(profile.kind, profile.code, profile.name, answer)


def _related_words(profile: Profile, others: tuple[Related, ...]) -> str:
    if not others:
        return ""
    listed = ", ".join(
        other.name if other.answer is Answer.BOUND else f"{other.name} ({other.answer.label})"
        for other in others
    )
    if profile.kind is Kind.COMMUNE:
        return (
            f"L'obligation concerne l'intercommunalité de cette commune : {listed}. Vous pouvez préparer une "
            "stratégie ensemble."
        )
    return f"L'obligation concerne, pour leur propre compte, des communes membres : {listed}."


def _sources(scope: Scope, profile: Profile, by_threshold: bool) -> tuple[Source, ...]:
    general: tuple[Source, ...] = (sources.LAW, sources.AMENDMENT, sources.DECREE, sources.YEARLY_REPORT)
    if by_threshold:
        general += (sources.POPULATION,)
        if profile.kind is Kind.EPCI:
            general += (sources.POPULATION_OF_EPCI,)
    return general + scope.sources
