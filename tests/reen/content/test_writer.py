"""What is published leaves as YAML that the loader reads back: nothing forgotten, the same files each time."""

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.management import call_command
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.models import Revision

from reen.content import entries, pages, rich_text, site
from reen.content.loader import FOLDER, load
from reen.content.writer import refusals, write
from reen.models import (
    Action,
    ArticlePage,
    BasePage,
    HomePage,
    LegalText,
    LoadedContent,
    PlainPage,
    Resource,
    SiteSettings,
)
from reen.models.resource_document import ResourceDocument
from tests import content_files
from tests.databases import Databases, manage
from tests.reen.factories import ActionFactory, LegalTextFactory, ResourceFactory

KINDS = {kind.model: kind for kind in (*entries.KINDS, *pages.KINDS)}

# How an object lives here, not what it says.
LIFE = {
    *(
        "id",
        "live",
        "has_unpublished_changes",
        "first_published_at",
        "last_published_at",
        "go_live_at",
        "expire_at",
    ),
    *(
        "expired",
        "latest_revision",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "edition",
        "search_text",
    ),
}
PLACE_IN_TREE = {
    *(
        "path",
        "depth",
        "numchild",
        "url_path",
        "draft_title",
        "content_type",
        "owner",
        "translation_key",
        "locale",
    ),
    *("basepage_ptr", "alias_of", "slug", "latest_revision_created_at"),
    "wagtail_admin_comments",
}
LEFT_OUT = {
    Resource: {"producer_text"},  # worked out from the producer
    SiteSettings: {"id", "loaded", "shown"},  # what is worked out
}
# What people do with the catalogue, and what is computed from it.
NOT_CONTENT = {
    *("BasePage", "User", "LoadedContent"),
    *("IndexRow", "IndexWord"),  # worked out for the search
    *("Note", "ReviewTask", "ImportRun", "ImportedEntry"),  # how editors work
    *(
        "Citation",
        "Correction",
        "DigestReader",
        "Finding",
        "FruitlessSearch",
        "ReviewPeriods",
        "WebAddress",
    ),  # watch
}


@pytest.fixture
def small(db, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The site holds a page of each kind but articles, and no entry."""
    folder = tmp_path_factory.mktemp("small")
    told = content_files.read(FOLDER / pages.FILE)
    told |= {"plain": told["plain"][:1], "articles": []}
    themes = content_files.read(FOLDER / pages.THEMES_FILE)[:1]
    for name, data in ((pages.FILE, told), (pages.THEMES_FILE, themes)):
        content_files.write(folder / name, data)
    load(folder)


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


@pytest.mark.thorough
def test_real_content_comes_back_to_the_same_files(
    databases: Databases, db, tmp_path, django_assert_max_num_queries
):
    """Loaded and exported by the commands, it is read without a complaint elsewhere, and a second time for nothing.

    The files of the repository say the same in other words: they change nothing either.
    """
    exported, again = tmp_path / "exported", tmp_path / "again"
    manage(databases.copy("content"), "export_content", "--output", str(exported))
    assert refusals(exported) == ()
    assert not Action.objects.exists()
    with django_assert_max_num_queries(5_000):
        assert len(load(exported).created) > 400
    write(again)
    assert files(again) == files(exported)
    revisions = Revision.objects.count()
    for folder in (exported, FOLDER):
        report = load(folder)
        assert list(report.warnings()) == report.created + report.updated == []
        assert report.unchanged == LoadedContent.objects.count()
    assert Revision.objects.count() == revisions


def test_every_kind_of_content_is_exported():
    """A new model is content, which the YAML tells, or it is not, which is said here."""
    children = {
        model
        for model in apps.get_app_config("reen").get_models()
        if any(isinstance(field, ParentalKey) for field in model._meta.fields)
    }
    known = {*KINDS, *children, SiteSettings}
    others = [model for model in apps.get_app_config("reen").get_models() if model not in known]
    assert {model.__name__ for model in others} - NOT_CONTENT == set()


@pytest.mark.parametrize("model", [*KINDS, SiteSettings], ids=lambda model: model.__name__)
def test_every_field_is_exported_or_left_out_on_purpose(model):
    kind = KINDS.get(model)
    fields = (
        site.FIELDS
        if kind is None
        else (*kind.fields, *(pages.PROMOTION if issubclass(model, BasePage) else ()))
    )
    told = {attribute for field in fields for attribute in field.covers}
    told |= {link.attribute for link in getattr(kind, "links", ())}
    left_out = LIFE | LEFT_OUT.get(model, set()) | (PLACE_IN_TREE if issubclass(model, BasePage) else set())
    names = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}
    if issubclass(model, ClusterableModel):
        names |= {relation.get_accessor_name() for relation in get_all_child_relations(model)}
    assert names - told - left_out == set()
    assert told - names == set()


def test_drafts_stay_behind_and_so_do_links_to_them(small, tmp_path):
    ActionFactory(ref="publiee", related=[ActionFactory(ref="brouillon", draft=True)])
    published = Action.objects.get(ref="publiee")
    published.title = "Titre en brouillon"
    published.save_revision()
    write(tmp_path)
    rows = content_files.read(tmp_path / "actions/axe-0-pilotage.yaml")
    (row,) = [row for row in rows if row["ref"] == "publiee"]
    assert row["title"] != "Titre en brouillon"
    assert "related" not in row
    assert "brouillon" not in {row["ref"] for row in rows}
    assert refusals(tmp_path) == ()


def test_odd_texts_and_the_order_an_editor_gave_come_back(small, tmp_path):
    odd = "« Oui\u202f» : # non\u00a0; - 'et' \"alors\" \\ \t\u2028fin\r\n  deux lignes\n\ntrois 🧭"
    ResourceFactory(ref="bizarre", title="yes", description=odd, year=2024, free=None, producer="1er: 0123")
    LegalTextFactory(ref="glissee", order=500)
    write(tmp_path)
    told = {
        row["ref"]: row
        for name in ("resources", "legal_texts")
        for row in content_files.read(tmp_path / f"{name}.yaml")
    }
    row = told["bizarre"]
    assert (row["title"], row["description"], row["producer"]) == ("yes", odd, "1er: 0123")
    assert "free" not in row
    assert (told["glissee"]["order"], told["glissee"]["checked_on"]) == (500, date(2026, 11, 21))
    Resource.objects.filter(ref="bizarre").update(description="")
    LegalText.objects.filter(ref="glissee").update(order=1)
    load(tmp_path)
    assert Resource.objects.get(ref="bizarre").get_latest_revision_as_object().description == odd
    assert LegalText.objects.get(ref="glissee").get_latest_revision_as_object().order == 500


def test_what_the_files_ask_for_and_an_entry_lacks_is_told(small, tmp_path, capsys):
    ActionFactory(ref="incomplete", pitfall="")
    call_command("export_content", output=tmp_path)
    told = capsys.readouterr().err
    assert "axe-0-pilotage.yaml, incomplete, pitfall\u00a0: champ absent." in told


def test_theme_without_actions_any_more_leaves_no_file(small, tmp_path):
    ActionFactory(theme="axe-1-commande-publique")
    write(tmp_path)
    path = tmp_path / "actions/axe-1-commande-publique.yaml"
    assert path.exists()
    Action.objects.filter(theme="axe-1-commande-publique").delete()
    write(tmp_path)
    assert not path.exists()


def test_files_of_a_resource_go_with_it(small, tmp_path):
    resource = ResourceFactory(ref="avec-fichiers")
    for name in ("guide.pdf", "annexe.csv"):
        file = ContentFile(name.encode(), name=name)
        document = get_document_model().objects.create(title=f"Titre de {name}", file=file)
        resource.documents.add(
            ResourceDocument(document=document, title="" if name == "guide.pdf" else "Annexe")
        )
    resource.save()
    write(tmp_path)
    (row,) = [row for row in content_files.read(tmp_path / "resources.yaml") if row["ref"] == resource.ref]
    assert [document["document"] for document in row["documents"]] == [
        "Titre de guide.pdf",
        "Titre de annexe.csv",
    ]
    first = files(tmp_path)
    kept = get_document_model().objects.count()
    load(tmp_path)
    assert get_document_model().objects.count() == kept  # found by their fingerprint
    resource.delete()
    LoadedContent.objects.filter(key="resource:avec-fichiers").delete()
    get_document_model().objects.all().delete()
    load(tmp_path)
    (guide, annexe) = Resource.objects.get(ref="avec-fichiers").documents.all()
    with guide.document.file.open("rb") as file:
        assert (file.read(), guide.title, annexe.title) == (b"guide.pdf", "", "Annexe")
    write(tmp_path)
    assert files(tmp_path) == first


def test_file_that_is_not_in_the_folder_is_told(small, tmp_path):
    ResourceFactory()
    write(tmp_path)
    path = tmp_path / "resources.yaml"
    rows = content_files.read(path)
    rows[0]["documents"] = [{"file": "../../ailleurs.pdf", "document": "Titre"}]
    content_files.write(path, rows)
    (told,) = refusals(tmp_path)
    where = f"resources.yaml, {rows[0]['ref']}, documents[1].file"
    assert told == f"{where}\u00a0: «\u202f../../ailleurs.pdf\u202f» n’est pas dans documents/."


# --- Rich text ------------------------------------------------------------------


def test_simple_text_is_told_in_plain_words():
    html = '<p data-block-key="ab">Un &amp; deux &lt; trois</p><ul><li data-block-key="cd">Oui</li></ul>'
    assert rich_text.in_words(html) == {"paragraphs": ["Un & deux < trois"], "items": ["Oui"]}


@pytest.mark.parametrize(
    "html",
    [
        "<p>Un <b>mot</b></p>",
        "<ul><li>Liste</li></ul><p>puis texte</p>",
        "<p>a</p><ul><li>b</li></ul><ul><li>c</li></ul>",
        "<ol><li>Un</li></ol>",
        "<p></p>",
        "<p> bord</p>",
        '<p><a href="https://example.org/">lien</a></p>',
    ],
)
def test_any_other_text_is_kept_as_it_is(html):
    assert rich_text.in_words(html) == {"html": html}


def test_link_to_a_page_follows_the_page_into_another_database(content):
    article = ArticlePage.objects.get(slug="article-35")
    html = f'<p>Voir <a id="{article.pk}" linktype="page">l’article 35</a>.</p>'
    written = rich_text.with_paths(html)
    assert written == '<p>Voir <a linktype="page" path="/loi/article-35/">l’article 35</a>.</p>'
    assert rich_text.with_numbers(written) == html.replace(
        f'id="{article.pk}" linktype="page"', f'linktype="page" id="{article.pk}"'
    )
    home = HomePage.objects.get()
    assert rich_text.with_paths(f'<a linktype="page" id="{home.pk}">') == '<a linktype="page" path="/">'
    assert rich_text.with_numbers('<a linktype="page" path="/">') == f'<a linktype="page" id="{home.pk}">'
    assert rich_text.with_paths('<a linktype="page" id="999999">x</a>') == "<a>x</a>"
    article.unpublish()
    assert rich_text.with_paths(html) == "<p>Voir <a>l’article 35</a>.</p>"


def test_page_linked_to_another_is_made_without_a_complaint(small, tmp_path, caplog):
    home = HomePage.objects.get()
    page = PlainPage.objects.get()
    page.body = [{"type": "text", "value": f'<p>Un <a linktype="page" id="{home.pk}">lien</a></p>'}]
    page.save_revision().publish()
    write(tmp_path)
    page.delete()
    LoadedContent.objects.all().delete()
    load(tmp_path)
    (text,) = PlainPage.objects.get().body
    assert f'id="{home.pk}"' in text.value.source
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == []


def test_body_of_a_page_comes_back(small, tmp_path):
    page = PlainPage.objects.first()
    home = HomePage.objects.get()
    page.body = [
        {"type": "text", "value": "<p>Avant tout titre</p>"},
        {"type": "heading", "value": "Seul"},
        {"type": "heading", "value": "Suivi"},
        {"type": "text", "value": f'<p>Un <a linktype="page" id="{home.pk}">lien</a></p>'},
        {"type": "text", "value": "<ul><li>Encore</li></ul>"},
    ]
    page.seo_title = "Pour les moteurs"
    page.save_revision().publish()
    write(tmp_path)
    first = files(tmp_path)
    before = [(block.block_type, str(block.value)) for block in PlainPage.objects.get(pk=page.pk).body]
    page.body, page.seo_title = [], ""
    page.save()
    (item,) = [item for item in pages.pages(tmp_path) if item.row.ref == page.slug]
    page.body = rich_text.everywhere(item.fresh_values()["body"], rich_text.with_numbers)
    page.seo_title = item.values["seo_title"]
    page.save()
    again = [(block.block_type, str(block.value)) for block in PlainPage.objects.get(pk=page.pk).body]
    assert again == before
    write(tmp_path)
    assert files(tmp_path) == first
