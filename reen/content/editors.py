"""Applies the table of roles: groups, rights, and the workflow of two stages."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)

from reen.content.roles import FORMER, FORMER_WORKFLOWS, ROLES, STAGES, WORKFLOW, Role
from reen.models import BasePage, HomePage, ReviewTask


def entry_kinds() -> list[type[Model]]:
    """Every kind of entry: what the admin writes by drafts, pages apart."""
    models = apps.get_app_config("reen").get_models()
    return [model for model in models if issubclass(model, WorkflowMixin) and not issubclass(model, BasePage)]


@transaction.atomic
def apply_roles(home: HomePage) -> None:
    """Gives each group exactly what the table says, and the workflow its steps; a second run changes nothing.

    Rights on anything the table does not speak of are left as they are.
    """
    groups = {role.name: _group(role) for role in ROLES}
    kinds = ContentType.objects.get_for_models(*entry_kinds())
    for role in ROLES:
        _set_rights(groups[role.name], role, kinds.values())
        _open_pages(groups[role.name], role, home)
        _open_files(groups[role.name], role)
    workflow = _workflow(groups)
    _retire_former()
    _use(workflow, home, kinds.values())


def make_editors(home: HomePage) -> None:
    """Applies the table on a new site, or when a kind of entry is known to no group; else leaves rights to the host."""
    permissions = Permission.objects.filter(content_type__app_label="reen", group__isnull=False)
    held = set(permissions.values_list("content_type__model", flat=True))
    if any(model._meta.model_name not in held for model in entry_kinds()):
        apply_roles(home)


def _group(role: Role) -> Group:
    """The group of a role; members of the groups it replaces join it."""
    group, _ = Group.objects.get_or_create(name=role.name)
    for former in Group.objects.filter(name__in=[name for name, its in FORMER.items() if its is role]):
        group.user_set.add(*former.user_set.all())
        former.delete()
    return group


def _set_rights(group: Group, role: Role, kinds: Iterable[ContentType]) -> None:
    wanted = set(_permissions(role, list(kinds)))
    spoken_of = group.permissions.filter(content_type__in=list(kinds))
    group.permissions.remove(*set(spoken_of) - wanted)
    group.permissions.add(*wanted)


def _permissions(role: Role, kinds: list[ContentType]) -> Iterator[Permission]:
    """Access to the admin, its verbs on every kind of entry, and what the table names one by one."""
    codenames = [f"{verb}_{kind.model}" for kind in kinds for verb in role.entries]
    yield from Permission.objects.filter(content_type__in=kinds, codename__in=codenames)
    for name in ("wagtailadmin.access_admin", *role.other):
        app, _, codename = name.partition(".")
        yield Permission.objects.get(content_type__app_label=app, codename=codename)


def _open_pages(group: Group, role: Role, home: HomePage) -> None:
    rights = Permission.objects.filter(
        content_type=ContentType.objects.get_for_model(BasePage),
        codename__in=[f"{verb}_basepage" for verb in role.pages],
    )
    wanted = [GroupPagePermission(group=group, page=home.basepage_ptr, permission=right) for right in rights]
    here = GroupPagePermission.objects.filter(group=group, page=home.basepage_ptr)
    here.exclude(permission__in=rights).delete()
    GroupPagePermission.objects.bulk_create(wanted, ignore_conflicts=True)


def _open_files(group: Group, role: Role) -> None:
    """Pictures and documents of every collection."""
    root = Collection.get_first_root_node()
    for model in (get_image_model(), get_document_model()):
        kind = ContentType.objects.get_for_model(model)
        rights = Permission.objects.filter(
            content_type=kind, codename__in=[f"{verb}_{kind.model}" for verb in role.files]
        )
        wanted = [
            GroupCollectionPermission(group=group, collection=root, permission=right) for right in rights
        ]
        here = GroupCollectionPermission.objects.filter(
            group=group, collection=root, permission__content_type=kind
        )
        here.exclude(permission__in=rights).delete()
        GroupCollectionPermission.objects.bulk_create(wanted, ignore_conflicts=True)


def _workflow(groups: dict[str, Group]) -> Workflow:
    """The workflow, its steps in the order of the table."""
    workflow, _ = Workflow.objects.get_or_create(name=WORKFLOW)
    for order, (name, roles) in enumerate(STAGES):
        task, _ = ReviewTask.objects.get_or_create(name=name)
        task.groups.set([groups[role.name] for role in roles])
        WorkflowTask.objects.update_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    return workflow


def _retire_former() -> None:
    """Workflows this one replaces go, or stay as history when drafts went through them; drafts then start again."""
    for workflow in Workflow.objects.filter(name__in=FORMER_WORKFLOWS, active=True):
        tasks = list(workflow.tasks)
        used = workflow.workflow_states.exists()
        for retired in (workflow, *tasks):
            if used:
                retired.deactivate()
            else:
                retired.delete()


def _use(workflow: Workflow, home: HomePage, kinds: Iterable[ContentType]) -> None:
    """Every kind of entry and every page of the site follows that workflow."""
    root = BasePage.objects.get(depth=1)
    WorkflowPage.objects.bulk_create(
        [WorkflowPage(page=page, workflow=workflow) for page in (root, home.basepage_ptr)],
        update_conflicts=True,
        unique_fields=["page"],
        update_fields=["workflow"],
    )
    WorkflowContentType.objects.bulk_create(
        [WorkflowContentType(content_type=kind, workflow=workflow) for kind in kinds],
        update_conflicts=True,
        unique_fields=["content_type"],
        update_fields=["workflow"],
    )
