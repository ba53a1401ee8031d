"""The list of formats, in the order they are offered."""

from strategy.renderers.base import Renderer
from strategy.renderers.pdf.renderer import PdfRenderer
from strategy.renderers.plain_json import JsonRenderer

RENDERERS: dict[str, Renderer] = {
    renderer.identifier: renderer for renderer in (PdfRenderer(), JsonRenderer())
}
"""Formats by identifier (`pdf`, `json`)."""
