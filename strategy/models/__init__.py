"""What collectivities own: their drafts, and the official list they come from."""

from strategy.models.baseline import Baseline
from strategy.models.choice import Choice
from strategy.models.collectivity import Collectivity
from strategy.models.draft import Draft, DraftBody, Member
from strategy.models.followed_indicator import FollowedIndicator
from strategy.models.governance import Actor, Governance
from strategy.models.objective import Objective

__all__ = [
    "Actor",
    "Baseline",
    "Choice",
    "Collectivity",
    "Draft",
    "DraftBody",
    "FollowedIndicator",
    "Governance",
    "Member",
    "Objective",
]
