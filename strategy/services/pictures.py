"""The logo of the cover: read from what was sent, re-made small, opaque and without hidden data."""

import warnings
from datetime import datetime
from io import BytesIO
from typing import IO, Any

from django.db import transaction
from PIL import Image, ImageOps, UnidentifiedImageError

from strategy.errors import NotAllowedError
from strategy.models import Draft, Logo
from strategy.services.saving import hold, touch

FORMATS = ("PNG", "JPEG", "WEBP")
MOST_BYTES = 3_000_000
MOST_PIXELS = 30_000_000
WIDEST, TALLEST = 640, 320
"""In pixels: enough for the cover at 300 points per inch."""


def opaque_png(sent: IO[bytes]) -> tuple[bytes, int, int]:
    """The picture as a PNG on white, no larger than the cover shows, with its width and height in pixels.

    Raises NotAllowedError, in words, for what is no picture, too big, or of another format.
    """
    content = sent.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise NotAllowedError("Ce fichier dépasse 3 Mo. Choisissez une image plus légère.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a warning of Pillow about what the next lines refuse
            read = Image.open(BytesIO(content), formats=FORMATS)
            if read.width * read.height > MOST_PIXELS:
                raise NotAllowedError(
                    "Cette image a trop de pixels. Réduisez-la, par exemple à 1 000 de large."
                )
            picture = ImageOps.exif_transpose(read).convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotAllowedError(
            "Ce fichier n’est pas une image PNG, JPEG ou WebP lisible. Enregistrez le logo dans l’un de ces formats."
        ) from error
    picture.thumbnail((WIDEST, TALLEST))
    page = Image.new("RGB", picture.size, "white")
    page.paste(picture, mask=picture.getchannel("A"))
    made = BytesIO()
    page.save(made, "PNG", optimize=True)
    return made.getvalue(), page.width, page.height


@transaction.atomic
def save_logo(
    *, draft: Draft, sent: IO[bytes] | None, alternative: str, by: int | None, at: datetime
) -> Logo:
    """Puts the picture on the cover, or changes the words of the one that is there when none is sent.

    Raises NotAllowedError when there is neither.
    """
    hold(draft)
    values: dict[str, Any] = {"alternative": alternative}
    if sent is not None:
        values["png"], values["width"], values["height"] = opaque_png(sent)
    elif not Logo.objects.filter(draft=draft).exists():
        raise NotAllowedError("Choisissez l’image du logo.")
    logo, _ = Logo.objects.update_or_create(draft=draft, defaults=values)
    touch(draft=draft, by=by, at=at)
    return logo


@transaction.atomic
def remove_logo(*, draft: Draft, by: int | None, at: datetime) -> None:
    """Takes the picture off the cover."""
    if Logo.objects.filter(draft=draft).delete()[0]:
        touch(draft=draft, by=by, at=at)
