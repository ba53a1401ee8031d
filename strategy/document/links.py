"""Sections taken out of a document: links that would lead nowhere become plain text."""

from collections.abc import Iterable
from dataclasses import replace

from strategy.document import walk
from strategy.document.model import Run, Section


def resolvable(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The same sections, without the links to sections that are not among them."""
    kept = tuple(sections)
    known = {f"#{visit.section.anchor}" for visit in walk.visits(kept)}

    def mend(run: Run) -> Run:
        dead = run.href is not None and run.href.startswith("#") and run.href not in known
        return replace(run, href=None) if dead else run

    return tuple(walk.mapped(section, mend, Run) for section in kept)
