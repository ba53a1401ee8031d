"""Units as people write them: the same said otherwise, and those that only look alike."""

import pytest

from strategy.document.units import same_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("%", "pour cent"),
        ("%", "Pourcentage"),
        ("% du parc", "%"),
        ("t CO₂e", "tonnes de CO₂e"),
        ("t CO₂e", "tonnes équivalent CO2"),
        ("tCO2e", "t CO2 éq."),
        ("teqCO2", "tonne de CO₂"),
        ("t CO₂e par an", "tonnes de CO₂e"),
        ("kg CO₂e par agent et par an", "kg CO2e / agent"),
        ("équipements par agent", "Équipement/agent"),
        ("nombre par agent", "équipements par agent"),
        ("nombre", "postes"),
        ("nombre d’équipements", "équipements"),
        ("nombre ou %", "%"),
        ("nombre et pourcentage", "personnes"),
        ("années (ou mois)", "ans"),
        ("nombre (estimation admise)", "nombre"),
        ("kWh", "kilowattheures"),
        ("€", "euros"),
        ("oui/non", "Oui / non"),
        ("", "%"),
        ("tonnes", "  "),
        ("…", "kWh"),
    ],
)
def test_the_same_unit_written_otherwise(one, other):
    assert same_unit(one, other)
    assert same_unit(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("%", "tonnes"),
        ("kWh", "MWh"),
        ("t CO₂e", "kg CO₂e"),
        ("tonnes", "t CO₂e"),
        ("équipements par agent", "équipements"),
        ("équipements par agent", "équipements par habitant"),
        ("kWh par an", "kWh par mois"),
        ("nombre", "%"),
        ("nombre", "kWh"),
        ("postes", "serveurs"),
        ("oui/non", "%"),
        ("€", "k€"),
    ],
)
def test_units_that_differ(one, other):
    assert not same_unit(one, other)
    assert not same_unit(other, one)
