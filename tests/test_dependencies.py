"""Every requirement is pinned and has its line in docs/dependencies.md, and nothing else has."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENT = re.compile(r"^(?P<name>[\w-]+)(?:\[[\w,]+\])?==[\d.]+$")


def requirements() -> list[str]:
    return [
        line
        for name in ("requirements.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
        if not line.startswith("-r ")
    ]


def test_every_requirement_is_pinned():
    assert not [line for line in requirements() if not REQUIREMENT.match(line)]


def test_every_requirement_has_a_licence_and_a_reason_and_nothing_else_has():
    document = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w-]+) \| ([^|]+) \| ([^|]+\.) \|$", document, re.MULTILINE)
    named = sorted(match["name"] for line in requirements() if (match := REQUIREMENT.match(line)))
    assert sorted(name for name, _, _ in rows) == named
