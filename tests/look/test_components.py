"""Components: fields name their hints and errors, summaries lead to fields, signs come with words."""

from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string

from strategy.document.model import State


class Actor(forms.Form):
    name = forms.CharField(
        label="Nom",
        help_text="Un organisme ou un service.",
        error_messages={"required": "Donnez un nom."},
    )
    kind = forms.ChoiceField(
        label="Nature", choices=[("public", "public"), ("private", "privé")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Accord donné", required=False)
    role = forms.CharField(label="Rôle", required=False, widget=forms.TextInput({"placeholder": "Rôle"}))


class Filters(forms.Form):
    text = forms.CharField(label="Texte", required=False)


def component(name: str, /, **context: object) -> BeautifulSoup:
    return BeautifulSoup(render_to_string(f"components/{name}.html", context), "html.parser")


def tag(source: str, **context: object) -> BeautifulSoup:
    return BeautifulSoup(Template("{% load look %}" + source).render(Context(context)), "html.parser")


def group(field: forms.BoundField) -> BeautifulSoup:
    return BeautifulSoup(field.as_field_group(), "html.parser")


def test_text_field_is_labelled_and_described():
    html = group(Actor({})["name"])
    control = html.select_one("input")
    assert html.label["for"] == control["id"]
    assert control["aria-invalid"] == "true"
    described = [html.find(id=name).text for name in control["aria-describedby"].split()]
    assert "Un organisme ou un service." in described[0]
    assert "Erreur\xa0: Donnez un nom." in described[1]


def test_sound_field_has_no_trace_of_error():
    html = group(Actor({"name": "Mairie", "kind": "public"})["name"])
    assert "field--error" not in str(html)
    assert html.select(".error") == []


def test_radio_buttons_are_a_described_group():
    html = group(Actor({})["kind"])
    assert html.fieldset.legend.text.strip() == "Nature"
    assert html.find(id=html.fieldset["aria-describedby"]).select("p")
    assert len(html.select("label input[type=radio]")) == 2


def test_checkbox_stands_inside_its_label():
    html = group(Actor()["agreed"])
    assert html.label.find("input")["id"] == html.label["for"]


@pytest.mark.parametrize(
    ("form", "name", "marked"),
    [(Actor(), "name", False), (Actor(), "role", True), (Filters(), "text", False)],
)
def test_optional_is_said_only_beside_required_fields(form: forms.Form, name: str, marked: bool):
    assert ("facultatif" in str(group(form[name]))) is marked


def test_a_form_may_refuse_the_optional_mark():
    class Step(Actor):
        marks_optional = False

    assert "facultatif" not in str(group(Step()["role"]))


def test_short_form_drops_placeholders():
    assert component("fields", form=Actor()).select("[placeholder]") == []


def test_every_line_of_the_summary_leads_to_a_control():
    form = Actor({})
    html = component("error_summary", form=form)
    fields = component("fields", form=form)
    links = html.select("li a")
    assert len(links) == 2
    for link in links:
        assert fields.find("input", id=link["href"][1:])


def test_summary_tells_what_belongs_to_no_field():
    form = Actor({"name": "Mairie", "kind": "public"})
    form.add_error(None, "Cet acteur figure déjà dans la liste.")
    assert component("error_summary", form=form).li.text == "Cet acteur figure déjà dans la liste."


def test_summary_of_several_forms():
    html = component("error_summary", errors=[("id_0-name", "Nommez l’acteur."), ("", "Rechargez la page.")])
    assert html.a["href"] == "#id_0-name"
    assert [item.text for item in html.select("li")] == ["Nommez l’acteur.", "Rechargez la page."]


def test_no_summary_without_error():
    assert component("error_summary", form=Actor({"name": "Mairie", "kind": "public"})).find() is None


@pytest.mark.parametrize(
    ("state", "word"),
    [(State.ANSWERED, "renseigné"), (State.INCOMPLETE, "incomplet"), (State.ABSENT, "absent")],
)
def test_state_is_a_sign_and_a_word(state: State, word: str):
    html = component("state", state=state)
    assert html.text.strip() == word
    assert f"state--{state}" in html.span["class"]


def test_dial_says_its_figures_and_draws_them():
    html = tag("{% dial 3 5 1 %}")
    assert "3\xa0exigences renseignées sur\xa09" in html.text
    assert "5\xa0incomplètes, 1\xa0absente" in html.text
    assert html.svg["aria-hidden"] == "true"
    assert html.select_one(".dial__answered")["stroke-dasharray"] == "3 9"
    assert html.select_one(".dial__incomplete")["stroke-dashoffset"] == "-3"
    assert html.select("g")[1]["transform"] == "rotate(120.0 32 32)"


def test_dial_without_requirement_draws_no_segment():
    html = tag("{% dial 0 0 0 %}")
    assert html.select(".dial__answered") == []
    assert "0\xa0exigence renseignée sur\xa00" in html.text


def test_source_tells_unopened_link_page_and_date():
    source = SimpleNamespace(title="Guide", url="https://example.org/guide.pdf", opened=False, page=12)
    html = component("source", source=source, checked_on=date(2026, 11, 1))
    assert html.a["href"] == source.url
    assert "page\xa012 du PDF" in html.text
    assert "lien non contrôlé" in html.text
    assert "1er\xa0novembre\xa02026" in html.text.replace(" ", "\xa0")


def test_source_without_address_is_plain_text():
    html = component("source", source=SimpleNamespace(title="Registre", url=None, opened=False, page=None))
    assert html.a is None
    assert html.text.strip() == "Registre"


def test_breadcrumb_ends_on_the_page_itself():
    html = component("breadcrumb", crumbs=[("Actions", "/actions/"), ("Réparer", "")])
    assert [link["href"] for link in html.select("a")] == ["/", "/actions/"]
    assert html.select_one("[aria-current=page]").text == "Réparer"


def test_pager_keeps_the_filters():
    html = component("pager", page_obj=Paginator(range(30), 10).page(2), query="effort=faible")
    assert [link["href"] for link in html.select("a")] == ["?effort=faible&page=1", "?effort=faible&page=3"]
    assert "Page 2 sur 3" in html.text


def test_pager_is_absent_from_a_single_page():
    assert component("pager", page_obj=Paginator(range(3), 10).page(1), query="").find() is None


def test_notice_holds_title_and_text():
    html = component("notice", kind="attention", title="À confirmer", text="Deux chiffres diffèrent.")
    assert html.select_one(".notice--attention").text.split("\n")[1].strip() == "À confirmer"


@pytest.mark.parametrize("name", ["search", "download", "print", "external", "add", "remove", "edit"])
def test_icon_is_drawn_and_hidden_from_readers(name: str):
    html = component("icon", name=name)
    assert html.svg["aria-hidden"] == "true"
    assert html.path["d"]
