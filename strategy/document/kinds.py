"""The documents one draft gives, each on its own: the strategy, its work programme, its cards, its one-page sheet."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from reen.enums import Part
from reen.sheets import RequirementSheet
from strategy.document.build import build, framed
from strategy.document.chapters.actions import actions
from strategy.document.chapters.baseline import reviews
from strategy.document.chapters.governance import actors_block
from strategy.document.chapters.proof import traceability
from strategy.document.chapters.selection import TITLE, selection
from strategy.document.coverage import coverage
from strategy.document.draft import DraftData
from strategy.document.links import resolvable
from strategy.document.model import Block, Document, Notice, Paragraph, Section
from strategy.document.words import missing, plain
from strategy.enums import Programme

Requirements = Iterable[RequirementSheet]


def programme(data: DraftData, requirements: Requirements) -> Document:
    """The decree's work programme alone. One that exists elsewhere is named, and not replaced."""
    asked = [requirement for requirement in requirements if requirement.part is Part.PROGRAMME]
    covered = coverage(data, asked)
    return framed(
        data,
        covered,
        "Programme de travail",
        (
            Section("presentation", "Ce que contient ce programme", presentation(data)),
            Section("acteurs", "Acteurs associés", (actors_block(data),)),
            *reviews(data.baseline),
            traceability(covered),
        ),
    )


def presentation(data: DraftData) -> tuple[Block, ...]:
    """What the decree asks of a work programme, and whether another one exists."""
    asked = Paragraph(
        plain(
            "Le programme de travail précède la stratégie numérique responsable. Il cite les acteurs associés, dresse "
            "le bilan de l’impact environnemental du numérique et celui de ses usages sur le territoire, et résume "
            "les actions déjà engagées."
        )
    )
    if data.baseline.programme is not Programme.EXISTING:
        return (asked,)
    title = data.baseline.programme_title
    cited = f", « {title} »" if title else ""
    elsewhere = f"Un programme de travail existe déjà{cited}. Ce document ne le remplace pas."
    return asked, Notice(plain(elsewhere), kind="attention")


def cards(data: DraftData, requirements: Requirements) -> Document:
    """The card of each action, by theme, without cover: to hand out action by action."""
    themes = actions(data).sections or (Section("actions", "Actions", (missing("les actions."),)),)
    document = framed(data, coverage(data, requirements), "Fiches des actions", resolvable(themes))
    return replace(document, cover=False)


def sheet(data: DraftData, requirements: Requirements) -> Document:
    """The retained actions in one table, on one page as long as they are about thirty."""
    return replace(framed(data, coverage(data, requirements), TITLE, (selection(data),)), cover=False)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """One document: `identifier` names it in addresses and commands, `file_name` begins the name of its file."""

    identifier: str
    label: str
    description: str
    file_name: str
    build: Callable[[DraftData, Requirements], Document]


KINDS: dict[str, DocumentKind] = {
    kind.identifier: kind
    for kind in (
        DocumentKind(
            "document",
            "Stratégie",
            "le document entier, avec la page des élus et la traçabilité légale",
            "strategie-numerique-responsable",
            build,
        ),
        DocumentKind(
            "programme",
            "Programme de travail",
            "les acteurs, les deux bilans, les usages et les actions déjà engagées",
            "programme-de-travail",
            programme,
        ),
        DocumentKind(
            "fiches", "Fiches des actions", "une carte par action, à distribuer", "fiches-actions", cards
        ),
        DocumentKind(
            "selection",
            TITLE,
            "toutes les actions dans un tableau, pour une réunion",
            "selection-actions",
            sheet,
        ),
    )
}
"""By identifier, in the order they are offered."""
