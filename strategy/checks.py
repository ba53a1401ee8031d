"""What `manage.py check` says of the certificate that signs PDFs; no site waits for it to be mended."""

from datetime import timedelta
from typing import Any

from django.core import checks
from django.utils import timezone

from reen.typography import date_words
from strategy.services.certificate import CertificateError, host_certificate

SOON = timedelta(days=30)


@checks.register(checks.Tags.security)
def certificate_can_sign(**options: Any) -> list[checks.CheckMessage]:
    """Nothing where no certificate is set; a warning where it cannot sign, or soon no longer will."""
    now = timezone.now()
    try:
        held = host_certificate(now)
    except CertificateError as refused:
        return [
            checks.Warning(
                str(refused),
                hint="D’ici là, les PDF des versions sont faits sans signature PAdES, et le restent.",
                id="strategy.W001",
            )
        ]
    if held is None or held.ends - now > SOON:
        return []
    day = date_words(timezone.localdate(held.ends))
    return [
        checks.Warning(
            f"Le certificat «\u202f{held.holder}\u202f» expire le {day}.",
            hint="Demandez le suivant, puis mettez-le dans PADES_CERTIFICATE.",
            id="strategy.W002",
        )
    ]
