"""Synonyms in the admin: for editors only, refused when they could help nobody, heard once published."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse

from reen.models import Synonyms
from reen.models.synonyms import LONGEST_TERM, MOST_TERMS
from reen.search.found import asked

LIST = "wagtailsnippets_reen_synonyms:list"
ADD = "wagtailsnippets_reen_synonyms:add"


@pytest.fixture
def editor(content, django_user_model):
    user = django_user_model.objects.create_user(email="redaction@example.invalid")
    user.groups.add(Group.objects.get(name="Validateurs"))
    return user


def test_only_editors_reach_them(editor, client, django_user_model):
    manager = django_user_model.objects.create_user(email="gestion@example.invalid")
    for name in (LIST, ADD):
        assert client.get(reverse(name)).status_code == 302
        client.force_login(manager)
        assert client.get(reverse(name)).status_code == 302
        client.force_login(editor)
        assert client.get(reverse(name)).status_code == 200
        client.logout()


def test_a_group_is_heard_once_published(editor, client):
    client.force_login(editor)
    values = {"ref": "essai", "terms": "trottinette\nvélo\n"}
    client.post(reverse(ADD), values)
    assert len(asked("trottinette").wanted[0].expressions) == 1
    group = Synonyms.objects.get(ref="essai")
    edit = reverse("wagtailsnippets_reen_synonyms:edit", args=[group.pk])
    client.post(edit, values | {"action-publish": "1"})
    assert len(asked("trottinette").wanted[0].expressions) == 2


@pytest.mark.parametrize(
    "terms",
    [
        "",
        "seul",
        "\n\n",
        "\n".join(f"mot{number}" for number in range(MOST_TERMS + 1)),
        f"a\n{'b' * (LONGEST_TERM + 1)}",
    ],
)
def test_a_group_that_could_help_nobody_is_refused(terms: str):
    with pytest.raises(ValidationError) as refused:
        Synonyms(ref="essai", terms=terms).full_clean(validate_unique=False)
    assert set(refused.value.message_dict) == {"terms"}


def test_a_group_is_named_by_its_terms():
    group = Synonyms(ref="essai", terms=" un \n\n deux\n")
    group.full_clean(validate_unique=False)
    assert str(group) == "un = deux"
