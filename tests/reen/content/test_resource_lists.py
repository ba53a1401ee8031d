"""Lists of resources in the files: loaded in their order, refused when they name nothing, told again as they were."""

from pathlib import Path

import pytest

from reen.content.entries import RESOURCE_LIST
from reen.content.loader import FOLDER, load
from reen.content.rows import ContentError
from reen.models import Resource, ResourceList
from tests import content_files

FILE = "resource_lists.yaml"


@pytest.fixture
def rows() -> list[dict]:
    return content_files.read(FOLDER / FILE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds the content, but for the lists, which the test writes."""
    for path in FOLDER.rglob("*.yaml"):
        if path.name != FILE:
            target = tmp_path / path.relative_to(FOLDER)
            target.parent.mkdir(exist_ok=True)
            target.symlink_to(path)
    return tmp_path


def write(folder: Path, rows: list[dict]) -> None:
    content_files.write(folder / FILE, rows)


def test_lists_are_loaded_in_the_order_of_the_file(content, rows):
    for row in rows:
        items = ResourceList.objects.get(ref=row["ref"]).items.select_related("resource")
        assert [{"resource": item.resource.ref, "why": item.why} for item in items] == row["items"]


def test_a_list_is_written_as_it_was_read(content, rows):
    assert [RESOURCE_LIST.write(ResourceList.objects.get(ref=row["ref"])) for row in rows] == rows


def test_an_order_that_changed_is_published(content, folder, rows):
    rows[0]["items"].reverse()
    write(folder, rows)
    assert load(folder).updated == [f"resourcelist:{rows[0]['ref']}"]
    shown = ResourceList.objects.get(ref=rows[0]["ref"]).items.all()
    assert [item.resource.ref for item in shown] == [item["resource"] for item in rows[0]["items"]]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"resource": "inconnue", "why": "Parce que."}, "items\u00a0: référence inconnue\u00a0: inconnue."),
        ({"resource": "eco-clic"}, "items[1].why\u00a0: champ absent."),
        ({"resource": "eco-clic", "why": "x", "order": 1}, "items[1].order\u00a0: champ inconnu."),
    ],
)
def test_a_wrong_item_is_told(content, folder, rows, item, message):
    rows[0]["items"] = [item]
    write(folder, rows)
    with pytest.raises(ContentError) as refused:
        load(folder)
    assert message in str(refused.value)


def test_every_resource_of_the_files_says_what_it_is_for(content):
    for resource in Resource.objects.all():
        assert all([resource.family, resource.subjects, resource.needs, resource.audiences]), resource.ref
