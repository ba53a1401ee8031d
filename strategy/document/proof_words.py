"""What a site says of a file, in French: on the page, in a terminal, in the bundle."""

from strategy.document.proof import Integrity, Issued, Outcome, Sealed, Standing
from strategy.enums import VersionStatus

TITLES = {
    Integrity.INTACT: "Fichier intègre",
    Integrity.ALTERED: "Fichier modifié",
    Integrity.UNKNOWN: "Fichier inconnu",
    Integrity.DRAFT: "Export d’un brouillon",
}
DATA_INTACT = (
    "Les données qu’il porte (JSON) sont encore celles de la version\u202f; "
    "ce que montrent ses pages n’est pas garanti."
)
DATA_CHANGED = "Les données qu’il porte (JSON) ne sont plus celles de la version."
DRAFT = (
    "Ce fichier est marqué PROJET, sans numéro de version. Un brouillon change et ne se vérifie pas\u00a0: demandez "
    "une version numérotée."
)
UNKNOWN = "Ce site n’a pas produit ce fichier."
UNKNOWN_ISSUER = "Rien ne peut être dit de l’émetteur d’un fichier que ce site n’a pas produit tel quel."


def integrity_words(outcome: Outcome) -> str:
    """Whether the file is what this site made, and nothing of who asked for it."""
    version = outcome.version
    if outcome.report and version is not None:
        return report_words(outcome, outcome.report, version)
    match outcome.integrity:
        case Integrity.INTACT if version is not None:
            edition = "édition publique" if outcome.public else "édition complète"
            words = (
                f"Ce site a produit ce fichier, à l’octet près\u00a0: {version_words(version)}, {edition}."
            )
            return f"{words} {outcome.host}".strip()
        case Integrity.ALTERED if version is not None:
            words = (
                f"Ce fichier porte le code de la {version_words(version)}, mais ce n’est aucun des fichiers que ce "
                "site a produits pour elle. Ne vous y fiez pas\u00a0: demandez l’original."
            )
            return " ".join(filter(None, (words, DATA_INTACT if outcome.data_intact else "", outcome.reason)))
        case Integrity.DRAFT:
            return DRAFT
    return f"{UNKNOWN} {outcome.reason}".strip()


def report_words(outcome: Outcome, report: Sealed, version: Issued) -> str:
    """The same of the report that a review ended with: who signed is declared, and said so."""
    about = f"rapport de conformité sur la {version_words(version)}"
    if outcome.integrity is Integrity.INTACT:
        words = f"Ce site a produit ce fichier, à l’octet près\u00a0: {about}. {report.words}"
        return f"{words} {outcome.host}".strip()
    return (
        f"Ce fichier porte le code du {about}, mais ce n’est aucun des fichiers que ce site a produits pour lui. Ne "
        f"vous y fiez pas\u00a0: demandez l’original. {report.words}"
    )


def version_words(version: Issued) -> str:
    """« version 2 de DEMO-AGGLO, du 3 mars 2026 »."""
    return f"version\u00a0{version.number} de {version.reference}, du {version.issued_on}"


def standing_words(version: Issued) -> str:
    """Whether the version counts, or which does instead."""
    if version.replaced_by is not None:
        return f"Remplacée par la version\u00a0{version.replaced_by}."
    return "Aucune version plus récente ne la remplace."


def status_words(version: Issued) -> str:
    """What became of the version, told as declared; by whom, where nobody verified the collectivité."""
    if not version.declared:
        if version.status is VersionStatus.NUMBERED:
            return "Projet numéroté\u00a0: il circule pour avis, il n’est ni figé, ni présenté, ni adopté."
        return "Figée\u00a0: aucune présentation ni adoption n’a été déclarée."
    adopted = version.status is VersionStatus.ADOPTED
    if version.standing is Standing.VERIFIED:
        done = "Adoptée" if adopted else "Présentée"
        return f"{done}, selon la collectivité\u00a0: {version.declared}."
    done = "Adoption déclarée" if adopted else "Présentation déclarée"
    return f"{done} par un compte non vérifié\u00a0: {version.declared}."


def issuer_words(version: Issued) -> str:
    """Who the version comes from, as far as somebody verified it."""
    return " ".join(version.known)


def read_me(version: Issued, *, address: str, keys: str, fingerprint: str, document: str) -> str:
    """What the bundle says of itself: three commands, and what they prove."""
    return (
        f"""Preuve de la {version_words(version)}
{version.bodies}

Sans ce site ni compte, avec sha256sum et openssl (3.0 ou plus récent), dans ce dossier :

1. Les fichiers sont-ils ceux qui ont été signés ?

    sha256sum --check SHA256SUMS

2. Qui les a signés ?

    openssl pkeyutl -verify -pubin -inkey cle-publique.pem -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig

3. Cette clé est-elle bien celle du site ? Cette commande écrit son empreinte :

    openssl pkey -pubin -in cle-publique.pem -outform DER | sha256sum

   Elle doit donner {fingerprint}
   et se retrouver parmi celles que le site publie : {keys}
   Comparez-la à une source que vous connaissez : qui modifie ce dossier peut y mettre une autre clé.

Ces commandes prouvent que le site a produit ces fichiers et que rien n’y a changé. Elles ne disent ni que la
collectivité nommée est bien à leur origine, ni que la stratégie est adoptée, ni si une version plus récente existe.
Cela se lit à {address}

{document} est le document lui-même, en données ; le PDF le met en pages et le porte en pièce jointe.
journal.txt dit qui a fait quoi, jusqu’au jour où ce dossier a été préparé.
""".replace(" :", "\u00a0:")
        .replace(" ;", "\u202f;")
        .replace(" ?", "\u202f?")
    )
