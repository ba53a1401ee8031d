"""Step 7: the coverage with the link that mends each gap, the proof-reader, the files."""

import json
import re
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from reen.queries.actions import action_sheets
from strategy.document.coverage import RULES
from strategy.document.kinds import KINDS
from strategy.document.model import State
from strategy.enums import MemberRole, Programme
from strategy.models import Member
from strategy.queries.versions import edition_of
from strategy.services.choosing import choose_actions
from strategy.services.drafting import add_objective
from strategy.services.freezing import rendering_of
from tests.strategy.factories import LATER, AccountFactory
from tests.strategy.issued import issue
from tests.strategy.screens import Screens, governance_form

pytestmark = pytest.mark.django_db


def lines(screens: Screens) -> dict[str, tuple[State, str, str]]:
    """State, reason and address that mends, by requirement."""
    parts = screens.get("review").context["parts"]
    return {
        line.requirement: (line.state, line.reason, address) for _, rows in parts for line, address in rows
    }


def test_each_requirement_has_its_state_its_reason_and_the_step_that_mends_it(screens):
    told = lines(screens)
    assert {ref: (state, address) for ref, (state, _, address) in told.items()} == {
        ref: (State.ABSENT, screens.address(rule.step)) for ref, rule in RULES.items()
    }
    page = screens.get("review").text
    assert "conforme" not in page.split("<footer")[0].lower()  # the foot tells of the site itself
    for _, reason, address in told.values():
        assert reason in page
        assert f'<a href="{address}">' in page


def test_pages_are_those_of_the_last_version_and_said_to_be(screens):
    assert "dès qu’une version sera numérotée" in screens.get("review").text
    edition = edition_of(issue(screens.draft, change="Réduire les achats"))
    assert "–</td>" in screens.get("review").text  # its PDF is not made yet
    pages = rendering_of(edition).pages
    shown = screens.get("review")
    assert "du PDF de la version\u00a01\u202f; le brouillon n’a pas changé depuis" in shown.text
    told = [line for _, rows in shown.context["parts"] for line, _ in rows if line.anchor]
    assert [line.page for line in told] == [pages[line.anchor] for line in told]
    assert f'<td class="num">{pages["objectifs"]}</td>' in shown.text
    add_objective(draft=screens.draft, values={"statement": "Autre"}, by=None, at=timezone.now())
    assert "version\u00a01\u202f; le brouillon a changé depuis" in screens.get("review").text


def test_ten_actions_picked_and_nothing_else_leave_nothing_answered(screens):
    """Picking ten actions and pressing « suivant » to the end writes no local fact, so answers no requirement."""
    picked = [sheet.ref for sheet in action_sheets()][:10]
    screens.post("governance", governance_form(0) | {"continue": "1"})
    screens.post("baseline", {"seen": "0", "continue": "1"})
    screens.post("actions", {"picked": picked, "continue": "1"})
    proposals = screens.get("indicators").context["page"].object_list
    response = screens.post(
        "indicators", {"picked": [proposal.sheet.ref for proposal in proposals], "continue": "1"}
    )
    assert response["Location"] == screens.address("review")
    assert (screens.draft.choices.count(), screens.draft.indicators.count()) == (10, len(proposals))
    states = {ref: state for ref, (state, _, _) in lines(screens).items()}
    assert states == dict.fromkeys(RULES, State.ABSENT) | {
        "st-mesures": State.INCOMPLETE,
        "st-indicateurs": State.INCOMPLETE,
    }


def test_the_proof_reader_leads_to_the_row_to_mend(screens):
    who = {"draft": screens.draft, "by": None, "at": LATER}
    (choice,) = choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)
    objective = add_objective(values={"statement": "Réduire <b>tout</b>", "target_year": 2020}, **who)
    page = screens.get("review")
    found = [(step.identifier, line) for step, lines in page.context["findings"] for line in lines]
    assert found == [
        (
            "objectives",
            (
                "«\u202fRéduire <b>tout</b>\u202f»\u00a0: l’année visée, 2020, est passée.",
                screens.address("objective", objective.pk),
            ),
        ),
        (
            "objectives",
            (
                "«\u202fRéduire <b>tout</b>\u202f»\u00a0: aucune action ne le sert.",
                screens.address("objective", objective.pk),
            ),
        ),
        (
            "actions",
            (
                f"«\u202f{choice.title}\u202f» garde le texte du catalogue, sans aucun fait local.",
                screens.address("choice", choice.pk),
            ),
        ),
        (
            "actions",
            ("100\u00a0% des mots des actions sont ceux du catalogue.", screens.address("actions")),
        ),
    ]
    assert "<b>tout</b>" not in page.text
    assert re.search(r"<h2[^>]*>À relire \(4\)</h2>", page.text)
    assert "<h3>Étape 4, Objectifs (2)</h3>" in page.text


def test_the_proof_reader_leads_a_reader_to_what_can_be_read(screens):
    who = {"draft": screens.draft, "by": None, "at": LATER}
    choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)
    add_objective(values={"statement": "Réduire", "target_year": 2020}, **who)
    Member.objects.create(draft=screens.draft, user=(reader := AccountFactory()), role=MemberRole.READER)
    screens.client.force_login(reader)
    groups = screens.get("review").context["findings"]
    addresses = [address for _, lines in groups for _, address in lines]
    assert {screens.client.get(address).status_code for address in addresses} == {200}


def test_a_draft_without_anything_to_reread_says_so(screens):
    assert "Rien à relire pour l’instant" in screens.get("review").text


@pytest.mark.parametrize(("identifier", "media"), [("pdf", "application/pdf"), ("json", "application/json")])
def test_a_file_is_sent_as_an_attachment_that_no_cache_keeps(screens, identifier, media):
    response = screens.get("export", identifier)
    name = f"strategie-numerique-responsable-{screens.draft.reference.lower()}-projet.{identifier}"
    assert {
        header: response[header] for header in ("Content-Type", "Content-Disposition", "Cache-Control")
    } == {
        "Content-Type": media,
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }


def test_the_pdf_holds_what_was_typed(screens):
    screens.post("governance", governance_form(0, pilot_name="Dominique <Fictif>"))
    pages = PdfReader(BytesIO(screens.get("export", "pdf").content)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    for expected in ("Commune imaginaire", "Dominique <Fictif>", screens.draft.reference):
        assert expected in text


def test_the_json_is_that_of_the_draft(screens):
    document = json.loads(screens.get("export", "json").content)
    assert document["reference"] == screens.draft.reference
    assert document["sections"][0]["anchor"] == "essentiel"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("identifier", ["pdf", "json"])
def test_each_document_of_the_draft_has_its_address_and_its_file(screens, kind, identifier):
    address = screens.address("export", kind.identifier, identifier)
    assert address.endswith(f"/{kind.identifier}.{identifier}")
    assert f'href="{address}"' in screens.get("review").text
    response = screens.client.get(address)
    name = f"{kind.file_name}-{screens.draft.reference.lower()}-projet.{identifier}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert screens.draft.reference.encode() in response.content or identifier == "pdf"


def test_with_a_worker_a_document_is_waited_for_on_its_page(screens, settings):
    settings.TASKS_WORKER = True
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    response = screens.get("export", "fiches", "pdf")
    waiting = screens.draft.exports.get()
    assert (waiting.document, waiting.format, waiting.state) == ("fiches", "pdf", "waiting")
    assert response["Location"] == screens.address("export_page", waiting.pk)


def test_a_document_that_does_not_exist_is_not_found(screens):
    assert screens.client.get(screens.address("export", "rapport", "pdf")).status_code == 404


def test_a_programme_that_exists_elsewhere_is_not_replaced(screens):
    assert "ne remplace pas" not in screens.get("review").text
    screens.draft.baseline.programme = Programme.EXISTING
    screens.draft.baseline.save()
    assert "il ne remplace pas le programme de travail que vous citez" in screens.get("review").text


@pytest.mark.parametrize("identifier", ["docx", "PDF", "pdf.exe", "%00", "<script>"])
def test_a_format_that_does_not_exist_is_not_found(screens, identifier):
    address = screens.address("export", "pdf").replace("document.pdf", f"document.{identifier}")
    assert screens.client.get(address).status_code == 404
