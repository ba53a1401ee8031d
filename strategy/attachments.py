"""Files that a view sends."""

from typing import Protocol

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpResponse


class Joined(Protocol):
    """A row whose file was sent by somebody."""

    file: FieldFile
    name: str
    content_type: str


def attachment(content: bytes, *, name: str, content_type: str) -> HttpResponse:
    """The file, to be saved by the browser under that name and kept by no cache."""
    return HttpResponse(
        content,
        headers={
            "Content-Type": content_type,
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def joined_file(row: Joined) -> FileResponse:
    """The file of a row as it was joined, to be saved by the browser and kept by no cache."""
    return FileResponse(
        row.file.open(),
        as_attachment=True,
        filename=row.name,
        content_type=row.content_type,
        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"},
    )
