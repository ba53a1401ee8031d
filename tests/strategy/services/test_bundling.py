"""The bundle, checked as its own LISEZ-MOI says: with `sha256sum` and `openssl`, and nothing of ours."""

import hashlib
import re
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from strategy.enums import DecisionKind, VersionAct
from strategy.models import Edition, SigningKey, VersionEvent
from strategy.queries.versions import edition_of, edition_with_digest
from strategy.services.bundling import bundle_of
from strategy.services.deciding import decide
from strategy.services.events import tell
from strategy.services.freezing import file_of
from strategy.services.sealing import rotate_key
from tests.strategy.factories import LATER, AccountFactory
from tests.strategy.issued import bytes_of, changed, issue

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(draft) -> Edition:
    return edition_of(issue(draft, change="Réduire"))


def unpacked(bundle: bytes, folder: Path) -> Path:
    folder.mkdir()
    ZipFile(BytesIO(bundle)).extractall(folder)
    return folder


def run(command: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], cwd=folder, capture_output=True)
    return done.returncode, done.stdout.decode()


def commands(folder: Path) -> list[str]:
    """The three commands, as the bundle itself gives them."""
    words = (folder / "LISEZ-MOI.txt").read_text(encoding="utf-8")
    found = re.findall(r"^ {4}(\S.*)$", words, re.MULTILINE)
    assert len(found) == 3
    return found


def test_three_commands_prove_it(edition, tmp_path):
    folder = unpacked(bundle_of(edition), tmp_path / "a")
    sums, signature, key = commands(folder)
    code, output = run(sums, folder)
    assert (code, output.count(": OK")) == (0, 3)
    assert run(signature, folder) == (0, "Signature Verified Successfully\n")
    fingerprint = SigningKey.objects.get().fingerprint
    assert run(key, folder) == (0, f"{fingerprint}  -\n")
    assert fingerprint in (folder / "LISEZ-MOI.txt").read_text(encoding="utf-8")


def test_the_page_of_documentation_gives_the_same_commands(edition, tmp_path):
    folder = unpacked(bundle_of(edition), tmp_path / "a")
    page = Path("docs/proof.md").read_text(encoding="utf-8")
    assert re.findall(r"^ {4}(\S.*)$", page, re.MULTILINE) == commands(folder)


@pytest.mark.parametrize(
    "what", ["json", "pdf", "journal.txt", "SHA256SUMS", "SHA256SUMS.sig", "cle-publique.pem"]
)
def test_one_bit_changed_in_any_member_is_refused(edition, tmp_path, what):
    folder = unpacked(bundle_of(edition), tmp_path / "a")
    assert [run(command, folder)[0] for command in commands(folder)[:2]] == [0, 0]
    (path,) = [path for path in folder.iterdir() if path.name.endswith(what)]
    content = path.read_bytes()
    path.write_bytes(changed(content, len(content) // 2))
    assert any(run(command, folder)[0] for command in commands(folder)[:2])


def test_its_members_are_the_files_of_the_version(edition):
    archive = ZipFile(BytesIO(bundle_of(edition)))
    name = f"strategie-numerique-responsable-{edition.version.reference.lower()}-v1"
    assert archive.namelist() == [
        "LISEZ-MOI.txt",
        f"{name}.json",
        f"{name}.pdf",
        "journal.txt",
        "SHA256SUMS",
        "SHA256SUMS.sig",
        "cle-publique.pem",
    ]
    assert archive.read(f"{name}.pdf") == bytes_of(edition.version)
    assert archive.read(f"{name}.json") == edition.text.encode()


def test_it_is_the_same_bytes_until_the_log_goes_on(edition, tmp_path):
    first = bundle_of(edition)
    assert bundle_of(edition) == first
    decide(
        version=edition.version,
        kind=DecisionKind.DEBATE,
        on=LATER.date(),
        reference="",
        by=None,
        at=LATER + timedelta(days=1),
    )
    second = bundle_of(edition)
    assert second != first
    folder = unpacked(second, tmp_path / "b")
    assert [run(command, folder)[0] for command in commands(folder)] == [0, 0, 0]


def test_a_bundle_made_before_a_rotation_still_verifies_and_is_still_made(edition, tmp_path):
    first = bundle_of(edition)
    rotate_key(LATER)
    assert bundle_of(edition) == first
    folder = unpacked(first, tmp_path / "a")
    assert [run(command, folder)[0] for command in commands(folder)] == [0, 0, 0]


def test_the_text_made_on_request_is_known_and_changes_nothing_of_the_proof(edition):
    bundle = bundle_of(edition)
    name, _, content = file_of(edition, "odt")
    assert (name.endswith("-v1.odt"), content[:2]) == (True, b"PK")
    assert file_of(edition, "odt")[2] == content
    assert edition_with_digest(hashlib.sha256(content).hexdigest()) == edition
    assert bundle_of(edition) == bundle


def test_it_holds_no_address_and_the_public_one_no_name(draft):
    person = AccountFactory(email="nom.fictif@exemple.invalid")
    version = issue(draft)
    for by_words, words in (
        (str(person), "a invité relecteur@exemple.invalid."),
        ("Dominique Fictif", "a relu la version."),
    ):
        tell(version=version, act=VersionAct.ISSUED, words=words, by=None, at=LATER, by_words=by_words)
    assert VersionEvent.objects.filter(by_words__contains="@").exists()
    logs = {
        public: ZipFile(BytesIO(bundle_of(edition_of(version, public=public)))).read("journal.txt").decode()
        for public in (False, True)
    }
    assert "Dominique Fictif a relu la version." in logs[False]
    assert "@" not in logs[False] + logs[True]
    assert "Dominique" not in logs[True]
    assert logs[True].count("numérotée.") == 3
