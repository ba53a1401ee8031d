"""The actions around one: those to do first, in order, those that ask for it, those of the same family."""

from typing import Any

from django.db import models

from reen.rules.chains import earlier, in_order


def neighbours(action: Any) -> dict[str, list[Any]]:
    """Published actions around this one, saved or still being drafted, each in one list only; three queries.

    `chain` goes from the first to do to the last before this one, those asked for through others included.
    """
    found = around(action)
    chain = chain_of(action, [other.ref for other in found if other.comes_before])
    known = {other.pk for other in chain}
    after = [other for other in found if other.comes_after and other.pk not in known]
    known |= {other.pk for other in after}
    related = sorted((other for other in found if other.pk not in known), key=lambda other: other.title)
    return {"chain": chain, "after": after, "related": related}


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


def chain_of(action: Any, direct: list[str]) -> list[Any]:
    """Published actions to do before this one, which asks for the `direct` ones itself.

    What is not published is followed and left out, so that those on both sides of it keep their order.
    """
    if not direct:
        return []
    actions = type(action)
    before = {action.ref: direct}
    links = actions.before.through.objects.exclude(from_action=action.pk)
    for ref, first in links.values_list("from_action__ref", "to_action__ref"):
        before.setdefault(ref, []).append(first)
    refs = earlier(action.ref, before) - {action.ref}
    found = {other.ref: other for other in actions.objects.live().lines().filter(ref__in=refs)}
    return [found[ref] for ref in in_order(found, before)]
