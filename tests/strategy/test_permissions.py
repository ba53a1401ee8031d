"""Who may open and change what: every address of the application, for every kind of visitor, in two tables."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.urls import URLResolver, reverse
from django.utils import timezone

from reen.queries.actions import action_sheets
from reen.queries.indicators import indicator_sheets
from strategy import urls
from strategy.document.reviewing import Target
from strategy.enums import DelegatedPart, MemberRole, Perimeter, PlanKind, Severity, VersionStatus
from strategy.models import Collectivity, Draft, Export, Member, NoticeReader, Plan, Version
from strategy.permissions import Visitor, drafts_open_to, drafts_written_by, role_of
from strategy.services.choosing import choose_actions, follow_indicators
from strategy.services.delegating import delegate
from strategy.services.demonstration import VALIDATORS
from strategy.services.drafting import add_objective
from strategy.services.evidence import join_evidence
from strategy.services.freezing import freeze
from strategy.services.inviting import invite
from strategy.services.notices import token_of
from strategy.services.remarking import remark
from strategy.services.reviewing import Reviewer, ask_review
from strategy.services.saving import add_row
from strategy.services.sealing import current_key
from strategy.services.signing_off import said_so_far
from tests.strategy.factories import LATER, AccountFactory, DraftFactory
from tests.strategy.screens import governance_form, years_form

pytestmark = pytest.mark.django_db

# `session` is the browser that made the draft, without an account; `expired` a consultant whose last day is past;
# `bearer` has only the link of a delegation, `auditor` an account that was invited to a review.
POLICIES_TABLE = """
         stranger session owner writer consultant reader expired other editor superuser bearer auditor
public   open     open    open  open   open       open   open    open  open   open      open      open
account  sign-in  sign-in open  open   open       open   open    open  open   open      sign-in   open
view     sign-in  open    open  open   open       open   404     404   404    404       sign-in   404
write    sign-in  open    open  open   open       403    404     404   404    404       sign-in   404
own      sign-in  open    open  403    403        403    404     404   404    404       sign-in   404
member   sign-in  404     open  403    403        403    404     404   404    404       sign-in   404
invite   sign-in  403     open  403    403        403    404     404   404    404       sign-in   404
leave    sign-in  403     open  open   open       open   404     404   404    404       sign-in   404
number   sign-in  403     open  open   open       403    404     404   404    404       sign-in   404
decide   sign-in  403     open  403    403        403    404     404   404    404       sign-in   404
nobody   sign-in  403     403   403    403        403    404     404   404    404       sign-in   404
audit    sign-in  sign-in 404   404    404        404    404     404   404    404       sign-in   open
"""
# By address: who may GET it and the status they get, who may POST to it and the status they get. Where an account
# makes a difference, « 200/302 » is without and with one.
ADDRESSES_TABLE = """
search             public  200     public  405
obligation         public  200     public  405
typed_body         public  200     public  302
drafts             public  200     public  405
start              public  405     public  302
code               public  200/302 public  302
type_code          public  302     public  302
invitation         public  200     public  302
delegated          public  200     public  302
delete_account     account 200     account 422
draft              view    302     write   405
bodies             view    200     write   302
logo               view    200     write   422
logo_picture       view    404     write   405
governance         view    200     write   302
baseline           view    200     write   302
footprint          view    200     write   422
territory          view    200     write   422
programme_file     view    200     write   422
programme_download view    404     write   405
plans              view    200     write   302
plan               view    200     write   302
remove_plan        write   200     write   302
objectives         view    200     write   302
objective          view    200     write   302
remove_objective   write   200     write   302
actions            view    200     write   302
starter            write   200     write   302
basket             view    405     write   302
compare            view    302     write   405
own_action         write   200     write   302
choice             view    200     write   302
choice_rewording   view    200     write   302
remove_choice      write   200     write   302
indicators         view    200     write   302
own_indicator      write   200     write   302
indicator          view    200     write   302
indicator_rewording view   200     write   302
remove_indicator   write   200     write   302
review             view    200     write   405
export             view    200     write   405
export_page        view    200     write   405
export_file        view    302     write   405
members            view    200     invite  302
member             member  200     member  302
withdraw           own     405     own     302
leave              leave   200     leave   302
take_over          view    405     nobody  302
delegations        write   200     write   405
delegate           write   200     write   200
delegation         write   200     write   302
delete_draft       own     200     own     302
compare_versions   view    200     write   405
taken              view    404     write   405
taking             public  200     public  422
compare_files      public  200     public  422
versions           view    200     number  302
version            view    200     decide  302
version_file       view    200     write   405
freeze_project     own     405     decide  302
issuer             own     200     decide  302
issuer_openid      decide  404     own     405
openid_return      public  404     public  405
notices            account 200     account 302
own_name           account 200     account 302
unsubscribe        public  200     public  200
verification       public  200     public  422
verified_code      public  200     public  405
signing_keys       public  200     public  405
signing_key        public  200     public  405
evidence           view    200     write   422
evidence_file      view    200     write   405
reviews            view    200     write   405
ask_review         write   200     number  200
followed_review    view    200     number  302
answer_remark      write   200     number  302
review_report      view    200     write   405
own_reviews        account 200     account 405
link_room          public  200     public  302
link_document      public  302     public  405
link_leaf          public  200     public  405
link_checklist     public  200     public  302
link_remarks       public  200     public  405
link_new_remark    public  200     public  302
link_remark        public  200     public  302
link_sign_off      public  200     public  302
link_evidence      public  200     public  405
link_file          public  200     public  405
link_checks        public  200     public  405
link_report        public  200     public  405
account_room       audit   200     audit   302
account_document   audit   302     audit   405
account_leaf       audit   200     audit   405
account_checklist  audit   200     audit   302
account_remarks    audit   200     audit   405
account_new_remark audit   200     audit   302
account_remark     audit   200     audit   302
account_sign_off   audit   200     audit   302
account_evidence   audit   200     audit   405
account_file       audit   200     audit   405
account_checks     audit   200     audit   405
account_report     audit   200     audit   405
"""
VISITORS, *LINES = (line.split() for line in POLICIES_TABLE.strip().splitlines())
SAMPLE = ("stranger", "writer", "editor", "bearer", "auditor")  # the others come with the sweeps
OTHERS = [pytest.param(name, marks=pytest.mark.thorough) for name in VISITORS if name not in SAMPLE]
POLICIES = {policy: dict(zip(VISITORS, cells, strict=True)) for policy, *cells in LINES}
ADDRESSES = {line.split()[0]: line.split()[1:] for line in ADDRESSES_TABLE.strip().splitlines()}
WITHOUT_ACCOUNT = {"stranger", "session", "bearer"}


def names(patterns: list) -> set[str]:
    """The names of every address under these patterns."""
    found = set()
    for pattern in patterns:
        found |= names(pattern.url_patterns) if isinstance(pattern, URLResolver) else {pattern.name}
    return found


def test_the_table_holds_every_address():
    assert set(ADDRESSES) == names(urls.urlpatterns)


def expected(visitor: str) -> dict[tuple[str, str], str]:
    """What the tables say of that visitor, by address and method."""
    found = {}
    for name, (look, looked, act, acted) in ADDRESSES.items():
        for method, policy, status in (("GET", look, looked), ("POST", act, acted)):
            *without, given = status.split("/")
            given = without[0] if without and visitor in WITHOUT_ACCOUNT else given
            cell = POLICIES[policy][visitor]
            found[name, method] = given if cell == "open" else cell
    return found


class Scene:
    """A draft with a row of each kind, its members if somebody kept it, and the secrets of its links."""

    def __init__(self, *, kept: bool) -> None:
        self.draft: Draft = DraftFactory()
        who = {"draft": self.draft, "by": None, "at": LATER}
        objective = add_objective(values={"statement": "Réduire"}, **who)
        plan = add_row(row=Plan(draft=self.draft), values={"kind": PlanKind.CLIMATE}, **who)
        (choice,) = choose_actions(sheets=action_sheets(refs=["inventaire-parc"]), **who)
        (indicator,) = follow_indicators(sheets=indicator_sheets(refs=["duree-vie-equipements"]), **who)
        export = Export.objects.create(
            draft=self.draft,
            document="document",
            format="json",
            asked_at=LATER,
        )
        joined = join_evidence(choice=choice, sent=SimpleUploadedFile("preuve.pdf", b"%PDF-"), **who)
        version = freeze(status=VersionStatus.FROZEN, functions={}, seen=None, **who | {"at": timezone.now()})
        self.reviewed(version)
        self.host, today = AccountFactory(), timezone.localdate()
        invitation, invited = invite(
            email="invitee@exemple.invalid",
            role=MemberRole.READER,
            until=None,
            **who | {"by": self.host.pk, "at": timezone.now()},
        )
        delegation, lent = delegate(
            part=DelegatedPart.CHOICE,
            row=choice,
            title="T",
            lent={},
            colleague="Dominique Fictif",
            due=today,
            message="",
            **who,
        )
        self.accounts = {}
        member = Member(pk=0)
        if kept:
            for role, until in (
                (MemberRole.OWNER, None),
                (MemberRole.WRITER, None),
                (MemberRole.READER, None),
                (MemberRole.CONSULTANT, today),
            ):
                self.accounts[role] = AccountFactory()
                member = Member.objects.create(
                    draft=self.draft, user=self.accounts[role], role=role, until=until
                )
            Member.objects.create(draft=self.draft, user=self.host, role=MemberRole.OWNER)
        ref = self.draft.reference
        self.rows = {
            "objective": objective.pk,
            "plan": plan.pk,
            "choice": choice.pk,
            "indicator": indicator.pk,
            "member": member.pk,
            "withdraw": invitation.pk,
            "delegation": delegation.pk,
            "export_page": export.pk,
            "export_file": export.pk,
            "version": version.number,
            "freeze_project": version.number,
            "issuer_openid": self.draft.bodies.get().collectivity_id,
            "evidence": choice.pk,
            "followed_review": self.review.pk,
        }
        self.arguments = {
            **{name: [] for name in ("search", "typed_body", "drafts", "start", "code", "type_code")},
            "delete_account": [],
            "openid_return": [],
            "notices": [],
            "own_name": [],
            "unsubscribe": [token_of(NoticeReader.objects.create(email="lectrice@exemple.invalid"))],
            "obligation": ["commune", "84007"],
            "export": [ref, "json"],
            "version_file": [ref, version.number, "complete", "json"],
            "verified_code": [version.code],
            **{name: [] for name in ("verification", "signing_keys", "taking", "compare_files")},
            "signing_key": [current_key(LATER).fingerprint],
            "invitation": [invited],
            "own_reviews": [],
            "evidence_file": [ref, choice.pk, joined.pk],
            "answer_remark": [ref, self.review.pk, self.remark.pk],
            "review_report": [ref, self.review.pk, "json"],
            **self.room("link", self.token),
            **self.room("account", self.review.pk),
            "delegated": [lent],
            **{name: [ref, pk] for name, pk in self.rows.items()},
            **{
                f"remove_{name}": [ref, self.rows[name]]
                for name in ("objective", "plan", "choice", "indicator")
            },
            **{f"{name}_rewording": [ref, self.rows[name]] for name in ("choice", "indicator")},
        }

    def reviewed(self, version: Version) -> None:
        """A review of the version, by a link and by an account, with a remark."""
        self.auditor = AccountFactory()
        self.review, self.token = ask_review(
            version=version,
            label="Chambre imaginaire",
            until=timezone.localdate(),
            message="",
            email="",
            follows=None,
            by=None,
            at=timezone.now(),
        )
        self.review.accounts.add(self.auditor)
        self.remark = remark(
            review=self.review,
            target=Target("Objectifs", anchor="objectifs"),
            severity=Severity.MINOR,
            text="Précisez.",
            nonce="1",
            reviewer=Reviewer(),
            at=timezone.now(),
        )

    def room(self, way: str, key: str | int) -> dict[str, list]:
        """The arguments of the screens of a review room."""
        screens = {
            **{name: [] for name in ("room", "document", "checklist", "remarks", "new_remark", "sign_off")},
            "leaf": ["objectifs"],
            "remark": [self.remark.pk],
            "evidence": [self.review.version.evidence.get().pk],
            "file": ["json"],
            "checks": [],
            "report": ["json"],
        }
        return {f"{way}_{name}": [key, *rest] for name, rest in screens.items()}

    def address(self, name: str) -> str:
        asked = "?ancre=objectifs" if name.endswith("new_remark") else ""
        return reverse(f"strategy:{name}", args=self.arguments.get(name, [self.draft.reference])) + asked

    def query(self, name: str) -> dict[str, str]:
        """What some addresses need to be asked for."""
        return {"part": "action", "row": str(self.rows["choice"])} if name == "delegate" else {}

    def forms(self) -> dict[str, dict]:
        typed = {"name": "Syndicat imaginaire", "kind": "syndicat"}
        objective = {"seen": "0", "statement": "Réduire plus", "perimeter": Perimeter.TERRITORY.value}
        plan = {"seen": "0", "kind": PlanKind.WASTE.value}
        today = timezone.localdate().isoformat()
        return {
            "start": {"collectivity": Collectivity.objects.get(kind="commune", code="84007").pk},
            "typed_body": typed,
            "code": {"email": "quelqu.un@exemple.invalid"},
            "bodies": {"type": "1", **typed},
            "governance": governance_form(0, pilot_name="Dominique"),
            "baseline": {"seen": "0", "uses": "Guichets."},
            "plans": plan,
            "plan": plan,
            "objectives": objective,
            "objective": objective,
            "actions": {"picked": "donner-materiel"},
            "own_action": years_form(0, theme="axe-0-pilotage", title="La nôtre"),
            "choice": years_form(0, title="Adaptée"),
            "indicators": {"picked": "taux-reemploi-reforme"},
            "own_indicator": years_form(0, title="Le nôtre"),
            "indicator": years_form(0, title="Adapté"),
            "delegated": {"seen": "0", "title": "Proposée"},
            "members": {"email": "autre@exemple.invalid", "role": "lecture"},
            "member": {"role": "lecture"},
            "delegate": self.query("delegate") | {"colleague": "Dominique Fictif", "due": today},
            "delegation": {"revoke": "1"},
            "versions": {
                "status": "projet",
                "seen": Draft.objects.get(pk=self.draft.pk).changed_at.isoformat(),
            },
            "version": {"kind": "debat", "on": today},
            "delete_draft": {"typed": self.draft.reference},
            "ask_review": {"version": "1", "label": "Préfecture imaginaire", "until": today},
            "answer_remark": {"seen": "0", "nonce": "2", "kind": "explique", "text": "Voir plus bas."},
            **self.said("link"),
            **self.said("account"),
        }

    def said(self, way: str) -> dict[str, dict]:
        """What those who review send."""
        return {
            f"{way}_room": {"name": "Camille Fictive"},
            f"{way}_checklist": {
                **{f"seen_{index}": "0" for index in range(11)},
                "judgement_0": "conforme",
            },
            f"{way}_new_remark": {"nonce": "3", "severity": "mineure", "text": "Datez."},
            f"{way}_remark": {"nonce": "4", "seen": "0", "kind": "insiste"},
            f"{way}_sign_off": {
                "seen": said_so_far(self.review),
                "opinion": "favorable",
                "name": "Camille Fictive",
            },
        }


@pytest.fixture
def visiting(client: Client, content) -> Callable[[str], tuple[Client, Scene]]:
    """A browser in the hands of that kind of visitor, and the draft it may or may not open."""

    def of(visitor: str) -> tuple[Client, Scene]:
        scene = Scene(kept=visitor != "session")
        match visitor:
            case "session":
                session = client.session
                session["drafts"] = [scene.draft.reference]
                session.save()
            case "owner" | "writer" | "reader" | "consultant":
                client.force_login(scene.accounts[MemberRole[visitor.upper()]])
            case "expired":
                over = timezone.localdate() - timedelta(days=1)
                Member.objects.filter(user=scene.accounts[MemberRole.CONSULTANT]).update(until=over)
                client.force_login(scene.accounts[MemberRole.CONSULTANT])
            case "other":
                other = AccountFactory()
                DraftFactory(by=other.pk)
                client.force_login(other)
            case "editor":
                editor = AccountFactory()
                editor.groups.add(Group.objects.get_or_create(name=VALIDATORS)[0])
                client.force_login(editor)
            case "superuser":
                client.force_login(AccountFactory(is_staff=True, is_superuser=True))
            case "auditor":
                client.force_login(scene.auditor)
            case "bearer":
                assert client.get(scene.address("delegated")).status_code == 200
        return client, scene

    return of


def outcome(response: HttpResponse) -> str:
    """The status, or « sign-in » for a redirection to that page."""
    to_sign_in = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
    return "sign-in" if to_sign_in else str(response.status_code)


@pytest.mark.parametrize("visitor", [*SAMPLE, *OTHERS])
def test_every_address_answers_each_visitor_as_the_tables_say(visitor, visiting):
    client, scene = visiting(visitor)
    sent, told, answers = scene.forms(), expected(visitor), {}
    for name, method in told:
        with transaction.atomic():  # each request finds the draft as it was made
            if method == "GET":
                response = client.get(scene.address(name), scene.query(name))
            else:
                response = client.post(scene.address(name), sent.get(name, {}))
            transaction.set_rollback(True)
        answers[name, method] = outcome(response)
    assert {cell: (answers[cell], told[cell]) for cell in told if answers[cell] != told[cell]} == {}


def test_signing_in_leads_back_to_the_page_asked_for(client, draft):
    wanted = reverse("strategy:actions", args=[draft.reference]) + "?q=parc&page=2"
    address, query = client.get(wanted)["Location"].split("?", 1)
    assert (address, QueryDict(query).dict()) == (reverse("account_login"), {"next": wanted})


@pytest.mark.parametrize("signed_in", [False, True])
def test_a_draft_of_others_looks_like_one_that_does_not_exist(client, draft, signed_in):
    if signed_in:
        client.force_login(AccountFactory())
    existing, unknown = (
        client.get(reverse("strategy:governance", args=[reference]))
        for reference in (draft.reference, "SNR-INCONNUE")
    )
    assert existing.status_code == unknown.status_code
    assert existing.content.decode().replace(draft.reference, "SNR-INCONNUE") == unknown.content.decode()


def test_permissions_agree_on_what_is_open(writer, draft):
    today = timezone.localdate()
    unkept, nobody = DraftFactory(), AccountFactory()
    reader, consultant, former = (
        Member.objects.create(draft=draft, user=AccountFactory(), role=role, until=until).user
        for role, until in (
            (MemberRole.READER, None),
            (MemberRole.CONSULTANT, today),
            (MemberRole.CONSULTANT, today - timedelta(days=1)),
        )
    )
    nothing, session = frozenset(), frozenset({draft.reference, unkept.reference, "SNR-INCONNUE"})
    for user, opened, role, free in (
        (None, nothing, None, None),
        (None, session, None, MemberRole.OWNER),
        (nobody.pk, session, None, MemberRole.OWNER),
        (writer.pk, nothing, MemberRole.OWNER, None),
        (reader.pk, nothing, MemberRole.READER, None),
        (reader.pk, session, MemberRole.READER, MemberRole.OWNER),
        (consultant.pk, nothing, MemberRole.CONSULTANT, None),
        (former.pk, nothing, None, None),
    ):
        visitor = Visitor(user, opened, today)
        assert (role_of(visitor, draft), role_of(visitor, unkept)) == (role, free)
        shown = {one for one, its in ((draft, role), (unkept, free)) if its}
        assert set(drafts_open_to(visitor)) == shown
        written = {
            one for one, its in ((draft, role), (unkept, free)) if its not in (None, MemberRole.READER)
        }
        assert set(drafts_written_by(visitor)) == written
