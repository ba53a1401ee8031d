"""Elements of an OpenDocument text, and texts as XML can hold them."""

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from reen.typography import typeset
from strategy.document.model import Run, Text

_BLANKS = re.compile(r"[^\S\u00a0\u202f\n]+")
_LINES = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufffe\uffff]")
"""What XML refuses, or no reader shows: told by its number, as in the PDF."""


class Xml(str):
    """A part of the file, already written; any other string is words, still to be escaped."""


def made(tag: str, *inner: str, **attributes: str) -> Xml:
    """An element; attributes are written `style_name__text`, the name then the prefix."""
    told = "".join(f" {attribute(name)}={quoteattr(fit(value))}" for name, value in attributes.items())
    return Xml(f"<{tag}{told}>{''.join(map(written, inner))}</{tag}>")


def attribute(name: str) -> str:
    """« text:style-name » from `style_name__text`."""
    local, _, prefix = name.partition("__")
    return f"{prefix}:{local.replace('_', '-')}"


def written(part: str) -> Xml:
    """What is already written as it is, words without what XML takes for its own; lines are broken where they are."""
    if isinstance(part, Xml):
        return part
    return Xml(escape(fit(part)).replace("\n", "<text:line-break/>"))


def fit(words: str) -> str:
    """The words without what XML cannot hold, one space where there are several."""
    lines = _LINES.sub("\n", words)
    told = _UNFIT.sub(lambda found: f"[U+{ord(found[0]):04X}]", _BLANKS.sub(" ", lines))
    return told


def one_line(words: str) -> str:
    """The words on one line."""
    return " ".join(fit(words).split())


def paragraph(text: Text | str, style: str = "Text_20_body", *before: Xml) -> Xml:
    """A paragraph with its links and its emphasis."""
    runs = (Run(text),) if isinstance(text, str) else text
    return made("text:p", *before, *inline(runs), style_name__text=style)


def inline(runs: Iterable[Run]) -> Iterable[str]:
    """The runs of a text; a link to a section goes to its bookmark."""
    for run in runs:
        part: str = run.text
        if run.strong or run.emphasis:
            style = "Fort" if run.strong else "Accent"
            part = made("text:span", part, style_name__text=style)
        if run.href is not None:
            part = made("text:a", part, type__xlink="simple", href__xlink=run.href, style_name__text="Lien")
        yield part


def picture(path: str, name: str, alternative: str, width: float, height: float) -> Xml:
    """A picture of so many points, as a character of its paragraph; `alternative` says what it shows."""
    image = made(
        "draw:image", href__xlink=path, type__xlink="simple", show__xlink="embed", actuate__xlink="onLoad"
    )
    return made(
        "draw:frame",
        image,
        made("svg:title", one_line(typeset(alternative))),
        name__draw=name,
        style_name__draw="Image",
        anchor_type__text="as-char",
        width__svg=f"{width:.1f}pt",
        height__svg=f"{height:.1f}pt",
    )
