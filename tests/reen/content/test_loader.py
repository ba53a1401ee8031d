"""The loader: idempotent, one transaction, never undoing what an editor did."""

import json
import shutil
from pathlib import Path

import pytest
from django.core.management import call_command
from wagtail.models import Revision

from reen.content.loader import FOLDER, load
from reen.content.rows import ContentError
from reen.models import Action, ArticlePage, LoadedContent
from tests import content_files

REF = "destocker"
FILE = "actions/axe-2-cycle-de-vie.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that a test may change."""
    return Path(
        shutil.copytree(FOLDER, tmp_path / "content", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    )


def change(folder: Path, **values: object) -> None:
    """Change fields of one action in the YAML."""
    path = folder / FILE
    rows = content_files.read(path)
    next(row for row in rows if row["ref"] == REF).update(values)
    content_files.write(path, rows)


def action() -> Action:
    return Action.objects.get(ref=REF)


def editor_publishes(title: str) -> None:
    edited = action()
    edited.title = title
    edited.save_revision().publish()


def test_second_load_writes_nothing(content, folder, django_assert_max_num_queries):
    revisions = Revision.objects.count()
    with django_assert_max_num_queries(6) as captured:
        report = load(folder)
    assert (report.created, report.updated, report.drafted, report.waiting) == ([], [], [], [])
    assert report.unchanged == LoadedContent.objects.count()
    assert Revision.objects.count() == revisions
    assert not [
        query
        for query in captured.captured_queries
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]


def test_changed_text_is_published_when_no_editor_touched_it(content, folder):
    change(folder, title="Vider les placards")
    report = load(folder)
    assert report.updated == [f"action:{REF}"]
    assert (action().title, action().edition, action().has_unpublished_changes) == (
        "Vider les placards",
        2,
        False,
    )


def test_changed_link_is_published_too(content, folder):
    assert action().indicators.count() > 1
    change(folder, indicators=["duree-garantie"])
    load(folder)
    assert [indicator.ref for indicator in action().indicators.all()] == ["duree-garantie"]


def test_editor_s_published_change_survives_and_the_new_text_waits_as_a_draft(content, folder):
    editor_publishes("Titre de l’éditrice")
    change(folder, title="Titre des fichiers")
    report = load(folder)
    assert report.drafted == [f"action:{REF}"]
    assert action().title == "Titre de l’éditrice"
    assert action().get_latest_revision_as_object().title == "Titre des fichiers"
    assert load(folder).drafted == []


def test_what_the_editor_wrote_already_is_not_written_again(content, folder):
    editor_publishes("Titre de l’éditrice")
    change(folder, title="Titre de l’éditrice")
    before, revisions = load(folder), Revision.objects.count()
    assert (before.drafted, before.updated) == ([], [])
    change(folder, title="Titre des fichiers")
    assert load(folder).drafted == [f"action:{REF}"]  # it is still the editor's
    assert Revision.objects.count() == revisions + 1


def test_published_draft_of_the_loader_is_followed_again(content, folder):
    editor_publishes("Titre de l’éditrice")
    change(folder, title="Titre des fichiers")
    load(folder)
    action().latest_revision.publish()
    change(folder, title="Titre suivant")
    assert load(folder).updated == [f"action:{REF}"]
    assert action().title == "Titre suivant"


def test_editor_s_unpublished_draft_is_left_alone_until_it_is_settled(content, folder):
    edited = action()
    edited.title = "Brouillon de l’éditrice"
    draft = edited.save_revision()
    change(folder, title="Titre des fichiers")
    assert load(folder).waiting == [f"action:{REF}"]
    assert action().latest_revision == draft
    assert action().title not in ("Titre des fichiers", "Brouillon de l’éditrice")
    draft.publish()
    assert load(folder).drafted == [f"action:{REF}"]


def test_entry_an_editor_unpublished_stays_unpublished(content, folder):
    action().unpublish()
    change(folder, title="Titre des fichiers")
    assert load(folder).drafted == [f"action:{REF}"]
    assert not action().live


def test_entry_an_editor_deleted_is_not_made_again(content, folder):
    action().delete()
    change(folder, title="Titre des fichiers")
    assert load(folder).deleted == [f"action:{REF}"]
    assert not Action.objects.filter(ref=REF).exists()


def test_page_an_editor_changed_survives(content, folder):
    page = ArticlePage.objects.get(slug="article-15")
    page.introduction = "Introduction de l’éditrice"
    page.save_revision().publish()
    path = folder / "pages.yaml"
    path.write_text(path.read_text().replace("Cela vaut dès le premier devis", "Cela vaut toujours"))
    assert load(folder).drafted == ["articlepage:article-15"]
    assert ArticlePage.objects.get(slug="article-15").introduction == "Introduction de l’éditrice"


def test_entry_gone_from_the_files_is_told_and_kept(content, folder):
    path = folder / FILE
    rows = [row for row in content_files.read(path) if row["ref"] != "allonger-duree-vie"]
    for row in rows:
        for name in ("before", "related"):
            row[name] = [ref for ref in row[name] if ref != "allonger-duree-vie"]
    content_files.write(path, rows)
    for other in (folder / "actions").glob("*.yaml"):
        other.write_text(other.read_text().replace("- allonger-duree-vie\n", f"- {REF}\n"))
    assert load(folder).orphans == ["action:allonger-duree-vie"]
    assert Action.objects.get(ref="allonger-duree-vie").live


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"title": None}, "title\u00a0: à remplir."),
        ({"titel": "x"}, "titel\u00a0: champ inconnu."),
        ({"theme": "axe-9"}, "theme\u00a0: 'axe-9' n’est pas dans la liste"),
        ({"kinds": ["paroisse"]}, "kinds\u00a0: paroisse n’est pas dans la liste"),
        ({"indicators": ["inconnu"]}, "indicators\u00a0: référence inconnue\u00a0: inconnu."),
        ({"steps": [{"text": "x", "origin": "guide", "source": None}]}, "steps[1].source\u00a0: à remplir."),
        ({"steps": []}, "steps\u00a0: à remplir, sauf pour une fiche courte."),
        ({"pitfall": None}, "pitfall\u00a0: à remplir."),
        ({"steps": ["x"]}, "steps[1]\u00a0: une suite de champs est attendue."),
        (
            {"sources": [{"title": "x", "url": "javascript:alert(1)", "opened": True}]},
            "sources[1].url\u00a0: adresse",
        ),
        ({"checked_on": "hier"}, "checked_on\u00a0: valeur inattendue\u00a0: 'hier'."),
        ({"effort": {"small": "énorme"}}, "effort.small\u00a0: 'énorme' n’est pas dans la liste"),
        ({"title": "x" * 300}, "title\u00a0: "),
    ],
)
def test_wrong_content_is_told_with_its_file_entry_and_field(content, folder, values, message):
    before = Revision.objects.count()
    change(folder, **values)
    with pytest.raises(ContentError) as refusal:
        load(folder)
    assert refusal.value.messages[0].startswith(f"axe-2-cycle-de-vie.yaml, {REF}, {message}")
    assert Revision.objects.count() == before


def test_short_sheet_may_lack_what_its_sources_do_not_say(content, folder):
    change(folder, short=True, steps=[], pitfall=None, effect={"quantified": False, "text": None})
    assert load(folder).updated == [f"action:{REF}"]
    assert (action().short, len(action().steps), action().pitfall, action().effect_text) == (True, 0, "", "")


def test_every_mistake_is_told_at_once(content, folder):
    change(folder, title=None)
    path = folder / "indicators.yaml"
    rows = content_files.read(path)
    rows[0]["unit"] = ""
    content_files.write(path, rows)
    with pytest.raises(ContentError) as refusal:
        load(folder)
    assert len(refusal.value.messages) == 2


def test_file_that_is_not_yaml_is_named(content, folder):
    (folder / "resources.yaml").write_text("- ref: [")
    with pytest.raises(ContentError, match=r"resources\.yaml"):
        load(folder)


def test_command_prints_one_json_value(content, capsys):
    call_command("load_content", json=True)
    assert json.loads(capsys.readouterr().out)["created"] == []
