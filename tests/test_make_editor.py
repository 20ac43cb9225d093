from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def output_of(*arguments: str) -> str:
    stdout = StringIO()
    call_command("make_editor", *arguments, stdout=stdout)
    return stdout.getvalue()


def test_the_printed_password_opens_the_admin(client):
    password = output_of().split("password ")[1].split()[0]
    assert client.login(username="editor", password=password)
    assert User.objects.get().is_superuser


def test_a_second_run_keeps_the_password_and_says_how_to_change_it():
    output_of("chief")
    before = User.objects.get().password
    assert "manage.py changepassword chief" in output_of("chief")
    assert User.objects.get().password == before
