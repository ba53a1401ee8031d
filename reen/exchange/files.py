"""Reads an uploaded file by what it holds, whatever its name says."""

from reen.exchange import csv_files, xlsx_files
from reen.exchange.errors import FileError
from reen.exchange.tables import Table, table_of

MAX_BYTES = 5_000_000
_SAVE_AS = "Ouvrez-le dans un tableur et enregistrez-le au format .xlsx ou .csv."
_SIGNATURES = (
    (b"%PDF", f"Ce fichier est un PDF, pas un tableur. {_SAVE_AS}"),
    (b"\x89PNG", "Ce fichier est une image, pas un tableur."),
    (b"\xff\xd8\xff", "Ce fichier est une image, pas un tableur."),
    (b"GIF8", "Ce fichier est une image, pas un tableur."),
    (
        b"\xd0\xcf\x11\xe0",
        f"Ce classeur est à l’ancien format .xls, ou protégé par un mot de passe. {_SAVE_AS}",
    ),
)


def read(data: bytes) -> Table:
    """The table of a file. Raises FileError, in seconds and without much memory, for anything else."""
    if len(data) > MAX_BYTES:
        raise FileError("Ce fichier dépasse 5\u00a0Mo. Découpez-le et importez chaque partie.")
    for signature, message in _SIGNATURES:
        if data.startswith(signature):
            raise FileError(message)
    if data.lstrip()[:1] in (b"<", b"{"):
        raise FileError(f"Ce fichier est une page web ou des données brutes, pas un tableur. {_SAVE_AS}")
    if data.startswith(b"PK"):
        return table_of(xlsx_files.read(data))
    if b"\x00" in data and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise FileError(f"Ce fichier n’est pas un tableur, ou son encodage n’est pas reconnu. {_SAVE_AS}")
    return table_of(csv_files.read(data))
