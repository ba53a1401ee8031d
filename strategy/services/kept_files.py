"""Files made once from a document that no longer moves: the same bytes again, but for the signature of a host."""

import hashlib
from typing import TypeVar

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Model, QuerySet

from strategy.models.version import KeptFile
from strategy.renderers.base import Renderer

Kept = TypeVar("Kept", bound=KeptFile)


def described(renderer: Renderer, name: str, content: bytes) -> dict[str, object]:
    """What is kept of the bytes beside them."""
    return {
        "format": renderer.identifier,
        "name": name,
        "content_type": renderer.content_type,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def kept_once(file: Kept, content: bytes, *, stored_as: str, among: "QuerySet[Kept]", owner: Model) -> Kept:
    """The file of that format `among` those of its `owner`, stored now unless somebody else did meanwhile."""
    with transaction.atomic():
        type(owner)._default_manager.select_for_update().get(pk=owner.pk)
        made = among.filter(format=file.format).first()
        if made is not None:
            return made
        file.file.save(stored_as, ContentFile(content), save=False)
        file.save()
    return file
