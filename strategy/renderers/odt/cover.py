"""The head of the text: whose document it is, what it is, of which day, how far it answers the law."""

from collections.abc import Iterator
from itertools import groupby

from reen.typography import capitalised
from strategy.document import walk
from strategy.document.model import Document
from strategy.document.versioning import dated_words, status_words
from strategy.renderers.odt.elements import Xml, made, one_line, paragraph, picture
from strategy.renderers.odt.pictures import Pictures
from strategy.renderers.wording import (
    CONTENTS,
    FICTION,
    NO_TITLE,
    associated,
    count_words,
    counts,
)

_WIDEST, _HIGHEST, _POINT = 150.0, 64.0, 72 / 96
_DEEPEST = 3


def cover_elements(document: Document, pictures: Pictures) -> Iterator[Xml]:
    """What the cover of the PDF says, in the same order."""
    groups = [(role, list(bodies)) for role, bodies in groupby(document.bodies, key=lambda body: body.role)]
    leading, others = (groups[0][1], groups[1:]) if groups else ([], [])
    yield paragraph(one_line(document.title) or NO_TITLE, "Title")
    for body in leading:
        yield paragraph(body.name, "Subtitle")
        yield paragraph(capitalised(", ".join(text for text in (body.role, body.detail) if text)))
    yield from logos(document, pictures)
    yield paragraph(status_words(document), "État")
    yield paragraph(dated_words(document))
    if document.demonstration:
        yield paragraph(FICTION, "Attention")
    yield paragraph(document.coverage.sentence, "Attaché")
    for state, count in counts(document.coverage).items():
        yield paragraph(count_words(state, count), "Liste")
    for role, bodies in others:
        yield paragraph(capitalised(associated(role, len(bodies))), "Attaché")
        yield paragraph(
            ", ".join(f"{body.name} ({body.detail})" if body.detail else body.name for body in bodies)
        )
    yield paragraph(f"Référence\u00a0: {document.reference}")


def logos(document: Document, pictures: Pictures) -> Iterator[Xml]:
    """That of the collectivité, then that of whoever hosts the service."""
    for logo in (document.logo, document.host_logo):
        if logo is not None:
            scale = min(_WIDEST / logo.width, _HIGHEST / logo.height, _POINT)
            path = pictures.logo(logo)
            frame = picture(path, pictures.name(), logo.alternative, logo.width * scale, logo.height * scale)
            yield made("text:p", frame, style_name__text="Text_20_body")


def contents_elements(document: Document, titles: dict[str, str]) -> Iterator[Xml]:
    """The contents, a link a line; the reader's software adds page numbers on demand."""
    lines = [
        paragraph_to(visit.section.anchor, titles, visit.level)
        for visit in walk.sections(document)
        if not visit.section.card and visit.level <= _DEEPEST
    ]
    if not lines:
        return
    title = made("text:index-title-template", CONTENTS, style_name__text="Sommaire")
    entries = map(entry_template, range(1, _DEEPEST + 1))
    source = made("text:table-of-content-source", title, *entries, outline_level__text=str(_DEEPEST))
    head = made("text:index-title", paragraph(CONTENTS, "Sommaire"), name__text="Sommaire1_Head")
    body = made("text:index-body", head, *lines)
    yield made("text:table-of-content", source, body, name__text="Sommaire1", protected__text="false")


def entry_template(level: int) -> Xml:
    """How a line of the contents is made again when the reader asks for it."""
    return made(
        "text:table-of-content-entry-template",
        made("text:index-entry-link-start"),
        made("text:index-entry-text"),
        made("text:index-entry-tab-stop", type__style="right", leader_char__style="."),
        made("text:index-entry-page-number"),
        made("text:index-entry-link-end"),
        outline_level__text=str(level),
        style_name__text=f"Sommaire{level}",
    )


def paragraph_to(anchor: str, titles: dict[str, str], level: int) -> Xml:
    """A line of the contents."""
    link = made("text:a", titles[anchor], type__xlink="simple", href__xlink=f"#{anchor}")
    return made("text:p", link, style_name__text=f"Sommaire{level}")
