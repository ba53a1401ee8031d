"""Finding collectivities: by name, postal code, INSEE code or SIREN in one query, or by exact reference."""

import re
from dataclasses import dataclass

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, StrIndex
from django.db.models.lookups import GreaterThan

from reen.enums import Kind
from reen.rules import names
from strategy.models.collectivity import Collectivity

LONGEST_TEXT = 120
MOST_WORDS = 8
SHORTEST_SIREN = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One body found, with what tells it apart from its homonyms. `epci` is the name of a commune's EPCI."""

    pk: int
    kind: str
    code: str
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
    """Find bodies of the official list in one query; a text without letter or figure needs none.

    Every word must begin a word of the name, or of the nature, or be the beginning of a postal or INSEE code;
    further words may also name the département (« Saint-Denis Réunion »). First the exact name or code, then
    the names that begin with the text, then the most populated.
    """
    text = text[:LONGEST_TEXT]
    asked = names.words(text)[:MOST_WORDS]
    if not asked:
        return SearchResults(text, (), 0)
    rows = list(
        listed()
        .filter(_matching(asked))
        .annotate(total=Window(Count("pk")), rank=_rank(asked, text))
        .select_related("epci")
        .only(*_SHOWN)
        .order_by("rank", _POPULATION.desc(nulls_last=True), "kind", "name", "code")[:limit]
    )
    return SearchResults(text, tuple(map(_hit, rows)), rows[0].total if rows else 0)


def collectivity_of_reference(reference: str) -> Collectivity | None:
    """The listed body of an INSEE code, a SIREN, `departement:84` or `region:84`; None when there is none."""
    compact = re.sub(r"\s", "", reference)
    if not re.fullmatch(r"[\w:]+", compact):
        return None
    kind, colon, number = compact.partition(":")
    if colon:
        areas = {
            "departement": Kind.DEPARTEMENT,
            "département": Kind.DEPARTEMENT,
            "region": Kind.REGION,
            "région": Kind.REGION,
        }
        if (area := areas.get(kind.lower())) is None:
            return None
        wanted = Q(kind=area, code=number.upper())
    elif len(compact) == 9:
        wanted = Q(siren=compact)
    else:
        wanted = Q(kind=Kind.COMMUNE, code=compact.upper())
    return Collectivity.objects.filter(wanted, official=True).select_related("epci", "ept").first()


def search_columns(*, name: str, short_name: str, described: str, codes: str, place: str) -> dict[str, str]:
    """The columns `search_collectivities` looks in.

    `short_name` is the name without its legal prefix; `described` the nature in words; `codes` postal and
    INSEE codes; `place` words that help only together with others, as the département.
    """
    short = names.normalised(short_name)
    key = [*short.split(), short.replace(" ", ""), *names.plain(described).split(), *codes.lower().split()]
    return {
        "search_name": names.normalised(name),
        "search_key": f" {' '.join(dict.fromkeys(key))} ",
        "search_place": f" {names.normalised(place)} ",
    }


_SHOWN = (
    *(
        "kind",
        "nature",
        "code",
        "name",
        "department",
        "department_name",
        "population_total",
        "population_other",
    ),
    "epci__name",
)
_POPULATION = Coalesce("population_total", "population_other")


def _is_code(word: str) -> bool:
    return word[0].isdigit()


def _has(column: str, *parts: str) -> Q:
    """Rows whose column holds one of these parts. No pattern: nothing to escape, and quicker than LIKE."""
    found = Q()
    for part in parts:
        found |= Q(GreaterThan(StrIndex(F(column), Value(part)), 0))
    return found


def _in_key(word: str) -> Q:
    if word.isdigit() and len(word) >= SHORTEST_SIREN:
        return Q(siren__startswith=word)
    return _has("search_key", *(f" {spelling}" for spelling in names.spellings(word)))


def _in_place(word: str) -> Q:
    return _has("search_place", *(f" {spelling}" for spelling in names.spellings(word)))


def _matching(asked: list[str]) -> Q:
    """Every word found, one at least in the body's own name, codes apart; or the words run together."""
    if len(asked) == 1:
        return _in_key(asked[0])
    everywhere, own = Q(), Q()
    for word in asked:
        everywhere &= _in_key(word) | _in_place(word)
    for word in [word for word in asked if not _is_code(word)] or asked:
        own |= _in_key(word)
    return (everywhere & own) | _has("search_key", f" {''.join(asked)}")


def _rank(asked: list[str], text: str) -> Case:
    """0: the exact name or code; 1: the name but its article; 2: the beginning of a name; 3: the rest."""
    if all(map(_is_code, asked)):
        return Case(
            When(_has("search_key", f" {asked[0]} "), then=Value(0)),
            default=Value(3),
            output_field=IntegerField(),
        )
    name = " ".join(word for word in names.normalised(text).split() if not _is_code(word))
    short = names.without_article(name)
    forms = [short, *(f"{article} {short}" for article in names.ARTICLES)]
    begins = Q()
    for form in forms:
        begins |= Q(search_name__startswith=form)
    return Case(
        When(search_name=name, then=Value(0)),
        When(search_name__in=forms, then=Value(1)),
        When(begins, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )


def _hit(row: Collectivity) -> Hit:
    return Hit(
        pk=row.pk,
        kind=row.kind,
        code=row.code or "",
        reference=row.reference,
        name=row.name,
        nature=row.nature_label,
        place=row.place,
        population=row.population,
        epci=row.epci.name if row.epci else "",
    )
