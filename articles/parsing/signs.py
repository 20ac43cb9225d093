"""The one thing that the wording of a line says about its role."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from articles.parsing import captions, contents, cues, documents
from articles.parsing.lexicon import labels

SHORT, LONG = 90, 10_000

NUMBER = "[0-9一二三四五六七八九十]+"
DATE = re.compile(rf"[0-9二〇一三四五六七八九]{{4}}\s*年\s*{NUMBER}\s*月\s*{NUMBER}\s*日")
DIARY_DAY = re.compile(rf"{NUMBER}\s*月\s*{NUMBER}\s*日?(?:\s+\S{{1,6}}){{0,2}}")
"""8月2日 星期六 晴: the head of an entry of a diary."""
TIME = re.compile(
    r"""
    近日 | 日前 | [昨今当][日天] | 连日来 | 近年来 | 今年 | 去年
    | [0-9]{1,2} \s* 月 [0-9\s]{1,3} 日
    | [0-9]{4} \s* 年
    """,
    re.VERBOSE,
)

UNBROKEN = r"[^。，,！!？?；;]{2,14}$"


def _ends(words: Iterable[str]) -> str:
    """Return the last letters of words, for a pattern."""
    return "".join(sorted({word[-1] for word in words}))


def _starts(words: Iterable[str]) -> str:
    """Return the first letters of words, for a pattern."""
    return "".join(sorted({word[0] for word in words}))


# (sign, longest line, hint, test): the cheap hint spares most lines the test.  The first that
# fits counts.
Sign = tuple[str, int, re.Pattern[str], Callable[[str], bool]]
SIGNS: tuple[Sign, ...] = tuple(
    (name, longest, re.compile(hint), test)
    for name, longest, hint, test in (
        ("carried", 40, r".{0,8}接", cues.is_continuation),  # （上接第1版）: something begins
        ("continued", 40, r".{0,8}转", cues.is_continuation),  # （下转第4版）: something ends
        ("abstract", 14, rf".*[{_ends(labels.ABSTRACTS)}]", cues.is_abstract_label),
        ("entry", 400, r".*(?:……|\.{4}|·{4}|⋯|[0-9０-９版]\s?[）)]?$)", contents.is_contents_entry),
        ("contents", 40, r".*[目录次览]", contents.is_contents_title),
        ("note", 120, r".{0,6}[作执译口讲笔课系（(]", cues.is_author_note),
        ("reported", 60, r".*摄影报道", cues.is_credit_line),
        ("credit", 60, r".*[摄图供提绘影社片]", cues.is_credit_line),
        (
            "byline",
            80,
            r"[（(]|.*(?:[者员生□■◇◆○●◎☐文编评部摄写]|[采受]访|对话|主持)",
            cues.is_byline,
        ),
        (
            "report",
            LONG,
            r".{0,24}(?:[讯电]|(?:者|员|生)[^，。]{2,60}(?:报道|[）)])|据)",
            cues.opens_report,
        ),
        (
            "notice",
            80,
            r".*(?:扫|码|关注|编|校对|电话|热线|邮|http|www|见|统筹|主编|声明|地址|版)",
            cues.is_notice,
        ),
        ("lead", LONG, r".{0,3}[编提导要内核摘]", cues.opens_abstract),
        (
            "shot",
            300,
            r".*(?:摄影?|供图|提供|报道|[发图]|[图影摄]\s*[/／:：].{2,14})[)）]?$",
            cues.ends_with_credit,
        ),
        (
            "pictured",
            300,
            r"(?:.*(?:图[为片中①]|[（(][左右中前后居第一二三四五六七八九1-9]))|[▲▼△▽←→↑↓◀▶◄►☚☛]|.{0,3}图",
            captions.is_pictured,
        ),
        (
            "number",
            LONG,
            r"[一二三四五六七八九十（(第]",
            cues.is_document_head,
        ),
        (
            "point",
            LONG,
            rf"[0-9０-９①-⑳❶-❿➊-➓⑴-⑽⒈-⒛（(【第{_starts(labels.POINTS)}]",
            documents.is_point,
        ),
        ("address", 50, r"[各全广尊敬亲编致].*[：:]$", cues.is_address),
        ("listed", 60, r".{2,5}[（(，,]\s?[男女]", documents.is_listed_person),
        ("speech", LONG, r".{1,5}[：:]", documents.is_speech),
        (
            "closing",
            12,
            rf"[{_starts((*labels.CLOSINGS, labels.CLOSING_START))}]",
            documents.is_closing,
        ),
        ("notice title", 14, rf".*[{_ends(labels.NOTICES)}]", documents.is_notice_title),
        ("section", 26, UNBROKEN + r"|.*[《\s]|[【\[#＃■●◆▌|｜]", cues.is_section_label),
        ("name", 8, r"", cues.is_bare_name),
        ("bracketed", 16, r"[（(]", documents.is_bracketed),
        (
            "official",
            80,
            rf".*(?:关\s?于|的.*[{_ends(labels.OFFICIAL_TEXTS)})）]$)",
            documents.is_official_title,
        ),
        ("office", 30, rf".*[{_ends(labels.OFFICES)}]$", documents.is_office),
        ("date", 16, r"[0-9二〇]{4}\s*年", lambda text: DATE.fullmatch(text) is not None),
        (
            "day",
            20,
            r"[0-9一二三四五六七八九十]{1,3}\s*月",
            lambda text: DIARY_DAY.fullmatch(text) is not None,
        ),
        ("bullet", LONG, r"[-•●■▲◆★]", bool),
        ("scene", 60, r".{2,20}[在正向为给将把行].{3,}。$", captions.is_scene),
        ("time", LONG, r"[近日前昨今当连0-9]", lambda text: TIME.match(text) is not None),
    )
)


def sign_of(text: str) -> str:
    """Return the name of the first sign that a line shows, or nothing."""
    for name, longest, hint, test in SIGNS:
        if len(text) <= longest and hint.match(text) and test(text):
            return name
    return ""
