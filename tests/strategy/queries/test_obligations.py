"""The answer of the law for real bodies of the list of 2026, and for bodies of no list."""

from datetime import date

import pytest

from reen.enums import Kind
from strategy.models import Collectivity
from strategy.queries.collectivities import collectivity_of_reference
from strategy.queries.obligations import obligation_of, obligations_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 21)


def listed(reference: str) -> Collectivity:
    body = collectivity_of_reference(reference)
    assert body is not None
    return body


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("reference", "answer", "leaning"),
    [
        ("84007", "bound", None),  # Avignon
        ("91377", "bound", None),  # Massy, 50 929 at the least 50 597
        ("85194", "voluntary", None),  # Les Sables-d’Olonne, 49 991
        ("53130", "borderline", "bound"),  # Laval, 51 903 but 49 474
        ("06069", "borderline", "voluntary"),  # Grasse, 49 508 but 50 970
        ("200067437", "borderline", "bound"),  # Provence-Alpes-Agglomération, 50 305 but 48 726
        ("200067866", "borderline", "bound"),  # Sèvre et Loire, 51 148 but 49 940
        ("242900801", "borderline", "bound"),  # Pays de Landerneau-Daoulas, 51 264 but 49 868
        ("243100781", "borderline", "bound"),  # Le Grand Ouest Toulousain, 50 107 but 49 059
        ("75056", "bound", None),  # Paris
        ("69123", "bound", None),  # Lyon
        ("13055", "bound", None),  # Marseille
        ("200054781", "bound", None),  # Métropole du Grand Paris
        ("200057867", "out_of_scope", None),  # Plaine Commune
        ("200046977", "to_confirm", None),  # Métropole de Lyon
        ("98818", "to_confirm", None),  # Nouméa
        ("98735", "to_confirm", None),  # Papeete
        ("departement:988", "to_confirm", None),
        ("97411", "bound", None),  # Saint-Denis (La Réunion)
        ("97611", "bound", None),  # Mamoudzou
        ("97801", "voluntary", None),  # Saint-Martin
        ("97502", "voluntary", None),  # Saint-Pierre
        ("98613", "voluntary", None),  # Uvea
        ("98411", "to_confirm", None),  # no figure at all
        ("29155", "voluntary", None),  # Ouessant, outside every EPCI
        ("departement:84", "out_of_scope", None),
        ("region:94", "out_of_scope", None),
        ("2A004", "bound", None),  # Ajaccio
    ],
)
def test_answer_for_a_listed_body(reference, answer, leaning):
    obligation = obligation_of(listed(reference), on=TODAY)
    assert (obligation.answer, obligation.leaning) == (answer, leaning)


@pytest.mark.usefixtures("content")
def test_a_commune_shows_every_official_figure_at_hand():
    figures = obligation_of(listed("93001"), on=TODAY).figures
    assert [(figure.value, figure.kind, figure.year, figure.edition) for figure in figures] == [
        (89662, "totale", None, 2026),
        (89489, "municipale", None, 2026),
        (88365, "non-precisee", None, 2026),
        (88529, "totale", None, 2026),
        (88365, "municipale", None, 2026),
    ]
    assert ["ept.json" in figure.source for figure in figures] == [False, False, False, True, True]


@pytest.mark.usefixtures("content")
def test_a_commune_outside_every_epci_says_that_one_figure_decides():
    obligation = obligation_of(listed("29155"), on=TODAY)
    assert [figure.value for figure in obligation.figures] == [860]
    assert "dans aucun EPCI à fiscalité propre" in obligation.reason


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize(
    ("reference", "related"),
    [
        ("93001", [("Métropole du Grand Paris", "bound")]),
        ("69123", [("Métropole de Lyon", "to_confirm")]),
        ("06069", [("Communauté d’agglomération du Pays de Grasse", "bound")]),
        ("200083392", [("Laval", "borderline")]),
        (
            "200057867",
            [
                (name, "bound")
                for name in ("Saint-Denis", "Aubervilliers", "Épinay-sur-Seine", "Saint-Ouen-sur-Seine")
            ],
        ),
        ("29155", []),
        ("departement:84", []),
    ],
)
def test_bodies_that_share_the_duty_are_named(reference, related):
    obligation = obligation_of(listed(reference), on=TODAY)
    assert [(other.name, other.answer) for other in obligation.related] == related


@pytest.mark.usefixtures("content")
def test_queries_do_not_grow_with_the_bodies(django_assert_num_queries):
    few = [listed("200083392"), listed("53130")]
    many = [*few, *map(listed, ("200054781", "93001", "69123", "200046977", "84007", "200057867", "06069"))]
    for bodies in (few, many):
        with django_assert_num_queries(2):
            answers = obligations_of(bodies, on=TODAY)
        assert [answer.figures[0].value for answer in answers] == [body.population for body in bodies]


@pytest.mark.parametrize(
    ("kind", "population", "answer"),
    [
        (Kind.COMMUNE, 49_999, "voluntary"),
        (Kind.COMMUNE, 50_000, "voluntary"),
        (Kind.EPCI, 50_001, "bound"),
        (Kind.EPCI, None, "to_confirm"),
        (Kind.SYNDICAT, 900_000, "out_of_scope"),
        (Kind.SYNDICAT, None, "out_of_scope"),
    ],
)
def test_a_typed_in_body_is_answered_by_what_was_typed(kind, population, answer):
    body = Collectivity.objects.create(kind=kind, name="Saisie", population_other=population)
    obligation = obligation_of(body, on=TODAY)
    assert obligation.answer == answer
    assert [figure.official for figure in obligation.figures] == [False] * (population is not None)


def test_a_fictitious_body_says_so():
    body = Collectivity.objects.create(
        kind=Kind.EPCI, name="Démo", population_total=80_000, demonstration=True
    )
    obligation = obligation_of(body, on=TODAY)
    assert obligation.figure_lines == (
        (
            "Population totale\u00a0: 80\u202f000 habitants (chiffre qui décide). "
            "Source\u00a0: donnée fictive de démonstration."
        ),
    )
