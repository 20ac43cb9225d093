"""What a single printed line says about itself: bylines, credits, datelines, labels, notices.

Every predicate takes one line as printed; widths of punctuation, letter-spacing and stray blanks
make no difference.  The patterns work on `plain()`, where full-width forms are ASCII.
"""

from __future__ import annotations

import re

from articles.parsing.lexicon import labels
from articles.parsing.lexicon.roles import (
    COMMON_SURNAMES,
    COMPOUND_SURNAMES,
    HOUSES,
    NO_NAMES,
    READERS,
)
from articles.parsing.people.candidates import name_gain
from articles.parsing.repair import HAN
from articles.parsing.signatures import (
    AGENCY,
    CREDITED,
    CREDITED_ALL,
    DOT,
    NAMES,
    PICTURE_SOURCE,
    ROLE,
    ROLE_WORD,
    compiled,
    one_of,
    plain,
)

# ------------------------------------------------------------------ bylines

HOUSE = one_of(HOUSES)
PEN, LENS = "(?: 文字? | 撰文 | 文/?图 | 文/摄影? )", "(?: 图片? | 摄影? | 摄/图 )"
BYLINE_MARK = "□■◇◆○●◎☐"
BULLETS, SHORTEST_LABEL = "●◆■", 4
"""Behind these stand names of columns too, which have so many characters or more."""
BYLINE = compiled(
    rf"""
    \(? \s*+ (?:
      {CREDITED_ALL} \s*+ (?: /? 文 [/并]? [图摄] 影? | 文 | 报道 | 整理 )?
    | {CREDITED_ALL} \s*+ /? \s*+ 文 [/并]? [图摄] 影? \s*+ {CREDITED_ALL}  # 甲 文/图 通讯员 乙
    | {CREDITED_ALL} \s*+ /? \s*+ 文 \s+ (?: {CREDITED_ALL} | {NAMES} ) \s*+ /? \s*+ [图摄]
    | (?: {PEN} | {LENS} ) \s*+ [/:|] \s*+ (?: {ROLE} \s*+ )? {NAMES}         # 文/甲 图/乙
      (?: \s*+ [,;]? \s*+
        (?: {CREDITED} | (?: {PEN} | {LENS} ) \s*+ [/:|] \s*+ (?: {ROLE} \s*+ )? {NAMES} ) )*
    | (?: 文 [/并]? [图摄] 影? | 图 [/并] 文 ) \s*+ [:/|]? \s*+ (?: {CREDITED_ALL} | {NAMES} )
    | {NAMES} \s*+ /? \s*+ (?: 文/?图 | 文/?摄影? | 文并图 | 文并摄 | 图/?文 )
    | {NAMES} \s*+ /? \s*+ 文 \s+ {NAMES} \s*+ /? \s*+ [图摄]
    | [{HAN}]{{0,8}} {one_of(READERS)} \s+ {NAMES}
    | (?: (?: 采访人? | 采写 ) \s*+ : \s*+ (?: {CREDITED_ALL} | {NAMES} )
        | (?: 对话人 | 主持人 ) \s*+ : \s*+ {CREDITED_ALL} )
      (?: \s+ 受访[{HAN}]{{1,2}} \s*+ : [^。,!?:]{{2,30}} )?
    | {HOUSE} (?: 特约 | 首席 )? (?: 评论员 | 编辑部 | 记者 | 评论部 )        # nobody is named
    | {HOUSE} [{HAN}]{{2,5}} [部组室] \s*+ (?: 整理 | 采写 | 报道 | 供稿 )
    ) \s*+ \)?
    """
)
WRITTEN = compiled(
    rf"\(? (?P<who> [{HAN}]{{2,4}} | [{HAN}] \s [{HAN}] ) \s+ (?: 整理 | 著 | 译 ) \)?"
)
DOTTED = re.compile(f"(?=.{{6}})[{HAN}]{{1,6}}(?:[{DOT}][{HAN}]{{1,10}})+")
SHORT_NAME = re.compile(f"[{HAN}]{{2,4}}")
LEAST_NAME_GAIN, LEAST_SHORT_GAIN, SHORT = 2.0, 5.0, 2
"""So much better than as words is a name with a rare surname read, and one of two letters."""
LABELS = frozenset((*labels.SECTIONS, *labels.SECTION_ENDINGS, *labels.ALSO_LABEL_ENDINGS))
INTERVIEWED = compiled(rf"受访[{HAN}]{{1,2}} \s*+ : \s*+ (?P<who> [^。,!?:]{{2,30}} )")
HAS_ROLE = compiled(ROLE_WORD)
BYLINE_HINT = compiled(
    rf"""
    [{BYLINE_MARK}(文图摄] | {ROLE_WORD} | {HOUSE} | {one_of(READERS)} | [采受]访 | 主持人 | 整理
    | [著译] \)? $
    """
)
"""Without one of these no line is a byline: a look spares most lines the test."""
SENTENCE_END = re.compile("[。!?]")
"""No byline has one of these."""
BRACKETED_NAMES = re.compile(rf"\([{HAN}]{{2,4}}(?:[ 、,][{HAN}]{{2,4}})*\)")
MARKED_BYLINE = compiled(
    rf"[{BYLINE_MARK}] \s*+ (?: {CREDITED_ALL} | [{HAN}A-Za-z{DOT}{BYLINE_MARK}、,/ \s()]{{2,24}} )"
)


def is_bare_name(line: str) -> bool:
    """A line that is nothing but one name: 陆青, 王 强, with a common surname words too."""
    parts = plain(line).split()
    if parts[-1:] in (["摄"], ["著"], ["译"]):  # what was done, behind a name
        return False
    name = "".join(parts)
    if name in NO_NAMES or name in labels.SECTIONS or not SHORT_NAME.fullmatch(name):
        return False
    if (len(name) <= 3 and name[0] in COMMON_SURNAMES) or name.startswith(COMPOUND_SURNAMES):
        return True
    return name_gain(name) >= (LEAST_NAME_GAIN if len(name) > SHORT else LEAST_SHORT_GAIN)


def is_signed_by_reader(line: str) -> bool:
    """读者 陆青 under a letter, but not 读者 小孟."""
    words = plain(line).split()
    return len(words) == 2 and words[0].endswith(READERS) and is_bare_name(words[1])


def is_byline(line: str) -> bool:
    """本报记者 甲 乙 本报通讯员 丙; □甲; 文/本报记者 甲 图/乙; （甲）; 本报评论员."""
    text = plain(line)
    if BYLINE_HINT.search(text) is None or SENTENCE_END.search(text):
        return False
    if BRACKETED_NAMES.fullmatch(text) and not HAS_ROLE.search(text):
        return all(map(is_bare_name, re.split(r"[ 、,]", text[1:-1])))
    if len(text) > 80 or is_credit_line(line) or is_author_note(line):
        return False
    if text.startswith("记者") and is_section_label(text):
        return False
    if interviewed := INTERVIEWED.fullmatch(text):
        return is_bare_name(re.split(r"\s", interviewed["who"])[-1])
    if written := WRITTEN.fullmatch(text):
        return is_bare_name(written["who"])
    if MARKED_BYLINE.fullmatch(text):
        named = text[0] not in BULLETS or _may_sign(text[1:].strip())
        return named and not is_section_label(text)
    return BYLINE.fullmatch(text) is not None


def _may_sign(text: str) -> bool:
    """Say whether a signature or names stand behind a bullet: 江一舟、林小帆, but not 热点透视."""
    if len(text) < SHORTEST_LABEL or BYLINE.fullmatch(text) or is_bare_name(text):
        return True
    parts = re.split("[ 、,/]+", re.sub(r"\(.*\)$", "", text))
    if any(map(is_bare_name, parts)):
        return True
    return DOTTED.fullmatch(text) is not None and LABELS.isdisjoint(re.split(f"[{DOT}]", text))


# ------------------------------------------------------------------ pictures and agencies

SHOT = r"(?: 摄影报道 | 摄影 | 摄像 | 供图 | 提供 | 制图 | 绘制? | 摄 )"
CREDIT_LINE = compiled(
    rf"""
    [(\[]? \s*+ (?:
      (?: 新华社 | 中新社 | 本报 )? \s*+ (?: {CREDITED} \s*+ [、,/]? \s*+ )+ {SHOT}
    | {NAMES} \s*+ /? \s*+ (?: 摄影报道 | 摄影 | 供图 | 摄 | /图 ) | {NAMES} \s+ [绘作]
    | (?: {CREDITED_ALL} | {NAMES} ) \s*+ 摄 \s*+ / \s*+ (?: {AGENCY} | {PICTURE_SOURCE} )
    | (?: 图/ | 摄影? \s*+ [/:|] | 图片? \s*+ [/:|] | 供图 \s*+ [/:|] ) \s*+ (?:{ROLE}\s*+)? {NAMES}
    | [{HAN}]{{2,14}} \s*+ (?: 供图 | 提供 )
    | {AGENCY} \s*+ (?: 发 | 稿 | 图 | 照片 | 供图 ) \s*+ (?: \( .{{2,30}} \) )?
    | (?: 新华社 | 中新社 ) .{{0,12}} 日电
    | (?: 本版 | 本报 | 本文 | 以上 | 均为 )? (?: 资料 | 档案 ) (?: 图片? | 照片 )
      (?: \s*+ [:/] \s*+ [{HAN}]{{2,12}} )?
    | (?: 本版 | 本文 | 以上 | 上述 )? (?: 图片 | 照片 | 配图 | 题图 )
      (?: 均? 由 .{{2,20}} (?: 提供 | 拍摄 | 摄 ) | 均? 为 .{{2,20}} 摄 | 来自 .{{2,20}}
        | 来源 \s*+ :? .{{2,20}} )
    | 本版 (?: 图片 | 照片 | 摄影 ) .{{0,24}}
    | .{{2,20}} 摄影报道
    ) \s*+ [)\]]?
    """
)
CREDIT_HINT = compiled(
    rf"""
    [摄绘] | 供图 | 提供 | 制图 | 图片 | 照片 | [配题]图 | (?: 资料 | 档案 ) 图
    | /图 | 图 \s*+ [/:|] | \s 作 | {AGENCY}
    """
)
"""Without one of these no line is a credit: a look spares most lines the test."""
# The same after the last sentence of a caption: …大礼包。 通讯员甲 摄
CREDIT_AT_END = compiled(
    rf"""
    (?: (?<=[。!?”)]) \s*+ | \s+ )
    (?P<credit> \(? \s*+ (?:
        (?: {CREDITED} \s*+ [、,/]? \s*+ )+ {SHOT}
      | {NAMES} \s*+ /? \s*+ (?: 摄影报道 | 摄影 | 供图 | 摄 )
      | (?: 图 | 摄影? ) \s*+ [/:] \s*+ (?: {ROLE} \s*+ )? {NAMES}
      | {AGENCY} \s*+ (?: 发 | 供图 | 图 ) (?: \( .{{2,30}} \) )?
    ) \s*+ \)? ) $
    """
)


def is_credit_line(line: str) -> bool:
    """本报通讯员 甲 摄; 新华社发; 资料图; 图片由某会提供; (新华社北京4月7日电)."""
    text = plain(line)
    hinted = len(text) <= 60 and CREDIT_HINT.search(text) is not None
    return hinted and CREDIT_LINE.fullmatch(text) is not None


def ends_with_credit(line: str) -> bool:
    """Say whether a caption carries its credit at its end: …大礼包。 通讯员甲 摄; or 摄 alone."""
    text = plain(line)
    return text.strip("()") == "摄" or CREDIT_AT_END.search(text[-80:]) is not None


# ------------------------------------------------------------------ openings

DAY = r"(?: [0-9]{1,2} \s*+ 月 \s*+ )? [0-9]{1,2} \s*+ 日"
# Without a date a label is one only if it stands apart: 本报河湾讯, not 本报读者来电.
OPEN_END = r"(?= [\s(【】\])〕“] | $ )"
LONGEST_OPENING = 120
"""So many characters of a line say how it opens."""
DATELINE = compiled(
    rf"""
    [【\[(〔]? \s*+ (?P<dateline>
      本 \s*+ [报刊网台] \s*+ (?: {DAY} \s*+ )? 讯
    | 本 \s*+ [报刊网台] \s*+ [{HAN}]{{0,10}}? \s*+ {DAY} \s*+ [讯电]
    | 本 \s*+ [报刊网台] \s*+ [{HAN}]{{2,6}}? (?: [讯电] {OPEN_END} | 讯 (?= [0-9] ) )
    | (?: 据 \s*+ )? (?: {AGENCY} | 人民网 | 央视 ) \s*+ [{HAN}]{{0,10}}? \s*+
      (?: {DAY} \s*+ [讯电] | [讯电] {OPEN_END} )
    | {DAY} \s*+ 讯
    | (?<= 【 ) [{HAN}]{{2,6}} (?: 电 | (?<! [快简短通资喜捷] ) 讯 ) (?= 】 \s*+ \S )
    | 本 \s*+ [报刊网台] \s*+ (?: 综合 | 特约 ) (?: 消息 | 报道 ) (?= \s )
    | [{HAN}]{{0,8}} (?: [报刊网台社] | 在线 | 客户端 ) \s*+ (?: {DAY} \s*+ )? 讯 {OPEN_END}
    ) \s*+ [】\])〕]?
    """
)
# 记者甲 通讯员乙报道 and (记者甲): a report whose label was left out.
SIGNED_OPENING = compiled(
    rf"\( \s*+ {CREDITED_ALL} \s*+ (?: 报道 \s*+ )? \) | {CREDITED_ALL} \s*+ 报道"
)
SOURCED_OPENING = compiled(
    r"据 (?: 《 [^》]{2,15} 》 | [^,。]{2,12} [社网报台] ) .{0,12}? (?: 报道 | 消息 | 电 )"
)


def opens_report(line: str) -> bool:
    """本报讯; 【本报讯】; 本报某地4月7日电; 新华社…电; 记者甲 通讯员乙报道; 据…报道."""
    text = plain(line[:LONGEST_OPENING])
    return any(p.match(text) for p in (DATELINE, SIGNED_OPENING, SOURCED_OPENING))


# ------------------------------------------------------------------ labels and notes

NUMBER = r"(?: 第? \s*+ [A-D]?[0-9一二三四五六七八九十]{1,3} )"
PAGE_NUMBER = rf"(?: {NUMBER} \s*+ [、,~—-] )* \s*+ {NUMBER} \s*+ 版"
CONTINUATION = compiled(
    rf"""
    [(▶►◆☞→>《]* \s*+ (?: 紧? \s*+ 上 \s*+ 接 | 下 \s*+ 转 | 紧 \s*+ 接 | 续 \s*+ 转 )
    [^,。]{{0,12}}? {PAGE_NUMBER} .*
    | [(\[]? \s*+ (?: 未完 )? 待续 \s*+ [)\]]?
    """
)
AUTHOR_NOTE = compiled(
    r"""
    [(\[【]? \s*+ (?: 本文 | 上文 )? (?: 第[一二] | 通讯 )?
    (?: 作者 | 执笔人? | 译者 | 口述者 | 讲述人 | 笔者 | 课题组 )
    (?: 单位 | 简介 | 分别 | 均 | 现 )? \s*+ (?: 系 | 为 | 是 | : | 来自 | 分别 | 均 ) .{2,}
    | [(\[] [^()]{2,6} \s*+ (?: 系 | , ) [^()。]{4,40} [)\]]
    """
)
LABEL_FRAME = "【】[]()〔〕《》<>■□●◆◇▲▼◎○★☆※▌▎▍|｜│·—-#＃:：►▶ "
LONGEST_HEAD = 12
"""So many characters of a line have the number of a part."""
DOCUMENT_HEAD = compiled(
    r"""
    [一二三四五六七八九十]{1,3} \s*+ 、
    | \( \s*+ [一二三四五六七八九十]{1,3} \s*+ \)
    | 第 \s*+ [一二三四五六七八九十百零0-9]{1,5} \s*+ [章节条编款]
    """
)


def is_continuation(line: str) -> bool:
    """(上接第1版), ▶下转第3版, 紧接第一版, (未完待续)."""
    text = plain(line)
    return len(text) <= 40 and CONTINUATION.fullmatch(text) is not None


def is_author_note(line: str) -> bool:
    """(作者系某会主席), 作者单位：…."""
    text = plain(line)
    return len(text) <= 120 and AUTHOR_NOTE.fullmatch(text) is not None


def bare_label(line: str) -> str:
    """Return the line without blanks and the brackets and marks that frame a label."""
    return "".join(plain(line).split()).strip(LABEL_FRAME)


def is_abstract_label(line: str) -> bool:
    """阅读提示, 【编者按】, 内 容 提 要: the label alone; （摘要） belongs to a headline."""
    return bare_label(line) in labels.ABSTRACTS and not plain(line).startswith("(")


LONG_ABSTRACTS = [label for label in labels.ABSTRACTS if len(label) > 2]
ABSTRACT_OPENING = compiled(
    rf"""
    [【\[(■●◆] \s*+ {one_of(labels.ABSTRACTS)} \s*+ [】\]):]+ \s*+ : ? .+
    | {one_of(LONG_ABSTRACTS)} (?: \s*+ : \s*+ | \s+ ) .{{8,}}
    """
)


def opens_abstract(line: str) -> bool:
    """编者按：… — an abstract or a note with its label on the same line."""
    return ABSTRACT_OPENING.fullmatch(plain(line[:LONGEST_OPENING])) is not None


SECTION_ENDING = compiled(
    rf"""
    [{HAN}A-Za-z0-9·]{{1,8}} (?<! 的 ) {one_of(labels.SECTION_ENDINGS)}
    | [{HAN}]{{2}} (?<! 的 ) {one_of(labels.SHORT_SECTION_ENDINGS)}
    """
)
READING = re.compile(r"(?:研读|学习|阅读|重读|品读|读懂|读)《[^》]{2,20}》(?:札记|有感|体会)?")
NO_LABEL = re.compile("[。,!?;:]|摄影报道")
FRAMED = re.compile(rf"[【\[#■●◆▌|｜]\s*+[{HAN}A-Za-z0-9·“” ]{{2,14}}\s*+[】\]#▌|｜]?")


def is_section_label(line: str) -> bool:
    """新闻特写, 短评, 【一线速递】, 研读《…》: the name of a column, not a headline."""
    text, label = plain(line), bare_label(line)
    if not 2 <= len(label) <= 24 or text.startswith("《") or NO_LABEL.search(text.rstrip(":")):
        return False
    if label in labels.SECTIONS or READING.fullmatch("".join(text.split())):
        return True
    if len(label) <= 10 and " " not in text and SECTION_ENDING.fullmatch(label):
        return True
    return text[:1] in "【[#" and FRAMED.fullmatch(text) is not None


def is_document_head(line: str) -> bool:
    """一、…, (一)…, 第三条 …: a numbered part of an official text begins."""
    return DOCUMENT_HEAD.match(plain(line[:LONGEST_HEAD])) is not None


ADDRESS = compiled(
    rf"""
    (?: 各 | 全 [省市区县州国厂校矿体] | 广大 | 尊敬的 | 敬爱的 | 亲爱的 | 编辑 | 致 )
    [{HAN}、,() ]{{1,40}} (?<! [说道示绍调出称] ) :
    """
)


def is_address(line: str) -> bool:
    """各市总工会、各产业工会：; 编辑同志：; 尊敬的用户：: a letter or an official text begins."""
    return ADDRESS.fullmatch(plain(line)) is not None


# ------------------------------------------------------------------ notices

NOTICE = compiled(
    rf"""
    .{{0,6}} (?: 扫一扫 | 扫码 | 扫描 .{{0,3}} 二维码 | 扫描下图 | 长按 | 识别二维码 ) .*
    | .* (?: 二维码 | 敬请关注 | 敬请垂注 | 敬请期待 | 下载客户端 ) .{{0,12}}
    | (?: 欢迎 | 请 )? (?: 关注 | 登录 | 添加 )
      .{{0,24}} (?: 公众号 | 客户端 | 视频号 | 微博 ) .{{0,12}}
    | (?: 本版 | 本报 | 本期 | 值班 | 责任 | 执行 | 版式 | 版面 | 美术 | 视觉 )* \s*+
      (?: 责编 | 编辑 | 美编 | 校对 | 编审 | 统筹 | 终审 | 组版 | 排版 | 设计 | 主编 | 编委 | 总监 )
      (?: \s*+ [:/|] | \s ) .*
    | .* (?: 热线 | 电话 | 传真 | 邮箱 | 邮编 | E-?mail | QQ | 网址 | 地址 | 刊号 | 邮发代号 | 印刷
      | 零售价? | 定价 | 广告许可证 | 发行 | 投稿 ) \s*+ :? \s*+ [0-9A-Za-z(] .*
    | [{HAN}]{{0,8}}? {one_of(labels.CONTACTS)} \s*+ : .+           # 报名地址：雁江路9号
    | [{HAN}]{{0,8}}? {one_of(labels.NUMBERS)} \s*+ : [^:]{{0,12}}? [0-9A-Za-z] .*
    | [{HAN}()]{{4,20}} \s*+ : \s*+ [0-9]{{3,4}} \s*+ [-—] \s*+ [0-9]{{7,8}} .*  # 石桥站：0719-…
    | .* (?: https?:// | www\. ) .*
    | \(? (?: 相关 | 详细 )? (?: 报道 | 全文 | 内容 | 评论 | 详情 )? \s*+
      (?: 详? \s*+ 见 | 刊 \s*+ 于? ) .{{0,10}} 版 \)?
    | (?: 声明 | 版权声明 ) \s*+ : .*
    """
)


def is_notice(line: str) -> bool:
    """扫一扫阅读…, 责编 某某, 热线电话：…, (报道见第3版)."""
    text = plain(line)
    return len(text) <= 80 and NOTICE.fullmatch(text) is not None
