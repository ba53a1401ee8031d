"""`manage.py create_demo`: two fictitious strategies and an account a group, as often as one likes."""

import json
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from reen.queries.requirements import requirement_sheets
from strategy.document.coverage import coverage, summary
from strategy.document.findings import findings
from strategy.document.kinds import KINDS
from strategy.enums import Opinion, RemarkState
from strategy.models import Collectivity, Draft, Member, Remark, Review
from strategy.queries.collectivities import search_collectivities
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.queries.reviews import review_data, reviews_of
from strategy.services.demonstration import COMPLETE, STARTED
from strategy.services.exporting import WHOLE, export_draft
from strategy.services.fictions import ACTIONS, INDICATORS, OBJECTIVES, PLANS
from tests import verapdf

pytestmark = pytest.mark.django_db


def create_demo(*options: str) -> str:
    out = StringIO()
    call_command("create_demo", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


@pytest.fixture
def made(demonstration) -> dict:
    """What a second run tells: the same as the first one."""
    return json.loads(create_demo("--json"))


def counts() -> list[int]:
    return [model.objects.count() for model in (Draft, Member, Collectivity, Review, Remark)]


def signed_in(made: dict, group: str) -> Client:
    """A browser in which that group's account signed in with the password told."""
    (account,) = (account for account in made["accounts"] if account["group"] == group)
    client = Client()
    form = {"login": account["email"], "password": account["password"]}
    assert client.post(reverse("account_login"), form).status_code == 302
    return client


def test_json_is_one_value_with_references_and_accounts(made):
    assert list(made) == ["strategies", "versions", "accounts"]
    assert made["strategies"] == [
        {"reference": "DEMO-AGGLO", "state": "complete"},
        {"reference": "DEMO-COMMUNE", "state": "started"},
    ]
    assert [(version["reference"], version["version"], version["state"]) for version in made["versions"]] == [
        ("DEMO-AGGLO@v1", 1, "projet"),
        ("DEMO-AGGLO@v2", 2, "presentee"),
        ("DEMO-COMMUNE@v1", 1, "projet"),
    ]
    assert [(account["group"], sorted(account)) for account in made["accounts"]] == [
        (group, ["email", "group", "password"]) for group in ("manager", "editor", "auditor")
    ]


def exported(reference: str, folder: Path, *, public: bool = False) -> bytes:
    """The PDF that the command writes."""
    output = folder / "version.pdf"
    call_command("export_strategy", reference, output=str(output), public=public, stderr=StringIO())
    return output.read_bytes()


@pytest.mark.parametrize("public", [False, True])
def test_a_version_is_exported_as_it_was_frozen(made, tmp_path, public):
    """Twice the same bytes, with a code and an address on the last page."""
    reference = made["versions"][1]["reference"]
    content = exported(reference, tmp_path, public=public)
    assert exported(reference, tmp_path, public=public) == content
    last = PdfReader(BytesIO(content)).pages[-1].extract_text()
    assert made["versions"][1]["code"] in last
    assert "/verifier/" in last


@pytest.mark.thorough
@pytest.mark.verapdf
def test_a_version_conforms_to_both_profiles(made, tmp_path):
    assert verapdf.failures(exported(made["versions"][1]["reference"], tmp_path)) == {}


def test_words_tell_references_and_how_to_sign_in(made):
    told = create_demo()
    for strategy in made["strategies"]:
        assert strategy["reference"] in told
    for account in made["accounts"]:
        assert f"{account['email']}, mot de passe {account['password']}" in told


def test_a_second_run_changes_nothing(content):
    made = json.loads(create_demo("--json"))
    before = counts()
    dates = list(Draft.objects.values_list("reference", "changed_at"))
    assert json.loads(create_demo("--json")) == made
    assert counts() == before
    assert list(Draft.objects.values_list("reference", "changed_at")) == dates


def test_the_complete_strategy_answers_everything(made):
    data = draft_data(whole_drafts().get(reference="DEMO-AGGLO"))
    totals = summary(coverage(data, requirement_sheets()))
    assert (totals.answered, totals.incomplete, totals.absent) == (11, 0, 0)
    assert (len(data.choices), len(data.indicators)) == (len(ACTIONS) + 1, len(INDICATORS))
    assert (len(data.objectives), len(data.plans)) == (len(OBJECTIVES), len(PLANS))
    assert data.baseline.organisation.is_written
    assert data.baseline.territory.is_written
    assert all(row.years and row.objectives and row.priority for row in data.choices)
    assert all(row.years for row in data.indicators)
    assert findings(data) == ()
    assert [(body.name, body.answer) for body in data.bodies] == [
        ("Agglomération de démonstration", "bound"),
        ("Commune de démonstration A", "voluntary"),
        ("Commune de démonstration B", "voluntary"),
    ]


def test_the_started_strategy_is_half_filled(made):
    data = draft_data(whole_drafts().get(reference="DEMO-COMMUNE"))
    totals = summary(coverage(data, requirement_sheets()))
    assert (totals.answered, totals.incomplete, totals.absent) == (0, 5, 6)


def test_collectivities_are_marked_fictitious_and_absent_from_search(made):
    bodies = Collectivity.objects.filter(demonstration=True)
    assert bodies.count() == 4
    assert [(body.code, body.official, body.search_key) for body in bodies] == [(None, False, "")] * 4
    for body in bodies:
        assert body.name not in [hit.name for hit in search_collectivities(body.name).hits]
    assert search_collectivities("démonstration").hits == ()


def test_every_screen_of_a_demonstration_says_so(made):
    client = signed_in(made, "manager")
    for name in ("bodies", "governance", "baseline", "objectives", "actions", "indicators", "review"):
        page = client.get(reverse(f"strategy:{name}", args=["DEMO-AGGLO"])).text
        assert 'class="demonstration"' in page, name


def test_every_page_of_its_pdf_says_so(made):
    data = draft_data(whole_drafts().get(reference=STARTED))
    pages = PdfReader(BytesIO(export_draft(data=data, identifier="pdf").content)).pages
    silent = [n for n, page in enumerate(pages, 1) if "monstration" not in page.extract_text().lower()]
    assert (silent, len(pages) > 5) == ([], True)


@pytest.mark.thorough
@pytest.mark.verapdf
@pytest.mark.parametrize("kind", KINDS)
def test_every_document_conforms_to_both_profiles(made, kind):
    """Of the complete strategy, but for the whole document: there it is one of its versions, above."""
    reference = STARTED if kind == WHOLE else COMPLETE
    data = draft_data(whole_drafts().get(reference=reference))
    content = export_draft(data=data, identifier="pdf", document=kind).content
    assert verapdf.failures(content) == {}


def test_two_versions_circulate(made):
    audit, approved = (review_data(review) for review in reviews_of("DEMO-AGGLO"))
    assert (audit.version, approved.version) == (2, 1)
    assert [remark.state for remark in audit.remarks] == [RemarkState.ANSWERED, RemarkState.OPEN]
    assert approved.signed.opinion is Opinion.FAVOURABLE
    assert approved.unjudged == 0


def test_the_auditor_reads_the_complete_strategy_only(made):
    client = signed_in(made, "auditor")
    address = reverse("strategy:governance", args=["DEMO-AGGLO"])
    assert client.get(address).status_code == 200
    assert client.post(address, {"pilot_name": "Un autre"}).status_code == 403
    assert client.get(reverse("strategy:governance", args=["DEMO-COMMUNE"])).status_code == 404


def test_the_manager_writes_both_and_the_editor_none(made):
    addresses = [reverse("strategy:governance", args=[row["reference"]]) for row in made["strategies"]]
    assert [signed_in(made, "manager").get(address).status_code for address in addresses] == [200, 200]
    assert [signed_in(made, "editor").get(address).status_code for address in addresses] == [404, 404]


def test_production_refuses(content, settings):
    settings.DEMONSTRATION_ALLOWED = False
    before = counts()
    with pytest.raises(CommandError, match="ne se créent pas en production"):
        create_demo("--json")
    assert counts() == before


def test_an_empty_catalogue_is_refused_with_what_to_run():
    with pytest.raises(CommandError, match="lancez d’abord «\u202fmanage.py load_content\u202f»"):
        create_demo()
    assert set(counts()) == {0}
