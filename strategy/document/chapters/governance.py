"""Who leads, with whom, with what means, and how the yearly review is made."""

from strategy.document.draft import DraftData
from strategy.document.model import Block, Column, Notice, Section, Table
from strategy.document.words import facts, missing, plain, prose, written_or_missing
from strategy.enums import Programme


def governance(data: DraftData) -> Section:
    """Always four parts, so that a gap is seen where it will be mended."""
    people = data.governance
    return Section(
        "gouvernance",
        "Gouvernance",
        (
            facts(
                "Qui conduit la stratégie",
                ("Élu référent ou élue référente", joined(people.elected_name, people.elected_role)),
                ("Pilote", joined(people.pilot_name, people.pilot_role)),
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
                "bilan-annuel",
                "Bilan annuel",
                written_or_missing(
                    people.yearly_review,
                    "qui prépare le bilan annuel présenté avec le rapport développement durable.",
                ),
            ),
        ),
    )


def joined(name: str, role: str) -> str:
    """« Camille Exemple, direction du numérique », or the one that is known."""
    return ", ".join(part for part in (name, role) if part)


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
            (plain(actor.name), plain(actor.kind.label), plain(actor.involvement or "à compléter"))
            for actor in named
        ),
    )
