"""Article 35 applied: the threshold, the bodies it names, and what stays uncertain."""

from datetime import date

import pytest

from reen.enums import Certainty, Kind
from reen.rules.applicability import Answer, obligation_of_profile
from reen.rules.profile import Figure, FigureKind, Nature, Profile, Zone
from reen.rules.threshold import deciding_figure, is_above

TODAY = date(2026, 11, 21)
BOUND, VOLUNTARY, BORDERLINE = Answer.BOUND, Answer.VOLUNTARY, Answer.BORDERLINE
OUT, TO_CONFIRM = Answer.OUT_OF_SCOPE, Answer.TO_CONFIRM


def figures(total=None, municipal=None, unstated=None) -> tuple[Figure, ...]:
    kinds = {FigureKind.TOTAL: total, FigureKind.MUNICIPAL: municipal, FigureKind.UNSTATED: unstated}
    return tuple(
        Figure(value, kind, "liste", edition=2026) for kind, value in kinds.items() if value is not None
    )


def profile(kind=Kind.COMMUNE, population=(), **fields) -> Profile:
    return Profile(kind, fields.pop("name", "Démonstration"), figures=figures(*population), **fields)


def answer(body: Profile) -> tuple[Answer, Answer | None]:
    obligation = obligation_of_profile(body, on=TODAY)
    return obligation.answer, obligation.leaning


@pytest.mark.parametrize(("population", "above"), [(49_999, False), (50_000, False), (50_001, True)])
def test_threshold_is_more_than_50_000(population, above):
    assert is_above(population) is above


@pytest.mark.parametrize(
    ("population", "kind", "value"),
    [
        ((51_903, 49_474, 49_400), FigureKind.TOTAL, 51_903),
        ((None, 49_474, 49_400), FigureKind.MUNICIPAL, 49_474),
        ((None, None, 860), FigureKind.UNSTATED, 860),
    ],
)
def test_population_totale_decides_where_it_is_known(population, kind, value):
    deciding = deciding_figure(profile(population=population))
    assert deciding is not None
    assert (deciding.kind, deciding.value) == (kind, value)


@pytest.mark.parametrize("kind", [Kind.COMMUNE, Kind.EPCI])
@pytest.mark.parametrize(
    ("total", "municipal", "unstated", "expected"),
    [
        (49_999, 49_999, 49_999, (VOLUNTARY, None)),
        (50_000, 50_000, 50_000, (VOLUNTARY, None)),
        (50_001, 50_001, 50_001, (BOUND, None)),
        (50_001, 50_000, None, (BORDERLINE, BOUND)),
        (50_000, 49_000, 50_001, (BORDERLINE, VOLUNTARY)),
        (50_001, 50_001, 50_000, (BORDERLINE, BOUND)),
        (None, None, 50_000, (VOLUNTARY, None)),
        (None, None, 50_001, (BOUND, None)),
        (None, None, None, (TO_CONFIRM, None)),
    ],
)
def test_answer_of_a_commune_or_epci_around_the_threshold(kind, total, municipal, unstated, expected):
    assert answer(profile(kind, (total, municipal, unstated))) == expected


@pytest.mark.parametrize("population", [(49_999, 49_999), (50_000, 50_000), (50_001, 50_001), ()])
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"kind": Kind.EPT, "nature": Nature.EPT}, OUT),
        ({"kind": Kind.SYNDICAT}, OUT),
        ({"kind": Kind.DEPARTEMENT, "code": "84", "department": "84"}, OUT),
        ({"kind": Kind.REGION, "code": "94"}, OUT),
        ({"kind": Kind.EPCI, "nature": Nature.MET69, "code": "200046977", "department": "69"}, TO_CONFIRM),
        ({"kind": Kind.COMMUNE, "zone": Zone.COM, "department": "987"}, TO_CONFIRM),
        ({"kind": Kind.COMMUNE, "zone": Zone.COM, "department": "988"}, TO_CONFIRM),
        ({"kind": Kind.EPCI, "zone": Zone.COM, "department": "987"}, TO_CONFIRM),
    ],
)
def test_some_bodies_are_answered_whatever_their_population(fields, population, expected):
    obligation = obligation_of_profile(profile(population=population, **fields), on=TODAY)
    assert (obligation.answer, obligation.leaning, obligation.deciding) == (expected, None, None)
    assert len(obligation.figures) == len(population)


@pytest.mark.parametrize(
    ("fields", "uncertain"),
    [
        ({"zone": Zone.DROM, "department": "974"}, "Constitution, art.\u00a073"),
        ({"zone": Zone.DROM, "department": "976"}, "Mayotte"),
        ({"zone": Zone.COM, "department": "978"}, "collectivité d’outre-mer"),
        ({"zone": Zone.COM, "department": "986"}, "Wallis-et-Futuna"),
    ],
)
@pytest.mark.parametrize(("population", "expected"), [(50_000, VOLUNTARY), (50_001, BOUND)])
def test_overseas_is_answered_by_the_threshold_and_says_what_was_not_read(
    fields, uncertain, population, expected
):
    obligation = obligation_of_profile(profile(population=(population,), **fields), on=TODAY)
    assert obligation.answer is expected
    assert any(uncertain in point for point in obligation.uncertain)
    assert any(
        source.certainty is Certainty.TO_CONFIRM and not source.opened for source in obligation.sources
    )


@pytest.mark.parametrize(
    ("kind", "code", "said"),
    [
        (Kind.COMMUNE, "75056", "statut particulier"),
        (Kind.COMMUNE, "69123", "arrondissements ne sont pas des communes"),
        (Kind.COMMUNE, "13055", "arrondissements ne sont pas des communes"),
        (Kind.EPCI, "200054781", "EPCI à fiscalité propre à statut particulier"),
    ],
)
def test_paris_lyon_marseille_and_grand_paris_are_bound_with_their_own_reason(kind, code, said):
    obligation = obligation_of_profile(profile(kind, (500_000,), code=code), on=TODAY)
    assert obligation.answer is BOUND
    assert said in obligation.reason


def test_borderline_reason_gives_both_sides_and_the_figure_that_decides():
    obligation = obligation_of_profile(profile(population=(51_903, 49_474, 49_400)), on=TODAY)
    assert "de 49\u202f400 à 51\u202f903 habitants" in obligation.reason
    assert "Population totale\u00a0: 51\u202f903 habitants, donc au-dessus du seuil" in obligation.reason
    assert [line.endswith("année du recensement non indiquée.") for line in obligation.figure_lines] == [
        True
    ] * 3
    assert ["(chiffre qui décide)" in line for line in obligation.figure_lines] == [True, False, False]


def test_epci_says_that_its_figure_follows_a_deduced_rule():
    obligation = obligation_of_profile(profile(Kind.EPCI, (60_000,)), on=TODAY)
    assert any("règle déduite" in point for point in obligation.uncertain)


@pytest.mark.parametrize(
    ("body", "dated"),
    [
        (profile(population=(60_000,)), True),
        (profile(population=(60_000, 49_000)), True),
        (profile(population=(60_000,), department="988"), True),
        (profile(population=(40_000,)), False),
        (profile(Kind.SYNDICAT), False),
    ],
)
def test_dates_are_given_where_a_duty_may_exist(body, dated):
    obligation = obligation_of_profile(body, on=TODAY)
    assert [due.on.isoformat() for due in obligation.dates] == (
        ["2023-01-01", "2025-01-01", "2025-01-01"] if dated else []
    )
    assert ("Aucune sanction n’apparaît dans les textes lus" in obligation.dates_words) is dated


def test_a_typed_figure_decides_and_says_it_is_not_official():
    typed = Figure(60_000, FigureKind.TYPED, "chiffre saisi par la collectivité", official=False)
    obligation = obligation_of_profile(Profile(Kind.EPCI, "Démonstration", figures=(typed,)), on=TODAY)
    assert obligation.answer is BOUND
    assert "ne vient pas de la liste officielle" in obligation.reason
    assert any("n’est pas officielle" in point for point in obligation.uncertain)


def test_a_commune_is_told_which_of_its_groups_the_law_binds():
    bound = profile(Kind.EPCI, (60_000,), name="Agglomération A", code="1")
    territory = profile(Kind.EPT, (60_000,), name="Territoire B", code="2")
    small = profile(Kind.EPCI, (40_000,), name="Communauté C", code="3")
    obligation = obligation_of_profile(
        profile(population=(900,)), on=TODAY, related=[bound, territory, small]
    )
    assert [(other.name, other.answer) for other in obligation.related] == [("Agglomération A", BOUND)]
    assert "intercommunalité de cette commune\u00a0: Agglomération A." in obligation.related_words


def test_an_epci_is_told_which_members_the_law_binds_or_may_bind():
    members = [
        profile(population=(60_000,), name="Ville A"),
        profile(population=(51_000, 49_000), name="Ville B"),
        profile(population=(50_000,), name="Ville C"),
    ]
    obligation = obligation_of_profile(profile(Kind.EPCI, (200_000,)), on=TODAY, related=members)
    assert [other.answer for other in obligation.related] == [BOUND, BORDERLINE]
    assert "communes membres\u00a0: Ville A, Ville B (à la limite du seuil)." in obligation.related_words


def test_every_source_has_an_address_and_the_day_it_was_checked():
    bodies = [
        profile(population=(60_000,), zone=Zone.DROM, department="976"),
        profile(Kind.EPCI, (60_000,), nature=Nature.MET69),
        profile(population=(1,), department="987"),
        profile(Kind.EPT),
    ]
    for body in bodies:
        sources = obligation_of_profile(body, on=TODAY).sources
        assert {source.checked_on for source in sources} == {date(2026, 11, 21)}
        assert all(source.url.startswith("http") and source.title for source in sources)


def test_words_are_typeset():
    obligation = obligation_of_profile(profile(Kind.EPCI, (50_001, 50_000)), on=TODAY)
    words = [obligation.reason, obligation.dates_words, *obligation.uncertain, *obligation.figure_lines]
    words += [text for due in obligation.dates for text in (due.words, due.advice, due.basis)]
    assert [text for text in words if "'" in text or " :" in text or " ;" in text or "« " in text] == []
