"""Measure the parser: `python -m tests.benchmarks.parsing [PATH…] [--rounds N] [--growth]`."""

import argparse
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from articles.parsing.layout import read_layout
from articles.parsing.page import parse_page

SAMPLES = Path(__file__).resolve().parent.parent / "pages"
NOT_AFTER = date(2100, 1, 1)
LARGE = 5_000_000
"""Characters of the odd pages: the largest that an import takes."""
ODD_PAGES = {
    "one line repeated": "渔港换上新灯，渔船回港不再摸黑。\n",
    "lines of one character": "灯\n",
    "headlines only": "渔港换新灯\n\n",
}


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="*", type=Path, default=[SAMPLES], metavar="PATH")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--growth", action="store_true", help="also read very long and odd pages")
    given = parser.parse_args()
    texts = read_texts(given.paths)
    if not texts:
        parser.error("no .txt file there")
    started = time.perf_counter()
    parse_page(texts[0], not_after=NOT_AFTER)
    print(f"first page, with the loading of all tables: {time.perf_counter() - started:.2f} s")
    compare(texts, given.rounds)
    if given.growth:
        grow("\n\n".join(texts))


def compare(texts: list[str], rounds: int) -> None:
    """Print how fast pages are read, beside `json.loads` of the same texts."""
    characters = sum(map(len, texts))
    encoded = [json.dumps(text, ensure_ascii=False) for text in texts]
    print(f"{len(texts)} pages, {characters:,} characters")
    yardstick = best_of(rounds, lambda: [json.loads(text) for text in encoded])
    works: dict[str, Callable[[], object]] = {
        "layout alone": lambda: [read_layout(text) for text in texts],
        "with headlines, credits, people": lambda: [
            parse_page(text, not_after=NOT_AFTER) for text in texts
        ],
    }
    for name, work in works.items():
        seconds = best_of(rounds, work)
        speed = f"{characters / seconds:9,.0f} char/s, {seconds / len(texts) * 1000:4.0f} ms a page"
        print(f"{name:32} {speed}, {seconds / yardstick:5,.0f} times json.loads")


def grow(text: str) -> None:
    """Print how the time of the layout grows with the length of a page, and on odd pages."""
    for times in (1, 10, 100):
        longer = "\n\n".join([text] * times)[:LARGE]
        seconds = best_of(1, lambda longer=longer: read_layout(longer))
        share = f"{seconds / len(longer) * 1e6:6.2f} µs a character"
        print(f"the pages as one, {times:3} times: {len(longer):9,} characters {share}")
    for name, line in ODD_PAGES.items():
        page = line * (LARGE // len(line))
        seconds = best_of(1, lambda page=page: read_layout(page))
        print(f"{name}: {len(page):,} characters in {seconds:.1f} s")


def read_texts(paths: list[Path]) -> list[str]:
    """Return the texts of the files, and of the .txt files in the folders."""
    files = [
        file
        for path in paths
        for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    ]
    return [file.read_text(encoding="utf-8") for file in files]


def best_of(rounds: int, work: Callable[[], object]) -> float:
    """Return the processor seconds of the quickest round."""
    seconds = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        seconds.append(time.process_time() - started)
    return min(seconds)


if __name__ == "__main__":
    main()
