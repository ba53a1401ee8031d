"""The rules tried on any real collectivité: its profile, its first suggestions, and why an action is there or not."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from reen.queries.outlines import CatalogueOutline, catalogue_outline
from reen.queries.rules import names_of_rules, titles_of_entries
from reen.rules.effect import FIRST
from reen.rules.names import searchable
from reen.rules.outlines import ActionOutline
from reen.rules.reasons import Reasons
from reen.rules.suggestions import Suggestion, suggestions
from reen.rules.verdict import standing, verdicts
from strategy.admin.rule_screen import RuleScreen
from strategy.admin.rule_sets import DRAFTS, IN_FORCE, RuleSet, rule_set
from strategy.models import Collectivity
from strategy.queries.beginnings import beginnings
from strategy.queries.collectivities import collectivity_of_reference, search_collectivities

MOST_FOUND = 12
"""Actions or collectivités shown for a few words."""


class RuleTester(RuleScreen):
    """Everything is in the address: `q`, `collectivite`, `regles`, `action`, and the actions held as `retenue`."""

    template_name = "strategy/admin/rule_tester.html"
    page_title = "Essai des règles"

    def get(self, request: HttpRequest) -> HttpResponse:
        asked, text = request.GET.get("collectivite", ""), request.GET.get("q", "").strip()
        collectivity = collectivity_of_reference(asked) if asked else None
        found = search_collectivities(text, limit=MOST_FOUND) if text and not collectivity else None
        context: dict[str, Any] = {
            "text": text,
            "found": found,
            "collectivity": collectivity,
            "unknown": bool(asked and not collectivity),
            "asked_rules": request.GET.get("regles", IN_FORCE),
        }
        if collectivity:
            context |= self.trial(collectivity)
        return self.render_to_response(self.get_context_data(**context))

    def trial(self, collectivity: Collectivity) -> dict[str, Any]:
        """The rules asked for, read against that collectivité."""
        catalogue = catalogue_outline()
        chosen = rule_set(self.request.GET.get("regles", IN_FORCE), catalogue.rules)
        actions = {action.ref: action for action in catalogue.actions}
        kept = [actions[ref] for ref in dict.fromkeys(self.request.GET.getlist("retenue")) if ref in actions]
        (empty,) = beginnings([collectivity], on=timezone.localdate())
        reasons = Reasons(chosen.rules, empty.retaining(kept), catalogue.actions, catalogue.reports)
        listed = suggestions(reasons)
        return {
            "rules": chosen,
            "sets": [(self.address(regles=value), label, value == chosen.value) for value, label in SETS],
            "size": reasons.size,
            "answers": [answer.label for answer in empty.answers],
            "kept": [(action, self.address(without_kept=action.ref)) for action in kept],
            "first": FIRST,
            "rows": [self.row(found) for found in listed[:FIRST]],
            "total": len(listed),
        } | self.questioned(reasons, listed, catalogue, chosen)

    def row(self, found: Suggestion) -> dict[str, Any]:
        """One suggestion: its points, rule by rule, and what may be asked about it."""
        return {
            "found": found,
            "reasons": [(reason, *self.name(reason.rule)) for reason in found.why],
            "why": self.address(action=found.ref) + "#pourquoi",
            "keep": self.address(keep=found.ref),
        }

    def questioned(
        self, reasons: Reasons, listed: list[Suggestion], catalogue: CatalogueOutline, chosen: RuleSet
    ) -> dict[str, Any]:
        """The action asked about: its place, and each condition of each rule; else those that have the words typed."""
        asked = self.request.GET.get("action", "").strip()
        action = reasons.actions.get(asked)
        if action is None:
            words = searchable(asked).split()
            named = [each for each in catalogue.actions if words and has_words(each, words)]
            links = [(each.title, self.address(action=each.ref) + "#pourquoi") for each in named[:MOST_FOUND]]
            return {"asked": asked, "action": None, "named": links, "others": len(named) - len(links)}
        wanted_by = next((each.action.title for each in listed if action.ref in each.action.before), "")
        read = verdicts(chosen.rules, reasons, action, titles_of_entries(), wanted_by)
        return {
            "asked": action.title,
            "action": action,
            "standing": standing(reasons, listed, action),
            "verdicts": [(each, *self.name(each.rule.ref)) for each in read],
        }

    @cached_property
    def names(self) -> dict[str, tuple[int, str]]:
        """The key and the name of each rule, by reference."""
        return names_of_rules()

    def name(self, ref: str) -> tuple[str, str]:
        """The name of a rule, and where it is changed; a draft may have a reference of its own."""
        if ref not in self.names:
            return ref, ""
        pk, title = self.names[ref]
        return title, reverse("wagtailsnippets_reen_suggestionrule:edit", args=[pk])

    def address(self, *, keep: str = "", without_kept: str = "", **changes: str) -> str:
        """This trial with something changed."""
        given = self.request.GET
        kept = [ref for ref in given.getlist("retenue") if ref != without_kept] + [keep] * bool(keep)
        query = {name: given.get(name, "") for name in ("collectivite", "regles", "action")} | changes
        pairs = [(name, value) for name, value in query.items() if value]
        return f"?{urlencode([*pairs, *(('retenue', ref) for ref in kept)])}"


SETS = ((IN_FORCE, "Règles publiées"), (DRAFTS, "Avec les brouillons en cours"))


def has_words(action: ActionOutline, words: list[str]) -> bool:
    """Whether the title or the reference of an action has all these words."""
    own = searchable(f"{action.title} {action.ref}")
    return all(word in own for word in words)
