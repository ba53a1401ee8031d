"""The report of a review: every requirement once, each remark with its outcome, and no verdict but a person's."""

import random
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from strategy.document import walk
from strategy.document.build import build
from strategy.document.codes import code_of
from strategy.document.model import Document, Facts, Section, Status
from strategy.document.report import TITLE, report, sealed
from strategy.document.reporting.opinion import IssuerWords
from strategy.document.reporting.requirements import UNJUDGED
from strategy.document.reviewing import EvidenceData, Judged, MessageData, RemarkData, ReviewData, SignedOff
from strategy.document.serialize import from_json, to_json
from strategy.document.tracing import rows_of
from strategy.document.versioning import issued, status_words
from strategy.enums import Judgement, Opinion, Reply, Severity
from strategy.renderers.registry import RENDERERS
from tests import verapdf
from tests.strategy.document.drafts import REQUIREMENTS, complete, half
from tests.strategy.renderers import odt_reading

SEEDS = range(40)
CODE = code_of("K7QW2FHX9MR")
ADDRESS = f"https://exemple.invalid/verifier/{CODE}/"
AT = datetime(2026, 10, 20, 22, 30, tzinfo=UTC)
PARIS = ZoneInfo("Europe/Paris")
ISSUER = IssuerWords(
    "émetteur non vérifié", "Rien ne prouve que ce document vient d’elle.", verified=False, state="Figée."
)
WORD = re.compile(r"\bconformes?\b", re.IGNORECASE)


def version(data=None) -> Document:
    document = build(data or complete(4), REQUIREMENTS)
    return issued(
        document, number=2, status=Status.NUMBERED, code=CODE, address=ADDRESS, on=date(2026, 10, 2)
    )


def review(seed: int = 0, **other: object) -> ReviewData:
    """A review of `version`, in which anything may have been said."""
    chance, document = random.Random(seed), version()
    judged = []
    for row in rows_of(document):
        line = Judged(row.requirement, row.title, row.basis, row.state, row.reason, row.anchor)
        if chance.random() < 0.7:
            given = chance.choice(list(Judgement))
            line = replace(line, judgement=given, note="Vu.", by_words="Camille Fictive", at=AT)
        judged.append(line)
    remarks = []
    for key in range(1, chance.randrange(0, 8)):
        replies = [
            MessageData(
                kind=chance.choice(list(Reply)),
                text=f"Suite {key}.{rank}.",
                by_words="Dominique Fictif",
                at=AT + timedelta(hours=rank),
            )
            for rank in range(chance.randrange(0, 4))
        ]
        row = chance.choice(rows_of(document))
        remarks.append(
            RemarkData(
                key=key,
                version=chance.choice((1, 2)),
                number=key,
                requirement=chance.choice(("", row.requirement)),
                anchor=row.anchor or "",
                title=f"Sujet {key}",
                severity=chance.choice(list(Severity)),
                text=f"Texte de la remarque {key}.",
                by_words="Camille (compte camille@exemple.invalid)",
                at=AT,
                messages=tuple(replies),
            )
        )
    opinion = chance.choice(list(Opinion))
    signed = SignedOff(opinion, "À reprendre.", "Camille Fictive", "Chambre imaginaire", AT)
    values: dict[str, object] = {
        "reference": "SNR-TESTTEST",
        "version": 2,
        "code": CODE,
        "digest": "cd" * 32,
        "bodies": "Commune imaginaire",
        "demonstration": False,
        "label": "Chambre imaginaire",
        "asked_at": AT - timedelta(days=9),
        "asked_by": "dominique@exemple.invalid",
        "expires_at": AT + timedelta(days=9),
        "judged": tuple(judged),
        "remarks": tuple(remarks),
        "evidence": (EvidenceData(1, "action-1", "releve.pdf", "application/pdf", 1234, "ab" * 32),),
        "signed": chance.choice((None, signed)),
    }
    return ReviewData(**values | other)


def told(reviewed: ReviewData, document: Document | None = None) -> Document:
    return report(document or version(), reviewed, pages={"objectifs": 7}, issuer=ISSUER, zone=PARIS)


def section(document: Document, anchor: str) -> Section:
    return next(visit.section for visit in walk.sections(document) if visit.section.anchor == anchor)


def words(value: object) -> list[str]:
    """What somebody reads."""
    return [text for path, text in walk.texts(value) if not path.endswith(("anchor", "href"))]


def facts(part: Section) -> dict[str, str]:
    """The labels and the values of a section."""
    return {
        fact.label: "".join(run.text for run in fact.text)
        for block in part.blocks
        if isinstance(block, Facts)
        for fact in block.facts
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_every_requirement_is_told_once_with_its_state_and_its_judgement(seed):
    reviewed = review(seed)
    document = told(reviewed)
    titles = [visit.section.title for visit in walk.sections(document)]
    for line in reviewed.judged:
        assert titles.count(line.title) == 1
        told_of = facts(section(document, f"exigence-{line.requirement}"))
        assert told_of["État calculé"].startswith(line.state.label)
        assert told_of["Motif"] == line.reason
        assert told_of["Avis"] == (line.judgement.label if line.judgement else UNJUDGED)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_remark_is_told_once_with_its_severity_its_thread_and_its_outcome(seed):
    reviewed = review(seed)
    document = told(reviewed)
    told_words = words(document.sections)
    for remark in reviewed.remarks:
        part = section(document, f"remarque-{remark.key}")
        assert facts(part)["Gravité"] == remark.severity.label
        assert facts(part)["Issue"].startswith(remark.state.label)
        assert told_words.count(remark.text) == 1
        said = words(part)
        places = [said.index(message.text) for message in remark.messages]
        assert places == sorted(places)


@pytest.mark.parametrize("seed", SEEDS)
def test_only_a_person_calls_anything_what_the_law_asks(seed):
    """The word stands nowhere but in the judgements that somebody gave."""
    reviewed = review(seed)
    document = told(reviewed)
    given = [line for line in reviewed.judged if line.judgement and WORD.search(line.judgement.label)]
    assert sum(bool(WORD.search(text)) for text in words(document)) == len(given)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_s_address_leaves_with_the_report(seed):
    document = told(review(seed))
    assert "@" not in to_json(document)


@pytest.mark.parametrize("seed", range(8))
def test_it_goes_to_json_and_back_before_and_after_it_is_sealed(seed):
    document = told(review(seed))
    seal = sealed(document, code=CODE, address=ADDRESS, on=date(2026, 10, 21))
    assert [from_json(to_json(each)) for each in (document, seal)] == [document, seal]
    assert (status_words(document), status_words(seal)) == (
        "PROJET DE RAPPORT sur la version\u00a02",
        "RAPPORT SIGNÉ sur la version\u00a02",
    )


def test_a_project_says_that_nothing_is_signed_and_names_no_opinion():
    document = told(review(signed=None))
    assert document.status is Status.DRAFT
    assert document.issue is None
    assert "aucun avis n’est signé" in " ".join(words(section(document, "avis")))
    assert facts(section(document, "avis")) == {}


def test_who_signs_is_said_to_be_declared():
    signed = SignedOff(Opinion.RESERVED, "À reprendre.", "Camille Fictive", "", AT)
    document = told(review(signed=signed))
    assert facts(section(document, "avis")) == {
        "Avis": "favorable avec réserves",
        "Signé par": "Camille Fictive",
        "Organisme": "–",
        "Date": "21\u00a0octobre 2026",  # half past midnight in Paris
        "Identité": "nom et organisme déclarés par la personne qui a reçu le lien, non vérifiés",
    }
    assert words(section(document, "reserves"))[-2:] == ["Réserves", "À reprendre."]


def test_the_version_reviewed_is_named_by_its_code_and_its_hash():
    document = told(review())
    named = facts(section(document, "version-examinee"))
    assert (named["Code"], named["Empreinte SHA-256"]) == (CODE, "cd" * 32)
    assert named["Émetteur"] == "émetteur non vérifié"
    assert document.title == TITLE


def test_where_a_requirement_is_answered_is_told_with_its_page():
    answer = facts(section(told(review()), "exigence-st-objectifs"))["Réponse"]
    assert answer == "section «\u202fObjectifs\u202f», page\u00a07"


def test_evidence_is_named_by_its_hash():
    table = section(told(review()), "pieces").blocks[0]
    assert ["".join(run.text for run in cell) for cell in table.rows[0]][-1] == "ab" * 32
    assert words(section(told(review(evidence=())), "pieces"))[-1] == "Aucune pièce n’est jointe."


def test_checks_that_fail_are_told():
    document = version(half())
    told_of = " ".join(words(section(told(review(judged=()), document), "controles")))
    assert "manque" in told_of


def test_what_was_not_verified_is_told():
    limits = " ".join(words(section(told(review(3)), "limites")))
    for promised in ("Émetteur non vérifié", "déclarés", "contrôlés sur place", "empreinte"):
        assert promised in limits


def test_a_document_without_number_has_no_report():
    with pytest.raises(ValueError, match=r"^$"):
        told(review(), build(complete(), REQUIREMENTS))


def seal(seed: int) -> Document:
    return sealed(told(review(seed)), code=CODE, address=ADDRESS, on=date(2026, 10, 21))


@pytest.mark.thorough
@pytest.mark.verapdf
def test_the_pdf_conforms():
    broken = {seed: verapdf.failures(RENDERERS["pdf"].render(seal(seed))) for seed in range(3)}
    assert {seed: rules for seed, rules in broken.items() if rules} == {}


@pytest.mark.parametrize("seed", range(3))
def test_the_odt_tells_every_requirement_once_too(seed):
    text = odt_reading.opened(RENDERERS["odt"].render(seal(seed)))
    headings = [odt_reading.words(heading) for heading in text.find("text:h")]
    for line in review(seed).judged:
        assert headings.count(line.title) == 1


def test_counts_agree_with_what_they_count():
    said = MessageData(Reply.EXPLAINED, "Suite.", "Dominique Fictif", AT)
    one = RemarkData(1, 2, 1, "", "", "Sujet", Severity.MINOR, "Texte.", "Camille Fictive", AT)
    answered = replace(one, messages=(said,))
    kept = replace(one, messages=(said, replace(said, kind=Reply.INSISTED)))
    rows = (one, answered, answered, kept, kept)
    document = told(review(remarks=tuple(replace(row, key=key) for key, row in enumerate(rows, 1))))
    assert section(document, "remarques").blocks[0].text[0].text == (
        "5\u00a0remarques\u00a0: 1\u00a0sans réponse, 2\u00a0réponses à examiner, 2\u00a0maintenues."
    )
    assert "2\u00a0réponses n’ont pas été examinées par la revue." in words(section(document, "limites"))
    assert "par une personne sans nom affiché, adressée à" in " ".join(
        words(section(document, "version-examinee"))
    )
