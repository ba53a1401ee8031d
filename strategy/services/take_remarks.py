"""What a document taken up could not bring along, or what will be otherwise once its draft changes; in words."""

from collections.abc import Iterator, Sequence

from reen.queries.footprint import factors_of
from reen.typography import number, plural, typeset
from strategy.document.model import Document, Status
from strategy.document.record import BodyRecord, OrganisationRecord, Record
from strategy.models import Collectivity


def remarks_on(document: Document, whole: Record, bodies: Sequence[Collectivity]) -> Iterator[str]:
    """Sentences, none when all came along; `bodies` are the rows taken for the collectivités of the cover."""
    if document.issue is not None and document.issue.public:
        yield typeset("C’est une édition publique : des fonctions y tiennent lieu de noms d’agents.")
    if document.demonstration:
        yield typeset("C’est un document de démonstration : le brouillon le reste, et chaque page le dit.")
    if document.status is not Status.DRAFT:
        yield typeset("Le brouillon n’a pas de version ici : elles se numéroteront à partir de 1.")
    if name := whole.baseline.programme_file:
        yield typeset(
            f"Le programme de travail joint ({name}) n’est pas dans le document : joignez-le de nouveau."
        )
    for body, row in zip(whole.bodies, bodies, strict=True):
        yield from on_body(body, row)
    yield from on_factors(whole)


def on_body(body: BodyRecord, row: Collectivity) -> Iterator[str]:
    """A collectivité that this site does not have, or counts otherwise."""
    if body.code and not row.official:
        yield typeset(
            f"{body.name} n’est pas dans la liste officielle de ce site : son nom est repris tel quel."
        )
    elif row.population != body.population and row.population is not None:
        known = "un nombre inconnu" if body.population is None else number(body.population)
        told = f"{number(row.population)} habitants dans la liste de ce site, {known} dans le document"
        yield typeset(f"{body.name} : {told}.")


def on_factors(whole: Record) -> Iterator[str]:
    """Factors of the footprint that this site does not have."""
    named = [part.edition for part in (whole.organisation, whole.territory) if part is not None]
    for edition in dict.fromkeys(named):
        here = factors_of(edition).edition
        if here != edition:
            yield typeset(
                f"Ce site n’a pas l’édition {edition} des facteurs d’empreinte : au premier changement, les calculs "
                f"prendront l’édition {here}."
            )
    if left := unknown_equipment(whole.organisation):
        subject = plural(
            len(left), "type d’équipement n’est pas connu", "types d’équipement ne sont pas connus"
        )
        yield typeset(f"{subject} de ce site : {', '.join(left)}.")


def unknown_equipment(data: OrganisationRecord | None) -> list[str]:
    """The types that the edition of this site does not have."""
    if data is None:
        return []
    known = {equipment.ref for equipment in factors_of(data.edition).equipment}
    return [line.label or line.ref for line in data.equipment if line.ref not in known]
