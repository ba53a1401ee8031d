"""The test infrastructure itself: each promise of conftest shown to hold by what it refuses."""

import socket

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.template import engines


@pytest.mark.django_db
def test_database_is_migrated():
    assert ContentType.objects.filter(app_label="reen", model="user").exists()


def test_network_outside_this_machine_is_refused():
    with socket.socket() as outside, pytest.raises(pytest.fail.Exception, match=r"203\.0\.113\.1"):
        outside.connect(("203.0.113.1", 80))


def test_network_on_this_machine_works():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass


def test_undefined_variable_of_a_library_template_stays_empty():
    assert engines["django"].from_string("[{{ absent }}]").render() == "[]"


@pytest.mark.parametrize("turn", [1, 2])
def test_cache_is_empty_at_each_start(turn):
    assert cache.get("seen") is None
    cache.set("seen", turn)
