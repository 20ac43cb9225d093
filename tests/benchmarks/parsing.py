"""Measure the parser: `python -m tests.benchmarks.parsing [PATH…] [--rounds N]`."""

import argparse
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from articles.parsing.page import parse_page

SAMPLES = Path(__file__).resolve().parent.parent / "pages"
NOT_AFTER = date(2100, 1, 1)


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    texts = read_texts(given.paths)
    if not texts:
        parser.error("no .txt file there")
    started = time.perf_counter()
    parse_page(texts[0], not_after=NOT_AFTER)
    first = time.perf_counter() - started
    parsing = best_of(
        given.rounds, lambda: [parse_page(text, not_after=NOT_AFTER) for text in texts]
    )
    encoded = [json.dumps(text, ensure_ascii=False) for text in texts]
    yardstick = best_of(given.rounds, lambda: [json.loads(text) for text in encoded])
    characters = sum(map(len, texts))
    print(f"{len(texts)} pages, {characters:,} characters")
    print(f"first page, with the loading of the word lists: {first:.2f} s")
    print(f"then {parsing / len(texts) * 1000:.0f} ms a page, {characters / parsing:,.0f} char/s")
    print(f"{parsing / yardstick:,.0f} times json.loads")


def read_texts(paths: list[Path]) -> list[str]:
    """Return the texts of the files, and of the .txt files in the folders."""
    files = [
        file
        for path in paths
        for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    ]
    return [file.read_text(encoding="utf-8") for file in files]


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Return the seconds of the quickest round."""
    seconds = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


if __name__ == "__main__":
    main()
