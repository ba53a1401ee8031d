"""Each remark with its severity, its thread and its outcome."""

from collections import Counter
from collections.abc import Iterator

from reen.typography import plural
from strategy.document.model import Block, Paragraph, Run, Section
from strategy.document.people import without_address
from strategy.document.reporting.moments import Place
from strategy.document.reviewing import MessageData, RemarkData, ReviewData
from strategy.document.words import facts, plain, prose
from strategy.enums import RemarkState


def remarks(review: ReviewData, place: Place) -> Section:
    """A card a remark, in the order they were made."""
    if not review.remarks:
        return Section("remarques", "Remarques", (Paragraph(plain("Aucune remarque n’a été faite.")),))
    counts = Counter(remark.state for remark in review.remarks)
    told = ", ".join(plural(counts[state], state.label, state.many) for state in RemarkState if counts[state])
    head = f"{plural(len(review.remarks), 'remarque')} : {told}."
    ordered = sorted(review.remarks, key=lambda remark: (remark.at, remark.key))
    cards = tuple(remark_card(remark, place) for remark in ordered)
    return Section("remarques", "Remarques", (Paragraph(plain(head)),), cards)


def remark_card(remark: RemarkData, place: Place) -> Section:
    """One remark, its thread in the order it was written, its outcome."""
    return Section(
        f"remarque-{remark.key}",
        f"Remarque {remark.number}, version {remark.version}\u00a0: {remark.title}",
        tuple(blocks(remark, place)),
        card=True,
    )


def blocks(remark: RemarkData, place: Place) -> Iterator[Block]:
    """What was said, and where it stands."""
    yield facts(
        f"Remarque {remark.number}",
        ("Gravité", remark.severity.label),
        ("Faite par", f"{without_address(remark.by_words)}, le {place.words(remark.at)}"),
        ("Issue", outcome(remark)),
    )
    yield from prose(remark.text)
    for message in remark.messages:
        yield from message_blocks(message, place)


def outcome(remark: RemarkData) -> str:
    """Where the thread stands, and what the last answer of the collectivité was."""
    answers = [message for message in remark.messages if message.kind.is_answer]
    last = f" ({answers[-1].words})" if answers else ""
    return f"{remark.state.label}{last}"


def message_blocks(message: MessageData, place: Place) -> Iterator[Block]:
    """Who said what, when."""
    who = f"{without_address(message.by_words)}, le {place.words(message.at)}"
    side = "Réponse de la collectivité" if message.kind.is_answer else "Suite donnée par la revue"
    yield Paragraph((Run(f"{side}, {message.words}", strong=True), *plain(f" ({who})")))
    yield from prose(message.text)
