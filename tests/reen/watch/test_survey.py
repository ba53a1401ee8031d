"""What is found in published entries is written, kept true, and gone with them."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command

from reen.models import Action, Citation, Finding, WebAddress
from reen.watch import reported, survey
from tests.reen.factories import ActionFactory, FieldReportFactory, ResourceFactory
from tests.reen.watch.accounts import editor

pytestmark = pytest.mark.django_db


def urls() -> list[str]:
    return sorted(WebAddress.objects.values_list("url", flat=True))


def found() -> set[tuple[str, str]]:
    return set(Finding.objects.values_list("rule", "field"))


def test_addresses_are_found_wherever_they_are_typed():
    ActionFactory(
        effect_source_url="https://exemple.invalid/effet",
        sources=[{"type": "source", "value": {"title": "Guide", "url": "https://exemple.invalid/guide"}}],
        steps=[
            {
                "type": "step",
                "value": {"text": "Lire.", "origin": "guide", "url": "https://exemple.invalid/etape"},
            }
        ],
    )
    ResourceFactory(url="https://exemple.invalid/outil#partie", sources=[])
    assert survey.survey_all() == 2
    assert urls() == [f"https://exemple.invalid/{name}" for name in ("effet", "etape", "guide", "outil")]
    assert set(Citation.objects.values_list("field", "address__url")) == {
        ("effect_source_url", "https://exemple.invalid/effet"),
        ("sources", "https://exemple.invalid/guide"),
        ("steps", "https://exemple.invalid/etape"),
        ("url", "https://exemple.invalid/outil"),
    }


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("https://exemple.invalid/a b#c", "https://exemple.invalid/a%20b"),
        (" https://été.invalid/é ", "https://xn--t-9fab.invalid/%C3%A9".replace("xn--t-9fab", "xn--t-9fab")),
        ("http://exemple.invalid:8080/", "http://exemple.invalid:8080/"),
        ("https://nom:secret@exemple.invalid/", "https://exemple.invalid/"),
        ("ftp://exemple.invalid/", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://[::1", ""),
        ("https://exemple.invalid:port/", ""),
        ("https://exemple.invalid/" + "x" * 600, ""),
    ],
)
def test_what_is_asked_for_an_address_typed(typed, asked):
    assert survey.address(typed) == asked


def test_a_second_reading_changes_nothing_and_keeps_what_was_set_aside():
    ActionFactory(why="Envoyer un email à tous.", effort_why="x", cost_why="x", horizon_why="x")
    survey.survey_all()
    (finding,) = Finding.objects.all()
    reported.set_aside(finding.pk, editor())
    survey.survey_all()
    (again,) = Finding.objects.all()
    assert (again.pk, again.set_aside_on) == (finding.pk, again.found_on)
    assert reported.findings().count() == 0


def test_words_that_change_are_remarked_anew():
    action = ActionFactory(why="Envoyer un email à tous.")
    survey.survey_all()
    Finding.objects.all().delete()
    action.why = "Un meeting pour tous."
    action.save()
    survey.survey_all()
    assert ("anglicisme", "why") in found()
    assert all("email" not in words for words in Finding.objects.values_list("words", flat=True))


def test_an_entry_that_is_mended_leaves_the_desk_as_soon_as_it_is_published():
    action = ActionFactory(why="Envoyer un email à tous.", effort_why="x", cost_why="x", horizon_why="x")
    survey.survey_all()
    assert found() == {("anglicisme", "why")}
    action.why = "Envoyer un courriel à tous."
    action.save_revision().publish()
    assert found() == set()


def test_an_entry_that_is_withdrawn_or_deleted_leaves_nothing():
    withdrawn, deleted = ActionFactory(why="Un email."), FieldReportFactory(note="Un email.")
    survey.survey_all()
    assert Citation.objects.count() == 2
    withdrawn.unpublish()
    content_type = ContentType.objects.get_for_model(Action)
    assert not Finding.objects.filter(content_type=content_type).exists()
    assert Citation.objects.count() == 1
    deleted.delete()
    assert (Finding.objects.count(), Citation.objects.count()) == (0, 0)
    survey.survey_all()
    assert urls() == []


def test_drafts_are_not_read():
    ActionFactory(draft=True, why="Un email.")
    assert survey.survey_all() == 0
    assert Finding.objects.count() == 0


def test_many_entries_are_read_in_few_queries(django_assert_max_num_queries):
    for number in range(60):
        ResourceFactory(url=f"https://exemple.invalid/{number}", description="Un email.")
    with django_assert_max_num_queries(90):
        survey.survey_all()
    assert WebAddress.objects.count() == 61


def test_the_command_counts_what_it_did(capsys):
    ActionFactory(why="Un email.", effort_why="x", cost_why="x", horizon_why="x")
    call_command("check_content")
    assert capsys.readouterr().out == (
        "1\u00a0fiche relue, 1\u00a0constat, 1\u00a0adresse citée, 0\u00a0donnée oubliée.\n"
    )
