"""What collectivities own: their drafts, and the official list they come from."""

from strategy.models.baseline import Baseline
from strategy.models.choice import BudgetYear, Choice
from strategy.models.collectivity import Collectivity
from strategy.models.delegation import Delegation
from strategy.models.draft import Draft, DraftBody, Member
from strategy.models.event import Event
from strategy.models.evidence import Evidence, VersionEvidence
from strategy.models.files import Export, Logo, ProgrammeFile
from strategy.models.followed_indicator import FollowedIndicator, IndicatorYear
from strategy.models.footprint import Footprint, FootprintLine, TerritoryFootprint
from strategy.models.governance import Actor, Governance
from strategy.models.invitation import Invitation
from strategy.models.issuer import Attestation, IssuerCode, OfficialAddress, Withdrawal
from strategy.models.notice import NoticeReader
from strategy.models.objective import Objective
from strategy.models.person import Person
from strategy.models.plan import Plan
from strategy.models.proof import Signature, SigningKey
from strategy.models.report import Report, ReportFile
from strategy.models.review import Message, Remark, Review, SignOff, Verdict
from strategy.models.taken import Taken
from strategy.models.version import Decision, Edition, Rendering, Version, VersionEvent

__all__ = [
    "Actor",
    "Attestation",
    "Baseline",
    "BudgetYear",
    "Choice",
    "Collectivity",
    "Decision",
    "Delegation",
    "Draft",
    "DraftBody",
    "Edition",
    "Event",
    "Evidence",
    "Export",
    "FollowedIndicator",
    "Footprint",
    "FootprintLine",
    "Governance",
    "IndicatorYear",
    "Invitation",
    "IssuerCode",
    "Logo",
    "Member",
    "Message",
    "NoticeReader",
    "Objective",
    "OfficialAddress",
    "Person",
    "Plan",
    "ProgrammeFile",
    "Remark",
    "Rendering",
    "Report",
    "ReportFile",
    "Review",
    "SignOff",
    "Signature",
    "SigningKey",
    "Taken",
    "TerritoryFootprint",
    "Verdict",
    "Version",
    "VersionEvent",
    "VersionEvidence",
    "Withdrawal",
]
