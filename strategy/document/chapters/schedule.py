"""When each action happens, by theme; those without a date are named."""

from collections.abc import Iterator

from reen.typography import plural
from strategy.document.budget import counted
from strategy.document.chapters.actions import by_theme, theme_title
from strategy.document.draft import DraftData
from strategy.document.measures import ChoiceData
from strategy.document.model import Block, BulletList, Paragraph, Section, Span, Timetable
from strategy.document.words import missing, period, plain
from strategy.enums import ChoiceStatus


def schedule(data: DraftData) -> Section:
    """The timetable of the actions that have a date."""
    return Section("calendrier", "Calendrier", tuple(schedule_blocks(data)))


def schedule_blocks(data: DraftData) -> Iterator[Block]:
    """The bars, then what cannot be placed on them."""
    choices = by_theme(data)
    spans = tuple(span(choice) for choice in choices if choice.is_dated)
    if spans:
        yield Timetable("Calendrier des actions", spans)
    else:
        yield missing("les dates des actions.")
    undated = [choice for choice in counted(choices) if not choice.is_dated]
    if undated and spans:
        subject = plural(len(undated), "action n’a", "actions n’ont")
        yield Paragraph(plain(f"{subject} pas de date :"))
        yield BulletList(tuple(plain(choice.title, f"#action-{choice.key}") for choice in undated))


def span(choice: ChoiceData) -> Span:
    """One action; an end before its start, or an action that was dropped, is told in words and not drawn."""
    start, end = choice.start, choice.end
    dropped = choice.status is ChoiceStatus.DROPPED
    drawn = not dropped and not (start and end and end < start)
    return Span(
        label=plain(choice.title, f"#action-{choice.key}"),
        words=period(start, end) + (f" ({ChoiceStatus.DROPPED.label})" if dropped else ""),
        start=start.isoformat() if start and drawn else None,
        end=end.isoformat() if end and drawn else None,
        group=theme_title(choice.theme),
    )
