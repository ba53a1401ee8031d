"""A draft rebuilt from a document is equal to it, wherever; what no draft can hold is refused, nothing written."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.test import override_settings

from reen.sheets import SourceSheet
from strategy.document.build import build
from strategy.document.model import Document
from strategy.document.record import Record
from strategy.document.serialize import digest, from_json, to_json
from strategy.enums import BodyRole, MemberRole, VersionStatus
from strategy.errors import DocumentError
from strategy.models import Choice, Collectivity, Draft, Event, Member, Objective, Taken
from strategy.queries.documents import as_taken, document_data, document_of_draft
from strategy.queries.drafts import whole_drafts
from strategy.queries.versions import document_of, edition_of, versions_of
from strategy.renderers.registry import RENDERERS
from strategy.services.demonstration import COMPLETE, STARTED
from strategy.services.drafting import add_objective, save_governance, start_draft
from strategy.services.freezing import freeze
from strategy.services.taking import take_up
from tests.documents import large
from tests.documents.random_records import COUNT, record
from tests.strategy.document import drafts
from tests.strategy.factories import AccountFactory
from tests.strategy.issued import exported

pytestmark = pytest.mark.django_db
AT = datetime(2027, 3, 1, 10, tzinfo=ZoneInfo("Europe/Paris"))
LATER = AT + timedelta(days=1)


def fit(document: Document) -> Document:
    """The same, its collectivités of a kind that the lists know: those of the tests of the document have none."""
    bodies = tuple(replace(body, kind=body.kind or "commune") for body in document.record.bodies)
    return replace(document, record=replace(document.record, bodies=bodies))


BASE = fit(build(drafts.complete(), drafts.REQUIREMENTS))
LARGE = fit(build(large.draft(), large.requirements()))
SEEDS = range(0, COUNT, 5)


def whole(draft: Draft) -> Draft:
    return whole_drafts().get(pk=draft.pk)


def take(document: Document, by: int | None = None) -> Draft:
    """The draft, as screens read it."""
    return whole(take_up(document=from_json(to_json(document)), by=by, at=AT))


def built(draft: Draft) -> Document:
    """The document that the rows of a draft make, whatever was taken up."""
    return build(document_data(draft), drafts.REQUIREMENTS)


def body(record: Record) -> Record:
    """A record without what this installation knows otherwise: what the lists and the factors published."""
    organisation = record.organisation and replace(
        record.organisation, equipment=(), published_electricity=None, published_pue=None, edition=""
    )
    territory = record.territory and replace(
        record.territory, edition="", official=None, published=type(record.territory.published)()
    )
    return replace(record, organisation=organisation, territory=territory)


def by_theme(record: Record) -> Record:
    """A record whose actions are in the order that drafts keep them in."""
    return replace(record, choices=tuple(sorted(record.choices, key=lambda row: row.theme)))


@pytest.mark.parametrize("seed", SEEDS)
def test_any_record_is_exported_as_it_was(seed):
    document = replace(BASE, record=record(seed))
    draft = take(document)
    assert to_json(exported(draft)) == to_json(document)
    again = take(exported(draft))
    assert to_json(exported(again)) == to_json(document)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_of_any_record_comes_along(seed):
    given = record(seed)
    told = document_data(take(replace(BASE, record=given)))
    rebuilt = built(take(replace(BASE, record=given))).record
    assert body(rebuilt) == body(by_theme(given))
    assert {row.key for row in told.choices} == {row.key for row in given.choices}


def test_the_large_document_comes_along():
    document = LARGE
    draft = take(document)
    assert to_json(exported(draft)) == to_json(document)


@pytest.mark.parametrize("reference", [COMPLETE, STARTED])
def test_the_demonstration_comes_along_to_the_byte(demonstration, reference):
    source = whole_drafts().get(reference=reference)
    document = exported(source)
    draft = take(document)
    assert draft.reference != source.reference
    assert to_json(exported(draft)) == to_json(document)
    assert RENDERERS["pdf"].render(exported(draft)) == RENDERERS["pdf"].render(document)
    assert built(draft).record == document.record, "the rows alone say the same"


@pytest.mark.parametrize("public", [False, True])
def test_a_version_is_taken_up_without_its_number(demonstration, public):
    version = versions_of(COMPLETE)[0]
    frozen = document_of(edition_of(version, public=public))
    draft = take(frozen)
    again = exported(draft)
    assert (again.issue, again.status.label) == (None, "PROJET")
    assert again.record == frozen.record
    assert "telle que ce site l’a numérotée" in draft.taken.origin
    if not public:
        assert again == exported(whole_drafts().get(reference=COMPLETE))


def test_without_a_catalogue_nor_a_list_the_document_is_the_same(db):
    """The database of this test holds neither: what the document said of the law stays."""
    document = LARGE
    official = replace(document.record.bodies[0], kind="commune", code="84007")
    document = replace(
        document, record=replace(document.record, bodies=(official, *document.record.bodies[1:]))
    )
    draft = take(document)
    assert to_json(exported(draft)) == to_json(document)
    assert any("n’est pas dans la liste officielle" in remark for remark in draft.taken.remarks)


def test_with_the_list_of_another_year_the_document_is_the_same():
    row = Collectivity.objects.create(
        kind="commune", code="84007", name="Ville nommée autrement", population_other=12, official=True
    )
    document = BASE
    bearer = replace(document.record.bodies[0], kind="commune", code="84007", population=2340)
    document = replace(document, record=replace(document.record, bodies=(bearer,)))
    draft = take(document)
    assert [body.collectivity for body in draft.bodies.all()] == [row]
    assert to_json(exported(draft)) == to_json(document)
    assert any("12\u00a0habitants" in remark or "12 habitants" in remark for remark in draft.taken.remarks)


def test_the_first_change_makes_the_document_anew():
    draft = take(BASE)
    save_governance(draft=draft, values={"means": "Deux postes."}, actors=[], version=0, by=None, at=LATER)
    draft = whole(draft)
    assert as_taken(draft) is None
    document = exported(draft)
    assert document.changed_on == "2027-03-02"
    assert document.record.governance.means == "Deux postes."
    assert document.reference == BASE.reference, "it is the same strategy, under another address"


def test_new_rows_take_numbers_that_none_had():
    draft = take(BASE)
    last = max(row.key for row in (*BASE.record.choices, *BASE.record.objectives, *BASE.record.indicators))
    row = add_objective(draft=draft, values={"statement": "Réduire encore"}, by=None, at=LATER)
    assert row.number > last
    assert not Objective.objects.filter(draft=draft, number=row.number).exclude(pk=row.pk).exists()


def test_what_was_adapted_stays_adapted_and_what_was_copied_stays_copied():
    rows = (drafts.choice(1), drafts.choice(2, adapted=True, summary="Nos mots."))
    copied = replace(rows[0], title="Entrée action-1")
    draft = take(fit(build(drafts.empty(choices=(copied, rows[1])), ())))
    copied, adapted = Choice.objects.filter(draft=draft).order_by("number")
    assert (copied.catalogue_title, copied.catalogue_summary) == (copied.title, copied.summary)
    assert (adapted.catalogue_title, adapted.catalogue_summary) == ("Entrée action-2", "")
    assert [row.adapted for row in document_data(draft).choices] == [False, True]


def test_the_account_that_takes_up_owns_and_the_log_says_so():
    account = AccountFactory()
    draft = take(BASE, by=account.pk)
    assert Member.objects.get(draft=draft).role == MemberRole.OWNER
    (event,) = Event.objects.filter(draft=draft)
    assert "a repris un document" in event.words


def test_a_version_is_numbered_under_the_reference_of_its_draft():
    account = AccountFactory()
    draft = take(BASE, by=account.pk)
    functions = {"Dominique Fictif": "pilote"}
    who = {"seen": None, "by": account.pk, "at": LATER}
    version = freeze(draft=draft, status=VersionStatus.NUMBERED, functions=functions, **who)
    frozen, public = (document_of(edition_of(version, public=public)) for public in (False, True))
    assert frozen.reference == public.reference == draft.reference == version.reference
    assert frozen.record == document_of_draft(draft).record
    assert "Dominique Fictif" in to_json(frozen)
    assert "Dominique Fictif" not in to_json(public)


def test_pages_that_came_beside_the_record_are_not_numbered():
    """A file may show anything on its pages: what is numbered here is made from the rows."""
    essentials = BASE.sections[0]
    forged = replace(
        BASE,
        title="Délibération de la Grande Ville",
        bodies=(replace(BASE.bodies[0], name="Grande Ville"),),
        sections=(replace(essentials, title="Adoptée à l’unanimité"), *BASE.sections[1:]),
    )
    draft = take(forged)
    version = freeze(draft=draft, status=VersionStatus.FROZEN, functions={}, seen=None, by=None, at=LATER)
    for public in (False, True):
        text = edition_of(version, public=public).text
        assert "Commune imaginaire" in text
        assert [word for word in ("Délibération", "Grande Ville", "unanimité") if word in text] == []


def test_an_altered_version_is_called_so(demonstration):
    frozen = document_of(edition_of(versions_of(COMPLETE)[0]))
    governance = replace(frozen.record.governance, means="Cent postes.")
    altered = replace(frozen, record=replace(frozen.record, governance=governance))
    assert digest(altered) != digest(frozen)
    assert "modifiée depuis que ce site l’a numérotée" in take(altered).taken.origin


@override_settings(DEMONSTRATION_ALLOWED=False)
def test_a_demonstration_stays_one_everywhere():
    draft = take(replace(BASE, demonstration=True))
    assert draft.demonstration
    assert all(body.collectivity.demonstration for body in draft.bodies.all())
    assert any("démonstration" in remark for remark in draft.taken.remarks)


def test_a_joined_file_and_an_unknown_edition_are_told():
    given = record(1)
    baseline = replace(given.baseline, programme_file="programme.pdf")
    given = replace(
        given, baseline=baseline, territory=replace(record(3).territory or given.territory, edition="1999")
    )
    remarks = " ".join(take(replace(BASE, record=given)).taken.remarks)
    assert "programme.pdf" in remarks
    assert "1999" in remarks


def hostile(**parts) -> Document:
    return replace(BASE, record=replace(BASE.record, **parts))


CHOICE, INDICATOR, OBJECTIVE = (
    getattr(BASE.record, name)[0] for name in ("choices", "indicators", "objectives")
)
SCRIPT = "javascript:alert(1)"
REFUSED = {
    "no record": (replace(BASE, record=None), "ne porte pas les données"),
    "a long reference": (replace(BASE, reference="S" * 13), "document.reference"),
    "nobody": (hostile(bodies=()), "au moins une collectivité porteuse"),
    "only an associate": (
        hostile(bodies=(replace(BASE.record.bodies[0], role=BodyRole.ASSOCIATED),)),
        "au moins une collectivité porteuse",
    ),
    "twice the same": (hostile(bodies=BASE.record.bodies * 2), "deux fois"),
    "too many": (
        hostile(bodies=tuple(replace(BASE.record.bodies[0], name=f"Nom {rank}") for rank in range(501))),
        "501 lignes, pour 500",
    ),
    "a kind that does not exist": (
        hostile(bodies=(replace(BASE.record.bodies[0], kind="royaume"),)),
        "record.bodies[0].kind",
    ),
    "a long title": (hostile(choices=(replace(CHOICE, title="t" * 301),)), "record.choices[0].title"),
    "no title": (hostile(choices=(replace(CHOICE, title=""),)), "record.choices[0].title"),
    "a nul": (hostile(choices=(replace(CHOICE, pilot="a\x00b"),)), "record.choices[0].pilot"),
    "a negative budget": (hostile(choices=(replace(CHOICE, budget=Decimal(-1)),)), "record.choices[0].budget"),
    "a huge amount": (
        hostile(objectives=(replace(OBJECTIVE, target_value=Decimal(10) ** 14), BASE.record.objectives[1])),
        "record.objectives[0].target_value",
    ),
    "a number beyond all": (
        hostile(plans=(*BASE.record.plans, replace(BASE.record.plans[0], key=2_000_000))),
        "un numéro de ligne",
    ),
    "a year twice": (hostile(choices=(replace(CHOICE, years=drafts.YEARS[:1] * 2),)), "cette année y est deux fois"),
    "a year of no calendar": (
        hostile(choices=(replace(CHOICE, years=(replace(drafts.YEARS[0], year=99_999),)),)),
        "record.choices[0].years",
    ),
    "an entry twice": (hostile(choices=(CHOICE, replace(CHOICE, key=77))), "cette fiche y est deux fois"),
    "a script for a page": (
        hostile(choices=(replace(CHOICE, entry=replace(CHOICE.entry, url=SCRIPT)),)),
        "record.choices[0].entry.url",
    ),
    "a script for a source": (
        hostile(
            indicators=(
                replace(INDICATOR, entry=replace(INDICATOR.entry, sources=(SourceSheet("x", SCRIPT, opened=True),))),
            )
        ),
        "record.indicators[0].entry.sources[0].url",
    ),
    "a script for a link": (
        hostile(plans=(replace(BASE.record.plans[0], link=SCRIPT),)),
        "record.plans[0].link",
    ),
    "a collectivité of nowhere": (
        hostile(choices=(replace(CHOICE, bodies=("Ailleurs",)),)),
        "record.choices[0].bodies",
    ),
    "words that are too long": (
        hostile(governance=replace(BASE.record.governance, inhabitants="m" * 401)),
        "record.governance.inhabitants",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_draft_can_hold_is_refused_and_nothing_is_written(case):
    document, words = REFUSED[case]
    with pytest.raises(DocumentError) as refused:
        take_up(document=document, by=None, at=AT)
    assert words in str(refused.value)
    assert not any(model.objects.exists() for model in (Draft, Taken, Collectivity, Event))


def test_a_draft_of_ones_own_is_not_touched():
    mine = start_draft(
        collectivity=Collectivity.objects.create(kind="commune", name="À moi"),
        by=None,
        at=AT,
        reference=BASE.reference,
    )
    draft = take(BASE)
    assert draft.pk != mine.pk
    assert draft.taken.reference == mine.reference
