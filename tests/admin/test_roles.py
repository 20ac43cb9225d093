"""The roles that come with a migration."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection

pytestmark = pytest.mark.django_db

roles = import_module("articles.migrations.0002_roles")
EDITOR = SimpleNamespace(connection=connection)


def permissions_of(name):
    rows = Permission.objects.filter(group__name=name)
    return {f"{p.content_type.app_label}.{p.codename}" for p in rows.select_related("content_type")}


@pytest.mark.parametrize("name", roles.ROLES)
def test_a_role_has_all_permissions_that_it_names(name):
    assert permissions_of(name) == set(roles.ROLES[name])


@pytest.mark.parametrize(
    ("permission", "holders"),
    [
        ("articles.view_article", {"Contributor", "Editor", "Chief editor"}),
        ("articles.change_article", {"Contributor", "Editor", "Chief editor"}),
        ("articles.review_article", {"Contributor", "Editor", "Chief editor"}),
        ("articles.publish_article", {"Editor", "Chief editor"}),
        ("articles.identify_person", {"Editor", "Chief editor"}),
        ("articles.withdraw_article", {"Chief editor"}),
        ("articles.delete_article", {"Chief editor"}),
        ("articles.add_article", set()),
        ("articles.change_event", set()),
        ("articles.delete_event", set()),
        ("auth.change_user", set()),
    ],
)
def test_who_holds_what(permission, holders):
    assert {name for name in roles.ROLES if permission in permissions_of(name)} == holders


def test_the_migration_goes_back_and_forth():
    own = Group.objects.create(name="Own")
    roles.remove_roles(apps, EDITOR)
    assert list(Group.objects.all()) == [own]
    for _twice in range(2):
        roles.add_roles(apps, EDITOR)
    assert Group.objects.count() == 4
    assert permissions_of("Editor") == set(roles.ROLES["Editor"])
