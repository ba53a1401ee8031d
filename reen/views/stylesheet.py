"""The stylesheet in the colours of the host."""

from django.http import Http404, HttpRequest, HttpResponse

from reen.colours import DARK, LIGHT, is_colour, weakest
from reen.queries.site import stylesheet

KEPT = "public, max-age=31536000, immutable"
"""Its address says its colours and its edition: it never changes."""


def coloured(request: HttpRequest, light: str, dark: str) -> HttpResponse:
    """The stylesheet with two accents, each six hexadecimal digits; 404 for what could not be read."""
    for scheme, colour in ((LIGHT, f"#{light}"), (DARK, f"#{dark}")):
        if not (is_colour(colour) and weakest(scheme, colour).passes):
            raise Http404
    css = stylesheet(f"#{light}", f"#{dark}")
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers={"Cache-Control": KEPT})
