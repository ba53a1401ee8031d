"""What pages and documents show of the settings of the site."""

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.contrib.staticfiles import finders
from django.db.models import Model
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse

from reen.colours import DARK, LIGHT, with_accent
from reen.models import SiteSettings
from reen.typography import capitalised

STYLESHEET = "reen/css/site.css"
COVER_SIZE = "max-480x240|format-png|bgcolor-ffffff"
"""The logo on the cover of a document: sharp in print, opaque, and light whatever it shows."""
_TOKENS = re.compile(r":root \{[^}]*\}")
_ACCENTS = re.compile(r"--(accent|accent-soft|on-accent): #[0-9a-f]{6};")


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG, its size in pixels, and what it shows, in words."""

    png: bytes
    width: int
    height: int
    alternative: str


def site_settings(request: HttpRequest | None = None) -> SiteSettings:
    """The settings, read once for a request; those of a new site as long as nobody has set any. Writes nothing."""
    kept = SiteSettings.get_cache_attr_name()
    settings: SiteSettings | None = getattr(request, kept, None)
    if settings is None:
        settings = SiteSettings.objects.defer("header", "footer", "loaded").first() or _usual()
        if request is not None:
            setattr(request, kept, settings)
    return settings


def _usual() -> SiteSettings:
    settings = SiteSettings()
    settings.work_out()
    return settings


def list_words(request: HttpRequest, name: str, model: type[Model]) -> dict[str, str]:
    """The heading and the introduction of a public list, as editors wrote them, else its plain name."""
    settings = site_settings(request)
    usual = capitalised(str(model._meta.verbose_name_plural))
    return {
        "heading": getattr(settings, f"{name}_title") or usual,
        "introduction": getattr(settings, f"{name}_words"),
    }


def host_logo() -> Logo | None:
    """The logo of the host, for the cover of documents; None without one, or when its file is lost."""
    settings = SiteSettings.objects.select_related("logo").only("logo", "logo_alternative").first()
    if settings is None or settings.logo is None:
        return None
    try:
        made = settings.logo.get_rendition(COVER_SIZE)
        with made.file.open("rb") as picture:
            png = picture.read()
    except OSError:
        return None
    return Logo(png, made.width, made.height, settings.logo_alternative)


def stylesheet_address(settings: SiteSettings) -> str:
    """The address of the one stylesheet: the static file, or the same in the colours of the host."""
    if (settings.accent_light, settings.accent_dark) == (LIGHT.accent, DARK.accent):
        return static(STYLESHEET)
    colours = {"light": settings.accent_light.strip("#"), "dark": settings.accent_dark.strip("#")}
    return f"{reverse('reen:stylesheet', kwargs=colours)}?{_edition(_css())}"


def stylesheet(light: str, dark: str) -> str:
    """The stylesheet with these accents, what depends on them following."""
    schemes = iter((with_accent(LIGHT, light), with_accent(DARK, dark)))

    def recoloured(tokens: re.Match[str]) -> str:
        scheme = next(schemes)
        return _ACCENTS.sub(
            lambda token: f"--{token[1]}: {getattr(scheme, token[1].replace('-', '_'))};", tokens[0]
        )

    return _TOKENS.sub(recoloured, _css(), count=2)


def _css() -> str:
    found = finders.find(STYLESHEET)
    assert isinstance(found, str)
    return _read(found, Path(found).stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read(path: str, _changed_at: int) -> str:
    return Path(path).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _edition(css: str) -> str:
    """Changes when the stylesheet does, so that browsers may keep it for ever."""
    return sha256(css.encode()).hexdigest()[:8]
