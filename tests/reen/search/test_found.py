"""Answers: ranked, counted, narrowed, mended; in few queries whatever is found."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.enums import Theme
from reen.models import IndexRow, PublicKind, Synonyms
from reen.search.documents import Document
from reen.search.found import Found, asked, search
from reen.search.mending import mended
from reen.search.upkeep import write

pytestmark = pytest.mark.django_db


def put(ref: str, title: str, line: str = "", text: str = "", **others) -> None:
    values = {"kind": PublicKind.ACTION, "url": f"/{ref}/"} | others
    write({f"essai:{ref}": Document(title=title, line=line, text=text, **values)})


def found(text: str, **narrowed) -> Found:
    return search(asked(text), **narrowed)


def urls(text: str, **narrowed) -> list[str]:
    return [row.url for row in found(text, **narrowed).rows(0, 20)]


def test_title_comes_before_line_before_text():
    put("texte", "Autre", text="Un ordinateur.")
    put("ligne", "Autre", line="Un ordinateur.")
    put("titre", "Des ordinateurs")
    assert urls("ordinateur") == ["/titre/", "/ligne/", "/texte/"]


def test_a_rare_word_weighs_more_than_a_common_one():
    for number in range(10):
        put(f"autre-{number}", "Le numérique")
    put("numerique", "Le numérique", text="papier")
    put("papier", "Le papier", text="numérique")
    assert urls("numérique papier") == ["/papier/", "/numerique/"]


def test_the_very_word_comes_before_its_family():
    put("impression", "Impression")
    put("imprimante", "Imprimer")
    assert urls("imprimante") == ["/imprimante/"]
    put("mot", "Imprimante")
    assert urls("imprimante") == ["/mot/", "/imprimante/"]


def test_every_word_is_wanted_and_else_a_part_of_them_is_told():
    put("deux", "Achat d’ordinateurs")
    put("un", "Achat de papier")
    assert urls("achat ordinateur") == ["/deux/"]
    answer = found("achat d’ordinateurs neufs")
    assert (answer.partly, answer.count) == (True, 2)
    assert urls("achat d’ordinateurs neufs") == ["/deux/", "/un/"]


def test_synonyms_of_editors_are_heard_when_published():
    put("reconditionne", "Matériel reconditionné")
    group = Synonyms.objects.create(ref="essai", terms="occasion\nreconditionné", live=False)
    assert urls("occasion") == []
    group.live = True
    group.save()
    assert urls("occasion") == ["/reconditionne/"]


def test_facets_are_counted_each_with_the_other_kept():
    put("a", "Ordinateur", themes=(Theme.STEERING,))
    put("b", "Ordinateur", themes=(Theme.STEERING, Theme.LIFE_CYCLE))
    put("c", "Ordinateur", kind=PublicKind.RESOURCE, themes=(Theme.LIFE_CYCLE,))
    put("d", "Autre", kind=PublicKind.INDICATOR)

    def counts(answer: Found):
        return (
            {facet.value: facet.count for facet in answer.kinds},
            {facet.value: facet.count for facet in answer.themes},
        )

    assert counts(found("ordinateur")) == (
        {"action": 2, "ressource": 1},
        {Theme.STEERING: 2, Theme.LIFE_CYCLE: 2},
    )
    narrowed = found("ordinateur", kind="action", theme=Theme.LIFE_CYCLE)
    assert counts(narrowed) == ({"action": 1, "ressource": 1}, {Theme.STEERING: 2, Theme.LIFE_CYCLE: 1})
    assert (narrowed.count, urls("ordinateur", kind="action", theme=Theme.LIFE_CYCLE)) == (1, ["/b/"])


def test_narrowed_to_nothing_is_no_part():
    put("a", "Ordinateur")
    answer = found("ordinateur", kind="page")
    assert (answer.count, answer.partly) == (0, False)


@pytest.mark.parametrize("text", ["", "   ", "le la les", "?!", "'\"%_\\", "\x00", "😀"])
def test_nothing_asked_finds_nothing(text: str):
    put("a", "Ordinateur")
    assert (found(text).count, found(text).rows(0, 20)) == (0, [])


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("ordinnateur", "ordinateur"),
        ("ordinatuer d’occasion", "ordinateur d’occasion"),
        ("Reemplo", "réemploi"),
        ("ordinateur", ""),
        ("xyzxyz", ""),
        ("ile", ""),
        ("20234", ""),
    ],
)
def test_a_letter_wrong_is_mended(typed: str, proposed: str):
    put("a", "Ordinateurs", text="Un ordinateur d’occasion, le réemploi, fil, 2023.")
    assert mended(typed, found(typed).unknown) == proposed


def test_the_most_used_of_near_words_is_proposed():
    put("a", "Cable")
    for number in range(3):
        put(f"b{number}", "Table")
    assert mended("xable", found("xable").unknown) == "table"


def queries(text: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = found(text)
        answer.rows(0, 20)
        mended(text, answer.unknown)
    return len(captured)


def test_queries_do_not_grow_with_what_is_found():
    put("a", "Ordinateur d’occasion")
    before = {
        text: queries(text) for text in ("ordinateur", "ordinateur neuf", "ordinnateur", "un deux trois")
    }
    for number in range(60):
        put(f"b{number}", f"Ordinateur neuf {number}", text="occasion " * 100)
    after = {text: queries(text) for text in before}
    assert after == before | {"ordinateur neuf": after["ordinateur neuf"]}
    assert max(after.values()) <= 8


def test_rows_are_replaced_not_added():
    put("a", "Ordinateur")
    put("a", "Papier")
    assert (urls("ordinateur"), urls("papier")) == ([], ["/a/"])
    assert IndexRow.objects.count() == 1
