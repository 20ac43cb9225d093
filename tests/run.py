"""Run the tests on both databases: `python -m tests.run [arguments of pytest]`.

First the tests that touch a database, on a PostgreSQL server made for the run; then all of them,
on SQLite. What the tests need and the machine lacks is installed, or the run fails and says so.
"""

import os
import signal
import subprocess
import sys

import pytest

from tests.support import browser, postgres
from tests.support.tools import MissingToolError

PASSED = {pytest.ExitCode.OK}
PASSED_OR_NONE = {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


def main(arguments: list[str]) -> int:
    """Run the tests and return the exit code of the whole."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the server is stopped
    try:
        browser.require_chromium()
        with postgres.temporary_server() as url:
            on_postgresql = _run("PostgreSQL", [*arguments, "--only-database"], DATABASE_URL=url)
        on_sqlite = _run("SQLite", arguments, DATABASE_URL="")
    except MissingToolError as problem:
        print(f"FAILED: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    failed = [
        *(["PostgreSQL"] if on_postgresql not in PASSED_OR_NONE else []),
        *(["SQLite"] if on_sqlite not in PASSED else []),
    ]
    if failed:
        print(f"FAILED on {' and '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _run(database: str, arguments: list[str], **environment: str) -> int:
    print(f"\nTests on {database}", flush=True)
    command = [sys.executable, "-m", "pytest", "--numprocesses=2", *arguments]
    with subprocess.Popen(command, env={**os.environ, **environment}) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """Let pytest finish what it cleans up: Ctrl-C has reached it too, a SIGTERM has not."""
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
