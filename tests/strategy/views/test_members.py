"""Members: invitations by mail that serve once, for one address; roles, departures, deletions."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from strategy.enums import Act, MemberRole
from strategy.models import Draft, Invitation, Member
from strategy.services.inviting import LIFE
from tests.strategy.codes import code_of_last_mail, sign_in_by_code
from tests.strategy.factories import AccountFactory, DraftFactory
from tests.strategy.screens import Screens

pytestmark = pytest.mark.django_db

OWNER, WRITER, READER, CONSULTANT = MemberRole
GUEST = "invitee@exemple.invalid"


@pytest.fixture
def owned(client: Client, draft: Draft, writer) -> Screens:
    """The screens of a draft in its owner's browser."""
    client.force_login(writer)
    return Screens(client, draft)


def invite(owned: Screens, **values: str) -> str:
    """The path of the link that was sent."""
    form = {"email": GUEST, "role": WRITER.value} | values
    assert owned.post("members", form).status_code == 302
    return re.search(r"https?://[^/]+(/\S+)", mail.outbox[-1].body)[1]


def roles(draft: Draft) -> dict[str, str]:
    return dict(draft.members.values_list("user__email", "role"))


def test_an_invitation_lets_in_a_person_without_account(owned, content):
    link, guest = invite(owned, email="Invitee@Exemple.invalid"), Client()
    page = guest.get(link)
    assert "Recevoir un code" in page.text
    assert (page["Referrer-Policy"], page["X-Robots-Tag"]) == ("same-origin", "noindex, nofollow")
    asked = guest.post(link)
    assert mail.outbox[-1].to == [GUEST]
    assert guest.post(asked["Location"], {"code": code_of_last_mail()})["Location"] == link
    assert "Rejoindre la stratégie" in guest.get(link).text
    assert guest.post(link)["Location"] == owned.address("draft")
    assert roles(owned.draft)[GUEST] == WRITER
    assert [event.act for event in owned.draft.events.all()] == [Act.JOINED, Act.INVITED]
    assert Client().get(link).status_code == guest.get(link).status_code == 404


def test_the_secret_of_the_link_is_not_kept(owned):
    token = invite(owned).split("/")[2]
    assert token not in str(list(Invitation.objects.values()))


def test_the_link_serves_only_the_address_it_was_sent_to(owned):
    link, other = invite(owned), Client()
    sign_in_by_code(other, "autre@exemple.invalid")
    assert "Cette invitation est pour invitee@exemple.invalid" in other.get(link).text
    other.post(link)
    assert GUEST not in roles(owned.draft)
    squatter = AccountFactory(email="squatteur@exemple.invalid")
    EmailAddress.objects.create(user=squatter, email=GUEST, verified=False)
    other.force_login(squatter)
    other.post(link)
    assert list(roles(owned.draft).values()) == [OWNER]


@pytest.mark.parametrize(("after", "status"), [(LIFE - timedelta(hours=1), 200), (LIFE, 404)])
def test_an_invitation_expires(owned, after, status):
    with freeze_time() as clock:
        link = invite(owned)
        clock.tick(after)
        assert Client().get(link).status_code == status


def test_a_withdrawn_or_replaced_invitation_opens_nothing(owned):
    first, second = invite(owned), invite(owned)
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    owned.post("withdraw", {}, Invitation.objects.get().pk)
    assert Client().get(second).status_code == 404


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"email": ""}, "Écrivez l’adresse de la personne à inviter."),
        ({"role": OWNER.value}, "Sélectionnez un choix valide"),
        ({"role": CONSULTANT.value}, "Donnez le dernier jour d’accès du prestataire."),
        ({"role": CONSULTANT.value, "until": "2020-01-01"}, "Ce jour est passé"),
    ],
)
def test_an_incomplete_invitation_says_what_to_mend(owned, values, error):
    response = owned.post("members", {"email": GUEST, "role": WRITER.value} | values)
    assert response.status_code == 422
    assert error in response.text
    assert mail.outbox == []


def test_a_member_is_not_invited_again(owned):
    account = AccountFactory()
    EmailAddress.objects.create(user=account, email=account.email, verified=True)
    Member.objects.create(draft=owned.draft, user=account, role=READER)
    response = owned.post("members", {"email": account.email, "role": WRITER.value})
    assert "fait déjà partie des membres" in response.text


def test_an_end_is_kept_for_consultants_only(owned):
    until = timezone.localdate() + timedelta(days=30)
    for email, role in ((GUEST, CONSULTANT), ("autre@exemple.invalid", READER)):
        invite(owned, email=email, role=role.value, until=until.isoformat())
    assert list(Invitation.objects.values_list("role", "until")) == [(CONSULTANT, until), (READER, None)]


def test_an_invitation_that_cannot_leave_is_not_made(owned, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    response = owned.post("members", {"email": GUEST, "role": WRITER.value})
    assert "l’invitation n’est pas faite" in response.text
    assert not Invitation.objects.exists()


def test_an_owner_changes_a_role_and_ends_an_access(owned):
    other = Member.objects.create(draft=owned.draft, user=AccountFactory(), role=READER)
    assert owned.post("member", {"role": WRITER.value}, other.pk).status_code == 302
    assert roles(owned.draft)[other.user.email] == WRITER
    assert owned.post("member", {"remove": "1"}, other.pk).status_code == 302
    assert list(roles(owned.draft).values()) == [OWNER]


def test_the_last_owner_is_told_to_name_another(owned, writer):
    me = owned.draft.members.get()
    refused = owned.post("member", {"role": READER.value}, me.pk)
    assert "toujours une personne responsable" in refused.text
    assert owned.post("member", {"remove": "1"}, me.pk)["Location"] == owned.address("member", me.pk)
    assert "Personne ne peut prendre la suite" in owned.get("leave").text
    heir = Member.objects.create(draft=owned.draft, user=AccountFactory(), role=WRITER)
    assert "Choisissez la personne" in owned.post("leave", {}).text
    assert owned.post("leave", {"successor": heir.pk}).status_code == 302
    assert roles(owned.draft) == {heir.user.email: OWNER}


def test_members_of_another_draft_are_out_of_reach(owned):
    theirs = DraftFactory(by=AccountFactory().pk).members.get()
    assert owned.get("member", theirs.pk).status_code == 404
    heir = Member.objects.create(draft=owned.draft, user=AccountFactory(), role=WRITER)
    assert owned.post("leave", {"successor": theirs.pk}).status_code == 422
    assert heir in owned.draft.members.all()


def test_the_log_is_shown_with_its_dates(owned):
    with freeze_time("2026-10-02 16:05:00"):
        invite(owned)
    page = owned.get("members").text
    assert "2\u00a0octobre 2026, 18&nbsp;h&nbsp;05" in page
    assert "a invité invitee@exemple.invalid (rédaction)." in page


def test_a_draft_goes_once_its_reference_is_typed(owned):
    refused = owned.post("delete_draft", {"typed": "SNR"})
    assert (refused.status_code, Draft.objects.count()) == (422, 1)
    assert owned.draft.reference in refused.text
    invite(owned)
    owned.post("delete_draft", {"typed": owned.draft.reference.lower()})
    assert Draft.objects.count() == 0


def test_an_account_goes_once_its_address_is_typed(owned, writer):
    address = reverse("strategy:delete_account")
    assert owned.draft.reference in owned.client.get(address).text
    assert owned.client.post(address, {"typed": "autre"}).status_code == 422
    owned.client.post(address, {"typed": writer.email})
    assert Draft.objects.count() == Member.objects.count() == 0
    assert "_auth_user_id" not in owned.client.session
