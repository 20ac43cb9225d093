"""What a single line says about official texts, notices, letters, lists and interviews."""

from __future__ import annotations

import re

from articles.parsing.cues import bare_label, is_bare_name
from articles.parsing.lexicon import labels
from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import compiled, one_of, plain

TITLE = compiled(
    rf"""
    [^,。;:!?]{{0,24}} 关于 [^。;:!?]{{2,40}}
    | [^,。;:!?]{{2,40}} 的 (?: 若干 | 实施 | 指导 )? {one_of(labels.OFFICIAL_TEXTS)}
      (?: \s*+ \( .{{1,8}} \) )?
    """
)
OFFICE = re.compile(rf"[{HAN}A-Za-z0-9()“” ]{{2,24}}{one_of(labels.OFFICES)}")
ISSUED = re.compile(r"\s*[0-9]{4}\s?年\s?[0-9]{1,2}\s?月\s?[0-9]{1,2}\s?日$")
BRACKETED = re.compile(rf"\([{HAN}0-9 ]{{1,12}}\)")
LONGEST_CLOSING, LONGEST_NOTICE_TITLE = 8, 6
NOTICE_ENDS = (*labels.NOTICES, *labels.SERVICE_NOTICES)
LONGEST_SPEAKER = 30
"""So many letters of a text say who asks or answers."""
QUESTION = compiled(
    rf"""
    (?: 问 | Q ) \s? : | 编辑同志 (?= [:,] | $ )
    | [{HAN}0-9]{{0,10}} (?: 读者 | 网友 | 职工 | 市民 | 工友 ) [{HAN}]{{0,6}}
      (?: (?<! [追自反] ) 问 | 来信 | 来电 | 咨询 ) \s? :
    """
)
ANSWER = compiled(
    rf"""
    (?! .{{0,20}} (?: 没有 | 未 ) )
    [{HAN}()、]{{0,16}} (?: (?<! [抢回应报] ) 答复? | 回复 ) \s? :
    """
)
SPEAKER = re.compile(
    rf"(?:(?P<who>[{HAN}]{{2,4}}|[{HAN}] [{HAN}])|[{labels.SPEAKER_LETTERS}]):(?=.)"
)
POINT = compiled(
    rf"""
    [0-9]{{1,2}} (?: \s? [.、] (?! [0-9] ) | \s? \) )
    | \( [0-9]{{1,2}} \)
    | [①-⑳❶-❿➊-➓⑴-⑽⒈-⒛]
    | 【? {one_of(labels.POINTS)} 之? \(? [一二三四五六七八九十0-9]{{1,2}} \)?
      (?: [】:、] | \s | $ )
    | 第[一二三四五六七八九十]{{1,2}} (?! {one_of(labels.NO_POINTS)} ) [{HAN}]{{1,3}} :
    """
)
LISTED = compiled(rf"(?: [{HAN}]{{2,4}} | [{HAN}] \s [{HAN}] ) \s*+ [(,] \s*+ [男女] \s*+ [),]")


def is_official_title(line: str) -> bool:
    """关于做好…工作的通知, or a line of such a title: 关于2026年清明期间, 若干措施的意见."""
    return TITLE.fullmatch(plain(line)) is not None


def is_office(line: str) -> bool:
    """某市总工会, 某县人民政府办公室: who issued an official text, above its title or below it.

    Below it with the day perhaps: 某县水务公司 2026年3月4日.

    It only looks at how the line ends: 走进职工医院 is taken for one too.
    """
    return OFFICE.fullmatch(ISSUED.sub("", plain(line))) is not None


def is_bracketed(line: str) -> bool:
    """（摘要）, （试行）, （道吉草）: a few words in brackets and nothing else."""
    return BRACKETED.fullmatch(plain(line)) is not None


def is_point(line: str) -> bool:
    """1.…, ①…, 案例一 …, 第二招：…: one of the counted parts of a report or an answer begins."""
    return POINT.match(narrow(line[:12].strip())) is not None


def is_listed_person(line: str) -> bool:
    """娄月英，女，某街道职工; 赵 雪（女） 某公司驾驶员: one of a list of people."""
    return LISTED.match(plain(line)) is not None


def is_closing(line: str) -> bool:
    """特此通告。, 此致, 敬礼！: an official text or a letter ends."""
    text = plain(line).rstrip("。!")
    opens = text.startswith(labels.CLOSING_START)
    return text in labels.CLOSINGS or (opens and len(text) <= LONGEST_CLOSING)


def is_notice_title(line: str) -> bool:
    """讣告, 更正, 征 文 启 事: the whole title of a notice."""
    label = bare_label(line)
    return len(label) <= LONGEST_NOTICE_TITLE and label.endswith(NOTICE_ENDS)


def asks(line: str) -> bool:
    """问：…, 编辑同志：…, 河湾读者陆女士问：…: how a reader's question opens."""
    return QUESTION.match(narrow(line[:LONGEST_SPEAKER]).strip()) is not None


def answers(line: str) -> bool:
    """答：…, 律师陆青答：…: how an answer opens."""
    return ANSWER.match(narrow(line[:LONGEST_SPEAKER]).strip()) is not None


def is_speech(line: str) -> bool:
    """问：…, 记者：…, 王小二：…, 王 二：…: somebody's words in an interview.

    Two letters are rather a word or a place than a name: 时间：…, 石桥：…, 河湾省：….
    """
    found = SPEAKER.match(narrow(line[:12].strip()))
    if found is None:
        return False
    who = found["who"]
    if not who or who in labels.SPEAKERS:
        return True
    if who[-1] in labels.DIVISION_LETTERS or "".join(who.split()) in labels.NO_SPEAKERS:
        return False
    return len(who) > 2 and is_bare_name(who)
