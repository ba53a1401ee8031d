"""Truth of the content: nothing unread, unsourced, dead or doubtful passes for a fact."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db.models import F
from django.test import Client

from reen.content.loader import FOLDER
from reen.enums import Kind, Size, Theme
from reen.models import Action, FieldReport, Indicator, LegalText, Requirement, Resource
from reen.models.addresses import theme_url
from reen.models.entry import Entry
from reen.rules.chains import earlier
from reen.typography import typeset
from tests import content_files

FILES = sorted(FOLDER.rglob("*.yaml"))
DEAD = ("/publications/bonnes-pratiques/",)  # individual pages of the guide left the site in September 2024
pytestmark = pytest.mark.django_db


def values(node: object, name: str) -> Iterator[object]:
    """Every value of a key, however deep."""
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == name)
        for value in node.values():
            yield from values(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from values(value, name)


def texts(node: object) -> Iterator[str]:
    """Every text, however deep."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for value in node.values() if isinstance(node, dict) else node:
            yield from texts(value)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages read so far, by address: several tests read each sheet, and none changes any."""
    return {}


@pytest.fixture
def page_of(content, client: Client, pages: dict[str, str]) -> Callable[[Entry], str]:
    """The public page of an entry."""

    def read(entry: Entry) -> str:
        address = entry.get_absolute_url()
        if address not in pages:
            pages[address] = client.get(address).text
        return pages[address]

    return read


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_dead_address_is_published(path: Path):
    text = path.read_text()
    assert [address for address in DEAD if address in text] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_unverified_is_left_in_the_files(path: Path):
    data = content_files.read(path)
    assert "non vérifié" not in set(values(data, "verification"))
    assert list(values(data, "verification")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_texts_are_typeset_as_readers_expect(path: Path):
    found = [text for text in texts(content_files.read(path)) if "://" not in text]
    assert [text for text in found if text != typeset(text)] == []


def test_actions_are_complete_and_across_all_themes(content):
    actions = Action.objects.live()
    assert {action.theme for action in actions} == {theme.value for theme in Theme}
    for action in actions.filter(short=False):
        complete = [
            action.why, action.steps, action.who_large, action.prerequisites, action.evidence, action.pitfall,
            action.effect_text, action.kinds, action.sizes, action.sources, action.checked_on,
            action.requirements.all(), action.indicators.all(), action.resources.all(),
        ]  # fmt: skip
        assert all(complete), action.ref


def test_short_sheets_say_so_and_hold_what_the_facts_do(client, page_of):
    short = Action.objects.live().filter(short=True)
    assert short
    for action in short:
        kept = [action.why, action.kinds, action.sizes, action.effort_large, action.cost_large]
        assert all([*kept, action.sources]), action.ref
        page = page_of(action)
        assert '<span class="tag">fiche courte</span>' in page
        assert ("<h2>Premières étapes</h2>" in page) is bool(action.steps)
        assert "fiche courte" in client.get("/actions/", {"q": action.title}).content.decode()
        assert f"{action.line} (fiche courte)" in client.get(theme_url(Theme(action.theme))).content.decode()


def test_no_action_waits_for_itself(content):
    before: dict[str, list[str]] = {}
    for ref, first in Action.before.through.objects.values_list("from_action__ref", "to_action__ref"):
        before.setdefault(ref, []).append(first)
    assert [ref for ref in before if ref in earlier(ref, before)] == []


@pytest.mark.parametrize("name", ["effort", "cost", "horizon"])
def test_estimates_tell_small_collectivites_from_large_ones(name, content):
    both = Action.objects.live().exclude(**{f"{name}_small": ""}).exclude(**{f"{name}_large": ""})
    apart = both.exclude(**{f"{name}_small": F(f"{name}_large")})
    assert apart.count() * 3 > both.count()


def test_audiences_tell_a_village_from_an_agglomeration(content):
    village = Action.objects.live().filter(kinds__holds=Kind.COMMUNE, sizes__holds=Size.UNDER_3500)
    agglomeration = Action.objects.live().filter(kinds__holds=Kind.EPCI, sizes__holds=Size.OVER_50000)
    assert village.count() * 2 < agglomeration.count()
    assert set(village) - set(agglomeration)


def test_steps_from_a_guide_are_linked_and_advice_is_called_so(page_of):
    for action in Action.objects.live():
        page = page_of(action)
        advice = sum(block.value["origin"] == "conseil" for block in action.steps)
        assert page.count("conseil de la rédaction") == advice
        for block in action.steps:
            if block.value["origin"] == "guide":
                assert f'href="{block.value["url"]}"' in page.replace("&amp;", "&"), (
                    action.ref,
                    block.value["text"],
                )


def test_estimates_are_called_estimates(page_of):
    for action in Action.objects.live():
        assert "Estimation de l’équipe" in page_of(action)


def test_effect_is_sourced_or_called_unquantified(page_of):
    for action in Action.objects.live():
        page = page_of(action)
        assert ("non chiffré" in page) is not action.effect_quantified
        assert bool(action.effect_range and action.effect_source_url) is action.effect_quantified, action.ref


@pytest.mark.parametrize("model", [Action, Indicator, Resource, FieldReport])
def test_doubt_is_shown_with_its_detail(model, page_of):
    for entry in model.objects.live().filter(certainty="a_confirmer"):
        page = page_of(entry)
        assert entry.caution
        assert "À confirmer" in page
        assert entry.caution.replace("'", "&#x27;") in page


@pytest.mark.parametrize("model", [LegalText, Requirement])
def test_doubt_about_the_law_is_shown_on_the_law_index(model, content, client):
    page = client.get("/loi/").content.decode()
    for entry in model.objects.live().filter(certainty="a_confirmer"):
        assert entry.caution
        assert entry.caution in page


def test_doubt_is_told_in_lists_too(content, client):
    action = Action.objects.live().filter(certainty="a_confirmer").first()
    for path in ("/actions/?q=" + action.title, f"/themes/{Theme(action.theme).slug}/"):
        assert f"{action.line} (à confirmer)" in client.get(path).content.decode()


def test_some_doubts_exist(content):
    assert LegalText.objects.filter(certainty="a_confirmer").exists()
    assert Action.objects.filter(certainty="a_confirmer").exists()


@pytest.mark.parametrize("model", [Action, Indicator, Resource, FieldReport])
def test_link_nobody_opened_says_so(model, page_of):
    for entry in model.objects.live():
        unopened = [block for block in entry.sources if block.value["url"] and not block.value["opened"]]
        if unopened or (model is Resource and entry.url and not entry.opened):
            assert "lien non contrôlé" in page_of(entry), entry.ref


def test_unread_articles_are_named_and_absent(content, client):
    page = client.get("/loi/").content.decode()
    unread = re.findall(r"\d+", client.get("/loi/").context["page"].unread_note)
    assert unread
    assert not [number for number in unread if f'id="reen-{number}"' in page]


@pytest.mark.parametrize("model", [Indicator, FieldReport])
def test_every_indicator_and_field_report_is_cited_by_an_action(model, content):
    assert list(model.objects.live().filter(actions=None).values_list("ref", flat=True)) == []


def test_a_resource_that_no_action_cites_serves_no_theme(content):
    alone = Resource.objects.live().filter(actions=None)
    assert alone
    assert {resource.ref: resource.themes for resource in alone if resource.themes} == {}


def test_mentions_asked_for_with_footprint_data_are_published(content, client):
    mentions = content_files.read(FOLDER / "footprint.yaml")["licences"]
    page = client.get("/donnees-et-sources/").content.decode()
    assert mentions
    assert [mention for mention in mentions if mention not in page] == []


def test_index_of_the_law_names_the_articles_with_a_page(content, client):
    index = client.get("/loi/").context["page"]
    slugs = index.get_children().live().values_list("slug", flat=True)
    assert slugs
    assert {f"article-{number}" for number in re.findall(r"le (\d+) \(", index.introduction)} == set(slugs)
