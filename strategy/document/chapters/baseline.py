"""The decree's work programme: cited, or written here."""

from reen.typography import date_words
from strategy.document.draft import BaselineData, DraftData
from strategy.document.model import Block, Notice, Paragraph, Run, Section
from strategy.document.words import missing, plain, prose, written_or_missing
from strategy.enums import Programme

UNREAD = "Renvoi au programme de travail cité plus haut."


def baseline(data: DraftData) -> Section:
    """The two perimeters stay apart: the territory, which the decree asks for, and the organisation."""
    review = data.baseline
    rests = review.programme is Programme.EXISTING

    def part(text: str, otherwise: str) -> tuple[Block, ...]:
        if not text and rests:
            return (Notice(plain(UNREAD)),)
        return written_or_missing(text, otherwise)

    return Section(
        "etat-des-lieux",
        "État des lieux",
        (),
        (
            Section("programme", "Programme de travail", (programme(review),)),
            Section(
                "impact",
                "Impact environnemental du numérique",
                (),
                (
                    Section(
                        "impact-territoire",
                        "Sur le territoire",
                        part(review.impact_territory, "le bilan de l’impact sur le territoire."),
                    ),
                    Section(
                        "impact-organisation",
                        "Dans l’organisation",
                        (
                            *part(
                                review.impact_organisation,
                                "l’impact du numérique de l’organisation.",
                            ),
                            Notice(plain("Ce périmètre ne s’ajoute pas à celui du territoire.")),
                        ),
                    ),
                ),
            ),
            Section(
                "usages",
                "Usages du numérique sur le territoire",
                part(review.uses, "le bilan des usages du numérique."),
            ),
            Section("actions-engagees", "Actions déjà engagées", ongoing(review, rests=rests)),
        ),
    )


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
    title = Run(f"«\u202f{review.programme_title}\u202f»", href=review.programme_link or None)
    return Paragraph(
        (
            Run("La stratégie s’appuie sur le programme de travail "),
            title,
            Run(f"{dated}. Il n’a pas été relu ici."),
        )
    )


def ongoing(review: BaselineData, *, rests: bool) -> tuple[Block, ...]:
    """The summary of actions under way, or that there is none."""
    if review.ongoing:
        return prose(review.ongoing)
    if review.nothing_ongoing:
        return (Paragraph(plain("Aucune action n’a encore été engagée.")),)
    if rests:
        return (Notice(plain(UNREAD)),)
    return (missing("les actions déjà engagées, s’il y en a."),)
