"""The report that a review ends with: a document like any other, told from the review and the version it is on."""

from dataclasses import replace
from datetime import date, tzinfo

from reen.typography import date_words
from strategy.document.checks import checks
from strategy.document.links import resolvable
from strategy.document.model import Document, Issue, Paragraph, QrCode, Section, Status
from strategy.document.reporting.controls import controls, evidence, limits
from strategy.document.reporting.moments import Place, last_said
from strategy.document.reporting.opinion import IssuerWords, opinion, version
from strategy.document.reporting.remarks import remarks
from strategy.document.reporting.requirements import requirements
from strategy.document.reviewing import ReviewData
from strategy.document.tracing import Pages
from strategy.document.versioning import ANCHOR
from strategy.document.words import facts, plain

TITLE = "Rapport de conformité"
VERIFY = "Vérifier ce rapport"


def report(
    reviewed: Document, review: ReviewData, *, pages: Pages, issuer: IssuerWords, zone: tzinfo
) -> Document:
    """The report on `reviewed`, the frozen document, as the review stands: marked PROJET until it is sealed.

    `pages` are those of the file of the version. Every requirement is told once, each remark with its outcome.
    Raises ValueError for a document that is not a version.
    """
    if reviewed.issue is None:
        raise ValueError
    place = Place(zone)
    day = place.day(last_said(review))
    found = checks(reviewed)
    return Document(
        reference=reviewed.reference,
        title=TITLE,
        status=Status.DRAFT,
        demonstration=reviewed.demonstration,
        bodies=reviewed.bodies,
        changed_on=day.isoformat(),
        date_words=date_words(day),
        coverage=reviewed.coverage,
        sections=resolvable(
            (
                opinion(review, place),
                version(reviewed, review, issuer, place),
                requirements(reviewed, review, pages, place),
                remarks(review, place),
                controls(found),
                evidence(reviewed, review),
                limits(review, issuer, found),
            )
        ),
        host_logo=reviewed.host_logo,
        reviewed=reviewed.issue,
    )


def sealed(document: Document, *, code: str, address: str, on: date) -> Document:
    """The report once it is signed: its header and its last page say how it is verified."""
    number = document.reviewed.number if document.reviewed else 0
    issue = Issue(number, code, address, on.isoformat(), date_words(on))
    return replace(
        document,
        status=Status.FROZEN,
        issue=issue,
        sections=(*document.sections, verification(document, issue)),
    )


def verification(document: Document, issue: Issue) -> Section:
    """The page that tells a reader how to know whether the report in hand is the one that was signed."""
    how = (
        "À l’adresse ci-dessous, tapez le code ou déposez le fichier. Le site dit si le fichier est bien celui qu’il a "
        "produit à la signature, et sur quelle version porte le rapport."
    )
    return Section(
        ANCHOR,
        VERIFY,
        (
            Paragraph(plain("Ce rapport est signé : rien n’y est plus ajouté.")),
            Paragraph(plain(how)),
            facts(
                "Vérification",
                ("Rapport sur la version", f"{issue.number} de {document.reference}"),
                ("Signé le", issue.date_words),
                ("Code", issue.code),
            ),
            Paragraph(plain(issue.address, issue.address)),
            QrCode(issue.address, f"Code QR qui mène à l’adresse de vérification, {issue.address}"),
        ),
        opens_page=True,
    )
