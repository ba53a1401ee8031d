"""Every requirement once: what is computed, where it is answered, what the auditor thinks of it."""

from reen.typography import plural, quoted
from strategy.document.chapters.proof import themes_table
from strategy.document.model import Document, Fact, Paragraph, Section
from strategy.document.people import without_address
from strategy.document.reporting.moments import Place
from strategy.document.reviewing import Judged, RemarkData, ReviewData
from strategy.document.themes import OPTIONAL
from strategy.document.tracing import Pages, Standing, standings
from strategy.document.words import facts, joined, plain, prose

UNJUDGED = "aucun avis donné"
NOWHERE = "nulle part dans le document"


def requirements(reviewed: Document, review: ReviewData, pages: Pages, place: Place) -> Section:
    """A card a requirement, in the order of the decree, then the optional themes."""
    where = {line.requirement: line for line in standings(reviewed, pages)}
    said = len(review.judged) - review.unjudged
    note = (
        "L’état est calculé à partir du document ; il dit si une réponse est écrite, rien de plus. L’avis est celui "
        f"de la personne qui a relu : {plural(said, 'avis donné', 'avis donnés')} sur {len(review.judged)}."
    )
    cards = tuple(
        requirement(line, where[line.requirement], remarks_on(line, review.remarks), place)
        for line in review.judged
    )
    blocks = [Paragraph(plain(note))]
    parts = (*cards, themes(reviewed)) if reviewed.record else cards
    return Section("exigences", "Exigences du décret", tuple(blocks), parts)


def remarks_on(line: Judged, remarks: tuple[RemarkData, ...]) -> tuple[RemarkData, ...]:
    """The remarks made on a requirement itself."""
    return tuple(remark for remark in remarks if remark.requirement == line.requirement)


def requirement(line: Judged, standing: Standing, remarks: tuple[RemarkData, ...], place: Place) -> Section:
    """One requirement."""
    since = f" ({standing.since_words})" if standing.since else ""
    computed = facts(
        f"Exigence\u00a0: {line.title}",
        ("Texte", line.basis),
        ("État calculé", f"{line.state.label}{since}"),
        ("Motif", line.reason),
        ("Réponse", where_words(standing)),
        ("Avis", line.judgement.label if line.judgement else UNJUDGED),
        *((("Donné par", given_by(line, place)),) if line.at else ()),
    )
    links: tuple[Fact, ...] = ()
    if remarks:
        links = (
            Fact("Remarques", joined((f"n°\u00a0{one.number}", f"#remarque-{one.key}") for one in remarks)),
        )
    note = prose(line.note)
    head = (Paragraph(plain("Note de l’avis :")),) if note else ()
    told = type(computed)(computed.caption, (*computed.facts, *links))
    return Section(f"exigence-{line.requirement}", line.title, (told, *head, *note), card=True)


def where_words(standing: Standing) -> str:
    """« section « Objectifs », page 12 »."""
    if standing.anchor is None:
        return NOWHERE
    page = f", page\u00a0{standing.page}" if standing.page else ""
    return f"section {quoted(standing.section)}{page}"


def given_by(line: Judged, place: Place) -> str:
    """Who, when."""
    return f"{without_address(line.by_words)}, le {place.words(line.at)}" if line.at else ""


def themes(reviewed: Document) -> Section:
    """The six themes, none of which is required."""
    choices = reviewed.record.choices if reviewed.record else ()
    return Section("themes", "Thèmes facultatifs", (Paragraph(plain(OPTIONAL)), themes_table(choices)))
