"""Finding collectivities: by name, postal code, INSEE code or SIREN in one query, or by exact reference."""

import re
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from reen.enums import Kind
from reen.rules import names
from reen.rules.profile import Nature
from strategy.models.collectivity import Collectivity

LONGEST_TEXT = 120
MOST_WORDS = 8
SHORTEST_SIREN = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One body found, with what tells it apart from its homonyms. `epci` is the name of a commune's EPCI."""

    pk: int
    kind: str
    reference: str
    name: str
    nature: str
    place: str
    population: int | None
    epci: str


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The best hits, best first, and how many there are in all."""

    text: str
    hits: tuple[Hit, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many more a narrower search would have to tell apart."""
        return self.total - len(self.hits)


def listed() -> QuerySet[Collectivity]:
    """The bodies of the current official list: neither typed in, nor fictitious, nor ended."""
    return Collectivity.objects.filter(official=True, ended=False, demonstration=False)


def search_collectivities(text: str, *, limit: int = 20) -> SearchResults:
    """Find bodies of the official list in one query; a text without any letter or figure finds nothing, with none.

    Every word must begin a word of the name, or of the nature, or be the beginning of a postal or INSEE code; further
    words may also name the département (« Saint-Denis Réunion »). First the exact name or code, then the names that
    begin with the text, then the most populated.
    """
    text = text[:LONGEST_TEXT]
    asked = names.words(text)[:MOST_WORDS]
    if not asked:
        return SearchResults(text, (), 0)
    found = listed().filter(_matching(asked))
    total = found.order_by().values("official").annotate(number=Count("pk")).values("number")
    rows = (
        found.annotate(total=Subquery(total), rank=_rank(asked, names.normalised(text)))
        .select_related("epci")
        .only(*_SHOWN)
        .order_by("rank", Coalesce("population_total", "population_other").desc(nulls_last=True), "name", "code")[:limit]
    )
    hits = list(rows)
    return SearchResults(text, tuple(map(_hit, hits)), hits[0].total if hits else 0)


def collectivity_of_reference(reference: str) -> Collectivity | None:
    """The listed body of an INSEE code, a SIREN, `departement:84` or `region:84`; None when there is none."""
    compact = re.sub(r"\s", "", reference)
    kind, colon, number = compact.partition(":")
    if colon:
        areas = {"departement": Kind.DEPARTEMENT, "département": Kind.DEPARTEMENT, "region": Kind.REGION, "région": Kind.REGION}
        if (area := areas.get(kind.lower())) is None:
            return None
        wanted = Q(kind=area, code=number.upper())
    elif len(compact) == 9:
        wanted = Q(siren=compact)
    else:
        wanted = Q(kind=Kind.COMMUNE, code=compact.upper())
    return Collectivity.objects.filter(wanted, official=True).select_related("epci", "ept").first()


def search_columns(*, kind: str, nature: str, name: str, codes: str, department: str, department_name: str) -> dict[str, str]:
    """What `search_collectivities` looks in. `name` is without its legal prefix; `codes` are postal and INSEE codes."""
    normal = names.normalised(name)
    described = f"{nature} {Nature(nature).label}" if nature else ""
    if kind != Kind.COMMUNE:
        described += f" {Kind(kind).label}"
    key = [*normal.split(), normal.replace(" ", ""), *names.plain(described).split(), *codes.lower().split()]
    place = f"{names.normalised(department_name)} {department.lower()}" + (" ville" if kind == Kind.COMMUNE else "")
    return {
        "search_name": _without_particle(normal),
        "search_key": f" {' '.join(dict.fromkeys(key))}",
        "search_place": f" {place}",
    }


_SHOWN = (
    *("kind", "nature", "code", "name", "department", "department_name", "population_total", "population_other"),
    "epci__name",
)


def _without_particle(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first in names.PARTICLES - {"l"} and rest else name


def _matching(asked: list[str]) -> Q:
    """All words found, at least one of them in the body's own name or codes; or the words run together."""
    everywhere, own = Q(), Q()
    for word in asked:
        in_key = _in_key(word)
        in_place = Q()
        for spelling in names.spellings(word):
            in_place |= Q(search_place__contains=f" {spelling}")
        everywhere &= (in_key | in_place) if len(asked) > 1 else in_key
        own |= in_key
    run_together = Q(search_key__contains=f" {''.join(asked)}") if len(asked) > 1 else Q()
    return (everywhere & own) | run_together if run_together else everywhere


def _in_key(word: str) -> Q:
    if word.isdigit() and len(word) >= SHORTEST_SIREN:
        return Q(siren__startswith=word)
    matching = Q()
    for spelling in names.spellings(word):
        matching |= Q(search_key__contains=f" {spelling}")
    return matching


def _rank(asked: list[str], name: str) -> Case:
    """0 for the exact name or code, 1 for the name but its article, 2 for the beginning of a name, 3 for the rest."""
    short = names.without_article(name)
    others = [short, *(f"{article} {short}" for article in names.ARTICLES)]
    begins = Q()
    for form in others:
        begins |= Q(search_name__startswith=form)
    exact = Q(search_name=name)
    if len(asked) == 1 and asked[0][0].isdigit():
        exact |= Q(search_key__contains=f" {asked[0]} ") | Q(search_key__endswith=f" {asked[0]}")
    return Case(
        When(exact, then=Value(0)),
        When(search_name__in=others, then=Value(1)),
        When(begins, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )


def _hit(row: Collectivity) -> Hit:
    return Hit(
        pk=row.pk,
        kind=row.kind,
        reference=row.reference,
        name=row.name,
        nature=row.nature_label,
        place=row.place,
        population=row.population,
        epci=row.epci.name if row.epci else "",
    )
