"""What an unknown file carries: its data, the code it is verified by, and why it cannot be read; in bounded memory.

A PDF is searched for its attachment rather than interpreted: no object, reference or page of it is followed, so that a
hostile file costs no more than an honest one of its size.
"""

import re
import zlib
from dataclasses import dataclass

from strategy.document.codes import is_code
from strategy.document.model import Document, Status
from strategy.document.places import refusal_words
from strategy.document.serialize import from_json
from strategy.errors import DocumentError

LARGEST_DATA = 8_000_000
"""Bytes of JSON that are read: ten times the document of a large EPCI."""
_MOST_ATTACHMENTS = 8
_DICTIONARY = 2_000
"""How far around its name a dictionary is looked for."""
_MOST_CODES = 50
_PIECE = 4_096
_MOST_STREAMS, _STREAM = 2_000, 1_000_000
_LONGEST_REASON = 250

_CODE = rb"[A-HJ-KM-NP-TV-Z2-9]{4}(?:-[A-HJ-KM-NP-TV-Z2-9]{4}){2}"
_IN_DATA = re.compile(rb'"code"\s*:\s*"(' + _CODE + rb')"')
_IN_ADDRESS = re.compile(rb"/verifier/(" + _CODE + rb")/")

ENCRYPTED = "Ce PDF est chiffré ou protégé par un mot de passe\u00a0: ce site n’en produit pas de tel."
TRUNCATED = "Ce PDF est incomplet\u00a0: sa fin manque. Téléchargez-le de nouveau, puis vérifiez-le."
WITHOUT_DATA = "Ce PDF ne porte pas les données que ce site joint à tous les siens."
BAD_DATA = "Les données que porte ce PDF sont abîmées, ou trop longues pour être lues."
ARCHIVE = "C’est une archive\u00a0: ouvrez-la, puis vérifiez le PDF ou le JSON qu’elle contient."
BAD_TEXT = "Ses données ne sont pas un texte en UTF-8."
OTHER = "Ce n’est ni un PDF, ni les données (JSON) d’un document."
EMPTY = "Ce fichier est vide."


@dataclass(frozen=True, slots=True)
class Carried:
    """What was found: the JSON of a document, as bytes that may be anything; in `reason` what is wrong with the file.

    `codes` are the codes of versions that the file names, most telling first.
    """

    data: bytes | None = None
    codes: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """The document that data hold, or in `reason` why they hold none."""

    document: Document | None = None
    reason: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it is the document of a draft: PROJET, without a number."""
        return self.document is not None and self.document.status is Status.DRAFT

    @property
    def address(self) -> str:
        """Where a version says it can be verified, as written by whoever made it."""
        issue = self.document.issue if self.document is not None else None
        return issue.address if issue is not None else ""


def carried(content: bytes) -> Carried:
    """Searches a file that may be anything, and never fails."""
    data, reason = _data(content)
    return Carried(data, _codes(content, data or b""), reason)


def read(data: bytes) -> Read:
    """Reads data that may be anything, and never fails."""
    try:
        return Read(from_json(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        return Read(reason=BAD_TEXT)
    except DocumentError as error:
        return Read(reason=f"Ses données ne se lisent pas ici\u00a0: {_shown(error)}.")


def is_pdf(content: bytes) -> bool:
    """Whether it begins as PDF readers want it."""
    return b"%PDF-" in content[:1024] and not _is_object(content)


def attached_data(content: bytes) -> bytes:
    """The JSON attached to a PDF. Raises DocumentError when there is none that can be read."""
    data, reason = _attached(content)
    if data is None:
        raise DocumentError("", reason)
    return data


def _shown(error: DocumentError) -> str:
    """The refusal on one short line: it may quote what somebody else wrote."""
    words = "".join(
        letter if letter.isprintable() or letter in "\u00a0\u202f" else "\ufffd"
        for letter in refusal_words(error)
    )
    return words if len(words) <= _LONGEST_REASON else f"{words[:_LONGEST_REASON]}…"


def _data(content: bytes) -> tuple[bytes | None, str]:
    """The JSON of the file, or why there is none."""
    if not content.strip():
        return None, EMPTY
    if is_pdf(content):
        return _attached(content)
    if content.startswith(b"PK\x03\x04"):
        return None, ARCHIVE
    if _is_object(content):
        if len(content) > LARGEST_DATA:
            return None, "Ces données sont trop longues pour être celles d’un document."
        return content, ""
    return None, OTHER


def _attached(content: bytes) -> tuple[bytes | None, str]:
    """The last attachment of a PDF that is JSON: what was added to a file comes after what it was."""
    if b"/Encrypt" in content:
        return None, ENCRYPTED
    wrong = "" if b"%%EOF" in content[-1024:] else TRUNCATED
    budget, end, found = LARGEST_DATA, len(content), False
    for _ in range(_MOST_ATTACHMENTS):
        place = content.rfind(b"/EmbeddedFile", 0, end)
        if place < 0:
            break
        end = place
        if content[place : place + 14] == b"/EmbeddedFiles":  # the tree of names, not a file
            continue
        found = True
        data = _stream(content, place, budget)
        if data is not None and _is_object(data):
            return data, wrong
        budget -= len(data or b"")
        if budget <= 0:
            break
    return None, wrong or (BAD_DATA if found else WITHOUT_DATA)


def _is_object(data: bytes) -> bool:
    """Whether it begins as a JSON object does."""
    return data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _stream(content: bytes, place: int, budget: int) -> bytes | None:
    """The bytes of the stream whose dictionary says so at that place; None if damaged, or longer than the budget."""
    start = content.find(b"stream", place, place + _DICTIONARY)
    if start < 0:
        return None
    before = content.rfind(b" obj", max(0, place - _DICTIONARY), place)
    dictionary = content[max(before, place - _DICTIONARY, 0) : start]
    start = _after_keyword(content, start)
    if b"/FlateDecode" not in dictionary:
        end = content.find(b"endstream", start)
        return content[start:end] if 0 <= end - start <= budget else None
    data, whole = _inflated(content, start, budget)
    return data if whole else None


def _inflated(content: bytes, start: int, budget: int) -> tuple[bytes, bool]:
    """What can be inflated from there, up to the budget, and whether that is all of it, undamaged."""
    inflater, parts, left = zlib.decompressobj(), [], budget
    try:
        while left > 0 and start < len(content) and not inflater.eof:
            piece = inflater.unconsumed_tail + content[start : start + _PIECE]
            parts.append(inflater.decompress(piece, left))
            start, left = start + _PIECE, left - len(parts[-1])
    except zlib.error:
        return b"".join(parts), False
    return b"".join(parts), inflater.eof


def _codes(content: bytes, data: bytes) -> tuple[str, ...]:
    """The codes that the data, else the links of the pages, name; each well formed, once."""
    told = _IN_DATA.findall(data) or _IN_ADDRESS.findall(content)
    if not told and is_pdf(content):
        told = _codes_of_streams(content)
    codes = dict.fromkeys(code.decode("ascii") for code in told)
    return tuple(code for code in codes if is_code(code))[:_MOST_CODES]


def _codes_of_streams(content: bytes) -> list[bytes]:
    """The codes in the compressed parts of a PDF, where its links are; from the end, as the last page has them."""
    budget, place, found = LARGEST_DATA, len(content), []
    for _ in range(_MOST_STREAMS):
        place = content.rfind(b"/FlateDecode", 0, place)
        start = content.find(b"stream", place, place + _DICTIONARY)
        if place < 0 or budget <= 0:
            break
        if start < 0:
            continue
        text, _ = _inflated(content, _after_keyword(content, start), min(budget, _STREAM))
        found += _IN_ADDRESS.findall(text) + _IN_DATA.findall(text)
        budget -= len(text) + _PIECE  # what cannot be inflated has a cost too
    return found


def _after_keyword(content: bytes, start: int) -> int:
    """Where a stream begins, after the keyword and the end of its line."""
    start += len(b"stream")
    return start + (2 if content[start : start + 2] == b"\r\n" else 1)
