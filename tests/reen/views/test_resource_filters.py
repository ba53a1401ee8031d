"""Filters of resources and of field reports: each alone, combined, counted, and what is not known found as such."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reen.enums import Audience, Certainty, Family, Kind, Need, Size, Subject, Theme
from reen.models import Resource
from tests.growth import copy_entries
from tests.reen.factories import FieldReportFactory, ResourceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def resources() -> None:
    """Three resources that every filter tells apart, and a draft."""
    ResourceFactory(
        ref="guide",
        title="Guide d’achat",
        producer="Ministère de l’Écologie, ADEME",
        family=Family.GUIDE,
        subjects=(Subject.RESPONSIBLE, Subject.SECURITY),
        needs=(Need.UNDERSTAND, Need.ACT),
        audiences=(Audience.BUYERS,),
        themes=(Theme.PROCUREMENT,),
        year=2021,
        free=True,
        url="https://example.org/guide",
        opened=True,
        certainty=Certainty.CONFIRMED,
    )
    ResourceFactory(
        ref="outil",
        title="Outil de mesure",
        producer="Éditions du Clic",
        family=Family.TOOL,
        subjects=(Subject.DATA,),
        needs=(Need.TOOLS,),
        audiences=(Audience.DIGITAL, Audience.STAFF),
        sizes=(Size.UNDER_3500,),
        themes=(),
        year=2024,
        free=False,
        url="https://example.org/outil",
    )
    ResourceFactory(
        ref="doute",
        title="Aide douteuse",
        subjects=(Subject.FUNDING,),
        needs=(Need.FUND,),
        audiences=(Audience.ELECTED,),
        family=Family.DIRECTORY,
        certainty=Certainty.TO_CONFIRM,
        caution="Adresse à confirmer.",
        sizes=(Size.OVER_50000,),
        themes=(),
    )
    ResourceFactory(ref="brouillon", title="Guide en brouillon", draft=True)


def found(client, path: str) -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    return sorted(entry.ref for entry in response.context["page"].object_list)


@pytest.mark.parametrize(
    ("query", "refs"),
    [
        ("", ["doute", "guide", "outil"]),
        ("theme=axe-1-commande-publique", ["guide"]),
        ("sujet=cybersecurite", ["guide"]),
        ("sujet=donnees", ["outil"]),
        ("besoin=comprendre", ["guide"]),
        ("besoin=financer", ["doute"]),
        ("type=outils", ["outil"]),
        ("public=agents", ["outil"]),
        ("public=acheteurs", ["guide"]),
        ("taille=moins-3500", ["guide", "outil"]),  # a resource that names no size suits all
        ("taille=3500-20000", ["guide"]),
        ("producteur=ADEME", ["guide"]),
        ("producteur=editions+clics", ["outil"]),  # accents, plurals and order do not count
        ("producteur=mesure", []),  # a word of the title is no producer
        ("prix=gratuit", ["guide"]),
        ("prix=payant", ["outil"]),
        ("prix=inconnue", ["doute"]),
        ("annee=2024", ["outil"]),
        ("annee=inconnue", ["doute"]),
        ("verification=ouvert", ["guide"]),
        ("verification=a-ouvrir", ["doute", "outil"]),
        ("verification=relu", ["guide"]),
        ("verification=a-confirmer", ["doute"]),
        ("q=mesures", ["outil"]),
        ("q=brouillon", []),
        ("besoin=agir&prix=gratuit&annee=2021", ["guide"]),
        ("besoin=agir&prix=payant", []),
        ("besoin=inconnu", ["doute", "guide", "outil"]),
    ],
)
def test_resources_are_found_by_each_filter(resources, client, query, refs):
    assert found(client, f"/ressources/?{query}") == refs


def test_a_value_that_is_not_offered_is_told_on_its_field(resources, client):
    page = client.get("/ressources/?besoin=inconnu").content.decode()
    assert "field--error" in page
    assert "field--error" not in client.get("/ressources/?besoin=agir").content.decode()


def test_every_count_is_what_its_option_then_finds(resources, client):
    query = "q=outil&prix=payant&producteur=clic"
    form = client.get(f"/ressources/?{query}").context["filters"].form
    seen = 0
    for name, field in form.fields.items():
        for value, label in getattr(field, "choices", ()):
            if value:
                kept = "&".join(part for part in query.split("&") if not part.startswith(f"{name}="))
                assert label.endswith(f"({len(found(client, f'/ressources/?{kept}&{name}={value}'))})")
                seen += 1
    assert seen > 40


def test_producers_are_suggested_the_most_frequent_first_kept_and_any_other_may_be_typed(client):
    for number in range(14):
        ResourceFactory.create_batch(1 if number < 2 else 2, producer=f"Producteur {number:02}")
    page = unescape(client.get("/ressources/?producteur=Producteur+00").content.decode())
    assert '<option value="Producteur 13" label="Producteur 13 (2)">' in page
    assert '<option value="Producteur 00"' not in page
    assert 'list="id_producteur-liste" value="Producteur 00"' in page
    assert '<h2 id="resultats">1 ressource</h2>' in page


def test_nothing_found_names_the_filters_to_give_up(resources, client):
    response = client.get("/ressources/?besoin=agir&prix=payant")
    ways = [(way.label, way.value, way.count) for way in response.context["ways_out"]]
    assert ways == [("Besoin", "agir", 1), ("Prix", "payant", 1)]


def test_a_line_says_that_nobody_opened_its_link(resources, client):
    page = client.get("/ressources/?type=outils").content.decode()
    unopened = '<span class="tag tag--attention">lien non contrôlé</span>'
    assert unopened in page
    assert unopened not in client.get("/ressources/?type=guides").content.decode()


@pytest.fixture
def reports() -> None:
    """Field reports of each band of population, at its bounds, and one whose source tells nothing."""
    for population in (3499, 3500, 19999, 20000, 50000, 50001):
        FieldReportFactory(ref=f"de-{population}", population=population, kinds=(Kind.COMMUNE,), year=2023)
    FieldReportFactory(ref="muet", body="Syndicat d’essai", kinds=(Kind.EPCI, Kind.SYNDICAT), status="projet")


@pytest.mark.parametrize("size", Size)
def test_bands_of_population_are_those_of_the_catalogue(reports, client, size):
    inside = [f"de-{n}" for n in (3499, 3500, 19999, 20000, 50000, 50001) if Size.of(n) is size]
    assert found(client, f"/retours-d-experience/?taille={size}") == sorted(inside)


@pytest.mark.parametrize(
    "query",
    [
        "taille=inconnue",
        "annee=inconnue",
        "type=syndicat",
        "type=epci",
        "type=ept",
        "statut=projet",
        "q=syndicat",
        "type=epci&annee=inconnue",
    ],
)
def test_field_reports_are_found_by_each_filter(reports, client, query):
    assert found(client, f"/retours-d-experience/?{query}") == ["muet"]


def test_years_of_field_reports_are_those_there_are(reports, client):
    FieldReportFactory(year=1999, draft=True)
    form = client.get("/retours-d-experience/").context["filters"].form
    assert list(form.fields["annee"].choices) == [
        ("", "Toutes les années"),
        ("2023", "2023 (6)"),
        ("inconnue", "année non vérifiée (1)"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "/ressources/",
        "/ressources/?q=guide&besoin=outils&sujet=numerique-responsable&public=agents&prix=gratuit&page=3",
        "/ressources/?q=introuvable&besoin=financer",
    ],
)
def test_twenty_thousand_resources_stay_within_the_budget(content, client, path):
    copy_entries(Resource, 20_000 // Resource.objects.count())
    assert Resource.objects.count() >= 20_000
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    assert len(captured) <= 10
    assert response.content.count(b"</") + response.content.count(b"<input") <= 600
    assert len(response.content) < 40_000
