"""The tag tree: what each mark on a page means, in reading order, for those who do not see the page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import format as format_object


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked sequence of a page's content."""

    page: str
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """A rectangle of a page that follows a link; `name` is the object's name in the file."""

    page: str
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tag tree. It joins its parent when it is first drawn, so that order is reading order.

    `attributes` are by owner (`Table`, `List`, `Layout`) and name; `target` is the address or `#anchor` of a
    Link.
    """

    tag: str
    parent: "Element | None" = None
    alternative: str = ""
    title: str = ""
    target: str = ""
    attributes: dict[str, dict[str, object]] = field(default_factory=dict)
    kids: list["Element | Mark | Annotation"] = field(default_factory=list)
    joined: bool = False

    def join(self) -> None:
        """Take a place in the tree, after what was drawn before; a second call changes nothing."""
        if self.joined:
            return
        self.joined = True
        if self.parent is not None:
            self.parent.join()
            self.parent.kids.append(self)

    def walk(self) -> Iterator["Element"]:
        """This element and those below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


def bounds(x: float, y: float, width: float, height: float) -> dict[str, object]:
    """The Layout attributes of a Figure: where it is on its page, (x, y) being its lower left corner."""
    return {"BBox": f"[{x:.2f} {y:.2f} {x + width:.2f} {y + height:.2f}]", "Placement": "/Block"}


@dataclass(slots=True)
class ParentTree:
    """From a page's marks, or an annotation, back to its element; keys are given in order of drawing."""

    entries: list[list[Element] | Element] = field(default_factory=list)

    def add(self, entry: list[Element] | Element) -> int:
        """The key of a new entry."""
        self.entries.append(entry)
        return len(self.entries) - 1


def write_tree(file: PDFDocument, root: Element, parents: ParentTree) -> PDFObjectReference:
    """Adds the tag tree to the file; returns the reference for the catalogue's `StructTreeRoot`."""
    names = {element: f"Tag.{index}" for index, element in enumerate(root.walk())}
    for element, name in names.items():
        parent = names[element.parent] if element.parent else "Tag.Root"
        file.Reference(_Tag(element, names, parent), name)
    entries = {
        "Type": PDFName("StructTreeRoot"),
        "K": PDFObjectReference(names[root]),
        "ParentTree": _Numbers(parents, names),
        "ParentTreeNextKey": len(parents.entries),
    }
    return file.Reference(PDFDictionary(entries), "Tag.Root")


class _Tag(PDFObject):
    """An element as the file holds it. Written in one go: a document has thousands, ReportLab's objects are slow."""

    def __init__(self, element: Element, names: dict[Element, str], parent: str) -> None:
        self.element, self.names, self.parent = element, names, parent

    def format(self, document: PDFDocument) -> bytes:
        """The dictionary of a structure element (ISO 32000-1, 14.7.2)."""
        element, numbers = self.element, document.idToObjectNumberAndVersion
        page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        kids = " ".join([_kid(kid, self.names, page, numbers) for kid in element.kids])
        parts = [f"<</Type/StructElem/S/{element.tag}/P {_to(self.parent, numbers)}/K[{kids}]".encode()]
        if page:
            parts.append(f"/Pg {_to(page, numbers)}".encode())
        for key, words in (("Alt", element.alternative), ("T", element.title)):
            if words:
                parts.append(f"/{key} ".encode() + format_object(PDFString(words), document))
        if element.attributes:
            owned = [
                PDFDictionary({"O": PDFName(owner), **values}) for owner, values in element.attributes.items()
            ]
            parts.append(b"/A " + format_object(PDFArray(owned), document))
        return b"".join(parts) + b">>"


class _Numbers(PDFObject):
    """The number tree that leads back from marks and annotations to their elements."""

    def __init__(self, parents: ParentTree, names: dict[Element, str]) -> None:
        self.parents, self.names = parents, names

    def format(self, document: PDFDocument) -> bytes:
        """A number tree of one node (ISO 32000-1, 7.9.7)."""
        names, numbers = self.names, document.idToObjectNumberAndVersion
        entries = []
        for key, entry in enumerate(self.parents.entries):
            if isinstance(entry, Element):
                entries.append(f"{key} {_to(names[entry], numbers)}")
            else:
                entries.append(f"{key}[{' '.join([_to(names[element], numbers) for element in entry])}]")
        return f"<</Nums[{chr(10).join(entries)}]>>".encode()


def _kid(
    kid: Element | Mark | Annotation,
    names: dict[Element, str],
    page: str | None,
    numbers: Mapping[str, tuple[int, int]],
) -> str:
    if isinstance(kid, Element):
        return _to(names[kid], numbers)
    if isinstance(kid, Annotation):
        place, annotation = _to(kid.page, numbers), _to(f"Annot.{kid.name}", numbers)
        return f"<</Type/OBJR/Pg {place}/Obj {annotation}>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {_to(kid.page, numbers)}/MCID {kid.number}>>"


def _to(name: str, numbers: Mapping[str, tuple[int, int]]) -> str:
    """A reference to the object of that name."""
    number, generation = numbers[name]
    return f"{number} {generation} R"
