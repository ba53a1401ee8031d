"""How people are called in what leaves the team: never by an e-mail address."""

import re

UNNAMED = "sans nom affiché"
_ADDRESS = re.compile(r"[^\s(<]+@[^\s)>,]+")


def without_address(words: str) -> str:
    """The same words, each e-mail address left out: an account was told by it as long as accounts had no name."""
    if "@" not in words:
        return words
    somebody = f"Une personne {UNNAMED}"
    return _ADDRESS.sub(lambda found: UNNAMED if found.start() else somebody, words)


def in_sentence(words: str) -> str:
    """« un membre de l’équipe » for « Un membre de l’équipe »; names are left as they are."""
    return words[0].lower() + words[1:] if words.startswith(("Un ", "Une ")) else words
