"""Who stands behind a strategy: by a code, a SIRET or an editor; never because somebody says so."""

from datetime import timedelta

import pytest

from strategy.enums import Act, BodyRole, VersionAct, VersionStatus
from strategy.errors import NotAllowedError
from strategy.models import Attestation, Draft, IssuerCode, OfficialAddress
from strategy.models.written_once import WrittenOnceError
from strategy.queries.issuers import issuer_of, issuers_of, masked
from strategy.services.codes import TRIES
from strategy.services.drafting import add_body, add_objective
from strategy.services.ending import delete_draft
from strategy.services.issuing import (
    LIFE,
    ask_code,
    attest_by_editor,
    attest_by_siret,
    type_code,
    withdraw_attestation,
)
from tests.strategy.factories import LATER, AccountFactory, CollectivityFactory
from tests.strategy.issuing import SIRET, TOWN_HALL, address_of, claimed, frozen, town

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    """The arguments of who claims a town whose address is known, and its first version."""
    collectivity = town(name="Grande-Ville imaginaire")
    address_of(collectivity)
    draft, by = claimed(collectivity)
    return {"draft": draft, "collectivity": collectivity, "by": by, "at": LATER}, frozen(draft)


def labels(version) -> tuple[bool, str]:
    issuer = issuer_of(version)
    return issuer.verified, issuer.label


def test_a_version_is_of_an_unverified_issuer_until_somebody_verifies_it(claim):
    _, version = claim
    assert labels(version) == (False, "émetteur non vérifié")
    assert issuer_of(version).words == ""
    assert [body.words for body in issuer_of(version).bodies] == [
        "Grande-Ville imaginaire\u00a0: non vérifiée."
    ]


def test_the_code_that_the_town_received_verifies_it(claim):
    who, version = claim
    address, code = ask_code(**who)
    assert address.email == TOWN_HALL
    assert code not in IssuerCode.objects.get().digest
    type_code(typed=f" {code.lower()} ", **who)
    assert labels(version) == (True, "émetteur vérifié")
    (body,) = issuer_of(version).bodies
    assert body.words == (
        "Grande-Ville imaginaire\u00a0: vérifiée le 2\u00a0octobre 2026, grâce à un code envoyé à "
        "m***@ville-exemple.invalid, adresse relevée dans une source publique, par la collectivité elle-même."
    )
    assert TOWN_HALL not in body.words
    assert issuer_of(version).words == body.words
    assert IssuerCode.objects.count() == 0


def test_a_code_is_guessed_five_times_at_most(claim):
    who, version = claim
    _, code = ask_code(**who)
    for _ in range(TRIES):
        with pytest.raises(NotAllowedError, match="pas le code"):
            type_code(typed="AAAA-AAAA", **who)
    with pytest.raises(NotAllowedError, match="ne sert plus"):
        type_code(typed=code, **who)
    assert not issuer_of(version).verified


@pytest.mark.parametrize("change", ["late", "moved", "forgotten", "replaced"])
def test_a_code_serves_in_time_for_the_address_it_went_to(claim, change):
    who, version = claim
    _, code = ask_code(**who)
    addresses = OfficialAddress.objects.filter(collectivity=who["collectivity"])
    match change:
        case "late":
            who["at"] = LATER + LIFE + timedelta(seconds=1)
        case "moved":
            addresses.update(email="accueil@ville-exemple.invalid")
        case "forgotten":
            addresses.delete()
        case "replaced":
            _, second = ask_code(**who)
            assert second != code
    with pytest.raises(NotAllowedError):
        type_code(typed=code, **who)
    assert not issuer_of(version).verified


def test_a_code_serves_for_its_draft_only(claim):
    who, _ = claim
    _, code = ask_code(**who)
    other, by = claimed(who["collectivity"])
    ask_code(**who | {"draft": other, "by": by})
    with pytest.raises(NotAllowedError, match="pas le code"):
        type_code(typed=code, **who | {"draft": other, "by": by})


def test_no_code_goes_anywhere_without_an_address_of_an_editor(claim):
    who, _ = claim
    OfficialAddress.objects.all().delete()
    with pytest.raises(NotAllowedError, match="pas encore relevé"):
        ask_code(**who)


def test_the_siret_of_an_establishment_of_the_town_verifies_it(claim):
    who, version = claim
    for siret in ("", "21990001700", "99990001700019", "２１９９０００１７０００１９"):
        with pytest.raises(NotAllowedError):
            attest_by_siret(siret=siret, provider="ProConnect", **who)
    assert not issuer_of(version).verified
    attest_by_siret(siret=SIRET, provider="ProConnect", **who)
    assert f"(ProConnect, SIRET {SIRET})" in issuer_of(version).bodies[0].words


def test_a_body_without_siren_is_verified_by_no_siret():
    typed = CollectivityFactory(name="Ville imaginaire")
    draft, by = claimed(typed)
    with pytest.raises(NotAllowedError):
        attest_by_siret(draft=draft, collectivity=typed, siret=SIRET, provider="ProConnect", by=by, at=LATER)
    assert "hors de la liste officielle" in issuer_of(frozen(draft)).bodies[0].words


def test_an_editor_verifies_with_a_reason_and_takes_it_back_with_another(claim):
    who, version = claim
    editor = AccountFactory()
    act = who | {"by": editor.pk}
    with pytest.raises(NotAllowedError):
        attest_by_editor(reason=" ", **act)
    attestation = attest_by_editor(reason="Courrier signé du maire, reçu le 1er\u00a0octobre.", **act)
    assert labels(version) == (True, "émetteur vérifié")
    assert "sur pièces (Courrier signé du maire" in issuer_of(version).bodies[0].words
    with pytest.raises(NotAllowedError, match="déjà vérifiée"):
        attest_by_editor(reason="Encore", **act)
    with pytest.raises(NotAllowedError):
        withdraw_attestation(attestation=attestation, reason="", by=editor.pk, at=LATER)
    withdraw_attestation(attestation=attestation, reason="Le courrier était un faux.", by=editor.pk, at=LATER)
    assert labels(version) == (False, "émetteur non vérifié")
    with pytest.raises(NotAllowedError, match="déjà retirée"):
        withdraw_attestation(attestation=attestation, reason="Encore", by=editor.pk, at=LATER)
    attest_by_editor(reason="Appel du maire", **act)
    assert issuer_of(version).verified


def test_all_is_told_in_the_logs_and_stays(claim):
    who, version = claim
    attestation = attest_by_editor(reason="Pièce", **who)
    withdraw_attestation(attestation=attestation, reason="Erreur", by=who["by"], at=LATER)
    acts = [VersionAct.ISSUED, VersionAct.VERIFIED, VersionAct.UNVERIFIED]
    assert sorted(version.events.values_list("act", flat=True)) == sorted(acts)
    told = " ".join(
        str(event) for event in who["draft"].events.filter(act__in=[Act.VERIFIED, Act.UNVERIFIED])
    )
    assert (
        "(rédaction du site) a retiré la vérification de Grande-Ville imaginaire. Raison\u00a0: Erreur"
        in told
    )
    with pytest.raises(WrittenOnceError):
        Attestation.objects.update(trace="autre")


def test_who_was_verified_survives_the_draft_and_the_account(claim):
    who, version = claim
    attest_by_siret(siret=SIRET, provider="ProConnect", **who)
    before = issuer_of(version)
    delete_draft(draft=who["draft"])
    Attestation.objects.get().by.delete()
    assert Draft.objects.count() == 0
    assert issuer_of(version) == before
    assert before.verified


def test_every_collectivite_that_bears_the_strategy_must_be_verified(claim):
    who, _ = claim
    second = town(code="99002", siren="219900025", name="Seconde-Ville imaginaire")
    add_body(draft=who["draft"], collectivity=second, role=BodyRole.BEARER, by=None, at=LATER)
    add_objective(draft=who["draft"], values={"statement": "Réduire"}, by=None, at=LATER)
    version = frozen(who["draft"])
    attest_by_editor(reason="Pièce", **who)
    assert [body.verified for body in issuer_of(version).bodies] == [True, False]
    assert not issuer_of(version).verified
    attest_by_editor(reason="Pièce", **who | {"collectivity": second})
    assert issuer_of(version).verified


def test_collectivites_are_told_in_the_order_of_the_cover(claim):
    who, _ = claim
    others = [
        town(code=f"990{rank:02}", siren=f"2199{rank:05}", name=f"Ville {rank}") for rank in range(2, 12)
    ]
    for other in reversed(others):
        add_body(draft=who["draft"], collectivity=other, role=BodyRole.BEARER, by=None, at=LATER)
    add_objective(draft=who["draft"], values={"statement": "Réduire"}, by=None, at=LATER)
    version = frozen(who["draft"])
    told = [body.name for body in issuer_of(version).bodies]
    assert told == ["Grande-Ville imaginaire", *(f"Ville {rank}" for rank in range(11, 1, -1))]
    assert version.bodies == ", ".join(told)


def test_a_collectivite_that_does_not_bear_the_strategy_is_not_verified_by_it(claim):
    who, _ = claim
    other = town(code="99002", siren="219900025")
    with pytest.raises(NotAllowedError, match="ne porte pas"):
        attest_by_editor(reason="Pièce", **who | {"collectivity": other})


def test_another_strategy_of_the_same_town_is_not_verified_with_it(claim):
    who, version = claim
    other, _ = claimed(who["collectivity"])
    attest_by_editor(reason="Pièce", **who)
    found = issuers_of([version, frozen(other)])
    assert [issuer.verified for issuer in found.values()] == [True, False]


def test_a_demonstration_is_never_verified():
    fictitious = CollectivityFactory(demonstration=True)
    draft, by = claimed(fictitious)
    version = frozen(draft, status=VersionStatus.NUMBERED)
    assert labels(version) == (False, "démonstration")
    with pytest.raises(NotAllowedError, match="démonstration"):
        attest_by_editor(draft=draft, collectivity=fictitious, reason="Pièce", by=by, at=LATER)


def test_issuers_are_read_in_two_queries(claim, django_assert_num_queries):
    who, version = claim
    other, _ = claimed(who["collectivity"])
    versions = [version, frozen(other)]
    with django_assert_num_queries(2):
        issuers_of(versions)


@pytest.mark.parametrize(
    ("email", "shown"),
    [("mairie@ville-exemple.fr", "m***@ville-exemple.fr"), ("a@b.fr", "a***@b.fr")],
)
def test_an_address_is_shown_masked(email, shown):
    assert masked(email) == shown
