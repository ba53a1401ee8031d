"""The decree's work programme: cited, or written here."""

from reen.typography import date_words
from strategy.document.chapters.footprint import organisation_blocks, territory_blocks
from strategy.document.draft import BaselineData, DraftData
from strategy.document.model import Block, Notice, Paragraph, Run, Section
from strategy.document.words import missing, plain, prose, written_or_missing
from strategy.enums import Programme

UNREAD = "Renvoi au programme de travail cité plus haut."
APART = "Ce périmètre ne s’ajoute pas à celui du territoire."


def baseline(data: DraftData) -> Section:
    """What the strategy rests on, then the parts of a work programme."""
    review = data.baseline
    return Section(
        "etat-des-lieux",
        "État des lieux",
        (),
        (Section("programme", "Programme de travail", (programme(review),)), *reviews(review)),
    )


def reviews(review: BaselineData) -> tuple[Section, ...]:
    """Both bilans and the actions under way, cited or written."""
    return (
        impact(review),
        Section(
            "usages",
            "Usages du numérique sur le territoire",
            written_or_cited(review.uses, review, "le bilan des usages du numérique."),
        ),
        Section("actions-engagees", "Actions déjà engagées", ongoing(review)),
    )


def impact(review: BaselineData) -> Section:
    """The two perimeters stay apart: the territory, which the decree asks for, and the organisation."""
    territory: tuple[Block, ...] = ()
    if review.territory and review.territory.is_written:
        territory = territory_blocks(review.territory)
    organisation: tuple[Block, ...] = ()
    if review.organisation and review.organisation.is_written:
        organisation = organisation_blocks(review.organisation)
    return Section(
        "impact",
        "Impact environnemental du numérique",
        (),
        (
            Section(
                "impact-territoire",
                "Sur le territoire",
                (*prose(review.impact_territory), *territory)
                or written_or_cited("", review, "le bilan de l’impact sur le territoire."),
            ),
            Section(
                "impact-organisation",
                "Dans l’organisation",
                (
                    *(
                        (*prose(review.impact_organisation), *organisation)
                        or written_or_cited("", review, "l’impact du numérique de l’organisation.")
                    ),
                    Notice(plain(APART)),
                ),
            ),
        ),
    )


def written_or_cited(text: str, review: BaselineData, otherwise: str) -> tuple[Block, ...]:
    """What was typed; else the programme that holds it; else the notice that asks for it."""
    if not text and review.programme is Programme.EXISTING:
        return (Notice(plain(UNREAD)),)
    return written_or_missing(text, otherwise)


def programme(review: BaselineData) -> Block:
    """On what the strategy rests."""
    if review.programme is Programme.HERE:
        return Paragraph(
            plain("Le programme de travail est écrit dans ce document, dans les parties qui suivent.")
        )
    if review.programme is None:
        return missing("un programme de travail existe-t-il déjà, ou est-il écrit ici ?")
    if not review.programme_title:
        return missing("le titre et la date du programme de travail existant.")
    dated = f" du {date_words(review.programme_date)}" if review.programme_date else " (date à compléter)"
    joined = f", joint au brouillon ({review.programme_file})" if review.programme_file else ""
    title = Run(f"«\u202f{review.programme_title}\u202f»", href=review.programme_link or None)
    return Paragraph(
        (
            Run("La stratégie s’appuie sur le programme de travail "),
            title,
            Run(f"{dated}{joined}. Il n’a pas été relu ici."),
        )
    )


def ongoing(review: BaselineData) -> tuple[Block, ...]:
    """The summary of actions under way, or that there is none."""
    if not review.ongoing and review.nothing_ongoing:
        return (Paragraph(plain("Aucune action n’a encore été engagée.")),)
    return written_or_cited(review.ongoing, review, "les actions déjà engagées, s’il y en a.")
