"""Make the first account of a new archive."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Make an account with every right and a random password, unless it exists."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", nargs="?", default="editor", help="editor, if not given")

    def handle(self, *, name: str, **options: Any) -> None:
        if User.objects.filter(username=name).exists():
            self.stdout.write(
                f"The account {name} exists. For a new password: manage.py changepassword {name}"
            )
            return
        password = secrets.token_urlsafe(9)
        User.objects.create_superuser(name, password=password)
        self.stdout.write(f"Account {name}, password {password} (it is not shown again)")
