"""Who leads, with whom, with what means, and how the yearly review is made."""

from reen.typography import plural
from strategy.document.draft import DraftData
from strategy.document.model import Block, Column, Notice, Paragraph, Section, Table
from strategy.document.words import EMPTY, facts, listed, missing, plain, prose, written_or_missing
from strategy.enums import Programme


def governance(data: DraftData) -> Section:
    """Always five parts, so that a gap is seen where it will be mended."""
    people = data.governance
    return Section(
        "gouvernance",
        "Gouvernance",
        (
            facts(
                "Qui conduit la stratégie",
                ("Élu référent ou élue référente", person(people.elected_name, people.elected_role)),
                ("Pilote", person(people.pilot_name, people.pilot_role)),
            ),
            *prose(people.steering),
        ),
        (
            Section("acteurs", "Acteurs associés", (actors_block(data),)),
            Section(
                "moyens-generaux",
                "Moyens de la démarche",
                written_or_missing(people.means, "les moyens généraux de la démarche."),
            ),
            Section(
                "habitants",
                "Ce qui change pour les habitants",
                written_or_missing(people.inhabitants, "ce que la stratégie change pour les habitants."),
            ),
            Section("bilan-annuel", "Bilan annuel", yearly_review(data)),
        ),
    )


def person(name: str, role: str) -> str:
    """« Camille Exemple, direction du numérique », or the one that is known."""
    return ", ".join(part for part in (name, role) if part)


def yearly_review(data: DraftData) -> tuple[Block, ...]:
    """How the bilan is made, then what it can count on: the actions to report on, the indicators and their readers."""
    written = written_or_missing(
        data.governance.yearly_review,
        "qui prépare le bilan annuel présenté avec le rapport développement durable.",
    )
    if not data.choices and not data.indicators:
        return written
    actions, indicators = len(data.choices), len(data.indicators)
    told = f"Il reprend l’avancement de {plural(actions, 'action')} et {plural(indicators, 'indicateur')}."
    unread = sum(not indicator.owner for indicator in data.indicators)
    owners = listed(list(dict.fromkeys(row.owner for row in data.indicators if row.owner)))
    if owners:
        told += f" Indicateurs relevés par : {owners}."
    if unread:
        told += f" {plural(unread, 'indicateur n’a', 'indicateurs n’ont')} pas de responsable."
    return (*written, Paragraph(plain(told)))


def actors_block(data: DraftData) -> Block:
    """The table of actors, the programme that names them, or the notice that asks for them."""
    named = data.governance.actors
    if not named and data.baseline.programme is Programme.EXISTING:
        return Notice(plain("Renvoi au programme de travail cité dans l’état des lieux."))
    if not named:
        return missing("les acteurs publics et privés associés à l’élaboration.")
    return Table(
        "Acteurs publics et privés associés",
        (Column("Acteur", weight=3), Column("Nature", weight=2), Column("Comment il est associé", weight=4)),
        tuple(
            (plain(actor.name), plain(actor.kind.label), plain(actor.involvement or EMPTY)) for actor in named
        ),
    )
