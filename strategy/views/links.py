"""Pages whose address is a secret."""

from django.http import HttpResponse


def private(response: HttpResponse) -> HttpResponse:
    """No search engine keeps it, no other page learns it, no cache holds it."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store, private"
    return response
