"""Compose pages of newspaper pieces: `python -m tests.composer PIECES… --out DIR`.

Writes 001P.txt with its truth 001P.gold.json, then 002W, 003X, 004P and so on.  The same pieces,
seed and number of pages give the same files.  README.md tells what the styles are.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.composer.pages import write_pages
from tests.composer.pieces import PieceError, load_pieces


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the pages and say of each what it has."""
    parser = argparse.ArgumentParser(prog="python -m tests.composer", description=__doc__)
    parser.add_argument("pieces", nargs="+", type=Path, help="files with a piece on each line")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--alike", action="store_true", help="pages of like pieces")
    options = parser.parse_args(arguments)
    try:
        pieces = load_pieces(options.pieces)
    except (OSError, PieceError) as problem:
        raise SystemExit(str(problem)) from problem
    for name, text, truth in write_pages(
        pieces,
        options.out,
        seed=options.seed,
        pages=options.pages,
        alike=options.alike,
    ):
        articles, lines = len(truth["articles"]), text.count("\n") + 1
        quirks = "; ".join(truth["quirks"])
        sys.stdout.write(f"{name} {articles} articles, {lines} lines; {quirks}\n")


if __name__ == "__main__":
    main()
