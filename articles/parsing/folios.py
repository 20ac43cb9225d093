"""Lines that say what page this is or who made it, at its head or foot."""

from __future__ import annotations

from articles.parsing.cues import is_continuation, is_notice
from articles.parsing.repair import HAN
from articles.parsing.signatures import compiled, plain

DATED = compiled(
    rf"""
    (?: [{HAN}]{{1,9}} 报 \s*+ | .{{0,12}} \s )?
    \d{{4}} \s*+ 年 \s*+ \d{{1,2}} \s*+ 月 \s*+ \d{{1,2}} \s*+ 日
    \s*+ \(?+ (?: 星期 | 周 ) \s*+ [一二三四五六日天] \)?+ (?: \s .* )?
    """
)
"""The date of the issue with its day of the week, whatever follows: a telephone number, say."""
FOLIO = compiled(
    rf"""
    .* \d{{4}} \s*+ 年 \s*+ \d{{1,2}} \s*+ 月 \s*+ \d{{1,2}} \s*+ 日
      .{{0,16}} (?: 星期 | 周 ) \s*+ [一二三四五六日天] .*
    | .{{0,16}} (?: \d{{4}} | [〇零○一二三四五六七八九]{{4}} ) \s*+ (?: [年./-] )
      .{{1,16}} \s (?: 第 \s*+ [0-9一二三四五六七八九十]+ \s*+ 版 | [A-D]? \d{{1,2}} \s*+ 版? )
      [^,的《]{{0,12}}
    | (?: 星期 | 周 ) \s*+ [一二三四五六日] .{{0,6}} \d{{4}} .*
    | \d{{4}} [./-] \d{{1,2}} [./-] \d{{1,2}} .*
    | \d{{4}} \s*+ 年 \s*+ \d{{1,2}} \s*+ 月 \s*+ \d{{1,2}} \s*+ 日
    | (?! 本报 \s*+ [0-9] ) .{{0,12}}
      (?: 第 \s*+ [0-9一二三四五六七八九十]+ \s*+ 版 | \b [A-D]? \d{{1,2}} \s*+ 版 )
      [^,的《]{{0,12}}
    | [A-D]? [0-9]{{1,2}} \s*+ [{HAN}·]{{2,8}}
    | .* (?: 国内统一 | 统一刊号 | CN \s*+ \d{{2}}-\d{{4}} | ISSN | 总第 \s*+ \d+ \s*+ 期
      | 今日 \s*+ \d+ \s*+ 版 ) .*
    | 农历 .* | .* 农历 .{{2,10}}
    | [0-9]{{1,2}}
    """
)
NEWSPAPER = compiled(
    rf"[{HAN}]{{1,9}} (?: (?<! [预警回汇捷喜财填墙战情简] ) 报 | 周刊 )"  # not 天气预报
)
STAFF = compiled(
    r"""
    (?: 本版 | 本期 | 值班 | 责任 | 执行 | 版式 | 版面 | 美术 | 视觉 )* \s*+
    (?: 责编 | 编辑 | 美编 | 校对 | 编审 | 统筹 | 终审 | 组版 | 排版 | 设计 | 主编 | 编委 | 总监 )
    (?: \s*+ [:/|] | \s ) [^,。]{2,40}
    """
)


def is_staff_line(line: str) -> bool:
    """责编 某某, 责任编辑：某某 美编：某某: who made the page, not an article."""
    return STAFF.fullmatch(plain(line)) is not None


def is_folio(line: str) -> bool:
    """2026年4月10日 星期五 第3版 …: masthead or folio, not part of an article."""
    text = plain(line)
    if len(text) > 70 or "。" in text or is_continuation(line):
        return False
    if DATED.fullmatch(text):
        return True
    return not is_notice(line) and FOLIO.fullmatch(text) is not None


def is_newspaper(line: str) -> bool:
    """青禾日报: nothing but the name of a newspaper, as it stands above the date."""
    return NEWSPAPER.fullmatch(plain(line).replace(" ", "")) is not None
