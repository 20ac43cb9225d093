"""The environment: what is read, and that a wrong value stops the start and names its variable."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import env

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def given(monkeypatch):
    """Set the variable NAME: `given("8")`."""
    return lambda value: monkeypatch.setenv("NAME", value)


def test_text_is_trimmed_and_empty_means_unset(given):
    given("  Asia/Shanghai ")
    assert env.read_text("NAME", "UTC") == "Asia/Shanghai"
    given("  ")
    assert env.read_text("NAME", "UTC") == "UTC"


@pytest.mark.parametrize(
    ("raw", "value"),
    [("1", True), ("true", True), ("YES", True), (" on ", True), ("0", False), ("False", False)],
)
def test_truth_values(given, raw, value):
    given(raw)
    assert env.read_bool("NAME", default=not value) is value


@pytest.mark.parametrize("default", [True, False])
def test_an_unset_truth_value_is_its_default(monkeypatch, default):
    monkeypatch.delenv("NAME", raising=False)
    assert env.read_bool("NAME", default=default) is default


def test_a_whole_number(given):
    given(" 42 ")
    assert env.read_int("NAME", 7) == 42
    given("")
    assert env.read_int("NAME", 7) == 7


def test_a_list_has_no_empty_entries(given):
    given("example.org, ,www.example.org,")
    assert env.read_list("NAME", ["localhost"]) == ["example.org", "www.example.org"]
    given(" , ")
    assert env.read_list("NAME", ["localhost"]) == ["localhost"]


@pytest.mark.parametrize(
    ("read", "raw"),
    [
        (lambda: env.read_bool("NAME", default=False), "maybe"),
        (lambda: env.read_int("NAME", 7), "seven"),
        (lambda: env.read_int("NAME", 7, least=1), "0"),
        (lambda: env.read_database("NAME", "sqlite://", pool_size=0), "mysql://root@localhost/db"),
        (lambda: env.read_database("NAME", "sqlite://", pool_size=0), "nonsense"),
    ],
)
def test_a_wrong_value_stops_the_start_and_names_the_variable(given, read, raw):
    given(raw)
    with pytest.raises(ImproperlyConfigured, match="NAME"):
        read()


def test_a_given_secret_is_kept_nowhere(given, tmp_path):
    given("from the environment")
    assert env.read_secret("NAME", tmp_path / "secret") == "from the environment"
    assert not (tmp_path / "secret").exists()


def test_a_secret_is_made_once_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    monkeypatch.delenv("NAME", raising=False)
    path = tmp_path / "new" / "secret"
    secret = env.read_secret("NAME", path)
    assert len(secret) >= 50
    assert env.read_secret("NAME", path) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_no_secret_and_no_place_for_one_stops_the_start(monkeypatch, tmp_path):
    monkeypatch.delenv("NAME", raising=False)
    (tmp_path / "file").touch()
    with pytest.raises(ImproperlyConfigured, match="NAME"):
        env.read_secret("NAME", tmp_path / "file" / "secret")


def test_an_empty_secret_stops_the_start(monkeypatch, tmp_path):
    monkeypatch.delenv("NAME", raising=False)
    (tmp_path / "secret").touch()
    with pytest.raises(ImproperlyConfigured, match="NAME"):
        env.read_secret("NAME", tmp_path / "secret")


def test_sqlite_waits_for_its_lock_and_takes_it_at_the_start_of_a_transaction(given):
    given("sqlite:////srv/archive.sqlite3")
    database = env.read_database("NAME", "", pool_size=8)
    assert database["NAME"] == "/srv/archive.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert "pool" not in database["OPTIONS"]


def test_postgresql_on_a_socket_with_and_without_a_pool(given):
    given("postgresql://newsroom@%2Frun%2Fpostgresql/archive")
    database = env.read_database("NAME", "", pool_size=8)
    assert (database["HOST"], database["NAME"]) == ("/run/postgresql", "archive")
    assert database["OPTIONS"]["pool"]["max_size"] == 8
    assert "pool" not in env.read_database("NAME", "", pool_size=0)["OPTIONS"]


def in_production(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run manage.py with only the given variables of the project."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEWSROOM_", "DJANGO_")) and name != "DATABASE_URL"
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
    )


def test_the_settings_without_any_variable_are_fit_for_production(tmp_path):
    result = in_production(
        "check", "--deploy", "--fail-level", "WARNING", NEWSROOM_STATE_DIR=str(tmp_path)
    )
    assert result.returncode == 0, result.stderr


def test_a_wrong_variable_stops_manage_py(tmp_path):
    result = in_production("check", NEWSROOM_STATE_DIR=str(tmp_path), NEWSROOM_HTTPS="perhaps")
    assert result.returncode != 0
    assert "NEWSROOM_HTTPS must be true or false" in result.stderr


def test_a_choice_is_one_of_those_allowed(monkeypatch):
    monkeypatch.setenv("LEVEL", "LOUD")
    with pytest.raises(ImproperlyConfigured, match="LEVEL must be DEBUG or INFO, not 'LOUD'"):
        env.read_choice("LEVEL", "INFO", among=("DEBUG", "INFO"), what="DEBUG or INFO")
    monkeypatch.delenv("LEVEL")
    assert env.read_choice("LEVEL", "INFO", among=("DEBUG", "INFO"), what="") == "INFO"


def test_a_wrong_database_url_does_not_show_its_password(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://user:hunter2@host/name")
    with pytest.raises(ImproperlyConfigured) as raised:
        env.read_database("DATABASE_URL", "sqlite://", pool_size=0)
    assert "hunter2" not in str(raised.value)
