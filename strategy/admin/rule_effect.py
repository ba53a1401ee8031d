"""What publishing the draft of a rule, or taking the rule out, would change over a sample of real collectivités."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from reen.enums import Kind
from reen.queries.outlines import CatalogueOutline, catalogue_outline
from reen.queries.rules import RuleState, rule_state, titles_of_entries
from reen.rules.effect import FIRST, Case, Effect, effect
from reen.rules.reasons import Reasons
from reen.rules.rule_words import rule_words
from reen.rules.starter import starter
from reen.rules.suggestion_rule import Rule, Trigger
from strategy.admin.rule_screen import RuleScreen
from strategy.admin.rule_sets import DRAFT_OF, IN_FORCE, WITHOUT, with_drafts, without
from strategy.queries.beginnings import sample

REMOVE, STARTED = "retirer", "socle"


class RuleEffect(RuleScreen):
    """The lists of the sample before and after; `?geste=retirer` takes the rule out, `?brouillon=socle` looks at
    drafts that retained the set to begin with rather than at empty ones."""

    template_name = "strategy/admin/rule_effect.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        state = rule_state(pk)
        if state is None:
            raise Http404
        self.rule_title = state.title
        self.page_title = f"Effet de «\u202f{state.title}\u202f»"
        removing = state.published is not None and (request.GET.get("geste") == REMOVE or not state.waiting)
        concerned = [rule for rule in (state.published, None if removing else state.drafted) if rule]
        asked = request.GET.get("brouillon", "")
        started = asked == STARTED or (not asked and any(rule.trigger is Trigger.NEXT for rule in concerned))
        found = None
        if removing or state.drafted:
            found = self.effect(catalogue_outline(), state, removing=removing, started=started)
        titles = titles_of_entries()
        return self.render_to_response(
            self.get_context_data(
                state=state,
                removing=removing,
                started=started,
                effect=found,
                warning=warning(found, concerned) if found else "",
                before=rule_words(state.published, titles) if state.published else "",
                after=rule_words(state.drafted, titles) if state.drafted and not removing else "",
                first=FIRST,
                now=IN_FORCE,
                then=f"{WITHOUT if removing else DRAFT_OF}{state.pk}",
            )
        )

    def effect(
        self, catalogue: CatalogueOutline, state: RuleState, *, removing: bool, started: bool
    ) -> Effect:
        """The comparison over the sample; the catalogue is read once."""
        in_force = catalogue.rules
        after = without(in_force, state) if removing else with_drafts(in_force, [state])
        cases = sample(on=timezone.localdate())
        if started:
            cases = [begun(case, catalogue) for case in cases]
        return effect(in_force, after, cases, catalogue.actions, catalogue.reports)

    def trail(self) -> list[dict[str, Any]]:
        edit = reverse("wagtailsnippets_reen_suggestionrule:edit", args=[self.kwargs["pk"]])
        return [{"url": edit, "label": self.rule_title}, {"url": "", "label": self.page_title}]


def begun(case: Case, catalogue: CatalogueOutline) -> Case:
    """The same collectivité once it has retained the set to begin with, as the rules in force make it."""
    reasons = Reasons(catalogue.rules, case.circumstances, catalogue.actions, catalogue.reports)
    kept = [found.action for found in starter(reasons)]
    return replace(case, circumstances=case.circumstances.retaining(kept))


def warning(found: Effect, concerned: list[Rule]) -> str:
    """What to be told of a rule that nobody of the sample is served by; "" when somebody is."""
    if found.served:
        return ""
    if not found.spoken_to:
        if all(rule.kinds == {Kind.SYNDICAT} for rule in concerned):
            return (
                "La liste officielle ne recense pas les syndicats\u00a0: l’échantillon n’en a aucun, et l’effet de "
                "cette règle ne peut pas y être montré."
            )
        return (
            "Cette règle ne vaut pour aucune collectivité de l’échantillon\u00a0: vérifiez ses types, ses tailles et "
            "ses réponses de la loi."
        )
    return (
        "Cette règle ne donne de points à aucune action dans l’échantillon\u00a0: ses conditions sur l’action, "
        "réunies, n’en laissent aucune. Retirez-en une, ou vérifiez le déclencheur."
    )
