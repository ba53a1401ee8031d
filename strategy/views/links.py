"""Pages whose address is a secret."""

from django.http import HttpResponse


def private(response: HttpResponse) -> HttpResponse:
    """No search engine keeps it, no other site learns it, no cache holds it.

    Without any referrer, browsers would send the forms of the page with « Origin: null », which Django refuses.
    """
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Cache-Control"] = "no-store, private"
    return response
