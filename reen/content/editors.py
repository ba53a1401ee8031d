"""The groups of the admin: editors, who write and publish, and moderators, who approve."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
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
ENTRIES = (Requirement, LegalText, Action, Indicator, Resource, FieldReport, SuggestionRule)
ENTRY_PERMISSIONS = ("add", "change", "delete", "publish", "lock", "unlock")
PAGE_PERMISSIONS = ("add", "change", "publish", "lock", "unlock")


def make_editors(home: HomePage) -> None:
    """Makes the two groups and their workflow once, out of those Wagtail installs; later changes are the host's."""
    if Group.objects.filter(name=EDITORS).exists():
        return
    contents = ContentType.objects.get_for_models(*ENTRIES)
    for stock, name in (("Editors", EDITORS), ("Moderators", MODERATORS)):
        group = Group.objects.filter(name=stock).first() or Group()
        group.name = name
        group.save()
        group.permissions.add(*_permissions(contents))
        for permission_type in PAGE_PERMISSIONS:
            permission = Permission.objects.get(
                codename=f"{permission_type}_basepage",
                content_type=ContentType.objects.get_for_model(BasePage),
            )
            GroupPagePermission.objects.get_or_create(
                group=group, page=home.basepage_ptr, permission=permission
            )
    for workflow in Workflow.objects.filter(name="Moderators approval"):
        workflow.name = "Relecture par les modérateurs"
        workflow.save()
        for content_type in contents.values():
            WorkflowContentType.objects.get_or_create(
                content_type=content_type, defaults={"workflow": workflow}
            )


def _permissions(contents: dict[type, ContentType]) -> list[Permission]:
    """Access to the admin, and everything on entries of the catalogue."""
    codenames = [f"{verb}_{model._meta.model_name}" for model in ENTRIES for verb in ENTRY_PERMISSIONS]
    on_entries = Permission.objects.filter(content_type__in=contents.values(), codename__in=codenames)
    access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    return [*on_entries, *access]
