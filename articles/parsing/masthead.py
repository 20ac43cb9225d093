"""What the line at the head of a page says: newspaper, number and name of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from articles.parsing.folios import is_staff_line
from articles.parsing.repair import narrow

DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}\.\d{1,2}\.\d{1,2}")
WEEKDAY = re.compile(r"星期[一二三四五六日天]|周[一二三四五六日]")
PAGE_NUMBER = re.compile(
    r"""
    第 \s* (?P<ordinal> \d{1,3} ) \s* 版               # 第3版
    | (?<! 今日 ) (?<! [\d共] ) (?P<plain> \d{1,3} ) \s* 版   # 3版, but not 今日8版
    | (?: ^ | \s ) (?P<alone> \d{1,2} ) (?: \s | $ )   # the number stands for itself
    """,
    re.VERBOSE,
)
CHINESE_NUMBER = re.compile(r"第\s*(?P<digit>[一二三四五六七八九])\s*版")
PUBLICATION = re.compile(
    r"(?<![\u4e00-\u9fff])《?(?P<name>[\u4e00-\u9fff]{1,9}报)》?(?![\u4e00-\u9fff])"
)
PAGE_NAME = re.compile(r"(?:版|\d)\s*[:·]?\s*(?P<name>[\u4e00-\u9fff]{2,6})(?:\s|$)")
NO_PAGE_NAMES = frozenset({"星期", "农历", "今日", "责任编辑", "责编", "编辑", "版式", "校对"})


class Masthead(NamedTuple):
    """What is printed; empty or None where it isn't."""

    publication: str = ""
    page_number: int | None = None
    page_name: str = ""


def read_masthead(lines: Iterable[str]) -> Masthead:
    """Return what the lines outside the articles say of the page.

    Only a line with a date or a 版 counts; what one line leaves open the next may say.
    """
    publication, number, name = "", None, ""
    for line in lines:
        plain = narrow(line).strip()
        found = PUBLICATION.search(plain)
        publication = publication or (found["name"] if found else "")
        if is_staff_line(line) or not (DATE.search(plain) or "版" in plain):
            continue
        rest = WEEKDAY.sub(" ", DATE.sub(" ", plain))
        number = number or _page_number(rest)
        found = PAGE_NAME.search(rest)
        if found and found["name"] not in NO_PAGE_NAMES and not found["name"].endswith("报"):
            name = name or found["name"]
    return Masthead(publication, number, name)


def _page_number(line: str) -> int | None:
    match = PAGE_NUMBER.search(line)
    if match:
        number = int(match["ordinal"] or match["plain"] or match["alone"])
        return number or None
    match = CHINESE_NUMBER.search(line)
    return "一二三四五六七八九".index(match["digit"]) + 1 if match else None
