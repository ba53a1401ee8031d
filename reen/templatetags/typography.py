"""French typography in templates: thin filters over `reen.typography`."""

from django import template

from reen import typography

register = template.Library()

register.filter("euros", typography.euros)
register.filter("date_words", typography.date_words)
register.filter("number", typography.number)
register.filter("typeset", typography.typeset)
