"""Tables of learned weights, written so that they can be read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path


def write_table(
    table: Mapping[str, Mapping[str, float]], path: Path, heading: str, *, least: float = 0.0
) -> None:
    """Write {group: {name: weight}} as TOML, the weightiest first, none under `least`."""
    parts = [heading]
    for group in sorted(table):
        rows = sorted(table[group].items(), key=lambda row: (-abs(round(row[1], 2)), row[0]))
        kept = [f'"{name}" = {weight:.2f}' for name, weight in rows if abs(weight) >= least]
        parts.append(f'["{group}"]\n' + "\n".join(kept))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def read_table(path: Path) -> dict[str, dict[str, float]]:
    """Return the weights of a table by group and name."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
