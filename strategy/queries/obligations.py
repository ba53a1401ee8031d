"""From a collectivity of the database to the answer of the rules, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q

from reen.enums import Kind
from reen.rules.applicability import Obligation, obligation_of_profile
from reen.rules.profile import Figure, FigureKind, Nature, Profile, Zone
from reen.rules.threshold import THRESHOLD
from strategy.models.collectivity import Collectivity

EPCI_FILE = "liste des EPCI à fiscalité propre et de leurs communes (epci.json)"
EPT_FILE = "liste des établissements publics territoriaux et de leurs communes (ept.json)"
COMMUNES_FILE = "liste des communes (communes.json)"


def obligation_of(collectivity: Collectivity, *, on: date) -> Obligation:
    """What article 35 means for this body on this day; at most two queries."""
    return obligations_of([collectivity], on=on)[0]


def obligations_of(collectivities: Iterable[Collectivity], *, on: date) -> list[Obligation]:
    """The same for several bodies, in their order; at most two queries, however many there are."""
    bodies = list(collectivities)
    related = _related(bodies)
    return [obligation_of_profile(profile_of(body), on=on, related=related[body.pk]) for body in bodies]


def profile_of(collectivity: Collectivity) -> Profile:
    """The body as the rules see it, with every official figure at hand."""
    return Profile(
        kind=Kind(collectivity.kind),
        name=collectivity.name,
        code=collectivity.code or "",
        nature=Nature(collectivity.nature) if collectivity.nature else None,
        department=collectivity.department,
        zone=Zone(collectivity.zone),
        figures=tuple(_figures(collectivity)),
    )


def _figures(body: Collectivity) -> Iterator[Figure]:
    """Figures in the order of the rules: the population totale of the list of EPCI decides."""
    of_group = EPT_FILE if body.kind == Kind.EPT else EPCI_FILE
    if not body.official:
        yield from _unofficial_figures(body)
        return
    for value, kind, file in (
        (body.population_total, FigureKind.TOTAL, of_group),
        (body.population_municipal, FigureKind.MUNICIPAL, of_group),
        (body.population_other, FigureKind.UNSTATED, COMMUNES_FILE),
        (body.population_total_ept, FigureKind.TOTAL, EPT_FILE),
        (body.population_municipal_ept, FigureKind.MUNICIPAL, EPT_FILE),
    ):
        if value is not None:
            yield Figure(value, kind, file, edition=body.millesime)


def _unofficial_figures(body: Collectivity) -> Iterator[Figure]:
    source = "donnée fictive de démonstration" if body.demonstration else "chiffre saisi par la collectivité"
    for value, kind in (
        (body.population_total, FigureKind.TOTAL),
        (body.population_municipal, FigureKind.MUNICIPAL),
        (body.population_other, FigureKind.TYPED),
    ):
        if value is not None:
            yield Figure(value, kind, source, official=False)


def _related(bodies: list[Collectivity]) -> dict[int | None, list[Profile]]:
    """The EPCI and territory of communes (one query), the members of groups that may be above (one query)."""
    found: dict[int | None, list[Profile]] = defaultdict(list)
    group_ids = {pk for body in bodies for pk in (body.epci_id, body.ept_id) if pk}
    groups = Collectivity.objects.in_bulk(group_ids) if group_ids else {}
    for body in bodies:
        found[body.pk] = [profile_of(groups[pk]) for pk in (body.epci_id, body.ept_id) if pk]
    owners: set[int | None] = {body.pk for body in bodies if body.kind in (Kind.EPCI, Kind.EPT)}
    if owners:
        for member in _large_members(owners):
            for owner in {member.epci_id, member.ept_id} & owners:
                found[owner].append(profile_of(member))
    return found


def _large_members(owners: set[int | None]) -> Iterable[Collectivity]:
    above = Q()
    for field in ("population_total", "population_municipal", "population_other"):
        above |= Q(**{f"{field}__gt": THRESHOLD})
    members = Q(epci__in=owners) | Q(ept__in=owners)
    return Collectivity.objects.filter(members, above, ended=False).order_by("-population_total", "name")
