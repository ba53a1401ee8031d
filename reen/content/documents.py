"""Files joined to an entry: copied beside the YAML when it is written, put into the library when it is read."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils.text import slugify
from wagtail.documents import get_document_model

from reen.content.fields import Known, Link
from reen.content.rows import Row

FOLDER = "documents"


@dataclass(frozen=True)
class FileLink(Link):
    """The files of an entry, in order. A name begins with the fingerprint of the file, which finds it in a library."""

    def read(self, row: Row) -> list[Any]:
        """The name and the titles of each; refuses one that is not in the folder."""
        pointed = []
        for inner in row.rows(self.name):
            values = {name: inner.text(name) for name in ("file", "document")}
            values["title"] = inner.text("title", optional=True)
            inner.finish()
            if not (row.folder / FOLDER / Path(values["file"]).name).is_file():
                raise inner.error("file", f"«\u202f{values['file']}\u202f» n’est pas dans {FOLDER}/.")
            pointed.append(values)
        return pointed

    def write(self, found: Any) -> Any:
        rows = [
            {"file": _name(row.document), "document": row.document.title, "title": row.title}
            for row in getattr(found, self.attribute).all()
        ]
        return [_without_empty(row) for row in rows]

    def same(self, pointed: list[Any], written: Any) -> bool:
        return [_without_empty(row) for row in pointed] == written

    def copy(self, found: Any, folder: Path) -> None:
        """Copies the files of an entry; one that is lost is left out, and told when the folder is read."""
        for row in getattr(found, self.attribute).all():
            if not row.document.file.storage.exists(row.document.file.name):
                continue
            (folder / FOLDER).mkdir(exist_ok=True)
            with row.document.file.open("rb") as file:
                (folder / FOLDER / _name(row.document)).write_bytes(file.read())

    def refs(self, pointed: list[Any]) -> list[str]:
        """Files are no entries."""
        return []

    def attach(self, found: Any, pointed: list[Any], known: Known, folder: Path) -> None:
        child = found._meta.get_field(self.attribute).related_model
        setattr(
            found,
            self.attribute,
            [
                child(document=_in_library(row, folder), title=row["title"], sort_order=order)
                for order, row in enumerate(pointed)
            ],
        )


def _without_empty(row: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value}


def _name(document: Any) -> str:
    # Not its name in the library, which a file of the same name changes.
    return f"{document.get_file_hash()}-{slugify(document.title)}{Path(document.filename).suffix.lower()}"


def _in_library(row: dict[str, str], folder: Path) -> Any:
    fingerprint, _, name = Path(row["file"]).name.partition("-")
    documents = get_document_model()
    if known := documents.objects.filter(file_hash=fingerprint, title=row["document"]).first():
        return known
    with (folder / FOLDER / Path(row["file"]).name).open("rb") as file:
        document = documents.objects.create(title=row["document"], file=File(file, name=name))
    document.get_file_hash()
    return document
