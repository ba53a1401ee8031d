"""The groups of the admin: editors, who write and publish, and moderators, who approve."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import GroupPagePermission, Workflow, WorkflowContentType

from reen.models import (
    Action,
    BasePage,
    FieldReport,
    HomePage,
    Indicator,
    LegalText,
    Requirement,
    Resource,
    SuggestionRule,
)

EDITORS, MODERATORS = "Éditeurs", "Modérateurs"
WORKFLOW = "Relecture par les modérateurs"
ENTRIES = (Requirement, LegalText, Action, Indicator, Resource, FieldReport, SuggestionRule)
ENTRY_PERMISSIONS = ("add", "change", "delete", "publish", "lock", "unlock")
PAGE_PERMISSIONS = ("add", "change", "publish", "lock", "unlock")


def make_editors(home: HomePage) -> None:
    """Makes the two groups and their workflow out of those Wagtail installs, and gives them each kind of entry once.

    A kind on which some group has a right is the host's affair, and so are the pages once there are editors.
    """
    held = _held()
    kinds = [model for model in ENTRIES if model._meta.model_name not in held]
    if not kinds:
        return
    contents = ContentType.objects.get_for_models(*kinds)
    first = not Group.objects.filter(name=EDITORS).exists()
    for stock, name in (("Editors", EDITORS), ("Moderators", MODERATORS)):
        group = Group.objects.filter(name__in=(stock, name)).first() or Group()
        group.name = name
        group.save()
        group.permissions.add(*_permissions(contents))
        if first:
            _open_pages(home, group)
    for workflow in Workflow.objects.filter(name__in=("Moderators approval", WORKFLOW)):
        workflow.name = WORKFLOW
        workflow.save()
        for content_type in contents.values():
            WorkflowContentType.objects.get_or_create(
                content_type=content_type, defaults={"workflow": workflow}
            )


def _held() -> set[str]:
    """The kinds of entries, by model name, with which some group may do something."""
    permissions = Permission.objects.filter(content_type__app_label="reen", group__isnull=False)
    return set(permissions.values_list("content_type__model", flat=True))


def _open_pages(home: HomePage, group: Group) -> None:
    """Everything but deleting on the pages of the site."""
    for permission_type in PAGE_PERMISSIONS:
        permission = Permission.objects.get(
            codename=f"{permission_type}_basepage", content_type=ContentType.objects.get_for_model(BasePage)
        )
        GroupPagePermission.objects.get_or_create(group=group, page=home.basepage_ptr, permission=permission)


def _permissions(contents: dict[type[Model], ContentType]) -> list[Permission]:
    """Access to the admin, and everything on entries of the catalogue."""
    codenames = [f"{verb}_{model._meta.model_name}" for model in contents for verb in ENTRY_PERMISSIONS]
    on_entries = Permission.objects.filter(content_type__in=contents.values(), codename__in=codenames)
    access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    return [*on_entries, *access]
