"""The actions around one: those to do first, in order, those that ask for it, those of the same family."""

from typing import Any

from django.db import models

from reen.models.linked import Linked
from reen.rules.chains import earlier, in_order


def neighbours(action: Any) -> dict[str, list[Any]]:
    """Published actions around this one, saved or still being drafted, each in one list only; two queries.

    `chain` goes from the first to do to the last before this one, those asked for through others included.
    """
    found = around(action)
    chain = chain_of(action, [other for other in found if other.comes_before])
    known = {other.pk for other in chain}
    after = [other for other in found if other.comes_after and other.pk not in known]
    known |= {other.pk for other in after}
    related = sorted((other for other in found if other.pk not in known), key=lambda other: other.title)
    url = action.index()[1]
    return {"chain": chain, "after": Linked(after, url), "related": Linked(related, url)}


def around(action: Any) -> list[Any]:
    """Published actions it points at or that point at it; `comes_before` and `comes_after` tell how."""
    actions = type(action)

    def points_here(link: Any) -> models.Exists:
        return models.Exists(
            link.through.objects.filter(from_action=models.OuterRef("pk"), to_action=action.pk)
        )

    def pointed_at(name: str) -> models.Q:
        return models.Q(id__in=getattr(action, name).values_list("id", flat=True))

    return list(
        actions.objects.live()
        .lines()
        .annotate(
            comes_before=models.Case(models.When(pointed_at("before"), then=True), default=False),
            comes_after=points_here(actions.before),
            is_related=points_here(actions.related),
        )
        .filter(
            pointed_at("related")
            | models.Q(comes_before=True)
            | models.Q(comes_after=True)
            | models.Q(is_related=True)
        )
    )


def chain_of(action: Any, direct: list[Any]) -> list[Any]:
    """Published actions to do before this one, which asks for the `direct` ones itself; each has its title and address.

    What is not published is followed and left out, so that those on both sides of it keep their order.
    """
    if not direct:
        return []
    actions = type(action)
    before = {action.ref: [other.ref for other in direct]}
    asked_for = {other.ref: other for other in direct}
    links = actions.before.through.objects.exclude(from_action=action.pk)
    names = ("pk", "ref", "title", "theme", "live")
    for ref, *values in links.values_list("from_action__ref", *(f"to_action__{name}" for name in names)):
        first = actions(**dict(zip(names, values, strict=True)))
        before.setdefault(ref, []).append(first.ref)
        asked_for.setdefault(first.ref, first)
    found = (asked_for[ref] for ref in earlier(action.ref, before) - {action.ref})
    chain = sorted((other for other in found if other.live), key=lambda other: (other.theme, other.title))
    by_ref = {other.ref: other for other in chain}
    return [by_ref[ref] for ref in in_order(by_ref, before)]
