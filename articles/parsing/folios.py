"""Lines that say what page this is or who made it, at its head or foot."""

from __future__ import annotations

from articles.parsing.cues import is_continuation, is_notice
from articles.parsing.repair import HAN
from articles.parsing.signatures import compiled, plain

DATED = compiled(
    rf"""
    (?: [{HAN}]{{1,9}} 报 \s*+ | [^:]{{0,12}} \s | [A-D]?\d{{1,2}}版 )?
    \d{{4}} \s*+ 年 \s*+ \d{{1,2}} \s*+ 月 \s*+ \d{{1,2}} \s*+ 日
    \s*+ \(?+ (?: 星期 | 周 ) \s*+ [一二三四五六日天] \)?+ (?: (?: \s | 新闻 ) .* )?
    """
)
"""The date of the issue with its day of the week, whatever follows: a telephone number, say."""
IMPRINT = compiled(
    r"""
    .* (?: 国内统一 | 统一刊号 | 邮发代号 | CN \s*+ \d{2}-\d{4} | ISSN
      | (?<! [\u4e00-\u9fff] ) [总第] 第? \s*+ \d{3,6} \s*+ 期
      | 今[日天] \s*+ (?: \d+ | [二四六八十]+ ) \s*+ 版 ) .*
    """
)
"""Under which number the newspaper is published."""
PUBLISHER = compiled(rf"[{HAN}\s]{{2,24}} (?: 主管 \s* 主办 | 主办 | [社心] \s* 出版 )")
WEEKDAY = compiled(
    r"""
    (?: 星期 | 周 ) [一二三四五六日天] (?: \s* (?: [·•.] \s* \d{1,2} \s* [·•.] | .{2}年.{2,8} ) )?
    | [·•] \s* \d{1,2} \s* [·•]
    """
)
"""Nothing but the day of the week, the number of the page, or the day by the old calendar."""
CONTACT = compiled(
    r"""
    (?: (?: 新闻 | 本[版报] | 编辑部? | 读者 | 法律援助 | 维权 | 电子 | 总编室 | 值班 | 发行 | 广告
        | [报爆]料 | 投稿 | 来稿 )?
      (?: 热线 | 电话 | 传真 | 信箱 | 邮箱 | 地址 | 邮编 | E-?mail | QQ | 公众号 )
    | 广告 \s*+ 经营 | 本版稿件 ) .{0,4} [:/( \s\d] .+
    | 扫一扫 .* (?: 公众号 | 客户端 ) .*
    """
)
"""How to reach those who made the page."""
OWN_CONTACT = compiled(
    r"(?: 新闻热线 | 本[报版刊]地址 | 本[报版] .{0,6} (?: 热线 | 邮箱 | 信箱 ) ) \s* [:/(\d] .*"
)
"""The same, where it can't be an article's."""
PAGE_NAME = compiled(rf"[{HAN}“”]{{2,10}} (?: [·、] [{HAN}]{{2,6}} )? \d{{0,2}}")
"""What may be the name of a page, between the other lines of its head."""
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
      [^,的《“?!]{{0,12}}
    | [A-D]? [0-9]{{1,2}} \s*+ [{HAN}·]{{2,8}}
    | [{HAN}]{{1,9}} 报 \s [{HAN}·]{{2,8}} \s*+ [A-D]? \d{{1,2}}
    | 农历 .* | .* 农历 .{{2,10}}
    | [0-9]{{1,2}}
    """
)
NEWSPAPER = compiled(
    rf"[{HAN}]{{1,9}} (?: (?<! [预警回汇捷喜财填墙战情简] ) 报 | 周刊 )"  # not 天气预报
)
STAFF = compiled(
    rf"""
    [□◇○●■]? (?: 本版 | 本期 | 值班 | 责任 | 执行 | 版式 | 版面 | 美术 | 视觉 | 图片 )* \s*+
    (?: 责编 | 编辑 | 美编 | 校对 | 编审 | 统筹 | 终审 | 组版 | 排版 | 设计 | 主编 | 编委 | 总监
      | 主任 )
    (?: \s*+ [:/|] | \s ) [^,。]{{2,40}}
    | (?: 本版 | 责任 ) (?: 责编 | 编辑 | 美编 | 校对 ) [{HAN}]{{2,3}}
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
    if DATED.fullmatch(text) or IMPRINT.fullmatch(text):
        return True
    return not is_notice(line) and FOLIO.fullmatch(text) is not None


def is_beside_folio(line: str) -> bool:
    """星期四, 河湾县总工会主办, 热线:0719-…: what counts only beside a folio or a staff line."""
    text = plain(line)
    kinds = (WEEKDAY, PUBLISHER, CONTACT)
    return "。" not in text and any(kind.fullmatch(text) for kind in kinds)


def is_own_contact(line: str) -> bool:
    """新闻热线:0719-…, 本报地址:…: how to reach the newspaper."""
    text = plain(line)
    return "。" not in text and OWN_CONTACT.fullmatch(text) is not None


def may_be_page_name(line: str) -> bool:
    """职工文苑, 产改·深度: may be the name of a page, if folios stand around it."""
    return PAGE_NAME.fullmatch(plain(line).replace(" ", "")) is not None


def is_newspaper(line: str) -> bool:
    """青禾日报: nothing but the name of a newspaper, as it stands above the date."""
    return NEWSPAPER.fullmatch(plain(line).replace(" ", "")) is not None
