"""What templates of the common look cannot say alone: the dial, the menu, optional fields."""

from django import template
from django.contrib.auth import SESSION_KEY
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

from reen.typography import plural

register = template.Library()


@register.inclusion_tag("components/dial.html")
def dial(answered: int, incomplete: int, absent: int) -> dict[str, object]:
    """A compass whose ring has one segment per requirement and whose needle points to the last answered one.

    Figures are strings so that no locale turns a decimal point into a comma inside the SVG.
    """
    total = answered + incomplete + absent
    return {
        "total": total,
        "answered": f"{answered} {total}",
        "incomplete": f"{incomplete} {total}",
        "incomplete_offset": f"{-answered}",
        "needle": f"{round(360 * answered / total, 1) if total else 0}",
        "headline": f"{plural(answered, 'exigence renseignée', 'exigences renseignées')} sur\u00a0{total}",
        "rest": f"{plural(incomplete, 'incomplète')}, {plural(absent, 'absente')}",
    }


@register.simple_tag(takes_context=True)
def nav_link(context: template.Context, path: str, label: str) -> SafeString:
    """A link of the main menu, marked `page` on the page itself and `true` on those that lie under it."""
    request = context.get("request")
    here = request.path if request else ""
    current = "page" if here == path else "true" if here.startswith(path) else ""
    mark = format_html(' aria-current="{}"', current) if current else ""
    return format_html('<a href="{}"{}>{}</a>', path, mark, label)


@register.simple_tag(takes_context=True)
def signed_in(context: template.Context) -> bool:
    """Whether the session names an account: enough to choose the links of the menu, never to open anything.

    `user.is_authenticated` would cost every public page one query more.
    """
    return SESSION_KEY in getattr(context.get("request"), "session", ())


@register.filter
def marked_optional(field: BoundField) -> bool:
    """Whether « facultatif » is worth writing: the form asks for other things and does not refuse the mark.

    A form whose fields may all stay empty gains nothing from the word, nor one with `marks_optional = False`.
    """
    form = field.form
    wanted = getattr(form, "marks_optional", True)
    return not field.field.required and wanted and any(other.required for other in form.fields.values())


@register.filter
def without_placeholder(field: BoundField) -> BoundField:
    """The same field, without the placeholder that would repeat its label and vanish at the first key."""
    field.field.widget.attrs.pop("placeholder", None)
    return field
