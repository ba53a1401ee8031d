"""How an action of the catalogue prints, as the card that strategies hand out."""

from typing import Any

from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from reen.queries.drafted import drafted_action
from reen.queries.requirements import requirement_sheets
from reen.sheets import ActionWording
from strategy.document.draft import BodyData, DraftData
from strategy.document.kinds import KINDS
from strategy.document.measures import ChoiceData, EntryData
from strategy.enums import BodyRole
from strategy.renderers.registry import RENDERERS

CHANGE = "reen.change_action"


@permission_required(CHANGE, login_url="wagtailadmin_login")
def printed_action(request: HttpRequest, pk: int) -> HttpResponse:
    """The card of the latest draft, in PDF, made as those of a strategy and marked as a demonstration."""
    wording = drafted_action(pk)
    if wording is None:
        raise Http404
    document = KINDS["fiches"].build(sample(wording), requirement_sheets())
    renderer = RENDERERS["pdf"]
    response = HttpResponse(renderer.render(document), content_type=renderer.content_type)
    response["Content-Disposition"] = f'inline; filename="apercu-{wording.ref}.{renderer.extension}"'
    return response


def sample(wording: ActionWording) -> DraftData:
    """A draft that retained this action and nothing else, changed now."""
    entry = EntryData(
        ref=wording.ref,
        revision=wording.revision,
        revised_on=wording.revised_on,
        checked_on=wording.checked_on,
        title=wording.title,
        url=wording.url,
        sources=wording.sources,
    )
    choice = ChoiceData(
        key=1,
        theme=wording.theme,
        title=wording.title,
        summary=wording.summary,
        adapted=False,
        entry=entry,
        requirements=wording.requirements,
        copied=f"{wording.title} {wording.summary}",
    )
    body = BodyData("Votre collectivité", BodyRole.BEARER, "", "", "", "", "", (), ())
    return DraftData(
        reference="APERÇU",
        demonstration=True,
        changed_at=timezone.localtime(),
        bodies=(body,),
        choices=(choice,),
    )


@hooks.register("register_admin_urls")
def urls() -> list[Any]:
    """Where the card is."""
    return [path("actions/<int:pk>/apercu.pdf", printed_action, name="printed_action")]


@hooks.register("register_entry_buttons")
def buttons(entry: Any, user: Any) -> list[Button]:
    """Above the form of an action."""
    if entry._meta.label != "reen.Action" or not user.has_perm(CHANGE):
        return []
    url = reverse("printed_action", args=(entry.pk,))
    return [
        Button(
            "Aperçu dans le PDF",
            url=url,
            icon_name="doc-full",
            attrs={"target": "_blank", "rel": "noreferrer"},
            priority=5,
        )
    ]
