"""The review room: what its bearer reads and says, and what it never opens."""

from dataclasses import replace
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from strategy.document import walk
from strategy.document.changed_here import lines
from strategy.document.model import Section
from strategy.document.reviewing import Target
from strategy.enums import MemberRole, Opinion
from strategy.models import Message, Objective, Remark, Review, SignOff, Verdict
from strategy.queries.reviews import edition_reviewed, reviewed
from strategy.queries.versions import edition_of
from strategy.services.choosing import choose_actions, follow_indicators, remove_row
from strategy.services.evidence import join_evidence
from strategy.services.freezing import pages_of
from strategy.services.reviewing import Reviewer, close_review
from strategy.services.sealing import current_key, path_of, rotate_key
from strategy.services.signing_off import said_so_far, sign_off
from tests.strategy.factories import AccountFactory, DraftFactory
from tests.strategy.screens import sent_by
from tests.strategy.views.reviewing import lend, number, remarked

pytestmark = pytest.mark.django_db

OBJECTIVES = Target("Objectifs", anchor="objectifs")
MOST = 14
MOST_NODES = 600


def address(token: str, name: str, *args) -> str:
    return reverse(f"strategy:link_{name}", args=[token, *args])


def words(response: HttpResponse) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(page.select_one("main").get_text(" ").split())


def test_the_whole_document_is_read_in_its_order(content, draft, client):
    choose_actions(
        sheets=action_sheets(refs=["inventaire-parc", "donner-materiel"]),
        draft=draft,
        by=None,
        at=timezone.now(),
    )
    review, token = lend(number(draft))
    reading = reviewed(edition_reviewed(review))
    met = []
    response = client.get(address(token, "document"), follow=True)
    while response is not None:
        page = BeautifulSoup(response.content, "html.parser")
        for part in page.select("main section[id]"):
            met.append(part["id"])
            assert missing(reading.sections[part["id"]], part) == []
        following = page.select_one("a[rel=next]")
        response = client.get(following["href"]) if following else None
    assert met == [visit.section.anchor for visit in walk.sections(reading.document)]


def missing(section: Section, part: Tag) -> list[str]:
    """The words of a section that its part of the page does not show."""
    shown = " ".join(part.get_text().split())
    texts = (text for line in lines(replace(section, sections=())) for text in line.split(" | "))
    told = (text.split("\u00a0: ")[-1] for text in texts if text != section.title)
    sentences = (" ".join(sentence.split()) for text in told for sentence in text.split(". "))
    return [sentence for sentence in sentences if sentence not in shown]


def test_links_and_the_table_of_requirements_lead_to_their_place(content, draft, client):
    _, token = lend(number(draft))
    table = BeautifulSoup(client.get(address(token, "leaf", "tracabilite")).content, "html.parser")
    links = [link["href"] for link in table.select("table.coverage a")]
    assert address(token, "leaf", "objectifs") in links
    for link in set(links):
        assert client.get(link, follow=True).status_code == 200
    moved = client.get(address(token, "leaf", "objectif-1"))
    assert moved["Location"] == f"{address(token, 'leaf', 'objectifs')}#objectif-1"
    assert client.get(address(token, "leaf", "nulle-part")).status_code == 404


def test_every_answer_is_private(content, draft, client):
    review, token = lend(number(draft))
    remarked(review, OBJECTIVES)
    names = ("room", "document", "checklist", "remarks", "sign_off")
    missing = (address("x" * 43, "room"), address(token, "leaf", "nulle-part"), address(token, "remark", 0))
    for path in (*(address(token, name) for name in names), *missing):
        response = client.get(path)
        assert response["Cache-Control"] == "no-store, private"
        assert response["Referrer-Policy"] == "same-origin"
        assert "noindex" in response["X-Robots-Tag"]


def test_what_is_over_or_elsewhere_does_not_open(content, draft, client):
    review, token = lend(number(draft))
    other, second = lend(review.version)
    theirs = remarked(other, OBJECTIVES)
    assert client.get(address(token, "remark", theirs.pk)).status_code == 404
    assert client.post(address(token, "remark", theirs.pk), {"kind": "accepte"}).status_code == 404
    assert client.get(address(token, "evidence", 1)).status_code == 404
    assert client.get(address(token, "new_remark") + "?ancre=nulle-part").status_code == 404
    assert client.get(address(token, "new_remark")).status_code == 404
    close_review(review=other, by=None, at=timezone.now())
    Review.objects.filter(pk=review.pk).update(expires_at=timezone.now())
    for closed in (token, second, "0" * 43):
        for name in ("room", "checklist", "remarks", "sign_off"):
            assert client.get(address(closed, name)).status_code == 404
            assert client.post(address(closed, name), {"name": "X"}).status_code == 404
    assert Remark.objects.get() == theirs
    cache.clear()


@pytest.mark.parametrize("ended", ["closed", "past its day", "signed", "too often"])
def test_what_is_typed_as_the_review_ends_is_given_back(content, draft, client, settings, ended: str):
    review, token = lend(number(draft), by=AccountFactory(first_name="Dominique", last_name="Fictif").pk)
    made = remarked(review, OBJECTIVES)
    places = [
        (address(token, "new_remark") + "?ancre=objectifs", {"severity": "majeure", "text": "Mots <gardés>"}),
        (
            address(token, "remark", made.pk),
            {"kind": "insiste", "seen": "0", "nonce": "r", "text": "Mots <gardés>"},
        ),
        (address(token, "checklist"), {"judgement_0": "reserve", "note_0": "Mots <gardés>"}),
        (
            address(token, "sign_off"),
            {"opinion": "favorable", "name": "Camille", "reservations": "Mots <gardés>"},
        ),
    ]
    forms = [(path, sent_by(client.get(path)) | typed) for path, typed in places]
    status, why = over(review, ended, settings)
    for path, form in forms:
        answer = client.post(path, form)
        page = BeautifulSoup(answer.content, "html.parser")
        assert answer.status_code == status
        assert answer["Cache-Control"] == "no-store, private"
        assert "Mots <gardés>" in page.select_one("textarea#typed[readonly]").text
        assert why in words(answer)
        assert "Copiez-le" in words(answer)
        assert "<gardés>" not in answer.content.decode()
    assert (Remark.objects.count(), Message.objects.count(), Verdict.objects.count()) == (1, 0, 0)
    cache.clear()


def over(review: Review, ended: str, settings) -> tuple[int, str]:
    """Ends the review, or what this browser may ask of it; the status and the words that tell."""
    now = timezone.now()
    match ended:
        case "closed":
            close_review(review=review, by=None, at=now)
            return 404, "La collectivité en a fermé le lien"
        case "past its day":
            Review.objects.filter(pk=review.pk).update(expires_at=now)
            return 404, "Dominique Fictif, Commune imaginaire"
        case "signed":
            reviewer = Reviewer(name="Dominique Fictif")
            said = {"opinion": Opinion.FAVOURABLE, "reservations": "", "seen": said_so_far(review)}
            sign_off(review=review, reviewer=reviewer, at=now, **said)
            return 409, "Dominique Fictif en a signé l’avis"
        case _:
            settings.RATE_LIMITS = settings.RATE_LIMITS | {"answer": [(0, 300)]}
            return 429, "Trop de demandes"


def test_what_is_typed_waits_while_one_signs_in_again(content, draft, screens):
    review, _ = lend(number(draft))
    made = remarked(review, OBJECTIVES)
    account = AccountFactory()
    review.accounts.add(account)
    room = reverse("strategy:account_new_remark", args=[review.pk]) + "?ancre=objectifs"
    answer = screens.address("answer_remark", review.pk, made.pk)
    for path, who in ((room, account), (answer, draft.members.get().user)):
        client = Client()
        refused = client.post(path, {"text": "Mots gardés"})
        assert refused["Location"].startswith(reverse("account_login"))
        client.force_login(who)
        assert "Mots gardés" in words(client.get(path))
        assert "Mots gardés" not in words(client.get(path))


def test_a_writer_shut_out_gets_the_answer_back(content, draft, screens):
    review, _ = lend(number(draft))
    made = remarked(review, OBJECTIVES)
    draft.members.update(role=MemberRole.READER)
    sent = {"kind": "explique", "text": "Mots gardés", "seen": "0", "nonce": "1"}
    refused = screens.post("answer_remark", sent, review.pk, made.pk)
    assert (refused.status_code, Message.objects.count()) == (403, 0)
    assert "Mots gardés" in words(refused)
    draft.members.all().delete()
    assert screens.post("answer_remark", sent, review.pk, made.pk).status_code == 404
    assert "propriétaire" in words(refused)


def test_guessing_links_is_slowed(content, client, settings):
    settings.RATE_LIMITS = settings.RATE_LIMITS | {"link": [(2, 86_400)]}
    answers = [client.get(address("0" * 43, "room")).status_code for _ in range(3)]
    assert answers == [404, 404, 429]
    cache.clear()


def test_an_account_sees_its_reviews_and_no_other(content, draft, client):
    review, token = lend(number(draft))
    mine, theirs = (reverse("strategy:account_room", args=[review.pk]) for _ in range(2))
    assert client.get(mine).status_code == 302
    client.force_login(AccountFactory())
    assert client.get(theirs).status_code == 404
    assert "Aucune revue" in words(client.get(reverse("strategy:own_reviews")))
    client.get(address(token, "room"))
    assert client.get(mine).status_code == 200
    assert "Chambre imaginaire" in words(client.get(reverse("strategy:own_reviews")))
    close_review(review=review, by=None, at=timezone.now())
    assert client.get(mine).status_code == 404
    assert "fermée" in words(client.get(reverse("strategy:own_reviews")))


def test_what_is_computed_is_told_with_its_place(content, draft, client):
    now = timezone.now()
    sheets = indicator_sheets(refs=["duree-vie-equipements"])
    (followed,) = follow_indicators(sheets=sheets, draft=draft, by=None, at=now)
    version = number(draft)
    review, token = lend(version)
    title = reviewed(edition_reviewed(review)).requirement("st-objectifs").title
    page = BeautifulSoup(client.get(address(token, "checks")).content, "html.parser")
    pages = pages_of(edition_of(version))
    indicators = page.select_one("[aria-label=Indicateurs] table")
    objectives = page.find("th", string=title).parent
    assert objectives.select_one("a")["href"] == address(token, "leaf", "objectifs")
    assert objectives.select_one(".num").text == str(pages["objectifs"])
    row = indicators.select_one("tbody tr")
    assert row.select_one("a")["href"] == address(token, "leaf", f"indicateur-{followed.number}")
    assert "en ordre" in row.text
    assert "manque" in row.text
    told = " ".join(page.select_one("dl.facts").text.split())
    assert "sans objet" in told
    assert "Aucun n’est exigé" in words(client.get(address(token, "checks")))


def test_a_remark_is_made_under_the_name_declared(content, draft, client):
    _, token = lend(number(draft))
    client.post(address(token, "room"), {"name": "Camille <b>Fictive</b>", "organisation": "Chambre"})
    form = sent_by(client.get(address(token, "new_remark") + "?exigence=st-objectifs"))
    typed = form | {"severity": "bloquante", "text": "Où est la <script>cible</script> ?"}
    for _ in range(2):  # pressed twice
        assert client.post(address(token, "new_remark") + "?exigence=st-objectifs", typed).status_code == 302
    made = Remark.objects.get()
    assert (made.requirement, made.anchor, made.number) == ("st-objectifs", "objectifs", 1)
    assert made.by_words == "Camille <b>Fictive</b>, Chambre (nom déclaré)"
    page = client.get(address(token, "leaf", "objectifs"))
    assert b"<script>cible" not in page.content
    assert "Remarque 1 , bloquante, sans réponse" in words(page)
    refused = client.post(address(token, "new_remark") + "?ancre=objectifs", {"text": "Gardé", "nonce": "9"})
    assert refused.status_code == 422
    assert b"Gard\xc3\xa9" in refused.content


def test_two_people_judge_at_once_and_both_are_read(content, draft, client):
    _, token = lend(number(draft))
    place = address(token, "checklist")
    first, second = (sent_by(client.get(place)) for _ in range(2))
    assert client.post(place, first | {"judgement_0": "conforme"}).status_code == 302
    other = Client()
    stale = other.post(place, second | {"judgement_0": "reserve", "note_0": "Un seul acteur."})
    assert stale.status_code == 409
    assert "a noté entre-temps : conforme" in words(stale).replace("\u00a0", " ")
    assert other.post(place, sent_by(stale)).status_code == 302
    assert [row.judgement for row in Verdict.objects.order_by("pk")] == ["conforme", "reserve"]


def test_a_thread_that_went_on_is_shown_before_anything_is_added(content, draft, client):
    review, token = lend(number(draft))
    made = remarked(review, OBJECTIVES)
    place = address(token, "remark", made.pk)
    late = {"seen": "0", "nonce": "a", "kind": "insiste", "text": "Pas encore."}
    assert client.post(place, late).status_code == 302
    stale = client.post(place, late | {"nonce": "b", "text": "Toujours pas."})
    assert stale.status_code == 409
    assert "Toujours pas." in words(stale)
    assert client.post(place, sent_by(stale)).status_code == 302
    assert Message.objects.count() == 2


def test_a_signed_review_is_read_and_takes_nothing(content, draft, client):
    review, token = lend(number(draft))
    made = remarked(review, OBJECTIVES)
    form = sent_by(client.get(address(token, "sign_off")))
    typed = form | {"opinion": "reserves", "name": "Camille Fictive"}
    assert client.post(address(token, "sign_off"), typed).status_code == 422
    signed = client.post(address(token, "sign_off"), typed | {"reservations": "La cible."}, follow=True)
    assert "Favorable avec réserves" in words(signed)
    assert "Camille Fictive" in words(signed)
    again = client.post(address(token, "sign_off"), typed | {"reservations": "Autre."})
    assert (again.status_code, SignOff.objects.get().reservations) == (409, "La cible.")
    late = client.post(
        address(token, "new_remark") + "?ancre=objectifs",
        {"severity": "mineure", "text": "Trop tard", "nonce": "z"},
    )
    assert late.status_code == 409
    assert "Trop tard" in words(late)
    assert Remark.objects.get() == made
    for name in ("room", "checklist", "remarks", "sign_off"):
        assert client.get(address(token, name)).status_code == 200


def test_a_later_version_tells_what_changed_at_each_remark(content, draft, client):
    review, token = lend(number(draft, "Réduire les achats"))
    objective = Objective.objects.get()
    same = remarked(review, Target("Gouvernance", anchor="gouvernance"))
    gone = remarked(review, Target("Réduire", anchor=f"objectif-{objective.number}"), "2")
    changed = remarked(review, OBJECTIVES, "3")
    remove_row(row=objective, draft=draft, by=None, at=timezone.now())
    _, later = lend(number(draft, "Réduire les déchets"), follows=review)
    told = {made: words(client.get(address(later, "remark", made.pk))) for made in (same, gone, changed)}
    assert "Rien n’a changé ici" in told[same]
    assert "Cet endroit n’est plus dans le document" in told[gone]
    assert "Ce qui a changé ici" in told[changed]
    assert "supprimé" in told[changed]
    leaf = words(client.get(address(later, "leaf", "objectifs")))
    assert "Ce qui a changé ici" in leaf
    assert "version 1" in leaf
    assert "Ce qui a changé ici" not in words(client.get(address(token, "leaf", "objectifs")))


def test_the_evidence_of_the_version_is_downloaded(content, draft, client):
    now = timezone.now()
    (choice,) = choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), draft=draft, by=None, at=now)
    sent = SimpleUploadedFile("relevé été.pdf", b"%PDF-fiction")
    joined = join_evidence(draft=draft, choice=choice, sent=sent, by=None, at=now)
    version = number(draft)
    _, token = lend(version)
    page = client.get(address(token, "leaf", f"action-{choice.number}"), follow=True)
    assert joined.sha256 in words(page)
    file = client.get(address(token, "evidence", version.evidence.get().pk))
    assert b"".join(file.streaming_content) == b"%PDF-fiction"
    assert file["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in file["Content-Disposition"]


def test_screens_ask_few_questions_whatever_is_said(content, draft, client):
    review, _ = lend(number(draft))
    now = timezone.now()
    choose_actions(sheets=action_sheets()[:20], draft=draft, by=None, at=now)
    follow_indicators(sheets=indicator_sheets()[:10], draft=draft, by=None, at=now)
    later, second = lend(number(draft, "Autre"), follows=review)

    def counts() -> dict[str, int]:
        made = {}
        for name, args in (
            ("room", []),
            ("checklist", []),
            ("remarks", []),
            ("leaf", ["objectifs"]),
            ("sign_off", []),
            ("checks", []),
        ):
            with CaptureQueriesContext(connection) as captured:
                assert client.get(address(second, name, *args)).status_code == 200
            made[name] = len(captured)
        return made

    remarked(review, OBJECTIVES)
    remarked(later, OBJECTIVES)
    counts()  # documents are decoded once
    few = counts()
    assert {name: count for name, count in few.items() if count > MOST} == {}
    for index in range(15):
        remarked(review, OBJECTIVES, f"n{index}")
        remarked(later, OBJECTIVES, f"n{index}")
    assert counts() == few


def test_three_hundred_remarks_are_read_a_page_at_a_time(screens, draft):
    review, token = lend(number(draft))
    said = {"review": review, "text": "Précisez.", "at": review.made_at, "by_words": "Camille Fictive"}
    Remark.objects.bulk_create(
        Remark(
            number=each,
            nonce=str(each),
            title="Objectifs",
            anchor="objectifs",
            requirement="st-objectifs" if each % 3 else "",
            severity="bloquante" if each <= 30 else "mineure",
            **said,
        )
        for each in range(1, 301)
    )
    lifted = Remark.objects.get(number=1)
    for kind in ("explique", "accepte"):
        Message.objects.create(remark=lifted, kind=kind, nonce=kind, at=review.made_at)
    screen = screens.address("followed_review", review.pk)
    for place in (address(token, "remarks"), screen):

        def numbers(place=place, **asked: str) -> list[int]:
            page = BeautifulSoup(screens.client.get(place, asked).content, "html.parser")
            return [int(title.text.split(".")[0]) for title in page.select(".card :is(h2, h3)")]

        assert numbers() == list(range(1, 21))
        assert numbers(page="15") == list(range(281, 301))
        assert numbers(etat="levee") == [1]
        assert numbers(etat="ouverte", gravite="bloquante", page="2") == list(range(22, 31))
        assert numbers(exigence="st-objectifs", gravite="bloquante")[:3] == [1, 2, 4]
        assert numbers(etat="nulle", gravite="nulle", exigence="nulle") == list(range(1, 21))
        assert numbers(ancre="gouvernance") == []
        filtered = BeautifulSoup(screens.client.get(place, {"gravite": "bloquante"}).content, "html.parser")
        assert "30 remarques" in filtered.select_one("[role=status]").text
        assert filtered.select_one("a[rel=next]")["href"] == "?gravite=bloquante&page=2"
        assert len(filtered.select("*")) < MOST_NODES
    leaf = screens.client.get(address(token, "leaf", "objectifs"))
    assert "Remarque 2 , bloquante" in words(leaf)
    assert "295 de plus" in words(leaf)
    assert "299 non levées : 2 (bloquante, sans réponse)," in words(
        screens.client.get(address(token, "sign_off"))
    ).replace("\u00a0", " ")
    with CaptureQueriesContext(connection) as captured:
        screens.client.get(screen)
    assert len(captured) <= MOST


def test_writers_ask_answer_and_close(screens, draft):
    number(draft)
    typed = {"version": "1", "label": "Préfecture imaginaire", "until": timezone.localdate().isoformat()}
    past = typed | {"until": (timezone.localdate() - timedelta(days=1)).isoformat()}
    assert screens.post("ask_review", past).status_code == 422
    made = screens.post("ask_review", typed)
    link = BeautifulSoup(made.content, "html.parser").select_one("#lien")["value"]
    review = Review.objects.get()
    assert made["Cache-Control"] == "no-store, private"
    assert Client().get(link).status_code == 200
    one = remarked(review, OBJECTIVES)
    stale = {"seen": "3", "nonce": "a", "kind": "decline", "text": "Non retenu."}
    kept = screens.post("answer_remark", stale, review.pk, one.pk)
    assert (kept.status_code, Message.objects.count()) == (409, 0)
    assert "Non retenu." in words(kept)
    unsaid = {"seen": "0", "nonce": "a", "kind": "corrige", "text": ""}
    assert screens.post("answer_remark", unsaid, review.pk, one.pk).status_code == 422
    assert screens.post("answer_remark", unsaid | {"corrected_in": "2"}, review.pk, one.pk).status_code == 302
    assert "corrigé dans la version" in words(screens.get("followed_review", review.pk))
    sign_off(
        review=review,
        opinion=Opinion.FAVOURABLE,
        reservations="",
        seen=said_so_far(review),
        reviewer=Reviewer(name="Camille"),
        at=timezone.now(),
    )
    again = {"seen": "1", "nonce": "b", "kind": "explique", "text": "Voir la version 2."}
    assert screens.post("answer_remark", again, review.pk, one.pk).status_code == 302
    assert "Voir la version 2." in words(screens.get("followed_review", review.pk))
    assert screens.post("followed_review", {"close": "1"}, review.pk).status_code == 302
    assert Client().get(link).status_code == 404
    assert screens.get("followed_review", review.pk + 1).status_code == 404
    assert screens.get("answer_remark", review.pk, one.pk + 1).status_code == 404


def test_a_review_of_another_strategy_is_not_found(screens, draft):
    other, _ = lend(number(DraftFactory()))
    number(draft)
    assert screens.get("followed_review", other.pk).status_code == 404
    typed = {"version": "1", "label": "X", "until": timezone.localdate().isoformat(), "follows": other.pk}
    assert screens.post("ask_review", typed).status_code == 422


def test_the_signed_bundle_is_offered_to_those_who_review(content, draft, client, settings, tmp_path):
    _, token = lend(number(draft))
    bundle = address(token, "file", "zip")
    assert f'href="{bundle}"' in client.get(address(token, "room")).content.decode()
    settings.KEYS_ROOT = tmp_path
    path_of(current_key(timezone.now()).fingerprint).unlink()
    assert "rotate_signing_key" in client.get(bundle, follow=True).content.decode()
    rotate_key(timezone.now())
    assert client.get(bundle).content.startswith(b"PK")


def test_reports_are_made_anew_only_so_often(content, draft, client, settings):
    settings.RATE_LIMITS = {"export": [(1, 86_400)]}
    _, token = lend(number(draft))
    answers = [client.get(address(token, "report", "json")) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 429]
    assert answers[1]["Cache-Control"] == "no-store, private"
