"""Reads: drafts for screens and documents, collectivities, and the answer of the law about them."""
