"""PDFs that are kept, signed with the certificate of the host where it set one."""

import logging

from django.conf import settings
from django.utils import timezone

from strategy.services.certificate import CertificateError, host_certificate

logger = logging.getLogger(__name__)


def certified(content: bytes, name: str) -> bytes:
    """The PDF with the signature of the host, or as it is where no certificate is set.

    A certificate that cannot serve holds up no version: the file is made without, and the log says why. So it is with
    the time stamp alone, when its service does not answer.
    """
    try:
        held = host_certificate(timezone.now())
    except CertificateError as refused:
        logger.error("%s is made without a PAdES signature. %s", name, refused)
        return content
    if held is None:
        return content
    from strategy.services.pades import with_signature  # noqa: PLC0415 - an option that most hosts do not install

    for timestamp in dict.fromkeys((settings.PADES["timestamp"], "")):
        try:
            return with_signature(content, held, site=settings.WAGTAILADMIN_BASE_URL, timestamp=timestamp)
        except CertificateError as refused:
            lacking = f"time stamp of {timestamp}" if timestamp else "PAdES signature"
            logger.error("%s is made without the %s. %s", name, lacking, refused)
    return content
