"""What the checker of contents remarks: pure functions over a reading, one rule each."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from reen.watch.reading import Reading
from reen.watch.remarks import truth, wording
from reen.watch.remarks.remark import Remark

RULES: Mapping[str, tuple[str, Callable[[Reading], Iterator[Remark]]]] = MappingProxyType(
    {
        "sans-source": ("Sans source", truth.without_source),
        "droit-sans-source": ("Affirmation de droit sans texte cité", truth.law_without_source),
        "sans-date": ("Source sans date de vérification", truth.without_date),
        "estimation": ("Estimation sans raison", truth.estimate_without_why),
        "effet": ("Effet chiffré sans source", truth.effect_without_source),
        "titre": ("Titre trop long", wording.long_title),
        "typographie": ("Typographie", wording.typography),
        "anglicisme": ("Mot anglais", wording.english),
        "sigle": ("Sigle jamais expliqué", wording.acronyms_unexplained),
    }
)
"""Each rule with its heading, in the order of what misleads most."""


def remarks(reading: Reading) -> list[Remark]:
    """Everything to mend in one entry, each remark once."""
    return list(dict.fromkeys(chain.from_iterable(rule(reading) for _, rule in RULES.values())))
