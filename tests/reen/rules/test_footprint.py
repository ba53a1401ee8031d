"""The footprint of equipment and of a territory: worked examples, unknown values, ranges, rounding, words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reen.queries.footprint import current_factors
from reen.rules.factors import Equipment, Published
from reen.rules.footprint import (
    Bounds,
    Counted,
    Energy,
    Estimate,
    estimate,
    line_of,
    mass,
    mass_range,
    territory,
    two_figures,
)

FACTORS = current_factors()
EQUIPMENT = {one.ref: one for one in FACTORS.equipment}
MAINLAND = FACTORS.electricity_of("fr-2025").value
GUADELOUPE = FACTORS.electricity_of("guadeloupe").value
LOCAL, HOSTED = (FACTORS.pue_of(ref).value for ref in ("local", "hebergeur"))


def energy(electricity: Decimal | None = MAINLAND, pue: Decimal | None = LOCAL) -> Energy:
    assert pue
    return Energy(electricity, pue)


def equipment(ref: str, **changes: object) -> Equipment:
    return replace(EQUIPMENT[ref], **changes)


def counted(ref: str, number: int, **facts: object) -> Counted:
    return Counted(equipment(ref), number, **facts)


def fleet(years: int) -> Estimate:
    lifetime = Decimal(years)
    numbers = {"ordinateur-portable": 500, "ecran-24": 500, "smartphone": 300}
    return estimate((counted(ref, n, lifetime=lifetime) for ref, n in numbers.items()), energy())


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        pytest.param(fleet(4), 40_613, id="a fleet kept four years"),
        pytest.param(fleet(6), 28_004, id="the same kept six years"),
        pytest.param(estimate([counted("serveur-rack", 20)], energy()), 7_921, id="a server room, mainland"),
        pytest.param(
            estimate([counted("serveur-rack", 20)], energy(GUADELOUPE)),
            46_632,
            id="a server room, Guadeloupe",
        ),
        pytest.param(
            estimate([counted("serveur-rack", 20)], energy(pue=HOSTED)), 7_258, id="the same at a host's"
        ),
        pytest.param(estimate([counted("smartphone", 200)], energy()), 6_405, id="new smartphones"),
        pytest.param(
            estimate([counted("smartphone", 200, refurbished=200)], energy()), 1_485, id="second-hand ones"
        ),
    ],
)
def test_worked_examples_give_their_results(result, expected):
    assert round(result.total.value) == expected


def test_steps_of_the_first_example():
    four, six = fleet(4), fleet(6)
    assert (round(four.making.value), round(six.making.value)) == (37_825, 25_217)
    assert round(four.use.value) == round(six.use.value) == 2_788
    assert round(100 * (six.total.value / four.total.value - 1), 1) == Decimal("-31.0")


@pytest.mark.parametrize(("ref", "weighs"), [("serveur-rack", True), ("borne-wifi", False)])
def test_the_pue_weighs_on_server_rooms_only(ref, weighs):
    one, double = (line_of(counted(ref, 10), energy(pue=Decimal(pue))) for pue in (1, 2))
    assert double.use.value == one.use.value * (2 if weighs else 1)
    assert double.making == one.making


def test_second_hand_never_goes_below_zero_nor_lightens_the_new_ones():
    line = line_of(counted("smartphone", 10, refurbished=4, lifetime=Decimal(5)), energy())
    assert line.making.value == 6 * Decimal("79.5") / 5
    assert "− 4 × 15,9 (toute la fabrication)" in line.formula


def test_second_hand_without_a_figure_changes_nothing_until_one_is_typed():
    new = line_of(counted("tablette", 10), energy())
    assert line_of(counted("tablette", 10, refurbished=10), energy()).total == new.total
    own = line_of(counted("tablette", 10, refurbished=10, avoided=Decimal(5)), energy())
    assert own.making.value == new.making.value - 50


@pytest.mark.parametrize(
    ("ref", "facts", "missing"),
    [
        ("client-leger", {}, ("la durée d’usage",)),
        ("commutateur", {}, ("la consommation",)),
        ("ecran-32-et-plus", {}, ("le facteur de fabrication",)),
        ("smartphone", {"lifetime": Decimal(0)}, ("la durée d’usage",)),
    ],
)
def test_an_unknown_value_leaves_the_line_out(ref, facts, missing):
    result = estimate([counted(ref, 10, **facts), counted("souris", 4)], energy())
    assert [line.missing for line in result.left_out] == [missing]
    assert [line.counted.equipment.ref for line in result.counted] == ["souris"]
    assert result.total.value == 5


@pytest.mark.parametrize(
    ("ref", "own"),
    [
        ("client-leger", {"lifetime": Decimal(5)}),
        ("commutateur", {"consumption": Decimal(200)}),
        ("ecran-32-et-plus", {"making": Decimal(539)}),
    ],
)
def test_a_typed_value_brings_the_line_back(ref, own):
    line = line_of(counted(ref, 10, **own), energy())
    assert line.missing == ()
    assert line.total.value > 0


def test_unknown_electricity_leaves_out_what_consumes():
    result = estimate([counted("ecran-24", 1), counted("clavier", 4)], energy(electricity=None))
    assert [(line.counted.equipment.ref, line.missing) for line in result.left_out] == [
        ("ecran-24", ("le facteur d’électricité",))
    ]
    assert result.total.value == 24


def test_bounds_take_the_extremes_of_the_sources():
    line = line_of(counted("ecran-24", 500, lifetime=Decimal(5)), energy())
    assert line.making == Bounds(Decimal(6980), Decimal(6470), Decimal(43_000))
    assert line.use == Bounds(*(500 * Decimal(kwh) * MAINLAND for kwh in ("70", "37.8", "73.0")))


def test_a_replaced_value_has_no_range_of_others():
    line = line_of(counted("ecran-24", 600, making=Decimal(242), consumption=Decimal(50)), energy())
    assert line.making == Bounds(*[Decimal(24_200)] * 3)
    assert not line.total.is_open


def test_a_value_picked_where_the_sources_settle_none_keeps_their_range():
    line = line_of(counted("ecran-32-et-plus", 6, making=Decimal(539)), energy())
    assert (line.making.low, line.making.value, line.making.high) == (152, 539, 590)


def test_a_range_always_holds_its_value():
    odd = equipment("ecran-24", making=Published(Decimal(50), Decimal(60), Decimal(70)))
    making = line_of(Counted(odd, 5, lifetime=Decimal(5)), energy()).making
    assert (making.low, making.value, making.high) == (50, 50, 70)


def test_nothing_counted_has_no_share():
    assert estimate([], energy()).making_percent is None
    assert fleet(4).making_percent == 93


def test_the_heaviest_lines_come_first():
    refs = [line.counted.equipment.ref for line in fleet(4).counted]
    assert refs == ["ordinateur-portable", "ecran-24", "smartphone"]


def test_huge_counts_stay_exact():
    result = estimate([counted("smartphone", 1_000_000)], energy())
    assert result.making.value == 31_800_000


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("40613", 41_000),
        ("7258", 7_300),
        ("99.6", 100),
        ("0.1234", "0.12"),
        ("0", 0),
        ("5", 5),
        ("1485", 1_500),
    ],
)
def test_two_significant_figures(value, rounded):
    assert two_figures(Decimal(value)) == Decimal(rounded)


@pytest.mark.parametrize(
    ("kilograms", "words"),
    [
        (40_613, "41\u00a0t\u00a0CO₂e"),
        (7_921, "7,9\u00a0t\u00a0CO₂e"),
        (999.6, "1\u00a0t\u00a0CO₂e"),
        (985, "990\u00a0kg\u00a0CO₂e"),
        (34_720_000, "35\u202f000\u00a0t\u00a0CO₂e"),
        (0, "0\u00a0kg\u00a0CO₂e"),
    ],
)
def test_masses_in_words(kilograms, words):
    assert mass(Decimal(kilograms)) == words


def test_formulas_show_every_factor():
    laptop = line_of(counted("ordinateur-portable", 1_500, lifetime=Decimal("4.5")), energy())
    assert laptop.formula == "1\u202f500 × (185,1 ÷ 4,5 + 48 × 0,0461)"
    assert line_of(counted("serveur-rack", 20), energy()).formula == (
        "20 × (1\u202f300 ÷ 5 + 1\u202f529 × 1,93 × 0,0461)"
    )
    second_hand = line_of(counted("smartphone", 200, refurbished=50), energy())
    assert second_hand.formula == "200 × (79,5 ÷ 2,5 + 4,9 × 0,0461) − 50 × 24,6"
    assert line_of(counted("souris", 4), energy(electricity=None)).formula == "4 × (5 ÷ 4 + 0)"


def test_a_territory_is_its_inhabitants_times_the_national_figure_with_its_bounds():
    total = territory(80_000, None, FACTORS.per_inhabitant)
    assert (total.low, total.value, total.high) == (17_707_200, 34_720_000, 63_537_600)
    assert mass_range(total) == "de 18\u202f000 à 64\u202f000\u00a0t\u00a0CO₂e"


def test_a_range_across_units_names_both():
    bounds = Bounds(Decimal(900), Decimal(640), Decimal(1_400))
    assert mass_range(bounds) == "de 640\u00a0kg\u00a0CO₂e à 1,4\u00a0t\u00a0CO₂e"


def test_a_territory_with_its_own_figure_has_no_range():
    total = territory(1_000, Decimal("300.5"), FACTORS.per_inhabitant)
    assert total == Bounds(*[Decimal(300_500)] * 3)
    assert mass_range(total) == "sans plage publiée"


def test_a_territory_without_inhabitants_weighs_nothing():
    assert territory(0, None, FACTORS.per_inhabitant).value == 0
