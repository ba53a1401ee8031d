"""What was sent and refused, for the page of the refusal: nothing typed is lost with it."""

from collections.abc import Iterable

from django import template

from strategy.unsent import sent

register = template.Library()

SECRETS = ("password", "code")


@register.simple_tag(takes_context=True)
def sent_here(context: template.Context) -> list[tuple[str, str]]:
    """Each field of the form refused and its value; nothing of a form with a secret, or with files.

    Nothing either unless the browser says that a page of this site sent it: another site could else put its words
    here, one button away from being saved.
    """
    request = context.get("request")
    if request is None or request.method != "POST":
        return []
    if request.headers.get("Sec-Fetch-Site") != "same-origin":
        return []
    if request.FILES or any(name.endswith(SECRETS) for name in request.POST):
        return []
    return sent(request)


@register.filter
def several_words(fields: Iterable[tuple[str, str]]) -> str:
    """The values of several words, to be copied: what it would cost most to write again."""
    return "\n\n".join(value for _name, value in fields if len(value.split()) > 1)
