"""Before an action or an indicator is published again: how many drafts hold it."""

from typing import Any

from django.db.models import QuerySet
from wagtail import hooks
from wagtail.admin.ui.tables import Column

from reen.typography import plural
from strategy.queries.uses import COPIES, drafts_holding, drafts_holding_each

USED = {"reen.Action": "Utilisée par", "reen.Indicator": "Utilisé par"}


def held(entry: Any) -> str:
    """« 12 brouillons », or nothing."""
    return plural(entry.drafts, "brouillon") if entry.drafts else ""


class UsesColumn(Column):
    """Counts the drafts of each entry within the query of the listing."""

    def __init__(self, label: str) -> None:
        super().__init__("drafts", label=USED[label], sort_key="drafts", accessor=held)
        self.model = label

    def add_to(self, entries: QuerySet[Any]) -> QuerySet[Any]:
        """The entries with what the column shows."""
        return entries.annotate(drafts=drafts_holding_each(self.model))


@hooks.register("register_entry_columns")
def columns(model: Any) -> list[UsesColumn]:
    """At the end of the listings of what drafts copy."""
    return [UsesColumn(model._meta.label)] if model._meta.label in COPIES else []


@hooks.register("register_entry_notices")
def notices(entry: Any) -> list[str]:
    """Above the form of what drafts copy."""
    label = entry._meta.label
    return [told(label, drafts_holding(label, entry.ref))] if label in COPIES else []


def told(label: str, drafts: int) -> str:
    """What publishing does to drafts, in words."""
    if not drafts:
        return "Aucun brouillon n’utilise cette fiche."
    them = "lui" if drafts == 1 else "leur"
    return (
        f"{USED[label]} {plural(drafts, 'brouillon')}. Publiée, votre modification {them} sera proposée, "
        "sans rien y changer d’elle-même."
    )
