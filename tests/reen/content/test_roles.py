"""The table of roles: applied whole, twice with no more effect, and without losing anybody."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowContentType

from reen.content.editors import apply_roles, entry_kinds
from reen.content.roles import ROLES, STAGES, VALIDATORS, WORKFLOW
from reen.models import HomePage, User
from tests.reen.admin.people import open_site

pytestmark = pytest.mark.django_db


def rights() -> dict[str, list]:
    """Everything the groups may do, by group."""
    return {
        group.name: [
            *group.permissions.order_by("pk").values_list("codename", flat=True),
            *GroupPagePermission.objects.filter(group=group).order_by("pk").values_list("pk", "page_id"),
            *GroupCollectionPermission.objects.filter(group=group)
            .order_by("pk")
            .values_list("pk", flat=True),
        ]
        for group in Group.objects.order_by("name")
    }


def test_each_role_may_do_what_the_table_says_of_every_kind():
    open_site()
    assert entry_kinds() != []
    for role in ROLES:
        held = Group.objects.get(name=role.name).permissions.filter(content_type__app_label="reen")
        wanted = {f"{verb}_{kind._meta.model_name}" for kind in entry_kinds() for verb in role.entries}
        named = {name.partition(".")[2] for name in role.other if name.startswith("reen.")}
        assert set(held.values_list("codename", flat=True)) == wanted | named


def test_applying_again_changes_nothing():
    open_site()
    before = rights()
    call_command("apply_roles")
    assert rights() == before
    assert Workflow.objects.count() == 1


def test_applying_takes_back_what_the_table_does_not_give_and_leaves_the_rest():
    home = open_site()
    group = Group.objects.get(name="Rédacteurs")
    publish = Permission.objects.get(codename="publish_action")
    other = Permission.objects.get(codename="add_user", content_type__app_label="reen")
    group.permissions.add(publish, other)
    apply_roles(home)
    assert publish not in group.permissions.all()
    assert other in group.permissions.all()


def test_members_of_former_groups_keep_their_rights():
    former = Group.objects.create(name="Éditeurs")
    user = User.objects.create_user("ancienne@exemple.invalid")
    user.groups.add(former)
    open_site()
    assert list(user.groups.values_list("name", flat=True)) == [VALIDATORS.name]
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}


def test_every_kind_and_every_page_follows_the_two_stages():
    home = open_site()
    workflow = Workflow.objects.get()
    assert workflow.name == WORKFLOW
    assert [task.name for task in workflow.tasks] == [name for name, _roles in STAGES]
    assert home.get_workflow() == workflow
    followed = {each.content_type.model_class() for each in WorkflowContentType.objects.all()}
    assert followed == set(entry_kinds())


def test_command_says_that_an_empty_site_is_to_be_filled_first():
    assert not HomePage.objects.exists()
    with pytest.raises(Exception, match="load_content"):
        call_command("apply_roles")
