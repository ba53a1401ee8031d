"""Verifying that a collectivité stands behind a strategy: by a code, by its SIRET, by an editor; and taking it back."""

from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.db import transaction
from django.utils.crypto import constant_time_compare

from strategy.enums import Act, BodyRole, VerificationWay, VersionAct
from strategy.errors import NotAllowedError
from strategy.models import (
    Attestation,
    Collectivity,
    Draft,
    DraftBody,
    IssuerCode,
    OfficialAddress,
    Version,
    Withdrawal,
)
from strategy.queries.issuers import attestations, masked
from strategy.services.codes import TRIES, sealed
from strategy.services.events import name_of, record, tell
from strategy.services.saving import hold

LIFE = timedelta(days=3)
"""How long a code serves: mail to a town hall is read by somebody who hands it over."""
EDITORS = "rédaction du site"
DEMONSTRATION = "Une stratégie de démonstration n’a pas d’émetteur à vérifier."
OVER = "Ce code ne sert plus\u00a0: il est trop ancien, ou il y a eu trop d’essais. Demandez-en un autre."
WRONG = "Ce n’est pas le code envoyé. Vérifiez-le dans le dernier message reçu par la collectivité."


@transaction.atomic
def ask_code(
    *, draft: Draft, collectivity: Collectivity, by: int, at: datetime
) -> tuple[OfficialAddress, str]:
    """A code to send to the address that an editor entered; it replaces the one sent before.

    Raises NotAllowedError without such an address, and where there is nothing to verify.
    """
    hold(draft)
    refuse_needless(draft, collectivity)
    address = OfficialAddress.objects.filter(collectivity=collectivity).first()
    if address is None:
        raise NotAllowedError(f"La rédaction du site n’a pas encore relevé l’adresse de {collectivity}.")
    code = str(get_adapter().generate_login_code())
    IssuerCode.objects.update_or_create(
        draft=draft,
        collectivity=collectivity,
        defaults={
            "email": address.email,
            "digest": sealed(code, whom(draft, collectivity, address.email)),
            "mistakes": 0,
            "sent_at": at,
            "by_id": by,
        },
    )
    return address, code


def whom(draft: Draft, collectivity: Collectivity, email: str) -> str:
    """What a code is good for, and nothing else."""
    return f"{draft.pk} {collectivity.pk} {email}"


def type_code(*, draft: Draft, collectivity: Collectivity, typed: str, by: int, at: datetime) -> Attestation:
    """Verifies the collectivité if that is the code it received; a mistake is counted whatever happens next.

    Raises NotAllowedError for another code, and for one that is over, or was sent to an address since changed.
    """
    with transaction.atomic():
        hold(draft)
        sent = IssuerCode.objects.filter(draft=draft, collectivity=collectivity).first()
        address = OfficialAddress.objects.filter(collectivity=collectivity).first()
        refused = refusal(sent, address, typed, at)
        if sent is not None and refused == WRONG:
            sent.mistakes += 1
            sent.save(update_fields=["mistakes"])
        if not refused and address is not None and sent is not None:
            sent.delete()
            return attest(
                draft=draft,
                collectivity=collectivity,
                way=VerificationWay.CODE,
                trace=masked(address.email),
                source=address.source_url,
                by=by,
                at=at,
            )
    raise NotAllowedError(refused)


def refusal(sent: IssuerCode | None, address: OfficialAddress | None, typed: str, at: datetime) -> str:
    """Why the code typed is not taken; empty if it is."""
    if sent is None or address is None or address.email != sent.email or is_over(sent, at):
        return OVER
    right = sealed(typed, whom(sent.draft, sent.collectivity, sent.email))
    return "" if constant_time_compare(sent.digest, right) else WRONG


def is_over(sent: IssuerCode, at: datetime) -> bool:
    """Too old, or mistyped too often."""
    return sent.mistakes >= TRIES or at - sent.sent_at > LIFE


def attest_by_siret(
    *, draft: Draft, collectivity: Collectivity, siret: str, provider: str, by: int, at: datetime
) -> Attestation:
    """Verifies the collectivité for an agent whose professional identity names an establishment of it.

    The first nine digits of a SIRET are the SIREN of its body. Raises NotAllowedError for another one.
    """
    if len(siret) != 14 or not (siret.isascii() and siret.isdigit()):
        raise NotAllowedError(f"{provider} n’a donné aucun SIRET pour vous\u00a0: rien n’est vérifié.")
    if not collectivity.siren or siret[:9] != collectivity.siren:
        raise NotAllowedError(
            f"{provider} vous rattache au SIRET {siret}, qui n’est pas celui de {collectivity}. Rien n’est vérifié."
        )
    trace = f"{provider}, SIRET {siret}"
    return attest(
        draft=draft, collectivity=collectivity, way=VerificationWay.OPENID, trace=trace, by=by, at=at
    )


def attest_by_editor(
    *, draft: Draft, collectivity: Collectivity, reason: str, by: int, at: datetime
) -> Attestation:
    """An editor's act: the reason is read by everybody. Raises NotAllowedError without one."""
    if not reason.strip():
        raise NotAllowedError("Dites sur quelle pièce vous vous appuyez\u00a0: tout le monde le lira.")
    return attest(
        draft=draft,
        collectivity=collectivity,
        way=VerificationWay.EDITOR,
        trace=reason.strip().rstrip("."),
        by=by,
        at=at,
        by_words=name_of(by, acting=EDITORS),
    )


@transaction.atomic
def attest(
    *,
    draft: Draft,
    collectivity: Collectivity,
    way: VerificationWay,
    trace: str,
    by: int,
    at: datetime,
    source: str = "",
    by_words: str = "",
) -> Attestation:
    """Writes that the collectivité stands behind the strategy, in the logs of the draft and of its versions.

    Raises NotAllowedError for a demonstration, a collectivité that does not bear it, and what is verified already.
    """
    hold(draft)
    refuse_needless(draft, collectivity)
    words = f"a fait vérifier {collectivity} ({way.label}\u00a0: {trace})."
    attestation = Attestation.objects.create(
        reference=draft.reference,
        draft=draft,
        collectivity=collectivity,
        way=way,
        trace=trace,
        source=source,
        words=words,
        by_id=by,
        by_words=by_words or name_of(by),
        at=at,
    )
    tell_everywhere(attestation, Act.VERIFIED, VersionAct.VERIFIED, words, by, at, attestation.by_words)
    return attestation


@transaction.atomic
def withdraw_attestation(*, attestation: Attestation, reason: str, by: int, at: datetime) -> Withdrawal:
    """An editor takes it back: from now on the issuer is not verified. Raises NotAllowedError without a reason."""
    if not reason.strip():
        raise NotAllowedError("Dites pourquoi\u00a0: les membres de la stratégie le liront.")
    Attestation.objects.select_for_update().get(pk=attestation.pk)
    if Withdrawal.objects.filter(attestation=attestation).exists():
        raise NotAllowedError("Cette vérification est déjà retirée.")
    by_words = name_of(by, acting=EDITORS)
    withdrawal = Withdrawal.objects.create(
        attestation=attestation, reason=reason.strip(), by_id=by, by_words=by_words, at=at
    )
    words = f"a retiré la vérification de {attestation.collectivity}. Raison\u00a0: {reason.strip()}"
    tell_everywhere(attestation, Act.UNVERIFIED, VersionAct.UNVERIFIED, words, by, at, by_words)
    return withdrawal


def tell_everywhere(
    attestation: Attestation,
    act: Act,
    version_act: VersionAct,
    words: str,
    by: int,
    at: datetime,
    by_words: str,
) -> None:
    """In the log of the draft, while there is one, and of the versions that the collectivité bears."""
    if attestation.draft is not None:
        record(draft=attestation.draft, act=act, words=words, by=by, at=at, by_words=by_words)
    borne = Version.objects.filter(
        reference=attestation.reference, collectivities=attestation.collectivity_id
    )
    for version in borne:
        tell(version=version, act=version_act, words=words, by=by, at=at, by_words=by_words)


def refuse_needless(draft: Draft, collectivity: Collectivity) -> None:
    """Raises NotAllowedError for a demonstration, another collectivité, and what is verified already."""
    if draft.demonstration or collectivity.demonstration:
        raise NotAllowedError(DEMONSTRATION)
    bears = DraftBody.objects.filter(draft=draft, collectivity=collectivity, role=BodyRole.BEARER)
    if not bears.exists():
        raise NotAllowedError(f"{collectivity} ne porte pas cette stratégie.")
    if (draft.reference, collectivity.pk) in attestations([draft.reference]):
        raise NotAllowedError(f"{collectivity} est déjà vérifiée pour cette stratégie.")
