"""Revisions compared in words."""

import re
from datetime import date
from html import unescape

import pytest

from reen.content.roles import VALIDATORS
from reen.enums import Kind, Theme
from reen.models import Action
from tests.reen.admin.people import open_site, person, signed_in
from tests.reen.factories import ActionFactory, IndicatorFactory

pytestmark = pytest.mark.django_db


CHANGED = re.compile(r'<(span|div) class="[^"]*\b(addition|deletion)\b[^"]*">(.*?)</\1>', re.DOTALL)


def in_signs(told: str) -> str:
    """What the page says, « [-taken out-] » and « [+added+] »."""
    sign = {"addition": "+", "deletion": "-"}
    marked = CHANGED.sub(lambda found: f"[{sign[found[2]]}{found[3]}{sign[found[2]]}]", told)
    return " ".join(unescape(re.sub("<[^>]*>", " ", marked)).split())


def differences(action: Action) -> dict[str, str]:
    """What the admin tells of the draft against what is published, by field."""
    open_site()
    client = signed_in(person(VALIDATORS))
    page = client.get(f"/admin/snippets/reen/action/history/{action.pk}/revisions/compare/live...latest/")
    return {str(each.field_label()): in_signs(each.htmldiff()) for each in page.context["comparison"]}


def test_every_kind_of_change_is_told_in_words():
    first, second = IndicatorFactory(title="Appareils"), IndicatorFactory(title="Kilomètres")
    action = ActionFactory(
        title="Avant", kinds=(Kind.COMMUNE,), indicators=[first], checked_on=date(2026, 1, 1), effect_low=2.5
    )
    action.save_revision().publish()
    draft = Action.objects.get()
    draft.title = "Après"
    draft.theme = Theme.STAFF
    draft.kinds = (Kind.COMMUNE, Kind.EPCI)
    draft.indicators = [second]
    draft.checked_on = date(2026, 12, 1)
    draft.short = True
    draft.effect_low = 4.0
    step = draft.steps[0]
    step.value["origin"] = "guide"
    draft.steps.append(
        ("step", {"text": "Finir.", "origin": "conseil", "title": "", "url": "", "opened": False})
    )
    draft.save_revision()
    told = differences(draft)
    assert told == {
        "Titre": "[-Avant-][+Après+]",
        "Thème": "[-Pilotage, mesure et gouvernance-][+Sensibilisation des élus et des agents+]",
        "Fiche courte": "[-non-] [+oui+]",
        "Premières étapes": "étape Commencer. origine [-conseil de la rédaction-][+d’après un guide+]"
        " [+ étape Finir. origine conseil de la rédaction lien ouvert et relu non +]",
        "Valeur basse": "[-2,5-] [+4+]",
        "Types de collectivité": "commune, [+EPCI à fiscalité propre+]",
        "Indicateurs": "[-Appareils-], [+Kilomètres+]",
        "Vérifié le": "[-1er janvier 2026-] [+1er décembre 2026+]",
    }


def test_links_in_another_order_are_no_change():
    first, second = IndicatorFactory(title="Appareils"), IndicatorFactory(title="Kilomètres")
    action = ActionFactory(indicators=[first, second])
    action.save_revision().publish()
    draft = Action.objects.get()
    draft.indicators = [second, first]
    draft.summary = "Autre."
    draft.save_revision()
    assert set(differences(draft)) == {"En une ligne"}
