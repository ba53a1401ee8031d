"""Named errors of the domain: each says, in French, what is wrong and where."""


class StrategyError(Exception):
    """Something asked of a strategy is refused; the message is fit to be shown."""


class DocumentError(StrategyError):
    """A document is not of the right shape; the message names the place and what is wrong there."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}\u00a0: {reason}" if path else reason)


class StaleError(StrategyError):
    """Somebody else saved the same thing since it was read; nothing was written.

    `current` is the row as it is saved now, so that a screen can show both and let the person choose.
    """

    def __init__(self, current: object) -> None:
        super().__init__("Cette partie a été modifiée par quelqu’un d’autre entre-temps.")
        self.current = current


class NotAllowedError(StrategyError):
    """The act is refused here, whoever asks for it."""
