"""The tag tree: what each mark on a page means, in reading order, for those who do not see the page."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)


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
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    reference = file.Reference(tree, "Tag.Root")
    for element, name in names.items():
        parent = names[element.parent] if element.parent else "Tag.Root"
        file.Reference(_dictionary(element, names, parent), name)
    tree["K"] = PDFObjectReference(names[root])
    numbers: list[object] = []
    for key, entry in enumerate(parents.entries):
        numbers += [key, _parents_of(entry, names)]
    tree["ParentTree"] = PDFDictionary({"Nums": PDFArray(numbers)})
    tree["ParentTreeNextKey"] = len(parents.entries)
    return reference


def _parents_of(entry: list[Element] | Element, names: dict[Element, str]) -> object:
    if isinstance(entry, Element):
        return PDFObjectReference(names[entry])
    return PDFArray([PDFObjectReference(names[element]) for element in entry])


def _dictionary(element: Element, names: dict[Element, str], parent: str) -> PDFDictionary:
    page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    entries: dict[str, object] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(element.tag),
        "P": PDFObjectReference(parent),
        "K": PDFArray([_kid(kid, names, page) for kid in element.kids]),
    }
    if page:
        entries["Pg"] = PDFObjectReference(page)
    if element.alternative:
        entries["Alt"] = PDFString(element.alternative)
    if element.title:
        entries["T"] = PDFString(element.title)
    if element.attributes:
        entries["A"] = PDFArray(
            [PDFDictionary({"O": PDFName(owner), **values}) for owner, values in element.attributes.items()]
        )
    return PDFDictionary(entries)


def _kid(kid: Element | Mark | Annotation, names: dict[Element, str], page: str | None) -> object:
    match kid:
        case Element():
            return PDFObjectReference(names[kid])
        case Mark() if kid.page == page:
            return kid.number
        case Mark():
            return PDFDictionary(
                {"Type": PDFName("MCR"), "Pg": PDFObjectReference(kid.page), "MCID": kid.number}
            )
        case Annotation():
            return PDFDictionary(
                {
                    "Type": PDFName("OBJR"),
                    "Pg": PDFObjectReference(kid.page),
                    "Obj": PDFObjectReference(f"Annot.{kid.name}"),
                }
            )
