"""The reading of whole pages, as every import does it."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from articles.parsing.page import parse_page

ROOT = Path(__file__).parent.parent.parent

READ_SAMPLES = """
from datetime import date
from datetime import date
from pathlib import Path
from articles.parsing.page import parse_page
for path in sorted(Path("tests/pages").glob("*.txt")):
    print(parse_page(path.read_text("utf-8"), not_after=date(2026, 12, 31)))
"""


@pytest.fixture(scope="module")
def first() -> str:
    return read_samples("1")


def read_samples(seed: str) -> str:
    """Read the sample pages in a process of its own, with sets and dicts hashed by `seed`."""
    return subprocess.run(
        [sys.executable, "-c", READ_SAMPLES],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("seed", ["2", "3"])
def test_a_page_is_read_the_same_in_every_process(first: str, seed: str):
    assert first.count("ParsedPage(") >= 8
    assert read_samples(seed) == first


def test_the_parser_loads_no_django():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, articles.parsing.page; print('django' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("本报记者 何静 摄\n", "no-headline"),
        ("柳河镇新桥通车\n", "boundary-uncertain"),
    ],
    ids=["a credit alone", "a headline alone"],
)
def test_what_is_no_whole_article_is_flagged(text: str, code: str):
    page = parse_page(text, not_after=date(2026, 12, 31))
    for article in page.articles:
        assert code in {flag.code for flag in article.flags}
    assert page.articles or page.unassigned


def test_a_printed_date_still_to_come_is_a_problem():
    text = "青禾日报 2031年5月6日 星期二 第1版\n\n夜校开课\n\n本报讯 2026年5月5日，夜校开课。\n"
    page = parse_page(text, not_after=date(2026, 12, 31))
    assert page.date == date(2026, 5, 6)
    assert "date-ahead" in {problem.code for problem in page.problems}
