"""The key that signs: made once, kept from others, replaced; what was signed stays so."""

import stat
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, models

from strategy.document.proof import FileDigest
from strategy.models import Rendering, Signature, SigningKey
from strategy.models.written_once import WrittenOnceError
from strategy.queries.versions import edition_of
from strategy.services.freezing import sign
from strategy.services.sealing import (
    KeyMissingError,
    current_key,
    is_genuine,
    make_key,
    path_of,
    rotate_key,
    seal,
)
from tests.strategy.factories import LATER
from tests.strategy.issued import issue

pytestmark = pytest.mark.django_db
FILES = [FileDigest("document.json", "0" * 64)]


@pytest.fixture(autouse=True)
def keys(tmp_path, settings) -> Path:
    settings.KEYS_ROOT = tmp_path / "keys"
    return settings.KEYS_ROOT


def test_the_key_is_made_on_first_use_and_kept_from_others(keys):
    key = current_key(LATER)
    assert current_key(LATER) == key
    assert [path.name for path in keys.iterdir()] == [f"{key.fingerprint}.pem"]
    assert stat.S_IMODE(path_of(key.fingerprint).stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    assert "PRIVATE" not in key.pem


def test_who_comes_second_takes_the_key_of_the_first(keys):
    first = current_key(LATER)
    assert make_key(LATER) == first
    assert SigningKey.objects.count() == len(list(keys.iterdir())) == 1


def test_each_edition_is_signed_when_it_is_numbered(draft, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        version = issue(draft)
    signatures = Signature.objects.filter(edition__version=version)
    assert sorted(signature.edition.public for signature in signatures) == [False, True]
    assert all(is_genuine(signature) for signature in signatures)
    edition = edition_of(version)
    (mine,) = edition.signatures.all()
    assert f"{edition.digest}  strategie" in mine.text
    assert sign(edition) == mine


def test_another_text_another_value_or_another_key_is_not_genuine(draft):
    edition = edition_of(issue(draft))
    signature = seal(edition, FILES, at=LATER)
    assert is_genuine(signature)
    for name, value in (
        ("text", signature.text.replace("0", "1")),
        ("value", ("1" if signature.value[0] == "0" else "0") + signature.value[1:]),
        ("value", "pas de l’hexadécimal"),
        ("key", rotate_key(LATER)),
    ):
        other = Signature.objects.get(pk=signature.pk)
        setattr(other, name, value)
        assert not is_genuine(other)


def test_a_rotated_key_still_verifies_and_no_longer_signs(draft, keys, django_capture_on_commit_callbacks):
    edition = edition_of(issue(draft))
    before = seal(edition, FILES, at=LATER)
    with django_capture_on_commit_callbacks(execute=True):
        key = rotate_key(LATER)
    assert [path.stem for path in keys.iterdir()] == [key.fingerprint]
    former = SigningKey.objects.get(pk=before.key_id)
    assert (former.current, former.retired_at) == (False, LATER)
    assert seal(edition, FILES, at=LATER) == before, "what was signed needs no private key any more"
    assert is_genuine(before)
    after = seal(edition, [FileDigest("document.json", "1" * 64)], at=LATER)
    assert after.key == key
    assert is_genuine(after)


def test_a_lost_key_signs_nothing_until_it_is_replaced(draft):
    edition = edition_of(issue(draft))
    path_of(current_key(LATER).fingerprint).unlink()
    with pytest.raises(KeyMissingError, match="rotate_signing_key"):
        seal(edition, FILES, at=LATER)
    rotate_key(LATER)
    assert is_genuine(seal(edition, FILES, at=LATER))


def test_a_lost_key_keeps_no_file_from_being_made(draft, django_capture_on_commit_callbacks):
    path_of(current_key(LATER).fingerprint).unlink()
    with django_capture_on_commit_callbacks(execute=True):
        version = issue(draft)
    assert Rendering.objects.filter(edition__version=version).count() == 2
    assert not Signature.objects.exists()


def test_a_signature_is_written_once(draft):
    signature = seal(edition_of(issue(draft)), FILES, at=LATER)
    for act in (signature.save, signature.delete, lambda: Signature.objects.update(value="")):
        with pytest.raises(WrittenOnceError):
            act()
    with pytest.raises(models.ProtectedError):
        signature.key.delete()


@pytest.mark.django_db(transaction=True)
def test_those_who_sign_first_together_agree_on_one_key(keys):
    start, told = Barrier(6), []

    def ask():
        start.wait()
        told.append(current_key(LATER).fingerprint)
        connection.close()

    threads = [Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    key = SigningKey.objects.get()
    assert told == [key.fingerprint] * 6
    assert [path.stem for path in keys.iterdir()] == [key.fingerprint]
