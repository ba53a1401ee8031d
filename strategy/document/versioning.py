"""What makes a document a version: a number, a code to find it by, and a last page that says how to verify it."""

from dataclasses import replace
from datetime import date

from reen.typography import date_words
from strategy.document.changes import ANCHOR as CHANGES
from strategy.document.changes import annex, changes
from strategy.document.model import Document, Issue, Paragraph, QrCode, Section, Status
from strategy.document.tracing import dated, undated
from strategy.document.words import facts, plain

ANCHOR = "verification"
TITLE = "Vérifier ce document"
PROJECT = "Ce projet numéroté peut circuler pour avis. Il n’a pas été figé, ni présenté, ni adopté."
FROZEN = (
    "Ce document est figé : une correction portera un autre numéro. Sa présentation ou son adoption, qui viennent "
    "après, se lisent à l’adresse de vérification."
)
PROJECT_REPORT = "PROJET DE RAPPORT"
SIGNED_REPORT = "RAPPORT SIGNÉ"
FILE = (
    "Le fichier porte ses données (JSON)\u00a0: elles se relisent et se comparent sans logiciel particulier."
)


def issued(
    document: Document,
    *,
    number: int,
    status: Status,
    code: str,
    address: str,
    on: date,
    public: bool = False,
    before: Document | None = None,
    same_as: Issue | None = None,
) -> Document:
    """The document as a version: its header says which, its last page how to verify it; the rest is as it was.

    `before` is the version that comes just before: each requirement says since which one it is answered as it is.
    `same_as` is the project that says the same, which the last page names.
    """
    issue = Issue(number, code, address, on.isoformat(), date_words(on), public)
    version = replace(dated(document, before, number), status=status, issue=issue)
    return replace(version, sections=(*version.sections, verification(version, issue, same_as)))


def annexed(version: Document, former: Document) -> Document:
    """The version with what changed since a former one, before its last page; both carry their record."""
    *sections, last = version.sections
    return replace(version, sections=(*sections, annex(changes(former, version)), last))


def withdrawn(document: Document, *, annex_too: bool = True) -> Document:
    """The document as it was before it became a version; it keeps what it says of changes unless `annex_too`."""
    added = (ANCHOR, CHANGES) if annex_too else (ANCHOR,)
    kept = tuple(section for section in undated(document).sections if section.anchor not in added)
    return replace(document, status=Status.DRAFT, issue=None, sections=kept)


def status_words(document: Document) -> str:
    """« PROJET », « PROJET, version 1 », « VERSION 2 FIGÉE », « RAPPORT SIGNÉ sur la version 2 »."""
    if document.reviewed is not None:
        what = PROJECT_REPORT if document.status is Status.DRAFT else SIGNED_REPORT
        return f"{what} sur la version\u00a0{document.reviewed.number}"
    if document.issue is None:
        return document.status.label
    number = document.issue.number
    if document.status is Status.NUMBERED:
        return f"{document.status.label}, version\u00a0{number}"
    return f"VERSION\u00a0{number} FIGÉE"


def same_words(project: Issue) -> str:
    """That a frozen version says what a project said."""
    return (
        f"Il est identique au projet version\u00a0{project.number}, du {project.date_words}\u00a0: son texte n’a pas "
        "changé d’un mot."
    )


def dated_words(document: Document) -> str:
    """What the cover says of days: that of the version or of the report, else that of the last change."""
    if document.reviewed is not None:
        what = "Dernier ajout à la revue, le" if document.issue is None else "Signé le"
        return f"{what} {document.date_words}, sur la version du {document.reviewed.date_words}."
    if document.issue is None:
        return f"Dernière modification du brouillon\u00a0: {document.date_words}."
    names = (
        " Édition publique\u00a0: des fonctions remplacent les noms d’agents."
        if document.issue.public
        else ""
    )
    numbered = "Numérotée" if document.status is Status.NUMBERED else "Figée"
    return f"{numbered} le {document.issue.date_words}.{names}"


def verification(document: Document, issue: Issue, same_as: Issue | None = None) -> Section:
    """The page that tells a reader how to know whether the file in hand is the one that was issued."""
    what = PROJECT if document.status is Status.NUMBERED else FROZEN
    if same_as is not None:
        what = f"{what} {same_words(same_as)}"
    how = (
        "À l’adresse ci-dessous, tapez le code ou déposez le fichier. Le site dit si le fichier est bien celui qu’il a "
        "produit, s’il en existe une version plus récente, et si la collectivité qui l’a émis a été vérifiée."
    )
    return Section(
        ANCHOR,
        TITLE,
        (
            Paragraph(plain(what)),
            Paragraph(plain(how)),
            facts(
                "Vérification",
                ("Version", f"{issue.number}, du {issue.date_words}"),
                ("Référence", document.reference),
                ("Code", issue.code),
            ),
            Paragraph(plain(issue.address, issue.address)),
            QrCode(issue.address, f"Code QR qui mène à l’adresse de vérification, {issue.address}"),
            Paragraph(plain(FILE)),
        ),
        opens_page=True,
    )
