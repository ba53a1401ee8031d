"""The index holds what is published, and nothing else, whatever editors do."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse

from reen.enums import Theme
from reen.models import (
    Action,
    ArticlePage,
    IndexRow,
    LegalText,
    PlainPage,
    PublicKind,
    Resource,
    ThemeIndexPage,
    ThemePage,
)
from reen.models.publications import together
from reen.search.found import asked, search
from reen.search.upkeep import key_of, rebuild
from tests.reen.admin.people import open_site
from tests.reen.factories import ActionFactory, FieldReportFactory, LegalTextFactory, ResourceFactory


def urls(text: str) -> list[str]:
    answer = search(asked(text))
    return [] if answer.partly else [row.url for row in answer.rows(0, 50)]


def publish(entry):
    entry.save_revision(clean=False).publish()
    return type(entry).objects.get(pk=entry.pk)


@pytest.mark.django_db
def test_an_entry_is_found_once_published_and_no_more_once_withdrawn():
    action = ActionFactory(draft=True, title="Tondre les moutons")
    assert urls("mouton") == []
    action = publish(action)
    assert urls("mouton") == [action.get_absolute_url()]
    action.title = "Tondre les chèvres"
    action.save_revision(clean=False)
    assert urls("chèvre") == []
    action = publish(action)
    assert (urls("mouton"), urls("chèvre")) == ([], [action.get_absolute_url()])
    action.unpublish()
    assert urls("chèvre") == []


@pytest.mark.django_db
def test_a_deleted_entry_is_gone():
    resource = publish(ResourceFactory(title="Compteur de moutons"))
    assert urls("mouton") == [resource.get_absolute_url()]
    Resource.objects.filter(pk=resource.pk).delete()
    assert IndexRow.objects.count() == 0


@pytest.mark.django_db
def test_a_row_tells_what_the_entry_is():
    report = publish(
        FieldReportFactory(title="Des moutons", body="Commune d’essai", themes=(Theme.LIFE_CYCLE,), year=2024)
    )
    row = IndexRow.objects.get(key=key_of(report))
    assert (row.kind, row.themes, row.url) == (
        PublicKind.FIELD_REPORT,
        (Theme.LIFE_CYCLE,),
        reverse("reen:field_report", args=[report.ref]),
    )
    assert row.title == "Commune d’essai\u00a0: Des moutons"
    assert row.revised_at == report.last_published_at


@pytest.mark.django_db
def test_steps_are_searched_and_sources_are_not():
    publish(ActionFactory())
    assert len(urls("commencer")) == 1
    assert urls("guide d’essai") == []


@pytest.mark.django_db
def test_rebuilding_gives_what_publishing_gave():
    for entry in (ActionFactory(), ResourceFactory(), LegalTextFactory(), ActionFactory(draft=True)):
        if entry.live:
            publish(entry)
    followed = dict(IndexRow.objects.values_list("key", "text"))
    rebuild()
    rows = IndexRow.objects.exclude(key__startswith="screen:")
    assert dict(rows.values_list("key", "text")) == followed
    assert len(followed) == 3


@pytest.mark.django_db
def test_a_draft_that_lacks_everything_stops_no_rebuilding():
    ActionFactory(draft=True, theme="")
    home = open_site()
    home.add_child(instance=ThemeIndexPage(title="Thèmes", slug="themes"))
    ThemeIndexPage.objects.get().add_child(instance=ThemePage(title="À venir", slug="a-venir", live=False))
    rebuild()
    assert not IndexRow.objects.filter(kind__in=(PublicKind.ACTION, PublicKind.THEME)).exists()


def test_the_whole_site_is_in_the_index(content):
    assert set(IndexRow.objects.values_list("kind", flat=True)) >= set(PublicKind) - {PublicKind.LIST}
    assert IndexRow.objects.filter(kind=PublicKind.ACTION).count() == Action.objects.live().count()
    assert IndexRow.objects.filter(key__startswith="legaltext:").count() == LegalText.objects.live().count()
    before = sorted(IndexRow.objects.values_list("key", "url"))
    call_command("rebuild_search", verbosity=0)
    assert sorted(IndexRow.objects.values_list("key", "url")) == before


def test_a_site_filled_before_the_index_gets_one(content):
    rows = IndexRow.objects.count()
    IndexRow.objects.all().delete()
    call_command("load_content", verbosity=0)
    assert IndexRow.objects.count() == rows
    IndexRow.objects.filter(kind=PublicKind.ACTION).delete()
    call_command("load_content", verbosity=0)
    assert not IndexRow.objects.filter(kind=PublicKind.ACTION).exists()


def test_an_article_is_one_thing_with_its_page(content):
    page = ArticlePage.objects.get(slug="article-35")
    row = IndexRow.objects.get(key=key_of(page.legal_text))
    assert row.url == "/loi/article-35/"
    assert page.introduction.split(".")[0] in row.text
    page.unpublish()
    assert IndexRow.objects.get(key=row.key).url == "/loi/#reen-35"


def test_a_plain_page_is_found_and_lost(content):
    page = PlainPage.objects.get(slug="confidentialite")
    assert "/confidentialite/" in urls("cookies")
    page.unpublish()
    assert "/confidentialite/" not in urls("cookies")


@pytest.mark.django_db
def test_what_is_published_together_is_found_when_all_of_it_is():
    with together():
        first, second = (publish(ActionFactory(draft=True, title=f"Mouton {n}")) for n in ("noir", "blanc"))
        second.unpublish()
        assert urls("mouton") == []
    assert urls("mouton") == [first.get_absolute_url()]


@pytest.mark.django_db
def test_what_is_given_up_half_way_is_not_told():
    def give_up() -> None:
        with together():
            publish(ActionFactory(draft=True, title="Mouton"))
            Action().full_clean()

    with pytest.raises(ValidationError):
        give_up()
    assert urls("mouton") == []
    publish(ActionFactory(draft=True, title="Mouton"))
    assert len(urls("mouton")) == 1
