"""The list of formats, in the order they are offered."""

from strategy.renderers.base import Renderer
from strategy.renderers.odt.renderer import OdtRenderer
from strategy.renderers.pdf.renderer import PdfRenderer
from strategy.renderers.plain_json import JsonRenderer

RENDERERS: dict[str, Renderer] = {
    renderer.identifier: renderer for renderer in (PdfRenderer(), OdtRenderer(), JsonRenderer())
}
"""Formats by identifier (`pdf`, `odt`, `json`)."""
