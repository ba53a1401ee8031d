"""The published factors: whole, sourced, within their ranges, honest about what is unknown."""

import shutil
from pathlib import Path

import pytest

import reen.content
from reen.queries.footprint import current_factors, editions, factors_of, read_editions
from reen.rules.factors import Category, Published, Reliability

FOLDER = Path(reen.content.__file__).parent
FACTORS = current_factors()
MISSING = {
    "client-leger",
    "commutateur",
    "pare-feu",
    "routeur",
    "telephone-mobile-simple",
    "chargeur-portable",
}


def test_every_family_has_types_and_a_common_one():
    assert len(FACTORS.equipment) == 37
    assert {one.category for one in FACTORS.equipment} == set(Category)
    assert {one.category for one in FACTORS.equipment if one.common} == set(Category)


def test_references_are_unique():
    for entries in (FACTORS.equipment, FACTORS.electricity, FACTORS.pue):
        refs = [one.ref for one in entries]
        assert sorted(set(refs)) == sorted(refs)


@pytest.mark.parametrize("one", FACTORS.equipment, ids=lambda one: one.ref)
def test_each_value_is_positive_sourced_and_within_its_range(one):
    for factor in (one.making, one.consumption):
        check(factor)
    assert one.making.source
    assert (one.making.value is None) is (one.reliability is Reliability.UNKNOWN)
    assert one.lifetime is None or one.lifetime > 0


def check(factor: Published) -> None:
    assert (factor.low is None) is (factor.high is None)
    if factor.value is None:
        return
    assert factor.value >= 0
    assert factor.source
    if factor.low is not None:
        assert factor.low <= factor.value <= factor.high


def test_what_is_unknown_is_known_to_be():
    unknown = {one.ref for one in FACTORS.equipment if one.lifetime is None or one.consumption.value is None}
    assert unknown == MISSING
    assert [one.ref for one in FACTORS.equipment if one.making.value is None] == ["ecran-32-et-plus"]
    assert [one.ref for one in FACTORS.electricity if one.value is None] == [
        "guyane",
        "saint-pierre-et-miquelon",
    ]


def test_what_could_not_be_verified_shows_no_figure():
    for one in FACTORS.electricity:
        assert bool(one.value) is bool(one.source) is bool(one.year)
    (guyane,) = (one for one in FACTORS.electricity if one.ref == "guyane")
    assert not any(character.isdigit() for character in guyane.note)


def test_second_hand_reading_is_said():
    assert [one.secondary for one in FACTORS.pue] == [False, True]
    known = [one.refurbished for one in FACTORS.equipment if one.refurbished]
    assert [one.secondary for one in known] == [True] * 4


@pytest.mark.parametrize(
    ("department", "ref"), [("971", "guadeloupe"), ("2A", "corse"), ("74", "fr-2025"), ("", "fr-2025")]
)
def test_electricity_of_a_department(department, ref):
    assert FACTORS.electricity_in(department).ref == ref


def test_an_unknown_reference_takes_what_is_by_default():
    assert FACTORS.electricity_of("jadis").ref == "fr-2025"
    assert FACTORS.pue_of("").ref == "local"


@pytest.mark.parametrize("name", ["Boavizta", "ADEME", "EcoDiag", "MiNumEco"])
def test_licences_of_the_sources_are_mentioned(name):
    assert any(name in mention for mention in FACTORS.licences)


def test_the_national_figure_is_dated_sourced_and_bounded():
    national = FACTORS.per_inhabitant
    assert (national.value, national.year, national.source.year) == (434, 2022, 2025)
    assert (national.low_percent, national.high_percent) == (51, 183)


def test_texts_are_set_in_french():
    text = (FOLDER / "footprint.yaml").read_text()
    _, _, entries = text.partition("sources:")
    assert [line for line in entries.splitlines() if "«\u0020" in line or " ;" in line] == []


def test_a_former_edition_stays_readable_beside_the_current_one(tmp_path):
    text = (FOLDER / "footprint.yaml").read_text()
    (tmp_path / "footprint.yaml").write_text(text.replace("edition: 2026-11", "edition: 2027-05"))
    shutil.copy(FOLDER / "footprint.yaml", tmp_path / "footprint-2026-11.yaml")
    assert [factors.edition for factors in read_editions(tmp_path)] == ["2027-05", "2026-11"]


def test_a_calculation_finds_its_edition():
    assert factors_of("2026-11") is editions()[0]
    assert factors_of("") is current_factors()
