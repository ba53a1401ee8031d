"""Who may do what in the admin: one table, which `manage.py apply_roles` applies."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """One group: what it may do with entries, pages, pictures and documents; `other` names further permissions."""

    name: str
    entries: tuple[str, ...]
    pages: tuple[str, ...]
    files: tuple[str, ...]
    other: tuple[str, ...] = ()


CONTRIBUTORS = Role(
    "Contributeurs", entries=("add", "change"), pages=("add", "change"), files=("add", "choose")
)
WRITERS = Role(
    "Rédacteurs",
    entries=("add", "change", "lock", "unlock"),
    pages=("add", "change", "lock", "unlock"),
    files=("add", "change", "choose"),
)
VALIDATORS = Role(
    "Validateurs",
    entries=("add", "change", "publish", "lock", "unlock", "delete"),
    pages=("add", "change", "publish", "lock", "unlock"),
    files=("add", "change", "choose", "delete"),
    other=(
        "reen.change_sitesettings",
        "reen.change_reviewperiods",
        "strategy.add_officialaddress",
        "strategy.change_officialaddress",
        "strategy.delete_officialaddress",
        "strategy.add_attestation",
    ),
)
ROLES = (CONTRIBUTORS, WRITERS, VALIDATORS)
"""From who proposes to who publishes."""

STAGES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("Rédaction", (WRITERS, VALIDATORS)),
    ("Validation", (VALIDATORS,)),
)
"""The steps of the workflow, in order, and who may take each; the last one publishes."""

WORKFLOW = "Rédaction, puis validation"

FORMER = {
    "Editors": WRITERS,
    "Moderators": VALIDATORS,
    "Éditeurs": VALIDATORS,
    "Modérateurs": VALIDATORS,
}
"""Groups that Wagtail or earlier versions install, and the role that keeps their members' rights."""

FORMER_WORKFLOWS = ("Moderators approval", "Relecture par les modérateurs")
"""The workflows they went with."""
