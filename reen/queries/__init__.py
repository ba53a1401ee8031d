"""Reads published content and returns plain sheets: the only door from `strategy` to the catalogue."""
