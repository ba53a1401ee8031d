"""What the survey, the link checker and readers reported, as lines of the desk."""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from reen.enums import CorrectionState, LinkState
from reen.models import Citation, Correction, Finding, FruitlessSearch, Resource, User
from reen.models.replaceable import replaced
from reen.typography import plural
from reen.watch.links import check_address
from reen.watch.remarks import RULES
from reen.watch.rows import Listing, Named, Row, named


def findings(rule: str = "") -> Listing:
    """What the checker of contents remarked, but for what editors set aside; of one rule, or of all."""
    query = Finding.objects.filter(set_aside_on=None)
    query = query.filter(rule=rule) if rule else query

    def row(finding: Finding, entry: Named) -> Row:
        heading = RULES[finding.rule][0] if finding.rule in RULES else ""
        return Row(
            title=entry.title,
            kind=entry.kind,
            what=f"{heading}\u00a0: {finding.words}",
            since=finding.found_on,
            url=entry.url(finding.field),
            pk=finding.pk,
        )

    return Listing(query, _about(row))


def set_aside(pk: int, user: User) -> None:
    """Says that a remark calls for nothing: it is not made again as long as the words stay the same."""
    Finding.objects.filter(pk=pk).update(set_aside_by=user, set_aside_on=timezone.localdate())


def dead_links() -> Listing:
    """Where entries cite an address that no longer answers."""
    return _citations(Q(address__state=LinkState.DEAD), lambda citation: citation.address.answer)


def moved_links() -> Listing:
    """Where entries cite an address whose site says for good that the page is elsewhere."""
    return _citations(
        Q(address__state=LinkState.ALIVE) & ~Q(address__moved_to=""),
        lambda citation: f"déplacée vers {citation.address.moved_to}",
    )


def replaced_sources() -> Listing:
    """Where entries cite the address of a resource that no longer stands, but on the sheet of that resource."""
    ended = Resource.objects.filter(replaced(), live=True).exclude(url="")
    here = ended.filter(url=OuterRef("address__url")).order_by("pk")
    query = Citation.objects.filter(address__url__in=ended.values("url")).exclude(
        content_type=ContentType.objects.get_for_model(Resource), field="url"
    )
    query = query.annotate(
        cited=Subquery(here.values("title")[:1]), by=Subquery(here.values("replaced_by__title")[:1])
    )

    def what(citation: Any) -> str:
        by = f", remplacée par «\u202f{citation.by}\u202f»" if citation.by else ", qui n’est plus à jour"
        return f"cite «\u202f{citation.cited}\u202f»{by}"

    return _citing(query, what)


def _citations(condition: Q, what: Callable[[Citation], str]) -> Listing:
    return _citing(Citation.objects.filter(condition), what)


def _citing(query: QuerySet[Citation], what: Callable[[Citation], str]) -> Listing:
    def row(citation: Citation, entry: Named) -> Row:
        since = citation.address.failing_since or citation.address.checked_at
        return Row(
            title=entry.title,
            kind=entry.kind,
            what=what(citation),
            since=since and timezone.localdate(since),
            url=entry.url(citation.field),
            pk=citation.pk,
            outside=citation.address.url,
        )

    return Listing(query.select_related("address").order_by("address__url", "pk"), _about(row))


def check_again(pk: int, user: User) -> None:
    """Asks for the address of a citation once more, by the task engine of the site."""
    if citation := Citation.objects.filter(pk=pk).first():
        check_address.enqueue(citation.address_id)


def fruitless_searches() -> Listing:
    """Words that readers looked for and did not find, the most asked first."""

    def rows(found: Sequence[FruitlessSearch]) -> list[Row]:
        return [
            Row(
                title=search.words,
                kind=search.where,
                what=f"cherché {plural(search.times, 'fois', 'fois')}",
                since=search.last_on,
                pk=search.pk,
            )
            for search in found
        ]

    return Listing(FruitlessSearch.objects.all(), rows)


def forget_search(pk: int, user: User) -> None:
    """The words were answered, or mean nothing here."""
    FruitlessSearch.objects.filter(pk=pk).delete()


def corrections(*, new: bool = True) -> Listing:
    """What readers propose: those to decide, the oldest first; or those decided, the latest first."""
    query = Correction.objects.order_by("sent_at", "pk").filter(state=CorrectionState.NEW)
    if not new:
        query = Correction.objects.order_by("-handled_at", "-pk").exclude(state=CorrectionState.NEW)

    def row(correction: Correction) -> Row:
        decided = f"{correction.get_state_display()}\u00a0: " if not new else ""
        words = " ".join(correction.wrong.split())
        return Row(
            title=correction.title,
            kind=str(correction._meta.verbose_name),
            what=decided + (words if len(words) <= 160 else words[:159] + "…"),
            since=timezone.localdate(correction.sent_at),
            pk=correction.pk,
        )

    return Listing(query, lambda found: [row(correction) for correction in found])


def _about(row: Callable[[Any, Named], Row]) -> Callable[[Sequence[Any]], list[Row]]:
    """Rows about entries, whose titles are asked for once a page; of an entry deleted since, nothing is said."""

    def rows(found: Sequence[Any]) -> list[Row]:
        entries = named(found)
        return [
            row(one, entry)
            for one in found
            if (entry := entries.get((one.content_type_id, one.object_id))) is not None
        ]

    return rows
