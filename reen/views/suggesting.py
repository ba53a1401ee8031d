"""« Comment les actions sont proposées »: every rule in force, in words."""

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import reverse

from reen.queries.rules import rules_told
from reen.rules.rule_words import offer_words, reason_model
from reen.rules.suggestion_rule import ReasonKind
from reen.rules.suggestions import MOST, TOLD
from reen.typography import capitalised

NAME = "Comment les actions sont proposées"


def suggesting(request: HttpRequest) -> TemplateResponse:
    """The rules by subject, the subject that may give the most points first, each with the entries it names."""
    found = rules_told()
    subjects = sorted(
        ((kind, [rule for rule in found.rules if rule.kind is kind]) for kind in ReasonKind),
        key=lambda pair: -max((rule.weight for rule in pair[1]), default=0),
    )
    told = [
        (
            capitalised(kind.label),
            [
                {
                    "ref": rule.ref,
                    "offer": offer_words(rule, found.titles),
                    "reason": reason_model(rule.reason),
                    "actions": [
                        (found.titles[ref], found.urls[ref])
                        for ref in sorted(rule.actions & found.titles.keys(), key=found.titles.__getitem__)
                    ],
                }
                for rule in rules
            ],
        )
        for kind, rules in subjects
        if rules
    ]
    context = {
        "name": NAME,
        "subjects": told,
        "count": len(found.rules),
        "most": MOST,
        "reasons": TOLD,
        "crumbs": [("Actions", reverse("reen:actions")), (NAME, "")],
    }
    return TemplateResponse(request, "reen/suggesting.html", context)
