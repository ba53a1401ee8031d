"""Who signs what, on which document."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy.document.model import Block, Document, Notice, Paragraph, Section
from strategy.document.people import in_sentence, without_address
from strategy.document.reporting.moments import Place
from strategy.document.reviewing import ReviewData, SignedOff
from strategy.document.words import NONE, facts, missing, plain, prose
from strategy.enums import Opinion

UNSIGNED = "Projet de rapport : aucun avis n’est signé. Ce qui suit peut encore changer."


@dataclass(frozen=True, slots=True)
class IssuerWords:
    """Whether the site knows who issued the version, in words: what it calls it, and what that means.

    `state` is what became of the version, never presented nor adopted on the word of an issuer that nobody verified.
    """

    label: str
    meaning: str
    verified: bool
    state: str


def opinion(review: ReviewData, place: Place) -> Section:
    """The opinion and its reservations, under the name of whoever declares them."""
    signed = review.signed
    if signed is None:
        return Section("avis", "Avis", (Notice(plain(UNSIGNED), "attention"),), opens_page=True)
    return Section(
        "avis", "Avis", tuple(signed_blocks(signed, place)), (reservations(signed),), opens_page=True
    )


def signed_blocks(signed: SignedOff, place: Place) -> Iterator[Block]:
    """The opinion itself."""
    yield facts(
        "Avis signé",
        ("Avis", signed.opinion.label),
        ("Signé par", signed.name),
        ("Organisme", signed.organisation or NONE),
        ("Date", place.words(signed.at)),
        ("Identité", identity(signed)),
    )


def identity(signed: SignedOff) -> str:
    """What is known of whoever signs."""
    if signed.account:
        return "nom et organisme déclarés, depuis un compte de ce site"
    return "nom et organisme déclarés par la personne qui a reçu le lien, non vérifiés"


def reservations(signed: SignedOff) -> Section:
    """What the opinion is subject to, or that it is subject to nothing."""
    title = "Motifs" if signed.opinion is Opinion.UNFAVOURABLE else "Réserves"
    return Section("reserves", title, prose(signed.reservations) or (Paragraph(plain("Aucune réserve.")),))


def version(reviewed: Document, review: ReviewData, issuer: IssuerWords, place: Place) -> Section:
    """The document that was reviewed, so that nobody takes another one for it."""
    on = reviewed.issue.date_words if reviewed.issue else reviewed.date_words
    told = facts(
        "Version examinée",
        ("Document", reviewed.title),
        ("Collectivités", review.bodies),
        ("Référence", review.reference),
        ("Version", f"{review.version}, du {on}"),
        ("État", issuer.state.removesuffix(".")),
        ("Code", review.code),
        ("Empreinte SHA-256", review.digest),
        ("Émetteur", issuer.label),
    )
    asked = (
        f"Revue demandée le {place.words(review.asked_at)} par {in_sentence(without_address(review.asked_by))}, "
        f"adressée à : {in_sentence(without_address(review.label))}."
    )
    blocks: list[Block] = [told, Paragraph(plain(asked))]
    if not told.facts:
        blocks = [missing("la version examinée.")]
    return Section("version-examinee", "Version examinée", tuple(blocks))
