"""Repair a text as a reader should see it, without losing its place in the source.

Repair only drops or inserts blanks: `offsets.source_offsets` lays every repaired text over its
source again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from articles.parsing.lexicon.roles import COMMON_SURNAMES

FULL_WIDTH = {0x3000: " ", **{code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}}
QUOTES = str.maketrans("“”„‟「」『』〝〞‘’", '"' * 10 + "''")

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f〇々"
CLOSING = "，。、；：？！”’》〉）】〕」』"
OPENING = "“‘《〈（【〔「『"

# A token of a letter-spaced line: one character with the marks that cling to it (”提, 实，), a
# dotted pair (提·阿) or a number.
SPACED_TOKEN = re.compile(
    rf"""
    [^\w\s]* [{HAN}] (?: [^\w\s]+ [{HAN}] )* [^\w\s]*
    | [^\w\s]* [0-9]+ (?: [.,:/~-] [0-9]+ )* [^\w\s]*
    | [^\w\s]+
    """,
    re.VERBOSE,
)
BLANKS = re.compile(r"\s+")
HAS_HAN = re.compile(f"[{HAN}]")
# After these a run is names of two characters (本报记者 王 强 李 明 摄), each with its blank.
BEFORE_NAMES = ("记者", "通讯员", "实习生", "作者", "评论员", "摄影", "、")
# What a name behind a role did: 本报记者 王 强 摄.
DONE = frozenset("摄文图绘")
# From so many letter-spaced characters in a row the blanks are spacing; two may be a name (王 强).
LEAST_SPACED = 3
MOSTLY_SPACED = 0.75

# A bracket with a role in it is open and the line ends with a whole name; one begins the next.
OPEN_SIGNATURE = re.compile(
    rf"[（(][^（）()。]*(?:{'|'.join(BEFORE_NAMES[:-1])})(?:[{HAN}]*[、 ]+)*"
    rf"(?P<name>[{HAN}]{{2,4}})$"
)
WHOLE_NAME = re.compile(rf"(?P<name>[{HAN}]{{2,4}}(?=\s*[、）)\s])|[{HAN}]\s[{HAN}](?=[、）)]))")

AROUND_NUMBER = re.compile(
    rf"""
    (?<=[{HAN}]) \s+ (?=[0-9])            # 共有 664
    | (?<=[0-9]) \s+ (?=[{HAN}])          # 664 平方米
    | (?<=[0-9][%％‰℃]) \s+ (?=[{HAN}])   # 87% 的
    """,
    re.VERBOSE,
)
# After 。！？ a credit may follow and before “ or 《 the second half of a headline: those stay.
AROUND_MARK = re.compile(
    rf"""
    \s+ (?=[{CLOSING}])                   # 抓实 ，
    | (?<=[{OPENING}，、；]) \s+           # “ 三项
    | (?<=[{HAN}]) \s+ (?=（)             # 本报讯 （
    """,
    re.VERBOSE,
)


def narrow(text: str) -> str:
    """Return `text` with full-width forms as their ASCII counterparts, of the same length."""
    return text.translate(FULL_WIDTH)


def fold(text: str) -> str:
    """Return a form for comparing texts: without blanks, widths or kinds of quotation marks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(QUOTES)


def width(text: str) -> float:
    """Return the printed width of `text` in characters: 1 for a Chinese one, ½ for an ASCII one."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def close_spacing(text: str, *, numbers: bool = True) -> str:
    """Return one printed line or paragraph with meaningless blanks closed.

    Letter-spacing (三 项 举 措) and blanks beside full-width marks always count as such, blanks
    around numbers (664 平方米) only with `numbers`: two halves of a headline may meet at a number.
    One blank stays between names, between the halves of a headline and around foreign words.
    """
    tokens = text.split()
    if len(tokens) < 2:
        return "".join(tokens)
    text = "".join(_close_runs(tokens, BLANKS.findall(text.strip())))
    text = AROUND_MARK.sub("", text)
    return AROUND_NUMBER.sub("", text) if numbers else text


def _close_runs(tokens: Sequence[str], gaps: Sequence[str]) -> Iterator[str]:
    """Yield the tokens, with a blank after those whose gap means something."""
    spaced = _letter_spaced(tokens)
    # A line that is mostly letter-spaced has no other blanks either: 河湾市 总 工 会 启 动.
    if sum(spaced) >= MOSTLY_SPACED * len(tokens) and not any(map(_is_role, tokens)):
        spaced = [True] * len(tokens)
    usual = min((_blanks(g) for i, g in enumerate(gaps) if spaced[i] and spaced[i + 1]), default=1)
    for i, token in enumerate(tokens):
        yield token
        if i == len(tokens) - 1:
            return
        wide = _blanks(gaps[i]) > usual
        if not (spaced[i] and spaced[i + 1]) or wide:
            yield " "


def _blanks(gap: str) -> int:
    return sum(2 if c == "\u3000" else 1 for c in gap)


def _letter_spaced(tokens: Sequence[str]) -> list[bool]:
    """Say for each token whether it belongs to a letter-spaced run."""
    spaced = [False] * len(tokens)
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and SPACED_TOKEN.fullmatch(tokens[end]):
            end += 1
        letters = sum(HAS_HAN.search(token) is not None for token in tokens[start:end])
        names = start > 0 and tokens[start - 1].endswith(BEFORE_NAMES)
        if names and _is_one_name(tokens[start:end]):
            spaced[start : start + LEAST_SPACED] = [True] * LEAST_SPACED
        if not names and (letters >= LEAST_SPACED or letters == len(tokens) == 2):
            spaced[start:end] = [True] * (end - start)
        start = max(end, start + 1)
    return spaced


def join_lines(lines: Iterable[str]) -> str:
    """Return one paragraph of its printed lines, each closed.

    A blank joins two Latin words and two names of a signature: （记者甲乙丙⏎丁戊）.
    """
    text = ""
    for line in lines:
        part = close_spacing(line)
        text += " " * _apart(text, part) + part
    return close_spacing(text)


def _is_role(token: str) -> bool:
    return token.endswith(BEFORE_NAMES[:-1])


def _is_one_name(tokens: Sequence[str]) -> bool:
    """Say whether a run behind a role is one name of three characters: 温 如 许, 温 如 许 摄."""
    letters = list(tokens)
    while letters and letters[-1] in DONE:
        letters.pop()
    return len(letters) == LEAST_SPACED and all(len(letter) == 1 for letter in letters)


def _apart(left: str, right: str) -> bool:
    """Say whether the end of a line stands for a blank."""
    if left[-1:].isascii() and right[:1].isascii():
        return left[-1:].isalpha() and right[:1].isalpha()
    ending, beginning = OPEN_SIGNATURE.search(left[-80:]), WHOLE_NAME.match(right)
    if ending is None or beginning is None:
        return False
    if any(word in ending["name"] + beginning["name"] for word in BEFORE_NAMES):
        return False
    # Two and two characters are also one name of four, unless the second two look like a name.
    long = len(ending["name"]) + len(beginning["name"]) > 4
    return long or beginning["name"][0] in COMMON_SURNAMES
