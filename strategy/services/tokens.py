"""Secrets of links: given away once, then known by their digest only."""

import hashlib
import secrets


def new_token() -> tuple[str, str]:
    """A secret no one can guess, fit for an address, and the digest to keep instead of it."""
    token = secrets.token_urlsafe(32)
    return token, digest_of(token)


def digest_of(token: str) -> str:
    """What a link is looked up by: so long a secret needs no salt, and its digest tells nothing of it."""
    return hashlib.sha256(token.encode()).hexdigest()
