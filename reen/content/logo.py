"""The logo of the site: copied beside the YAML when it is written, checked and put into the library when it is read."""

from io import BytesIO
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField
from wagtail.utils.file import hash_filelike

from reen.content.fields import Field, Values
from reen.content.rows import Row

FOLDER = "images"
LARGEST = 5_000_000


def _read(row: Row) -> Values:
    """The name of the file and its fingerprint; refuses one that is not in the folder, too heavy or no picture."""
    name = row.text("logo", optional=True)
    if not name:
        return {"logo": None}
    path = _path(row.folder, name)
    if not path.is_file():
        raise row.error("logo", f"«\u202f{name}\u202f» n’est pas dans {FOLDER}/.")
    if path.stat().st_size > LARGEST:
        raise row.error("logo", f"«\u202f{name}\u202f» dépasse {LARGEST // 1_000_000}\u00a0Mo.")
    data = path.read_bytes()
    try:
        WagtailImageField().clean(SimpleUploadedFile(path.name, data))
    except ValidationError as error:
        raise row.error("logo", " ".join(error.messages)) from error
    return {"logo": {"file": path.name, "hash": hash_filelike(BytesIO(data))}}


def _write(settings: Any) -> str:
    """A name that the content of the file alone decides; "" for a file that is lost."""
    logo = settings.logo
    if logo is None or not logo.file.storage.exists(logo.file.name):
        return ""
    return f"{logo.get_file_hash()}{Path(logo.file.name).suffix.lower()}"


LOGO = Field("logo", ("logo",), _read, _write)


def copy(settings: Any, folder: Path) -> None:
    """Copies the logo as it was sent."""
    if name := _write(settings):
        (folder / FOLDER).mkdir(exist_ok=True)
        with settings.logo.file.open("rb") as file:
            _path(folder, name).write_bytes(file.read())


def in_library(value: dict[str, str] | None, title: str, folder: Path) -> Any:
    """The picture of what was read, found by its fingerprint or else added."""
    if value is None:
        return None
    pictures = get_image_model()
    if known := pictures.objects.filter(file_hash=value["hash"]).first():
        return known
    with _path(folder, value["file"]).open("rb") as file:
        picture = pictures.objects.create(title=title, file=ImageFile(file, name=value["file"]))
    picture.get_file_hash()
    return picture


def _path(folder: Path, name: str) -> Path:
    return folder / FOLDER / Path(name).name
