"""Lines that say what page this is or who made it, at its head or foot."""

from __future__ import annotations

import re

from articles.parsing.cues import is_bare_name, is_continuation, is_notice, is_section_label
from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import compiled, plain

PAPER = rf"(?: [{HAN}]{{2,9}} (?<! [预警回汇捷喜财填墙战情简] ) 报 )"
"""The name of a newspaper, but not 天气预报."""
DAY_IN_FULL = r"\d{4} \s*+ 年 \s*+ \d{1,2} \s*+ 月 \s*+ \d{1,2} \s*+ 日"
DATED = compiled(
    rf"""
    (?: [{HAN}]{{1,9}} 报 \s*+ | [^:]{{0,12}} \s | [A-D]? \d{{1,2}} 版? \s*+ [{HAN}·]{{0,8}} )?
    (?: {DAY_IN_FULL}
      | \d{{4}} [.] \d{{1,2}} [.] \d{{1,2}} )
    \s*+ \(?+ (?: 星期 | 周 ) \s*+ [一二三四五六日天] \)?+ (?: (?: \s | 新闻 ) .* )?
    """
)
"""The date of the issue with its day of the week, whatever follows: a telephone number, say."""
ISSUE = r"(?: 总? 第? \s*+ \d{3,6} \s*+ [期号] | 今[日天] \s*+ (?: \d+ | [二四六八十]+ ) \s*+ 版 )"
CYCLE = "[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
WEEK = "(?: 星期 | 周 ) [一二三四五六日天]"
REACHED = r"\s*+ [:/]? \s*+ \(? [0-9A-Za-z×]"
"""How a number or an address begins behind the word for it."""
IMPRINT = compiled(
    rf"""
    .* (?: 国内统一 (?: 连续出版物 | 刊 ) 号 | 统一刊号 | 邮发代号 \D{{0,4}} \d | ISSN \s*+ \d
      | CN \s*+ \d{{2}} [-—] ) .*
    | (?: [{HAN}]{{2,20}} 主办 \s )? (?: {WEEK} \s*+ )? (?: {CYCLE} .{{2,8}} \s )? \(? {ISSUE}
      (?: [\s()]*+ (?: {ISSUE} | 代号 \S+ ) )* [\s()]* (?: 新闻热线 .* | \d{{4}} \s*+ 年 .* )?
    """
)
"""Under which number the newspaper is published, of how many pages."""
PUBLISHER = compiled(
    rf"(?! .* 由 ) [{HAN}\s]{{2,24}} (?: 主管 \s*+ 主办 | 主办 | [社心] \s*+ 出版 )"
)
"""Who publishes it."""
DAY = compiled(
    rf"""
    星期 [一二三四五六日天] (?: \s*+ {CYCLE} .{{2,8}} )? (?: \s*+ [·•.] \s*+ \d{{1,2}} \s*+ [·•.] )?
    | [·•] \s*+ \d{{1,2}} \s*+ [·•]
    """
)
"""Nothing but the day of the week, the number of the page, or the day by the old calendar."""
CONTACT = compiled(
    rf"""
    (?: 新闻 | 本[版报] | 编辑部? | 读者 | 法律援助 | 维权 | 电子 | 总编室 | 值班 | 发行 | 广告
      | [报爆]料 | 投稿 | 来稿 )?
    (?: 热线 | 电话 | 传真 | 信箱 | 邮箱 | 地址 | 邮编 | E-?mail | QQ )
    (?: {REACHED} [^{HAN}]* (?: \s .* )? | : .* (?: [路街] .* 号 | 邮编 ) .* )
    | 扫一扫 .* (?: 公众号 | 客户端 ) .*
    """
)
"""How to reach those who made the page."""
OWN_CONTACT = compiled(
    rf"""
    (?: 新闻热线 | 本[报版] .{{0,6}} (?: 热线 | [邮信]箱 ) ) {REACHED} [^{HAN}]* (?: \s .* )?
    | 本[报版刊]地址 \s*+ : (?! .* [从到] ) .* (?: 号 | 邮编 | [路街道] ) .*
    """
)
"""The same, where it can't be an article's."""
DATE = re.compile(r"\d{4} ?[年./-]")
PAGE_NAME = compiled(
    rf"(?P<name> [{HAN}“”]{{2,10}} (?: [·、] [{HAN}]{{2,6}} )? ) (?P<number> [A-D]? \d{{1,2}} )?"
)
"""What may be the name of a page, between the other lines of its head."""
LATIN = re.compile(r"[A-Z][A-Za-z'’ ]{3,40}")
"""The name of a newspaper in Latin letters."""
LONGEST_PAGE_NAME = 4
"""Only the name of a column, or two of them (班组·安康), are longer."""
FOLIO = compiled(
    rf"""
    .* {DAY_IN_FULL}
      .{{0,16}} (?: 星期 | 周 ) \s*+ [一二三四五六日天] .*
    | .{{0,16}} (?: \d{{4}} | [〇零○一二三四五六七八九]{{4}} ) \s*+ (?: [年./-] )
      .{{1,16}} \s (?: 第 \s*+ [0-9一二三四五六七八九十]+ \s*+ 版 | [A-D]? \d{{1,2}} \s*+ 版? )
      [^,的《]{{0,12}}
    | (?: 星期 | 周 ) \s*+ [一二三四五六日] .{{0,6}} \d{{4}} .*
    | \d{{4}} [./-] \d{{1,2}} [./-] \d{{1,2}} .*
    | {DAY_IN_FULL}
    | (?! 本报 \s*+ [0-9] ) .{{0,12}}
      (?: 第 \s*+ [0-9一二三四五六七八九十]+ \s*+ 版 | \b [A-D]? \d{{1,2}} \s*+ 版 )
      [^,的《]{{0,12}}
    | [A-D]? [0-9]{{1,2}} \s*+ [{HAN}·]{{2,8}}
    | {PAPER} \s [{HAN}·]{{2,8}} \s*+ [A-D]? \d{{1,2}}
    | 农历 .* | .* 农历 .{{2,10}}
    | {PAPER} \s*+ {DAY_IN_FULL} .{{0,20}}
    | [A-D]? [0-9]{{1,2}}
    """
)
NEWSPAPER = compiled(rf"{PAPER} | [{HAN}]{{1,9}} 周刊")
STAFF = compiled(
    rf"""
    (?: {PAPER} \s | [{HAN}·]{{2,6}} \s (?= [{HAN}]{{2,6}} : ) | [{HAN}]{{0,4}}热线 \s [\d-]+ \s? )?
    [□◇○●■]? (?: 本版 | 本期 | 值班 | 责任 | 执行 | 版式 | 版面 | 美术 | 视觉 )* \s*+
    (?: 责编 | 编辑 | 美编 | 校对 | 编审 | 统筹 | 终审 | 组版 | 组稿 | 排版 | 设计 | 主编 | 编委
      | 总监 | (?<= 值班 ) 总编 )
    (?: \s*+ [:/|] | \s ) [^,。]{{2,40}}
    """
)
NAMED_STAFF = compiled(
    rf"""
    (?: (?: 本版 | 责任 ) (?: 责编 | 编辑 | 美编 | 校对 )
      | (?: 值班主任 | 图片编辑 ) (?: \s*+ [:/|] \s*+ | \s ) )
    (?P<who> [{HAN}] \s [{HAN}] | [{HAN}]{{2,4}} ) (?: \s .* )?
    """
)
"""The same where the words could go on: only with somebody's name."""


def is_staff_line(line: str) -> bool:
    """责编 某某, 责任编辑：某某 美编：某某: who made the page, not an article."""
    text = plain(line)
    if STAFF.fullmatch(text):
        return True
    named = NAMED_STAFF.fullmatch(text)
    return named is not None and is_bare_name(named["who"])


def is_folio(line: str) -> bool:
    """2026年4月10日 星期五 第3版 …: masthead or folio, not part of an article."""
    text = plain(line)
    if len(text) > 70 or "。" in text or is_continuation(line):
        return False
    if DATED.fullmatch(text) or IMPRINT.fullmatch(text):
        return True
    return not is_notice(line) and FOLIO.fullmatch(text) is not None


def is_beside_folio(line: str) -> bool:
    """星期四, 河湾县总工会主办, 热线:0719-…: what counts only beside a folio or a staff line."""
    text = plain(line)
    if "。" in text:
        return False
    return bool(DAY.fullmatch(text) or PUBLISHER.fullmatch(text) or CONTACT.fullmatch(_open(line)))


def is_own_contact(line: str) -> bool:
    """新闻热线:0719-…, 本报地址:…: how to reach the newspaper."""
    text = _open(line)
    return "。" not in text and OWN_CONTACT.fullmatch(text) is not None


def _open(line: str) -> str:
    """Return a line with its blanks: what follows a number closely is no end of it."""
    return narrow(line).strip()


def tells_date(line: str) -> bool:
    """Say whether a folio has the day of the issue."""
    return DATE.search(plain(line)) is not None


def may_be_page_name(line: str, *, above_date: bool) -> bool:
    """职工文苑, 产改·深度: may be the name of a page, if folios stand around it.

    Below the date it must have the form of one.
    """
    if above_date and LATIN.fullmatch(line.strip()):
        return True
    found = PAGE_NAME.fullmatch(plain(line).replace(" ", ""))
    if found is None:
        return False
    name = found["name"]
    if found["number"] or is_section_label(name) or re.search("[·、]", name):
        return True
    return above_date and len(name) <= LONGEST_PAGE_NAME and "的" not in name


def is_newspaper(line: str) -> bool:
    """青禾日报: nothing but the name of a newspaper, as it stands above the date."""
    return NEWSPAPER.fullmatch(plain(line).replace(" ", "")) is not None
