"""How much of what the actions say is the catalogue's wording, in percent of words."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from strategy.document.measures import ChoiceData


def catalogue_share(choices: Iterable[ChoiceData]) -> int:
    """Words copied and left as they are, among all those of the actions, titles and local facts included."""
    copied = total = 0
    for choice in choices:
        worded = f"{choice.title} {choice.summary}".split()
        local = (choice.pilot, choice.elected, choice.partners, choice.funding, choice.means, choice.evidence)
        total += len(worded) + len(" ".join((*local, choice.communes)).split())
        copied += left_as_is(worded, choice.copied.split())
    return round(100 * copied / total) if total else 0


def left_as_is(worded: list[str], copied: list[str]) -> int:
    """How many words of the wording follow the copied one in its order."""
    if worded == copied:
        return len(worded)
    matcher = SequenceMatcher(None, copied, worded, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())
