"""The rule tester and the effect of a change: who may open them, what they show; looking publishes nothing."""

import re
from html import unescape

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from reen.content.roles import CONTRIBUTORS, VALIDATORS, WRITERS
from reen.models import SuggestionRule
from tests.strategy.factories import AccountFactory

pytestmark = pytest.mark.django_db

TESTER = "/admin/regles/essai/"
VALENCE = "26362"


def account(role: str) -> object:
    """Somebody of that role."""
    if role == "superuser":
        return AccountFactory(is_staff=True, is_superuser=True)
    someone = AccountFactory()
    if role != "manager":
        someone.groups.add(Group.objects.get(name=role))
    return someone


@pytest.fixture
def editor(content, client: Client) -> Client:
    client.force_login(account(VALIDATORS.name))
    return client


@pytest.fixture
def rule(content) -> SuggestionRule:
    return SuggestionRule.objects.get(ref="petite-equipe")


def seen(client: Client, path: str, **query: object) -> str:
    """The words of a screen, spaces made plain."""
    answer = client.get(path, query)
    assert answer.status_code == 200
    main = answer.content.decode().partition("<main")[2].replace("<td", " <td")
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", main)))


def effect_of(rule: SuggestionRule) -> str:
    return reverse("rules:effect", args=[rule.pk])


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("", 302),
        ("manager", 302),
        (CONTRIBUTORS.name, 200),
        (WRITERS.name, 200),
        (VALIDATORS.name, 200),
        ("superuser", 200),
    ],
)
def test_who_may_open_the_screens(client, rule, role, status):
    if role:
        client.force_login(account(role))
    assert [client.get(path).status_code for path in (TESTER, effect_of(rule))] == [status, status]


def test_an_editor_of_something_else_is_refused(client, rule):
    group = Group.objects.get(name=VALIDATORS.name)
    group.permissions.remove(*group.permissions.filter(codename__endswith="_suggestionrule"))
    client.force_login(account(VALIDATORS.name))
    assert client.get(TESTER).status_code == 302
    assert "Essai des règles" not in client.get("/admin/").content.decode()


# --- The tester ----------------------------------------------------------------


def test_a_collectivite_is_found_by_name_or_code(editor):
    assert f"?collectivite={VALENCE}" in editor.get(TESTER, {"q": "valence drôme"}).content.decode()
    assert f"?collectivite={VALENCE}" in editor.get(TESTER, {"q": VALENCE}).content.decode()
    assert "Aucune collectivité ne répond" in seen(editor, TESTER, q="zzzz")
    assert "n’est pas dans la liste officielle" in seen(editor, TESTER, collectivite="nulle part")


def test_a_trial_tells_the_profile_the_points_and_the_rules(editor):
    page = seen(editor, TESTER, collectivite=VALENCE)
    for words in ("Commune, Drôme (26)", "65 486 habitants", "Réponse de la loi : obligation", "publiées"):
        assert words in page
    assert "15 premières suggestions sur 30" in page
    assert "40 : Obligation : programme de travail. La loi vous demande" in page


@pytest.mark.parametrize("asked", ["region:84", "200040442", "57174", "200058006"])
def test_any_kind_of_collectivite_can_be_tried(editor, asked, django_assert_max_num_queries):
    editor.get(TESTER)
    with django_assert_max_num_queries(20):
        assert "premières suggestions" in seen(editor, TESTER, collectivite=asked)


def test_an_action_is_told_condition_by_condition(editor):
    page = seen(editor, TESTER, collectivite=VALENCE, action="repair-cafes")
    assert "Oui : Proposée aux communes (ici : commune)" in page
    assert "Non : Proposée aux collectivités de moins de 3 500 habitants" in page
    found = editor.get(TESTER, {"collectivite": VALENCE, "action": "inventaire parc"}).content.decode()
    assert "action=inventaire-parc" in found
    assert "Aucune action publiée n’a ces mots" in seen(editor, TESTER, collectivite=VALENCE, action="zzzz")


def test_an_action_held_as_retained_is_suggested_no_more(editor):
    first = editor.get(TESTER, {"collectivite": VALENCE}).context["rows"][0]["found"]
    after = editor.get(TESTER, {"collectivite": VALENCE, "retenue": first.ref}).context
    assert [kept.ref for kept, _address in after["kept"]] == [first.ref]
    assert first.ref not in {row["found"].ref for row in after["rows"]}


def test_drafts_are_read_only_when_asked_for(editor, rule):
    rule.weight = 99
    rule.save_revision()
    village = {"collectivite": "57174"}
    assert "99 : " not in seen(editor, TESTER, **village)
    assert "99 : Petite commune" in seen(editor, TESTER, **village, regles="brouillons")
    assert "99 : Petite commune" in seen(editor, TESTER, **village, regles=f"brouillon-{rule.pk}")
    assert ": Petite commune" not in seen(editor, TESTER, **village, regles=f"sans-{rule.pk}")
    assert "publiées" in seen(editor, TESTER, **village, regles="brouillon-0")


def test_a_draft_that_lacks_something_is_left_out_and_named(editor):
    half = SuggestionRule(ref="moitie", title="À moitié", weight=5, live=False)
    half.save()
    half.save_revision(clean=False)
    page = seen(editor, TESTER, collectivite=VALENCE, regles="brouillons")
    assert "Brouillons incomplets, laissés de côté : « À moitié »." in page
    assert "Le brouillon est incomplet" in seen(editor, effect_of(half))
    assert "Incomplète" in seen(editor, "/admin/snippets/reen/suggestionrule/")


# --- The effect ----------------------------------------------------------------


def test_without_a_draft_the_effect_is_that_of_taking_the_rule_out(editor, rule):
    page = seen(editor, effect_of(rule))
    assert "Aucun brouillon n’attend" in page
    assert "sur 40 collectivités" in page


def test_the_effect_of_a_draft_is_told_before_it_is_published(editor, rule, django_assert_max_num_queries):
    rule.weight = 1
    rule.save_revision()
    effect_of_draft = effect_of(rule)
    with django_assert_max_num_queries(25):
        answer = editor.get(effect_of_draft)
    found = answer.context["effect"]
    assert {(change.case.kind, change.case.size) for change in found.changes} == {("commune", "moins-3500")}
    page = seen(editor, effect_of_draft)
    assert "donne 18 points" in page
    assert "donne 1 point." in page
    assert f"regles=brouillon-{rule.pk}" in answer.content.decode()
    rule.refresh_from_db()
    assert rule.weight == 18


def test_a_rule_never_published_and_one_taken_out_are_compared_with_nothing(editor, rule):
    rule.unpublish()
    page = seen(editor, effect_of(rule))
    assert "Cette règle n’est pas publiée." in page
    assert "Une fois le brouillon publié" in page


def test_a_rule_for_what_follows_is_read_on_drafts_that_began(editor):
    page = seen(editor, effect_of(SuggestionRule.objects.get(ref="suite")))
    assert "brouillons qui ont retenu le socle" in page
    assert "La règle donne des points à" in page


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"sizes": ["plus-50000"], "kinds": ["departement"]}, "aucune collectivité de l’échantillon"),
        ({"sizes": [], "kinds": ["syndicat"]}, "ne recense pas les syndicats"),
        (
            {"sizes": ["moins-3500"], "efforts": ["fort"], "lighter": True},
            "ne donne de points à aucune action",
        ),
    ],
)
def test_a_rule_that_serves_nobody_is_told(editor, changed, told):
    given = {"kind": "taille", "reason": "Parce que.", "weight": 10} | changed
    alone = SuggestionRule(ref="seule", title="Seule", live=False, **given)
    alone.save()
    alone.save_revision()
    assert told in seen(editor, effect_of(alone))


def test_the_effect_is_a_step_beside_publishing(editor, rule):
    edit = editor.get(reverse("wagtailsnippets_reen_suggestionrule:edit", args=[rule.pk])).content.decode()
    assert edit.count(f'href="{effect_of(rule)}"') == 2
    assert f'href="{effect_of(rule)}?geste=retirer"' in edit
    listing = editor.get("/admin/snippets/reen/suggestionrule/").content.decode()
    assert effect_of(rule) in listing
    assert "Proposée aux collectivités de moins de" in listing


def test_an_unknown_rule_is_not_found(editor):
    assert editor.get("/admin/regles/999999/effet/").status_code == 404


def test_the_listing_tells_all_rules_in_few_queries(editor, django_assert_max_num_queries):
    listing = "/admin/snippets/reen/suggestionrule/"
    editor.get(listing)
    with django_assert_max_num_queries(25):
        page = seen(editor, listing)
    assert "l’une des 6 autres actions choisies" in page
