"""The page that verifies: two answers, never merged; a file that is sent is read and forgotten."""

import hashlib
from html import unescape
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from strategy.enums import DecisionKind, VersionStatus
from strategy.models import SigningKey, Version
from strategy.services.deciding import decide
from strategy.services.issuing import attest_by_editor
from strategy.services.sealing import current_key, path_of, rotate_key
from tests.strategy.certificates import HOLDER, PASSPHRASE, held, pkcs12
from tests.strategy.factories import LATER
from tests.strategy.issued import bytes_of, changed, issue

pytestmark = pytest.mark.django_db
PAGE = "/verifier/"


@pytest.fixture
def version(draft) -> Version:
    return issue(draft, change="Réduire")


def send(client: Client, content: bytes, name: str = "strategie.pdf", **other):
    return client.post(PAGE, {"file": SimpleUploadedFile(name, content)} | other)


def words(response) -> str:
    return " ".join(unescape(response.content.decode()).split())


def test_the_foot_of_every_page_leads_here(client):
    assert 'href="/verifier/"' in client.get(reverse("strategy:search")).content.decode()


def test_a_genuine_file_is_intact_and_its_issuer_not_verified(client, version):
    content = bytes_of(version)
    digest = hashlib.sha256(content).hexdigest()
    for response in (
        send(client, content),
        client.get(PAGE, {"empreinte": digest}),
        client.get(PAGE, {"empreinte": f" {digest.upper()} "}),
    ):
        told = words(response)
        assert response.status_code == 200
        assert "Fichier intègre" in told
        assert "Émetteur non vérifié" in told
        assert "Aucune version plus récente ne la remplace." in told
        assert "authentique" not in told.lower()


@pytest.mark.parametrize("kind", list(DecisionKind))
def test_nothing_is_adopted_on_the_word_of_an_unverified_issuer(client, version, kind):
    decide(version=version, kind=kind, on=LATER.date(), reference="", by=None, at=LATER)
    told = words(send(client, bytes_of(version)))
    assert "par un compte non vérifié" in told
    assert "adoptée" not in told.lower()
    assert kind.label in told


def test_an_altered_file_says_nothing_of_its_issuer(client, version):
    content = bytes_of(version)
    told = words(send(client, changed(content, 5_000)))
    assert "Fichier modifié" in told
    assert version.code in told
    assert "Émetteur" not in told


def test_a_project_and_what_replaced_it(client, draft):
    first = issue(draft, VersionStatus.NUMBERED, change="Réduire")
    assert "ni figé, ni présenté, ni adopté" in words(send(client, bytes_of(first)))
    issue(draft)
    assert "Remplacée par la version\u00a02." in unescape(send(client, bytes_of(first)).content.decode())


def test_an_unknown_fingerprint_offers_to_send_the_file(client, version):
    response = client.get(PAGE, {"empreinte": "0" * 64})
    assert response.status_code == 200
    told = words(response)
    assert "Empreinte inconnue" in told
    assert "Rien n’est enregistré" in told
    assert 'form="deposer"' in told
    assert "Envoyer le fichier" not in words(send(client, b"{}", "a.json"))


@pytest.mark.parametrize("typed", ["0" * 63, "g" * 64, "'; drop", "0" * 65])
def test_what_is_no_fingerprint_is_refused(client, db, typed):
    response = client.get(PAGE, {"empreinte": typed})
    assert (response.status_code, "64 caractères" in words(response)) == (422, True)


def test_a_code_leads_to_its_version_and_says_nothing_of_a_file(client, version):
    response = client.get(PAGE, {"code": version.code.lower().replace("-", " ")}, follow=True)
    assert response.redirect_chain == [(f"/verifier/{version.code}/", 302)]
    told = words(response)
    assert f"Version 1 de {version.reference}" in told
    assert "Le code ne dit rien du fichier" in told
    assert "intègre" not in told
    assert "Émetteur non vérifié" in told
    lower = client.get(f"/verifier/{version.code.lower()}/")
    assert (lower.status_code, lower["Location"]) == (302, f"/verifier/{version.code}/")


def test_a_slip_in_a_code_is_told_from_a_code_nobody_has(client, version):
    letters = version.code[:-1] + ("A" if version.code[-1] != "A" else "B")
    slip = client.get(PAGE, {"code": letters})
    assert (slip.status_code, "n’est pas bien recopié" in words(slip)) == (422, True)
    unknown = client.get("/verifier/AAAA-AAAA-AAAA/")
    assert (unknown.status_code, "Aucune version de ce site" in words(unknown)) == (404, True)
    assert client.get(PAGE, {"code": ""}).status_code == 422


def test_a_file_is_asked_for(client, db):
    response = client.post(PAGE, {})
    assert (response.status_code, "Choisissez le fichier à vérifier" in words(response)) == (422, True)


def test_what_is_too_big_is_refused_and_nothing_is_written(client, db, settings, tmp_path):
    settings.VERIFIED_FILE_BYTES = 1_000_000
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    response = send(client, b"%PDF-" + b"a" * 5_000_000)
    assert (response.status_code, "dépasse 1\u00a0Mo" in unescape(response.content.decode())) == (413, True)
    assert "Choisissez le fichier" not in words(response), "it was chosen"
    assert send(client, b"%PDF-" + b"a" * 900_000).status_code == 200
    several = {f"other{number}": SimpleUploadedFile("a", b"a" * 200_000) for number in range(9)}
    assert send(client, b"a", **several).status_code == 413
    assert list(tmp_path.iterdir()) == []


def test_the_form_is_protected_and_sent_in_memory(version, settings, tmp_path):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "absent")
    careful = Client(enforce_csrf_checks=True)
    content = bytes_of(version) + b" " * 5_000_000  # beyond what Django keeps in memory
    assert send(careful, content).status_code == 403
    careful.get(PAGE)
    token = careful.cookies["csrftoken"].value
    ordered = {"csrfmiddlewaretoken": token, "file": SimpleUploadedFile("a.pdf", content)}
    assert careful.post(PAGE, ordered).status_code == 200


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "<script>alert(1)</script>.pdf", "\u202efdp.exe", "a" * 300]
)
def test_a_hostile_name_changes_nothing(client, version, name):
    response = send(client, bytes_of(version), name)
    assert "Fichier intègre" in words(response)
    assert "alert(1)" not in response.content.decode()


def test_what_a_file_says_is_never_markup(client, db):
    content = b'{"schema_version": 1, "<script>alert(1)</script>": 1}'
    response = send(client, content, "a.json")
    assert "Fichier inconnu" in words(response)
    assert b"<script>alert" not in response.content


def test_the_answer_costs_the_same_however_many_versions(client, draft, django_assert_max_num_queries):
    first = issue(draft, VersionStatus.NUMBERED, change="Réduire")
    content = bytes_of(first)
    for number in range(4):
        issue(draft, VersionStatus.NUMBERED, change=f"Réduire {number}")
    with django_assert_max_num_queries(14):
        assert send(client, content).status_code == 200


def test_the_public_keys_are_published(client, db, tmp_path, settings):
    settings.KEYS_ROOT = tmp_path
    assert "n’a encore rien signé" in words(client.get("/verifier/cles/"))
    former, key = current_key(LATER), rotate_key(LATER)
    told = words(client.get("/verifier/cles/"))
    assert former.fingerprint in told
    assert "a signé jusqu’au" in told
    assert key.fingerprint in told
    assert "en service" in told
    pem = client.get(f"/verifier/cles/{former.fingerprint}.pem")
    assert pem.content.decode() == SigningKey.objects.get(pk=former.pk).pem
    assert client.get(f"/verifier/cles/{'0' * 64}.pem").status_code == 404
    assert client.get("/verifier/cles/autre.pem").status_code == 404


def test_the_certificate_of_the_host_is_shown_and_never_as_that_of_the_collectivity(
    client, settings, tmp_path
):
    assert "Certificat des PDF" not in words(client.get("/verifier/cles/"))
    path, certificate = tmp_path / "certificat.p12", held()
    path.write_bytes(pkcs12(certificate))
    settings.PADES = {"certificate": str(path), "passphrase": PASSPHRASE, "timestamp": ""}
    told = words(client.get("/verifier/cles/"))
    assert "C’est celle de l’hébergeur de ce site" in told
    assert HOLDER in told
    assert certificate.fingerprint in told
    path.write_bytes(pkcs12(held(days=(-9, -1))))
    told = words(client.get("/verifier/cles/"))
    assert "ne peut pas servir en ce moment" in told
    assert [word for word in (HOLDER, "PADES", str(path)) if word in told] == []


def test_the_bundle_is_downloaded_from_the_version(client, draft, writer, version):
    client.force_login(writer)
    page = reverse("strategy:version", args=[draft.reference, 1])
    for edition in ("complete", "publique"):
        address = reverse("strategy:version_file", args=[draft.reference, 1, edition, "zip"])
        assert f'href="{address}"' in client.get(page).content.decode()
        response = client.get(address)
        assert response["Content-Type"] == "application/zip"
        assert response.content.startswith(b"PK")
    assert ".zip" in response["Content-Disposition"]
    assert client.get(address.replace(".zip", ".docx")).status_code == 404


def test_a_bundle_that_cannot_be_signed_says_who_can_mend_it(
    client, draft, writer, version, settings, tmp_path
):
    settings.KEYS_ROOT = tmp_path
    path_of(current_key(LATER).fingerprint).unlink()
    client.force_login(writer)
    address = reverse("strategy:version_file", args=[draft.reference, 1, "complete", "zip"])
    assert "rotate_signing_key" in words(client.get(address, follow=True))


def test_the_script_only_asks_for_fingerprints():
    """What is sent without being asked to is the address with the fingerprint, nothing else."""
    script = Path("strategy/static/strategy/verify.js").read_text(encoding="utf-8")
    assert script.count("fetch(") == 1
    assert "fetch(address)" in script


def test_a_verified_issuer_adopts_and_a_stranger_only_declares(client, draft, writer, version):
    decide(
        version=version, kind=DecisionKind.DELIBERATION, on=LATER.date(), reference="n° 12", by=None, at=LATER
    )
    content = bytes_of(version)
    told = words(send(client, content))
    assert "Émetteur non vérifié" in told
    assert "Adoption déclarée par un compte non vérifié : délibération" in told
    bearer = version.collectivities.get()
    attest_by_editor(
        draft=draft, collectivity=bearer, reason="Courrier du maire", by=writer.pk, at=timezone.now()
    )
    told = words(send(client, content))
    assert "Émetteur vérifié" in told
    assert "sur pièces (Courrier du maire), par la rédaction du site." in told
    assert "Adoptée, selon la collectivité : délibération" in told
    assert "Émetteur" not in words(send(client, changed(content, 5_000)))
