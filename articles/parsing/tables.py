"""Tables of learned weights, written so that they can be read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path


def write_table(
    table: Mapping[str, Mapping[str, float]],
    path: Path,
    heading: str,
    *,
    least: float = 0.0,
    as_given: bool = False,
) -> None:
    """Write {group: {name: weight}} as TOML, the weightiest first, none under `least`.

    With `as_given` groups and names keep their order.
    """
    parts = [heading]
    for group in table if as_given else sorted(table):
        rows = list(table[group].items())
        if not as_given:
            rows.sort(key=lambda row: (-abs(round(row[1], 2)), row[0]))
        kept = [f'"{name}" = {weight:.2f}' for name, weight in rows if abs(weight) >= least]
        parts.append(f'["{group}"]\n' + "\n".join(kept))
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def read_table(path: Path) -> dict[str, dict[str, float]]:
    """Return the weights of a table by group and name."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
