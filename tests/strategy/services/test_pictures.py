"""A logo is re-made small, opaque and clean; what is no picture is refused in words."""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from PIL import Image, PngImagePlugin
from wagtail.images import get_image_model

from reen.models import SiteSettings
from strategy.document.drawings import verify_logo
from strategy.errors import NotAllowedError
from strategy.models import Logo
from strategy.queries.drafts import draft_data, whole_drafts
from strategy.queries.files import logo_of, with_logos
from strategy.services.pictures import TALLEST, WIDEST, opaque_png, remove_logo, save_logo
from tests.strategy.factories import LATER


def picture(size=(200, 100), mode="RGBA", color=(0, 90, 70, 0), kind="PNG", **options) -> BytesIO:
    made = BytesIO()
    Image.new(mode, size, color).save(made, kind, **options)
    made.seek(0)
    return made


def test_transparency_becomes_white():
    png, width, height = opaque_png(picture())
    made = Image.open(BytesIO(png))
    assert (made.mode, made.size, (width, height)) == ("RGB", (200, 100), (200, 100))
    assert made.getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(4000, 100), (100, 4000), (3000, 3000), (1, 1)])
def test_a_picture_fits_the_cover_and_keeps_its_shape(size):
    _, width, height = opaque_png(picture(size))
    assert 1 <= width <= WIDEST
    assert 1 <= height <= TALLEST
    if min(size) > 1000:
        assert width / height == pytest.approx(size[0] / size[1], rel=0.05)


def test_hidden_data_are_left_behind():
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "quelqu’un")
    png, *_ = opaque_png(picture(pnginfo=info))
    assert Image.open(BytesIO(png)).info == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"texte",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        picture().getvalue()[:70],
        picture(mode="P", color=1, kind="GIF").getvalue(),
    ],
)
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAllowedError, match="n’est pas une image"):
        opaque_png(BytesIO(content))


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_read():
    with pytest.raises(NotAllowedError, match="trop de pixels"):
        opaque_png(picture((9000, 9000), mode="1", color=0))


def test_a_heavy_file_is_refused():
    with pytest.raises(NotAllowedError, match="3 Mo"):
        opaque_png(BytesIO(b"\0" * 3_000_001))


@pytest.mark.django_db
def test_the_logo_reaches_the_document_and_leaves_it(draft):
    act = {"draft": draft, "by": None, "at": LATER}
    with pytest.raises(NotAllowedError, match="Choisissez"):
        save_logo(sent=None, alternative="Logo", **act)
    save_logo(sent=picture(), alternative="Logo imaginaire", **act)
    save_logo(sent=None, alternative="Logo de la commune imaginaire", **act)
    logo = logo_of(draft)
    assert (logo.width, logo.height, logo.alternative) == (200, 100, "Logo de la commune imaginaire")
    assert draft.changed_at == LATER
    remove_logo(**act)
    assert logo_of(draft) is None
    assert not Logo.objects.exists()


# Wagtail leaves the temporary file of a new rendition to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.django_db
def test_the_logo_of_the_host_reaches_the_document(draft):
    draft = whole_drafts().get(pk=draft.pk)
    assert with_logos(draft_data(draft), draft).host_logo is None
    image = get_image_model().objects.create(
        title="Logo", file=ImageFile(picture((900, 300), mode="RGBA"), "logo.png"), width=900, height=300
    )
    SiteSettings.objects.create(logo=image, logo_alternative="Syndicat imaginaire")
    logo = with_logos(draft_data(draft), draft).host_logo
    assert (logo.width, logo.height, logo.alternative) == (480, 160, "Syndicat imaginaire")
    verify_logo(logo, "host_logo")
    image.file.delete(save=False)
    for rendition in image.renditions.all():
        rendition.file.delete(save=False)
    assert with_logos(draft_data(draft), draft).host_logo is None
