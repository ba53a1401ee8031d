"""What the catalogue says now of the entries a draft copied: one query for all the rows of a kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reen.enums import Theme
from reen.queries.actions import action_wordings
from reen.queries.indicators import indicator_sheets
from reen.sheets import ActionWording, IndicatorSheet, SourceSheet
from reen.typography import capitalised, date_words
from strategy.document.rewording import Listed, Rewording, Words
from strategy.models import Choice, FollowedIndicator

Row = Choice | FollowedIndicator
Published = ActionWording | IndicatorSheet


@dataclass(frozen=True, slots=True)
class Pins:
    """By key of the row, the entries published since it was copied; the keys of those whose entry no longer is.

    `sheets` are the published entries, by reference.
    """

    newer: Mapping[int, Rewording]
    unpublished: frozenset[int]
    sheets: Mapping[str, Published]

    @property
    def news(self) -> dict[int, Rewording]:
        """Those to be told of."""
        return {key: each for key, each in self.newer.items() if each.is_news}


def pins_of(
    rows: Iterable[Row],
    titles: Mapping[str, str] | None = None,
    read: Iterable[Published] | None = None,
) -> Pins:
    """Compares rows of one kind, actions or indicators, with what is published; rows of one's own are left out.

    `titles` names requirements by reference; `read` holds every published entry, if they were read already.
    """
    copies = [row for row in rows if row.ref]
    sheets = published(copies) if read is None else {sheet.ref: sheet for sheet in read}
    return Pins(
        newer={
            row.pk: reworded(row, sheets[row.ref], titles or {})
            for row in copies
            if row.ref in sheets and sheets[row.ref].revision > (row.revision or 0)
        },
        unpublished=frozenset(row.pk for row in copies if row.ref not in sheets),
        sheets=sheets,
    )


def published(rows: list[Row]) -> dict[str, Published]:
    """The published entries of these rows, by reference; without rows, nothing is asked."""
    refs = [row.ref for row in rows]
    if not refs:
        return {}
    read = action_wordings if isinstance(rows[0], Choice) else indicator_sheets
    return {sheet.ref: sheet for sheet in read(refs)}


def reworded(row: Row, sheet: Published, titles: Mapping[str, str]) -> Rewording:
    """One row beside the entry it was copied from, published again since."""
    return Rewording(
        key=row.pk,
        title=row.title,
        revision=sheet.revision,
        revised_on=sheet.revised_on,
        copied=row.revision or 0,
        declined=row.declined,
        words=tuple(
            Words(
                field=name,
                label=capitalised(str(row._meta.get_field(name).verbose_name)),  # type: ignore[union-attr]
                mine=getattr(row, name),
                former=getattr(row, copy),
                new=getattr(sheet, name),
            )
            for name, copy in row.COPIES.items()
        ),
        others=tuple(other for other in others(row, sheet, titles) if other.gone or other.come),
        checked=checked(row, sheet),
    )


def others(row: Row, sheet: Published, titles: Mapping[str, str]) -> Iterator[Listed]:
    """What changed beside the texts."""
    if isinstance(row, Choice) and isinstance(sheet, ActionWording):
        theme = Theme(row.theme)
        yield listed("Thème", [theme.label], [sheet.theme.label])
        former, new = (
            [titles.get(ref, ref) for ref in refs] for refs in (row.requirements, sheet.requirements)
        )
        yield listed("Exigences servies", former, new)
    sources = [SourceSheet(**source) for source in row.sources]
    yield listed("Sources", map(source_words, sources), map(source_words, sheet.sources))


def listed(label: str, former: Iterable[str], new: Iterable[str]) -> Listed:
    """What was there and is no longer, and what is there now."""
    was, now = dict.fromkeys(former), dict.fromkeys(new)
    return Listed(
        label,
        gone=tuple(each for each in was if each not in now),
        come=tuple(each for each in now if each not in was),
    )


def source_words(source: SourceSheet) -> str:
    """A source in a line: its title, page and address, and whether somebody opened it."""
    page = f"page\u00a0{source.page}" if source.page else ""
    unopened = "" if source.opened else "lien non contrôlé"
    return ", ".join(part for part in (source.title, page, source.url or "", unopened) if part)


def checked(row: Row, sheet: Published) -> Listed | None:
    """The dates when sources were read, if they differ."""
    if row.checked_on == sheet.checked_on:
        return None
    days = ((date_words(day),) if day else () for day in (row.checked_on, sheet.checked_on))
    return Listed("Vérifiée le", *days)
