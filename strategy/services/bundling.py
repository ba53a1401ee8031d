"""The bundle of a version: its files, its log, and what proves them with `sha256sum` and `openssl` alone."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reen.addresses import absolute
from strategy.document.proof_words import read_me
from strategy.models import Edition
from strategy.queries.journals import JOURNAL, journal_of
from strategy.queries.verification import issued
from strategy.services.freezing import FILES, address_of, file_name, file_of, sign

CHECKSUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
KEY, READ_ME = "cle-publique.pem", "LISEZ-MOI.txt"
ZIP = "zip"
CONTENT_TYPE = "application/zip"


def bundle_name(edition: Edition) -> str:
    """« strategie-numerique-responsable-demo-agglo-v1.zip »."""
    return file_name(edition, ZIP)


def bundle_of(edition: Edition) -> bytes:
    """A ZIP, the same bytes as long as the log says the same.

    Raises KeyMissingError when the files were never signed and cannot be.
    """
    version, journal = edition.version, journal_of(edition)
    files = dict(file_of(edition, identifier)[::2] for identifier in ("json", *FILES))
    signature = sign(edition, journal)
    words = read_me(
        issued(version),
        address=address_of(version.code),
        keys=absolute("strategy:signing_keys"),
        fingerprint=signature.key.fingerprint,
        document=file_name(edition, "json"),
    )
    return zipped(
        {
            READ_ME: words.encode(),
            **files,
            JOURNAL: journal.encode(),
            CHECKSUMS: signature.text.encode(),
            SIGNATURE: bytes.fromhex(signature.value),
            KEY: signature.key.pem.encode(),
        },
        date=(version.issued_at.year, version.issued_at.month, version.issued_at.day),
    )


def zipped(files: Mapping[str, bytes], *, date: tuple[int, int, int]) -> bytes:
    """An archive of those files, in that order, all of that day at midnight."""
    archive = BytesIO()
    with ZipFile(archive, "w") as writer:
        for name, content in files.items():
            entry = ZipInfo(name, (*date, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            writer.writestr(entry, content)
    return archive.getvalue()
