"""Texts nobody types in good faith: refused in words or kept as text, never an error, never markup."""

import pytest

from strategy.models import Draft
from tests.strategy.screens import NO_ACTORS, governance_form, years_form

pytestmark = pytest.mark.django_db

MARKUP = '<script>alert("1")</script><img src=x onerror=alert(1)>{{ 7|add:"7" }}{% now "Y" %}'
SENT = {
    "governance": (governance_form(0), "steering"),
    "baseline": ({"seen": "0"}, "uses"),
    "objectives": ({"seen": "0", "perimeter": "territoire"}, "statement"),
    "own_action": (years_form(0, theme="axe-0-pilotage"), "title"),
    "own_indicator": (years_form(0), "title"),
    "plans": ({"seen": "0", "kind": "autre"}, "title"),
}


@pytest.mark.parametrize("name", SENT)
def test_markup_is_shown_as_text(screens, name):
    form, field = SENT[name]
    screens.post(name, form | {field: MARKUP})
    for step in ("governance", "baseline", "plans", "objectives", "actions", "indicators", "review"):
        page = screens.get(step).text
        assert '<script>alert("1")' not in page
        assert "<img src=x" not in page


@pytest.mark.parametrize("name", SENT)
def test_null_characters_are_refused_in_words(screens, name):
    form, field = SENT[name]
    response = screens.post(name, form | {field: "a\x00b"})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert "Le caractère nul n’est pas autorisé." in response.text


@pytest.mark.parametrize("name", ["objectives", "own_action", "own_indicator"])
def test_a_title_of_a_hundred_thousand_signs_is_refused_and_kept(screens, name):
    form, field = SENT[name]
    response = screens.post(name, form | {field: "x" * 100_000})
    assert response.status_code == 422
    assert "300 caractères" in response.text
    assert "x" * 100_000 in response.text


@pytest.mark.parametrize("name", ["governance", "baseline"])
def test_a_text_of_a_hundred_thousand_signs_is_kept(screens, name):
    form, field = SENT[name]
    text = "Une phrase assez longue.\r\n" * 4_000
    assert screens.post(name, form | {field: text}).status_code == 302
    part = getattr(Draft.objects.get(pk=screens.draft.pk), name)
    assert getattr(part, field) == text.replace("\r\n", "\n").strip()


@pytest.mark.parametrize("seen", ["-1", "x", "9" * 400, "1.5", ""])
def test_a_version_that_is_none_is_refused_or_out_of_date(screens, seen):
    for name, form in (("baseline", {}), ("governance", NO_ACTORS)):
        assert screens.post(name, form | {"seen": seen, "uses": "a"}).status_code in (409, 422)


@pytest.mark.parametrize("reference", ["%00", "SNR-%F0%9F%8C%8D", "..", "a" * 5_000, "-1", "<b>"])
def test_a_reference_that_is_none_is_not_found(screens, reference):
    assert screens.client.get(f"/strategies/{reference}/gouvernance/").status_code == 404


def test_other_methods_are_refused(screens):
    for method in ("put", "patch", "delete"):
        assert getattr(screens.client, method)(screens.address("governance")).status_code == 405
