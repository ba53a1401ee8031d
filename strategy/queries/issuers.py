"""Whether the collectivités that bear a version are known to stand behind it: how, by whom, since when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from reen.typography import date_words
from strategy.enums import VerificationWay
from strategy.models import Attestation, Collectivity, Version

NOT_VERIFIED = "émetteur non vérifié"
VERIFIED = "émetteur vérifié"
DEMONSTRATION = "démonstration"


@dataclass(frozen=True, slots=True)
class BodyStanding:
    """What is known of one collectivité. `how` and `by` are words, empty with `on` when nothing was verified."""

    name: str
    official: bool
    verified: bool
    how: str = ""
    by: str = ""
    on: date | None = None
    source: str = ""

    @property
    def words(self) -> str:
        """One sentence."""
        if self.on is not None:
            return f"{self.name}\u00a0: vérifiée le {date_words(self.on)}, {self.how}, par {self.by}."
        listed = "" if self.official else ", nom saisi à la main, hors de la liste officielle"
        return f"{self.name}\u00a0: non vérifiée{listed}."


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who bears a version. `verified` only when every collectivité is; never for a demonstration."""

    demonstration: bool
    bodies: tuple[BodyStanding, ...]

    @property
    def verified(self) -> bool:
        return not self.demonstration and bool(self.bodies) and all(body.verified for body in self.bodies)

    @property
    def label(self) -> str:
        """« émetteur vérifié », « émetteur non vérifié » or « démonstration »."""
        if self.demonstration:
            return DEMONSTRATION
        return VERIFIED if self.verified else NOT_VERIFIED

    @property
    def words(self) -> str:
        """How, by whom and when, a sentence for each collectivité; empty for an issuer that is not verified."""
        return " ".join(body.words for body in self.bodies) if self.verified else ""

    @property
    def meaning(self) -> str:
        """What the label means, in a sentence."""
        if self.demonstration:
            return "Cette stratégie est fictive\u00a0: aucune collectivité ne l’a établie."
        if self.verified:
            return "Il a été vérifié que chaque collectivité porteuse est bien derrière cette stratégie."
        return "Rien ne prouve que ce document vient des collectivités qu’il nomme\u00a0: demandez-le-leur."


def issuer_of(version: Version) -> Issuer:
    """Who bears a version, as far as is known today."""
    return issuers_of([version])[version.pk]


def issuers_of(versions: Iterable[Version]) -> dict[int, Issuer]:
    """The same for several versions, by key, in two queries."""
    asked = list(versions)
    bearers = bodies_of([version.pk for version in asked])
    held = attestations([version.reference for version in asked])
    return {
        version.pk: Issuer(
            version.demonstration,
            tuple(
                standing(body, None if version.demonstration else held.get((version.reference, body.pk)))
                for body in bearers[version.pk]
            ),
        )
        for version in asked
    }


def bodies_of(versions: list[int]) -> dict[int, list[Collectivity]]:
    """The collectivités that bear each version, in the order they were named."""
    links = Version.collectivities.through._default_manager.filter(version__in=versions)
    found: dict[int, list[Collectivity]] = {pk: [] for pk in versions}
    for link in links.select_related("collectivity").order_by("pk"):
        found[link.version_id].append(link.collectivity)
    return found


def attestations(references: Iterable[str]) -> dict[tuple[str, int], Attestation]:
    """What is attested today for these strategies, by reference and collectivité: the last one counts."""
    rows = Attestation.objects.filter(reference__in=set(references), withdrawal=None)
    return {(row.reference, row.collectivity_id): row for row in rows.order_by("at", "pk")}


def standing(body: Collectivity, attestation: Attestation | None) -> BodyStanding:
    """What a reader is told of one collectivité."""
    if attestation is None:
        return BodyStanding(body.name, body.official, verified=False)
    how, by = told(attestation)
    on = timezone.localdate(attestation.at)
    return BodyStanding(body.name, body.official, True, how, by, on, attestation.source)


def told(attestation: Attestation) -> tuple[str, str]:
    """How and by whom; the name of a person stays in the log."""
    match VerificationWay(attestation.way):
        case VerificationWay.CODE:
            how = f"grâce à un code envoyé à {attestation.trace}, adresse relevée dans une source publique"
            return how, "la collectivité elle-même"
        case VerificationWay.OPENID:
            return (
                f"grâce à une identité professionnelle ({attestation.trace})",
                "un agent de la collectivité",
            )
        case VerificationWay.EDITOR:
            return f"sur pièces ({attestation.trace})", "la rédaction du site"


def masked(email: str) -> str:
    """« m***@ville-exemple.fr »: enough to recognise one's own address, too little to learn it."""
    name, _, domain = email.partition("@")
    return f"{name[:1]}***@{domain}"
