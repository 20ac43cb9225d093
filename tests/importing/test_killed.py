"""An import that is killed at any point can be run again and ends like one that never was."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

from tests.importing.pages import SAMPLES, write_pages

ROOT = Path(__file__).parent.parent.parent
KILLS = 20


class Archive:
    """A database of its own, empty but for the divisions, and imports into it."""

    def __init__(self, url: str) -> None:
        self.environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
        }

    def call(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *map(str, arguments)]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False
        )

    def set_up(self) -> None:
        for command in ("migrate", "load_regions"):
            done = self.call("manage.py", command, "-v0")
            assert done.returncode == 0, done.stderr

    def import_pages(self, folder: Path) -> dict[str, Any]:
        done = self.call("-m", "tests.importing.killed", folder)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def import_and_die(self, folder: Path, statement: int) -> None:
        done = self.call("-m", "tests.importing.killed", folder, statement)
        assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.fixture
def two_archives(db: None, tmp_path: Path) -> Iterator[tuple[Archive, Archive]]:
    """Two databases of the kind that the suite runs on."""
    if connection.vendor == "sqlite":
        first, second = (f"sqlite:///{tmp_path / name}.sqlite3" for name in ("first", "second"))
        Archive(first).set_up()
        (tmp_path / "second.sqlite3").write_bytes((tmp_path / "first.sqlite3").read_bytes())
        yield Archive(first), Archive(second)
        return
    options = settings.DATABASES["default"]
    server = f"postgresql://{options['USER']}@{quote(options['HOST'], safe='')}/{{}}"
    own = connection.settings_dict["NAME"]
    names = [f"{own}_killed_{k}" for k in (1, 2)]
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{names[0]}"')
        Archive(server.format(names[0])).set_up()
        cursor.execute(f'CREATE DATABASE "{names[1]}" TEMPLATE "{names[0]}"')
    yield tuple(Archive(server.format(name)) for name in names)
    with connection._nodb_cursor() as cursor:
        for name in names:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with more pages than are stored between the kills."""
    folder = tmp_path / "pages"
    write_pages(folder, 28)
    for sample in SAMPLES.glob("*.txt"):
        (folder / sample.name).write_bytes(sample.read_bytes())
    return folder


def test_killed_twenty_times_it_ends_like_one_clean_run(two_archives, pages):
    clean, killed = two_archives
    whole = clean.import_pages(pages)
    chance = random.Random(2026)
    a_page = whole["statements"] // len(list(pages.iterdir()))
    for _ in range(KILLS):
        killed.import_and_die(pages, chance.randint(1, 2 * a_page))
    ended = killed.import_pages(pages)
    assert ended["statements"] > 0, "the last run had nothing left to store"
    assert ended["archive"] == whole["archive"]
