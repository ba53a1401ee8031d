"""The commands on collectivities: one JSON value on standard output, and refusals that say how to mend."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from strategy.models import Collectivity

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command(*arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


@pytest.mark.usefixtures("content")
def test_obligation_prints_exactly_one_json_value():
    out, err = run("obligation", "53130", "--json", "--on", "2026-11-21")
    answer = json.loads(out)
    assert err == ""
    assert {key: answer[key] for key in ("kind", "code", "name", "answer", "leaning")} == {
        "kind": "commune",
        "code": "53130",
        "name": "Laval",
        "answer": "borderline",
        "leaning": "bound",
    }
    assert [
        (figure["value"], figure["kind"], figure["year"], figure["deciding"]) for figure in answer["figures"]
    ] == [
        (51903, "totale", None, True),
        (49474, "municipale", None, False),
        (49400, "non-precisee", None, False),
    ]
    assert [(due["part"], due["date"], due["passed"], due["budget"]) for due in answer["dates"]] == [
        ("programme", "2023-01-01", True, None),
        ("strategie", "2025-01-01", True, None),
        ("bilan", "2025-01-01", False, 2027),
    ]
    assert {source["checked_on"] for source in answer["sources"]} == {"2026-11-21"}
    assert answer["related"][0]["code"] == "200083392"


@pytest.mark.usefixtures("content")
def test_obligation_is_readable_and_takes_a_day():
    out, _ = run("obligation", "84007", "--on", "2022-06-01")
    assert out.startswith("Avignon – commune\nRéponse\u00a0: obligation\n")
    assert "à établir avant le 1er\u00a0janvier 2023" in out


@pytest.mark.usefixtures("content")
@pytest.mark.parametrize("code", ["99999", "departement:999", "😀"])
def test_obligation_refuses_an_unknown_code_and_says_how_to_mend(code):
    with pytest.raises(CommandError) as refusal:
        run("obligation", code, "--json")
    assert str(refusal.value).startswith(
        f"«\u202f{code}\u202f» n’est pas dans la liste officielle. Donnez le code INSEE"
    )


def test_obligation_without_the_list_says_to_load_it():
    with pytest.raises(CommandError, match="import_collectivities, puis recommencez"):
        run("obligation", "84007")


@pytest.mark.usefixtures("content")
def test_import_prints_exactly_one_json_value_and_is_idempotent():
    out, err = run("import_collectivities", "--json")
    assert json.loads(out) == {
        "millesime": 2026,
        "listed": 36362,
        "created": 0,
        "updated": 0,
        "unchanged": 36362,
        "ended": 0,
    }
    assert "Lecture de collectivities-2026.csv.gz" in err
    assert Collectivity.objects.filter(official=True, ended=False).count() == 36362


def test_import_refuses_a_file_it_cannot_read(tmp_path):
    (tmp_path / "autre.csv.gz").write_bytes(b"")
    with pytest.raises(CommandError, match="compile_collectivities"):
        run("import_collectivities", "--file", str(tmp_path / "autre.csv.gz"))


def test_compile_refuses_a_folder_that_is_not_the_package(tmp_path):
    with pytest.raises(CommandError, match="Donnez le dossier qui contient"):
        run("compile_collectivities", str(tmp_path), "--millesime", "2026", "--folder", str(tmp_path))
