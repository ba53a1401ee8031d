"""Files that a view sends."""

from django.http import HttpResponse


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
