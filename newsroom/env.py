"""Typed readers for the environment: a wrong value stops the start and names its variable."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def read_text(name: str, default: str) -> str:
    """Return the variable, or `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def read_choice(name: str, default: str, *, among: Collection[str], what: str) -> str:
    """Return the variable if it is one of those allowed; `what` says in the error what they are."""
    value = read_text(name, default)
    if value not in among:
        raise ImproperlyConfigured(f"{name} must be {what}, not {value!r}.")
    return value


def read_bool(name: str, *, default: bool) -> bool:
    """Return the variable as a truth value; raise `ImproperlyConfigured` on anything else."""
    raw = os.environ.get(name, "").strip().lower()
    if not raw:
        return default
    if raw in TRUE:
        return True
    if raw in FALSE:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {raw!r}.")


def read_int(name: str, default: int, *, least: int = 0) -> int:
    """Return the variable as a whole number not below `least`."""
    raw = os.environ.get(name, "").strip()
    if not raw:
        return default
    try:
        value = int(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}.") from None
    if value < least:
        raise ImproperlyConfigured(f"{name} must be at least {least}, not {value}.")
    return value


def read_list(name: str, default: list[str]) -> list[str]:
    """Return the comma-separated variable as a list without empty entries."""
    raw = os.environ.get(name, "")
    return [entry.strip() for entry in raw.split(",") if entry.strip()] or default


def read_folder(name: str, default: Path) -> Path:
    """Return the folder in the variable, made where there is none.

    Raises `ImproperlyConfigured` if it can't be made.
    """
    folder = Path(read_text(name, str(default)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}: the folder {folder} can't be made ({error.strerror})."
        ) from error
    return folder


def read_secret(name: str, keep_in: Path) -> str:
    """Return the secret in the variable, else one made at random once and kept in a private file.

    Raises `ImproperlyConfigured` if the file can be neither read nor made.
    """
    given = os.environ.get(name, "").strip()
    if given:
        return given
    try:
        if not keep_in.exists():
            _keep_secret(keep_in)
        secret = keep_in.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise ImproperlyConfigured(
            f"Set {name}: none is given and {keep_in} can't be used ({error.strerror})."
        ) from error
    if not secret:
        raise ImproperlyConfigured(f"Set {name}: {keep_in} is empty.")
    return secret


def _keep_secret(path: Path) -> None:
    """Write a new secret in one step, unless another process does so at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", dir=path.parent, encoding="utf-8") as file:  # mode 0600
        file.write(secrets.token_urlsafe(50))
        file.flush()
        with suppress(FileExistsError):
            path.hardlink_to(file.name)


def read_database(name: str, default: str, *, pool_size: int) -> dict[str, Any]:
    """Return Django's settings for the database at the URL in the variable.

    SQLite is opened with write-ahead logging, IMMEDIATE transactions and a busy timeout of 20 s;
    PostgreSQL with a pool of at most `pool_size` connections for each process (0: no pool).
    """
    url = read_text(name, default)
    try:
        database: dict[str, Any] = dict(dj_database_url.parse(url))
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise ImproperlyConfigured(f"{name} is no database URL: {error}") from error
    options = database.setdefault("OPTIONS", {})
    if database["ENGINE"] == "django.db.backends.sqlite3":
        options.setdefault("timeout", 20)
        options["transaction_mode"] = "IMMEDIATE"
        options["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
    elif database["ENGINE"] == "django.db.backends.postgresql":
        if pool_size:
            options["pool"] = {"min_size": 0, "max_size": pool_size, "timeout": 10}
    else:
        scheme = url.split(":", 1)[0]  # the whole may hold a password
        raise ImproperlyConfigured(f"{name} must be a sqlite: or postgresql: URL, not {scheme}:.")
    return database
