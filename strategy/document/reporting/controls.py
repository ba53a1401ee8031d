"""What was checked by computing, what was joined as evidence, and what nobody checked."""

from collections.abc import Iterator

from reen.typography import capitalised, plural, weight
from strategy.document import walk
from strategy.document.checking.check import Check, Outcome, Subject
from strategy.document.checking.indicators import ASPECTS
from strategy.document.model import Block, BulletList, Column, Document, Paragraph, Section, Table, Text
from strategy.document.reporting.opinion import IssuerWords
from strategy.document.reviewing import ReviewData
from strategy.document.words import NONE, plain
from strategy.enums import RemarkState

COMPUTED = (
    "Ces contrôles comparent le document avec ses propres données. Ils ne disent ni qu’un chiffre est vrai, ni qu’une "
    "action a eu lieu."
)


def controls(found: tuple[Check, ...]) -> Section:
    """The checks: an indicator a line, then figures and dates."""
    if not found:
        nothing = "Le document ne porte pas ses données : rien n’a pu être recalculé."
        return Section("controles", "Contrôles calculés", (Paragraph(plain(nothing)),))
    blocks: list[Block] = [Paragraph(plain(COMPUTED))]
    if rows := indicator_rows(found):
        columns = (Column("Indicateur", 3), *(Column(aspect, 2) for aspect in ASPECTS))
        blocks.append(Table("Ce que dit chaque indicateur", columns, rows, compact=True))
    others = [check for check in found if check.subject is not Subject.INDICATORS]
    columns = (Column("Contrôle", 3), Column("Résultat", 1), Column("Détail", 4))
    rows = tuple((plain(check.what), plain(check.outcome.label), detail(check)) for check in others)
    blocks.append(Table("Montants, décomptes, dates et années", columns, rows))
    return Section("controles", "Contrôles calculés", tuple(blocks))


def indicator_rows(found: tuple[Check, ...]) -> tuple[tuple[Text, ...], ...]:
    """A line an indicator, a cell an aspect."""
    lines: dict[str | None, list[Check]] = {}
    for check in found:
        if check.subject is Subject.INDICATORS:
            lines.setdefault(check.anchor, []).append(check)
    return tuple(
        (plain(checks[0].row), *(plain(cell(check)) for check in checks)) for checks in lines.values()
    )


def cell(check: Check) -> str:
    """« en ordre », « manque : date »."""
    return f"{check.outcome.label} : {check.words}" if check.words else check.outcome.label


def detail(check: Check) -> Text:
    """Where, and what."""
    where = f"{check.row} : " if check.row else ""
    return plain(f"{where}{check.words}" if check.words else NONE)


def evidence(reviewed: Document, review: ReviewData) -> Section:
    """The files that came with the version, each known again by its hash."""
    if not review.evidence:
        return Section("pieces", "Pièces jointes", (Paragraph(plain("Aucune pièce n’est jointe.")),))
    titles = {visit.section.anchor: visit.section.title for visit in walk.sections(reviewed)}
    columns = (
        Column("Fichier", 3),
        Column("Action", 3),
        Column("Taille", 1, numeric=True),
        Column("SHA-256", 4),
    )
    rows = tuple(
        (
            plain(file.name),
            plain(titles.get(file.anchor, NONE)),
            plain(weight(file.size)),
            plain(file.sha256),
        )
        for file in review.evidence
    )
    return Section("pieces", "Pièces jointes", (Table("Pièces jointes à la version", columns, rows),))


def limits(review: ReviewData, issuer: IssuerWords, found: tuple[Check, ...]) -> Section:
    """What a reader must not take from this report."""
    items = tuple(plain(sentence) for sentence in sentences(review, issuer, found))
    return Section("limites", "Ce qui n’a pas été vérifié", (BulletList(items),))


def sentences(review: ReviewData, issuer: IssuerWords, found: tuple[Check, ...]) -> Iterator[str]:
    """One limit each."""
    yield "L’état d’une exigence est calculé : une réponse écrite n’est pas une réponse suffisante."
    yield f"{capitalised(issuer.label)}. {issuer.meaning}"
    if review.signed is None or not review.signed.account:
        yield "Les noms de celles et ceux qui ont relu sont déclarés : ce site ne les a pas vérifiés."
    yield "Les faits que le document rapporte n’ont pas été contrôlés sur place par ce site."
    if review.evidence:
        yield (
            "Les pièces jointes sont désignées par leur empreinte : ce site n’a ni lu ni comparé ce "
            "qu’elles contiennent."
        )
    if review.unjudged:
        yield f"{plural(review.unjudged, 'exigence n’a', 'exigences n’ont')} reçu aucun avis."
    if unanswered := sum(remark.state is RemarkState.OPEN for remark in review.remarks):
        yield f"{plural(unanswered, 'remarque n’a', 'remarques n’ont')} pas reçu de réponse."
    if waiting := sum(remark.state is RemarkState.ANSWERED for remark in review.remarks):
        yield plural(
            waiting,
            "réponse n’a pas été examinée par la revue.",
            "réponses n’ont pas été examinées par la revue.",
        )
    if nothing := sum(check.outcome is Outcome.NOTHING for check in found):
        yield f"{plural(nothing, 'contrôle était', 'contrôles étaient')} sans objet, faute de données."
    yield "Les estimations d’empreinte et les textes de loi cités n’ont pas été recalculés ni relus ici."
