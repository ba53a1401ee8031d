"""The PDF: boxes, then pages, then marks; the only place of reportlab."""
