"""What the look of the host is made of: its stylesheet and its logo, at addresses that change when they do."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from reen.colours import DARK, LIGHT, is_colour, weakest
from reen.queries.site import site_settings, stylesheet

KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}


def coloured(request: HttpRequest, light: str, dark: str) -> HttpResponse:
    """The stylesheet with two accents, each six hexadecimal digits; 404 for what could not be read."""
    for scheme, colour in ((LIGHT, f"#{light}"), (DARK, f"#{dark}")):
        if not (is_colour(colour) and weakest(scheme, colour).passes):
            raise Http404
    css = stylesheet(f"#{light}", f"#{dark}")
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers=KEPT)


def logo(request: HttpRequest, edition: str) -> FileResponse:
    """The logo of the header, as it is now; 404 for a former one."""
    shown = site_settings(request).shown["logo"]
    if shown is None or shown["url"] != request.path or not default_storage.exists(shown["file"]):
        raise Http404
    return FileResponse(default_storage.open(shown["file"]), content_type="image/png", headers=KEPT)
