"""What the document says of the two estimates: totals, lines, sources and limits, each perimeter apart."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from reen.queries.footprint import current_factors
from reen.rules.footprint import Counted, Energy, estimate
from strategy.document.chapters.footprint import organisation_blocks, territory_blocks
from strategy.document.draft_footprint import (
    OrganisationFootprint,
    OwnFigure,
    OwnValue,
    Population,
    TerritoryFootprint,
)
from strategy.document.model import Block, BulletList, Chart, Facts, Notice, Paragraph, Table, Text

FACTORS = current_factors()
EQUIPMENT = {one.ref: one for one in FACTORS.equipment}
ELECTRICITY, PUE = FACTORS.electricity_of("fr-2025"), FACTORS.pue_of("hebergeur")


def organisation(*counted: tuple[str, int], **facts: object) -> OrganisationFootprint:
    lines = [Counted(EQUIPMENT[ref], number) for ref, number in counted]
    result = estimate(lines, Energy(ELECTRICITY.value, PUE.value or Decimal(1)))
    return replace(OrganisationFootprint(FACTORS, result, ELECTRICITY, PUE, year=2026), **facts)


def territory(**facts: object) -> TerritoryFootprint:
    return replace(TerritoryFootprint(FACTORS, Population(80_000, ("Agglomération imaginaire",))), **facts)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every text of the blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph() | Notice():
                yield read(block.text)
            case BulletList():
                yield from map(read, block.items)
            case Facts():
                yield from (f"{fact.label} {read(fact.text)}" for fact in block.facts)
            case Table():
                yield from (read(cell) for row in block.rows for cell in row)


def read(text: Text) -> str:
    return "".join(run.text for run in text)


def only(blocks: tuple[Block, ...], kind: type) -> list:
    return [block for block in blocks if isinstance(block, kind)]


def test_the_organisation_is_told_with_total_range_and_share():
    first = next(texts(organisation_blocks(organisation(("ecran-24", 500), ("souris", 40)))))
    assert first.startswith(
        "Ordre de grandeur\u00a0: 7,5\u00a0t\u00a0CO₂e par an (de 6,3 à 38\u00a0t\u00a0CO₂e)"
    )
    assert "La fabrication en fait 78\u00a0%" in first
    assert "elle en fait 85\u00a0%" in first


def test_the_chart_draws_the_heaviest_and_its_data_has_every_line():
    everything = [(one.ref, 10) for one in FACTORS.equipment]
    blocks = organisation_blocks(organisation(*everything))
    (chart,) = only(blocks, Chart)
    (series,) = chart.series
    values = [Decimal(point.value) for point in series.points]
    assert (chart.kind, chart.unit, len(values)) == ("bars", "t\u00a0CO₂e", 8)
    assert values == sorted(values, reverse=True)
    assert all(point.at in chart.alternative and point.words in chart.alternative for point in series.points)
    assert len(chart.data.rows) == 37 - len(FACTORS_UNKNOWN)
    assert {len(row) for row in chart.data.rows} == {len(chart.data.columns)}


FACTORS_UNKNOWN = [
    one.ref for one in FACTORS.equipment if None in (one.lifetime, one.making.value, one.consumption.value)
]


def test_one_line_is_a_table_without_a_drawing():
    blocks = organisation_blocks(organisation(("ecran-24", 500)))
    assert only(blocks, Chart) == []
    assert [read(cell) for cell in only(blocks, Table)[0].rows[0]] == [
        "Écran de 24 pouces",
        "500",
        "6\u00a0ans (convention)",
        "5,8\u00a0t\u00a0CO₂e",
        "1,6\u00a0t\u00a0CO₂e",
        "7,4\u00a0t\u00a0CO₂e",
        "de 6,3 à 38\u00a0t\u00a0CO₂e",
    ]


def test_what_is_left_out_is_named():
    told = list(texts(organisation_blocks(organisation(("ecran-24", 500), ("commutateur", 30)))))
    assert "À compléter\u00a0: hors du total, faute de valeur connue." in told
    assert "Commutateur réseau (switch) (30)\u00a0: la consommation" in told


def test_nothing_counted_asks_for_numbers():
    blocks = organisation_blocks(organisation(("commutateur", 30)))
    assert not organisation(("commutateur", 30)).is_written
    assert next(texts(blocks)) == "À compléter\u00a0: le nombre d’équipements de l’organisation."


def test_sources_assumptions_and_limits_are_printed():
    told = "\n".join(texts(organisation_blocks(organisation(("ecran-24", 500)))))
    for words in (
        "édition 2026-11, vérifiée le 21\u00a0novembre 2026",
        "0,0461\u00a0kg\u00a0CO₂e par kWh, ADEME, règles communes Publicodes, d’après la Base Empreinte (2026)",
        "Chez un hébergeur, en France\u00a0: 1,46",
        "lecture secondaire",
        "69,8\u00a0kg\u00a0CO₂e par appareil (sources\u00a0: de 64,7 à 430)",
        "Seul le changement climatique est estimé",
        "ODbL",
        "année 2026",
    ):
        assert words in told, words


def test_replaced_values_are_printed_with_the_former_and_why():
    line = Counted(EQUIPMENT["ecran-24"], 10, making=Decimal(242), reason="ADEME, 2018")
    data = organisation(
        estimate=estimate([line], Energy(Decimal("0.1"), Decimal(1))),
        electricity_own=OwnValue(Decimal("0.1"), "Contrat vert"),
    )
    told = "\n".join(texts(organisation_blocks(data)))
    assert (
        "Écran de 24 pouces, fabrication\u00a0: 242\u00a0kg\u00a0CO₂e par appareil, au lieu de 69,8. "
        "Motif\u00a0: ADEME, 2018" in told
    )
    assert "0,1\u00a0kg\u00a0CO₂e par kWh (Contrat vert), au lieu de France continentale, 2025" in told


def test_the_territory_is_told_with_source_range_and_why_it_stays_apart():
    told = "\n".join(texts(territory_blocks(territory())))
    for words in (
        "Ordre de grandeur\u00a0: 35\u202f000\u00a0t\u00a0CO₂e par an",
        "80\u202f000 habitants × 434\u00a0kg CO₂e (ADEME",
        "données 2022",
        "de 18\u202f000 à 64\u202f000\u00a0t\u00a0CO₂e",
        "Habitants comptés\u00a0: Agglomération imaginaire.",
        "ne s’ajoute pas à celui de l’organisation",
    ):
        assert words in told, words


def test_who_is_not_counted_twice_or_at_all_is_named():
    official = Population(80_000, ("Agglomération",), included=("Commune",), unknown=("Syndicat",))
    told = "\n".join(texts(territory_blocks(territory(official=official))))
    assert "Déjà dans ce nombre, donc pas comptés une seconde fois\u00a0: Commune." in told
    assert "Population inconnue, hors du compte\u00a0: Syndicat." in told


def test_own_figures_replace_the_published_ones_and_name_them():
    own = OwnFigure(Decimal(300), "Étude imaginaire", 2024)
    told = "\n".join(
        texts(territory_blocks(territory(own=own, typed_population=1_000, population_source="Mairie")))
    )
    assert "300\u00a0t\u00a0CO₂e par an" in told
    assert "au lieu de 434\u00a0kg CO₂e" in told
    assert "Nombre d’habitants saisi. Source\u00a0: Mairie." in told
    assert "plage publiée va" not in told


@pytest.mark.parametrize(
    ("facts", "written"),
    [({}, True), ({"retained": False}, False), ({"official": Population(None)}, False)],
)
def test_a_territory_is_written_when_retained_and_known(facts, written):
    assert territory(**facts).is_written is written


def test_a_territory_without_inhabitants_asks_for_them():
    told = list(texts(territory_blocks(territory(official=Population(None)))))
    assert told == ["À compléter\u00a0: le nombre d’habitants du territoire."]
