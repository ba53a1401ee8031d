"""What the benchmarks compare is the same document: the same pages, the same words."""

import json
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from benchmarks._html import to_html
from benchmarks._report import Measure, entry, report
from benchmarks._untagged import render_untagged
from strategy.renderers.registry import RENDERERS
from tests.documents import files


def test_the_untagged_file_has_the_same_pages_and_no_tag():
    document = files.document("small-commune")
    tagged, plain = RENDERERS["pdf"].render(document), render_untagged(document)
    ours, theirs = PdfReader(BytesIO(tagged)), PdfReader(BytesIO(plain))
    assert [page.extract_text() for page in ours.pages] == [page.extract_text() for page in theirs.pages]
    assert "/StructTreeRoot" in ours.root_object
    assert "/StructTreeRoot" not in theirs.root_object
    with pikepdf.open(BytesIO(plain)) as pdf:
        assert all(b"BDC" not in page.Contents.read_bytes() for page in pdf.pages)


def test_measuring_leaves_the_renderer_as_it_was():
    document = files.document("small-commune")
    before = RENDERERS["pdf"].render(document)
    render_untagged(document)
    assert RENDERERS["pdf"].render(document) == before


@pytest.mark.parametrize("name", files.NAMES)
def test_the_html_holds_every_title_and_link(name):
    html = to_html(files.document(name))
    for section in files.document(name).sections:
        assert f'id="{section.anchor}"' in html
    assert html.count("<section") == html.count("</section>")


def test_a_ratio_is_the_value_over_the_reference():
    assert entry(Measure("durée", 3.0, "s", 2.0)) == {
        "value": 3.0,
        "unit": "s",
        "reference": 2.0,
        "ratio": 1.5,
    }


def test_json_is_one_value_whatever_the_commands_say(capsys, monkeypatch):
    def measures() -> Iterator[Measure]:
        print("36362 collectivités.")
        yield Measure("durée", 3.0, "s", 2.0)

    monkeypatch.setattr("sys.argv", ["search.py", "--json"])
    report(measures())
    told = capsys.readouterr()
    assert list(json.loads(told.out)) == ["durée"]
    assert told.err == "36362 collectivités.\n"
