"""Reads a PDF back with pikepdf: what is drawn on each page, and the tag tree with its texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf

from tests.documents import files

_BFCHAR = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


@dataclass
class Mark:
    """What is drawn under one mark: `tag` is Artifact or the element's; sizes and heights are in points."""

    tag: str
    number: int | None
    kind: str = ""
    text: str = ""
    sizes: set[float] = field(default_factory=set)
    heights: list[float] = field(default_factory=list)


@dataclass
class Node:
    """An element of the tag tree, with the text under it in reading order."""

    tag: str
    element: Any
    kids: list["Node | str"] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator["Node"]:
        """This node and those below it."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def find(self, tag: str) -> list["Node"]:
        """The nodes of a tag, in reading order."""
        return [node for node in self.walk() if node.tag == tag]


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, open; what is read from it lives as long as it does."""
    return pikepdf.open(BytesIO(data))


@cache
def reference(name: str) -> pikepdf.Pdf:
    """The PDF of a reference document, open for the whole run; not to be changed."""
    return opened(files.pdf(name))


def pages(pdf: pikepdf.Pdf) -> list[list[Mark]]:
    """The marks of each page, in drawing order."""
    return [_marks(page) for page in pdf.pages]


def tree(pdf: pikepdf.Pdf) -> Node:
    """The tag tree, from its Document element."""
    texts = {
        (page.obj.objgen, mark.number): mark.text
        for page, marks in zip(pdf.pages, pages(pdf), strict=True)
        for mark in marks
        if mark.number is not None
    }
    return _node(pdf.Root.StructTreeRoot.K, texts)


def outline(root: Node, depth: int = 0) -> Iterator[str]:
    """The tag tree as lines: a tag, what it says of itself, its texts."""
    said = [str(root.element[key]) for key in ("/Alt", "/T") if key in root.element]
    scope = [str(each.Scope) for each in root.element.get("/A", []) if "/Scope" in each]
    target = [_target(link) for link in root.links[:1]]
    line = " ".join([root.tag, *scope, *(f"({each})" for each in said), *(f"-> {each}" for each in target)])
    if all(isinstance(kid, str) for kid in root.kids):
        yield "  " * depth + line + (f" | {root.text}" if root.kids else "")
        return
    yield "  " * depth + line
    for kid in root.kids:
        if isinstance(kid, Node):
            yield from outline(kid, depth + 1)
        else:
            yield "  " * (depth + 1) + f"| {kid}"


def _target(link: Any) -> str:
    return str(link.A.URI) if "/A" in link else "page"


def _node(element: Any, texts: dict[Any, str]) -> Node:
    node = Node(str(element.S).removeprefix("/"), element)
    for kid in element.K:
        if isinstance(kid, int):
            node.kids.append(texts[element.Pg.objgen, kid])
        elif kid.get("/Type") == "/MCR":
            node.kids.append(texts[kid.Pg.objgen, int(kid.MCID)])
        elif kid.get("/Type") == "/OBJR":
            node.links.append(kid.Obj)
        else:
            node.kids.append(_node(kid, texts))
    return node


def _marks(page: pikepdf.Page) -> list[Mark]:
    fonts = {str(name): _unicode(font) for name, font in page.obj.Resources.Font.items()}
    marks: list[Mark] = []
    open_marks = 0
    font, size, height = "", 0.0, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                tag, properties = operands
                marks.append(Mark(str(tag)[1:], properties.get("/MCID"), str(properties.get("/Subtype", ""))))
                open_marks += 1
            case "BMC":
                marks.append(Mark(str(operands[0])[1:], None))
                open_marks += 1
            case "EMC":
                open_marks -= 1
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "Tm":
                height = float(operands[5])
            case "Tj":
                assert open_marks == 1, "text outside of any mark"
                marks[-1].text += "".join(fonts[font][code] for code in bytes(operands[0]))
                marks[-1].sizes.add(size)
                marks[-1].heights.append(height)
    assert open_marks == 0
    return marks


def _unicode(font: Any) -> dict[int, str]:
    """From a font's codes to characters, as its ToUnicode says."""
    pairs = _BFCHAR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(value.decode()).decode("utf-16-be") for code, value in pairs}
