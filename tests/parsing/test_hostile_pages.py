"""Pages that no newspaper prints: the work and memory they take grow with their length only.

The work is counted in calls, which are the same on every machine; `tests/benchmarks` has seconds.
"""

import random
import sys
import tracemalloc
from collections.abc import Callable
from datetime import date

import pytest

from articles.parsing.contents import is_contents_entry
from articles.parsing.page import parse_page

HAN = [chr(code) for code in range(0x4E00, 0x5A00)]
NOT_AFTER = date(2100, 1, 1)
GROWTH = 4
TOLERANCE = 1.5
"""So much more than in proportion may a page of four times the length take."""


def letters(count: int, rng: random.Random) -> str:
    return "".join(rng.choices(HAN, k=count))


REPORT = "夜校开课\n\n本报讯（记者 陆青）近日，夜校开课。\n\n"
"""Begins a page so that it is read as the same kind whatever its length."""
Maker = Callable[[int, random.Random], str]
PAGES: dict[str, Maker] = {
    "torn paragraphs": lambda n, r: REPORT + "\n\n".join("，" + letters(60, r) for _ in range(n)),
    "headlines": lambda n, r: "\n\n".join(letters(8, r) for _ in range(n)),
    "lines of one letter": lambda n, r: "\n".join(letters(1, r) for _ in range(n)),
    "entries": lambda n, r: "目录\n" + "\n".join(letters(8, r) + "……李明" for _ in range(n)),
    "captions": lambda n, r: "\n".join("图为" + letters(20, r) + "。" for _ in range(n)),
    "a row of names": lambda n, r: "、".join("李" + letters(2, r) for _ in range(n)) + "参加。",
    "one name again": lambda n, r: "，".join("李明说" + letters(5, r) for _ in range(n)) + "。",
    "letters and blanks": lambda n, r: " ".join(letters(1, r) for _ in range(n)),
}


def calls(text: str) -> int:
    """Return how many functions are called while a page is read."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        parse_page(text, not_after=NOT_AFTER)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", PAGES)
def test_work_grows_with_the_length_only(name: str) -> None:
    rng = random.Random(3)
    make = PAGES[name]
    parse_page(make(50, rng), not_after=NOT_AFTER)
    short, long = calls(make(300, rng)), calls(make(300 * GROWTH, rng))
    assert long < TOLERANCE * GROWTH * short


def test_torn_paragraphs_need_no_memory_to_speak_of() -> None:
    text = PAGES["torn paragraphs"](900, random.Random(3))
    tracemalloc.start()
    try:
        parse_page(text, not_after=NOT_AFTER)
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 200_000_000


def test_an_entry_of_many_authors_is_tried_in_one_way_only() -> None:
    """Else the number of ways doubled with each name, and the page was never read."""
    assert not is_contents_entry("牢记嘱托……" + "陆青　　" * 60 + "x")


@pytest.mark.parametrize("word", ["http://example.org/" + 600 * "a", 5000 * "x", "9" * 5000])
def test_a_word_of_any_length_is_read(word: str) -> None:
    page = parse_page(f"夜校开课\n\n本报讯 近日，夜校开课。网址 {word}\n", not_after=NOT_AFTER)
    assert page.articles
