"""The columns: every field that editors write, and what is exported is read back the same."""

import pytest

from reen.exchange import exporting, files
from reen.exchange.columns import HEADERS, KINDS, LAST, LEFT_OUT, columns_of
from reen.exchange.matching import INFORMATION, known_headers
from reen.exchange.plan import words
from reen.models import Action
from reen.rules.names import plain
from tests.reen.factories import SOURCE, ActionFactory, ResourceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", KINDS)
def test_every_field_that_editors_write_is_a_column_or_left_out_on_purpose(model):
    form = model.snippet_viewset.get_edit_handler().get_form_class()
    # The form asks whether the source was opened again; a spreadsheet tells the day.
    asked = set(form.base_fields) - {"reopened"} | {"checked_on"}
    assert {column.name for column in columns_of(model)} == asked - LEFT_OUT


def test_names_told_of_fields_are_names_of_fields():
    names = {field.name for model in KINDS for field in model._meta.get_fields()}
    assert {*HEADERS, *LAST, *LEFT_OUT} - names == set()


@pytest.mark.parametrize("model", KINDS)
def test_headers_differ_and_are_recognised(model):
    columns = columns_of(model)
    headers = [plain(header) for header in (*(column.header for column in columns), *INFORMATION)]
    assert len(set(headers)) == len(headers)
    known = known_headers(model)
    assert [known[plain(column.header)] for column in columns] == [column.name for column in columns]
    assert [known[plain(column.name)] for column in columns] == [column.name for column in columns]


@pytest.mark.parametrize("model", KINDS)
def test_every_cell_of_the_real_content_is_read_back(model, content):
    links = [column.name for column in columns_of(model) if column.links_to]
    for entry in model.objects.prefetch_related(*links):
        for column in columns_of(model):
            written = words(column.cell(entry))
            assert words(column.cell_of(column.value(written))) == written, f"{entry.ref}, {column.header}"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_export_has_every_entry_and_its_values(kind):
    resource = ResourceFactory(ref="outil")
    ActionFactory(
        ref="a",
        title='=Titre; « piégé »\u00a0| "cité"',
        why="Première ligne\nseconde ligne",
        prerequisites=[{"type": "item", "value": "Un ; deux"}],
        sources=[SOURCE],
        resources=[resource],
        effect_low=7.3,
    )
    draft = ActionFactory(ref="b", title="Publiée")
    draft.title = "En brouillon"
    draft.save_revision()
    ActionFactory(ref="c", draft=True)
    entries = Action.objects.order_by("ref")
    table = files.read(b"".join(exporting.exported(Action, kind, entries)))
    rows = [dict(zip(table.headers, cells, strict=True)) for _, cells in table.rows]
    assert [row["Référence"] for row in rows] == ["a", "b", "c"]
    assert [row["Titre"] for row in rows][:2] == ['=Titre; « piégé »\u00a0| "cité"', "En brouillon"]
    assert rows[0]["Pourquoi"] == "Première ligne\nseconde ligne"
    assert rows[0]["Prérequis"] == "Un ; deux |"
    assert rows[0]["Ressources"] == "outil"
    assert rows[0]["Effet, valeur basse"] == "7,3"
    assert rows[0]["Vérifié le"] == "21/11/2026"
    assert rows[0]["Sources"] == "Guide d’essai <https://example.org/guide> (relu)"
    assert [row["État"] for row in rows] == ["publiée", "publiée, avec un brouillon", "jamais publiée"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("model", KINDS)
def test_template_has_the_headers_and_no_row(model, kind):
    data = exporting.template(model, kind)
    with pytest.raises(files.FileError, match="n’a que des en-têtes"):
        files.read(data)


def test_no_exported_cell_is_a_formula(content):
    ActionFactory(title="=cmd|' /C calc'!A0", why="@SUM(1)", pitfall="+1", summary="-1")
    data = b"".join(exporting.exported(Action, "csv", Action.objects.filter(title__startswith="=")))
    line = data.decode("utf-8-sig").split("\r\n")[1]
    assert [cell for cell in line.split(";") if cell.lstrip('"')[:1] in "=@+-" and cell] == []
