"""Make the first account of a new archive."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Makes an account with every right and says its password, this once."""

    help = "Make an account with every right and a random password, unless it exists."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", default="editor", help="editor, if not given")

    def handle(self, *, name: str, **options: Any) -> None:
        users = get_user_model()
        if users.objects.filter(**{users.USERNAME_FIELD: name}).exists():
            self.stdout.write(
                f"The account {name} exists; `manage.py changepassword {name}` gives it a new password."
            )
            return
        password = secrets.token_urlsafe(9)
        users.objects.create_superuser(name, password=password)
        self.stdout.write(f"Account {name}, password {password} (it is not shown again)")
