"""What the watch keeps between two readings: findings, addresses, searches, corrections, and who wants the digest."""

from reen.models.watch.correction import Correction
from reen.models.watch.digest import DigestReader
from reen.models.watch.finding import Finding
from reen.models.watch.fruitless_search import FruitlessSearch
from reen.models.watch.review_periods import ReviewPeriods
from reen.models.watch.web_address import Citation, WebAddress

__all__ = [
    "Citation",
    "Correction",
    "DigestReader",
    "Finding",
    "FruitlessSearch",
    "ReviewPeriods",
    "WebAddress",
]
