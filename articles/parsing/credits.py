"""Who made an article: names beside their roles, found by their position.

A name counts because of where it stands (after 记者, before 摄, behind □, in brackets after the
dateline or at the end), never because it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from articles.parsing.cues import (
    CREDIT_AT_END,
    DATELINE,
    is_abstract_label,
    is_bare_name,
    is_byline,
    is_credit_line,
    is_section_label,
    is_signed_by_reader,
)
from articles.parsing.lexicon.roles import EXPERTS, READERS
from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import (
    AGENCY,
    CREDITED_ALL,
    DOT,
    NAME,
    NAMES,
    ROLE,
    ROLE_WORD,
    compiled,
    one_of,
)
from articles.parsing.signing import Signature, adding, agency_in, closed, is_name, names_in
from articles.parsing.values import Block, BlockType, Credit, Role

HAS_ROLE = compiled(ROLE_WORD)
NOTE_STARTS = ("作者", "本文", "执笔", "课题组")
LONGEST_CREDIT = 90
ITEMS = (BlockType.BODY, BlockType.LIST)
ITEM_MARKS = "○●■□◆◇▲△★☆※•·【"
LEAST_ITEM = 40
LEAST_SIGNED = 3
"""Where so many pieces of news are signed, all are read."""
TEXTS = (BlockType.BODY, BlockType.CAPTION)
SIGNED = (BlockType.BYLINE, BlockType.CREDIT_LINE)
UNSIGNED = (BlockType.BODY, BlockType.SUBHEAD, BlockType.OTHER, BlockType.NOTICE)
# Text that goes on, and what a line of names without roles doesn't have.
RUNNING = re.compile(r"。.|[!?;]|,[^,]*,")
NOT_ONLY_NAMES = re.compile(r"[0-9,。!?;“”《》]|.{20}")

SIGNED_DATELINE = compiled(r"\s*+ \( \s*+ (?P<who> [^()]{2,80} ) \)")
SIGNED_REPORT = compiled(
    rf"""
    \s*+ \(? \s*+ (?P<who> {CREDITED_ALL} (?: \s*+ (?: 摄影报道 | 文[/并][图摄]影? ) )? )
    (?: \s*+ (?: 报道 | \) ) | (?= \s ) | (?<= 报道 ) )
    """
)
UNDATED_REPORT = compiled(
    rf"""
    \s*+ \(? \s*+ (?P<who> {CREDITED_ALL} (?: \s*+ 摄影报道 )? )
    (?: \s*+ (?: 报道 | \) ) | (?<= 报道 ) )
    """
)
TEXT_END = "[。!?”…)》]"
TAIL = compiled(
    rf"""
    (?: (?<= {TEXT_END} ) | \A ) \s*+ \( \s*+
    (?P<who> [^()]{{0,14}} {ROLE} [^()]{{2,60}} | [{DOT}\w\s、,/]{{2,24}} ) \s*+ \) \s*+ $
    """
)
# The credit of a picture inside a paragraph that a caption was taken for a part of.
PICTURED = compiled(
    rf"""
    (?<= [。!?”] ) \s*+ (?P<credit>
        \( \s*+ (?: {CREDITED_ALL} | {NAMES} ) \s*+ 摄 \s*+ \)
      | (?: {CREDITED_ALL} | {NAMES} ) \s++ 摄 (?! [影像制入取于下] ) )
    """
)
# 本报记者甲报道 behind the last sentence.
REPORTED = compiled(
    rf"(?<= {TEXT_END} ) \s*+ \(? \s*+ (?P<who> {CREDITED_ALL} ) \s*+ 报道 \s*+ \)? 。? \s*+ $"
)
SOURCE_AFTER = re.compile(r"\s*+\([^()]{2,12}\)\s*+$")
AGENCY_LINE = compiled(rf"\s*+ [(\[]? \s*+ (?: 据 \s*+ )? {AGENCY} [^。]{{0,14}}? [电讯发稿]")
AUTHOR_NAMED = compiled(
    rf"作者 \s*+ (?: : \s*+ )? (?P<who> [{HAN}{DOT}]{{2,12}}? ) (?= [\s,、:)] | 系 | 为 | 是 | $ )"
)
# (本报法律顾问 甲), (答疑人:律师 甲), 某省某市 甲 under a letter.
ANSWERED = r"(?: [^。:;]{2,6} : )?"
NOTE_SIGNED = compiled(rf"\(? {ANSWERED} [^。:;]{{2,40}} \s (?P<who> {NAME} ) \s*+ \)?")
EXPERT = compiled(
    rf"""
    (?: (?<= {TEXT_END} ) | \A ) \s*+ \(
    {ANSWERED} [^。:;()]{{0,30}} {one_of(EXPERTS)} \s (?P<who> {NAME} ) \s*+ \) \s*+ $
    """
)
NICKNAME = re.compile(rf"[小老阿][{HAN}]")
MARK = re.compile(r"\s*+[□■◇◆○●◎☐]\s*+")


def read_credits(blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Return the credits of an article, each name once for each role, in order of appearance."""
    return credits_of(read_signatures(blocks))


def credits_of(signatures: Iterable[Signature]) -> tuple[Credit, ...]:
    """Return the credits that the signatures of an article make, as `read_credits` does."""
    return tuple(
        dict.fromkeys(
            Credit(signature.name, role) for signature in signatures for role in signature.roles
        )
    )


def read_signatures(blocks: Sequence[Block]) -> tuple[Signature, ...]:
    """Return every credited name of an article with its place.

    The texts of the blocks must be repaired; the head blocks may be among them.
    """
    last = max((i for i, b in enumerate(blocks) if b.type is BlockType.BODY), default=-1)
    texts = [narrow(block.text) for block in blocks]
    signed = {i for i, b in enumerate(blocks) if b.type in ITEMS and _is_signed_item(texts[i])}
    items = signed if len(signed) >= LEAST_SIGNED else set()
    pictured = any(block.type is BlockType.CAPTION for block in blocks)
    found: list[Signature] = []
    for i, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        match form_of(block):
            case BlockType.BYLINE:
                found += _byline(text, i)
            case BlockType.CREDIT_LINE if not pictured and _signs_text(text):
                expert = _expert(text, i)
                found += [expert] if expert else _byline(text, i)
            case BlockType.CREDIT_LINE:
                took = _credit_line(text, i)
                if i and _goes_on(blocks, i):  # 通讯员甲、乙⏎记者丙 摄
                    found = [adding(s, Role.PHOTOGRAPHER) if s.block == i - 1 else s for s in found]
                found += took
            case BlockType.AUTHOR_NOTE:
                found += _author_note(text, i)
            case BlockType.CAPTION:
                found += _end(text, i, tail=False)
            case BlockType.BODY:
                found += _opening(text, i)
                found += _end(text, i, tail=i in items or i == last)
            case BlockType.LIST if i in items:
                found += _end(text, i, tail=True)
    return tuple(found)


def _is_signed_item(text: str) -> bool:
    """Say whether it is one of the pieces of news of a column that sign one by one: ○…（甲）.

    Without a mark a short text may be a saying and its source, or an exercise.
    """
    if text[:1] not in ITEM_MARKS and len(text) < LEAST_ITEM:
        return False
    found = _tail_of(text)
    return found is not None and _are_names(found["who"])


def _are_names(text: str) -> bool:
    """Say whether a text in brackets is nothing but names, or has a role: 甲 乙, 通讯员 甲."""
    names = re.split(r"[ 、,]+(?=\S{2})", text)
    return HAS_ROLE.search(text) is not None or all(map(is_bare_name, names))


def _signs_text(text: str) -> bool:
    """Say whether a signature says nothing about a picture: （甲 乙）, （甲 整理）, 甲."""
    if is_credit_line(text):
        return False
    bracketed = re.fullmatch(r"\(([^()]*)\)", text)
    if bracketed is None:
        return text[:1] == "(" or is_bare_name(text)
    who, noted = bracketed[1].strip(), NOTE_SIGNED.fullmatch(text)
    if EXPERT.search(text) or _are_names(who) or (noted and is_bare_name(noted["who"])):
        return True
    return ":" not in who and bool(names_in(who, (0, len(who)), 0, Role.AUTHOR, whole=True))


def _goes_on(blocks: Sequence[Block], place: int) -> bool:
    """Say whether a credit began in the block before: a signature under the text without 摄."""
    before = form_of(blocks[place - 1])
    under_text = any(form_of(block) in TEXTS for block in blocks[: place - 1])
    return before is BlockType.BYLINE and under_text and "摄" in blocks[place].text


def form_of(block: Block) -> BlockType:
    """Return what a block is by its wording: the layout may take a signature for a paragraph."""
    if block.type in SIGNED or (block.type in UNSIGNED and len(block.text) <= LONGEST_CREDIT):
        return _form(block.type, block.text)
    return block.type


@lru_cache(maxsize=1024)
def _form(kind: BlockType, text: str) -> BlockType:
    if kind in SIGNED:
        label = is_section_label(text) or is_abstract_label(text)
        if label and not is_byline(text) and not is_credit_line(text):
            return BlockType.OTHER  # 综合新闻 and 阅读提示 are nobody's names
        is_running = len(text) > LONGEST_CREDIT or RUNNING.search(narrow(text))
        return BlockType.BODY if is_running and not is_credit_line(text) else kind
    if kind is BlockType.NOTICE and text[0] not in "(（" and not is_signed_by_reader(text):
        return kind
    if is_byline(text):
        return BlockType.BYLINE
    if is_credit_line(text):
        return BlockType.CREDIT_LINE
    return kind


def read_dateline(text: str) -> str:
    """Return the label a report opens with: 本报讯, 本报北京4月7日电, 新华社上海电, or ""."""
    match = DATELINE.match(narrow(text).lstrip())
    if match is None:
        return ""
    return re.sub(r"\s+", "", match["dateline"]).removeprefix("据")


def find_dateline(blocks: Sequence[Block]) -> str:
    """Return the dateline of an article: of its text, or the agency's under it, or ""."""
    for wanted in (BlockType.BODY, BlockType.CREDIT_LINE):
        for block in blocks:
            if form_of(block) is wanted and (dateline := read_dateline(block.text)):
                return dateline
    under = _tail_of(narrow(blocks[-1].text)) if blocks else None
    return read_dateline(under["who"]) if under else ""


# ------------------------------------------------------------------ places


def _opening(text: str, block: int) -> Iterator[Signature]:
    """本报讯（记者甲 通讯员乙）, 新华社…电（记者甲）, 本报讯 记者甲报道, 记者甲 通讯员乙报道."""
    start = len(text) - len(text.lstrip())
    dateline = DATELINE.match(text, start)
    if dateline is None:
        signed = UNDATED_REPORT.match(text, start)
    else:
        yield from agency_in(dateline, block)
        signed = SIGNED_DATELINE.match(text, dateline.end())
        signed = signed or SIGNED_REPORT.match(text, dateline.end())
    if signed:
        whole = HAS_ROLE.search(signed["who"]) is None
        yield from names_in(text, signed.span("who"), block, Role.AUTHOR, whole=whole)


def _byline(text: str, block: int) -> list[Signature]:
    mark = MARK.match(text)
    if not mark and NOT_ONLY_NAMES.search(text) and not HAS_ROLE.search(text):
        return []
    return names_in(text, (mark.end() if mark else 0, len(text)), block, Role.AUTHOR)


def _credit_line(text: str, block: int) -> Iterator[Signature]:
    agency = AGENCY_LINE.match(text)
    if agency and not HAS_ROLE.search(text):
        yield from agency_in(agency, block)
        inside = re.search(r"\(([^()]{2,30}摄[^()]{0,6})\)", text)
        span = inside.span(1) if inside else (0, 0)
    else:
        span = 0, len(text)
    yield from names_in(text, span, block, Role.PHOTOGRAPHER)


def _end(text: str, block: int, *, tail: bool) -> Iterator[Signature]:
    """…大礼包。 通讯员甲 摄 under a picture; …到秋天。（甲） under a report."""
    if "摄" in text:
        for inside in PICTURED.finditer(text, 0, len(text.rstrip()) - 1):
            yield from names_in(text, inside.span("credit"), block, Role.PHOTOGRAPHER)
    source = SOURCE_AFTER.search(text)
    for end in (len(text.rstrip()), source.start() if source else 0):
        credit = CREDIT_AT_END.search(text, max(0, end - LONGEST_CREDIT), end)
        if credit:
            yield from names_in(text, credit.span("credit"), block, Role.PHOTOGRAPHER)
            return
    if tail and (expert := _expert(text, block)):
        yield expert
        return
    if tail and (reported := REPORTED.search(text, max(0, len(text) - LONGEST_CREDIT))):
        yield from names_in(text, reported.span("who"), block, Role.REPORTER)
        return
    signed = _tail_of(text) if tail else None
    dateline = DATELINE.match(signed["who"]) if signed else None
    if signed and (dateline or signed["who"].startswith("据")):
        yield from agency_in(signed, block)
        if dateline and HAS_ROLE.search(signed["who"], dateline.end()):
            start, end = signed.span("who")
            yield from names_in(text, (start + dateline.end(), end), block, Role.AUTHOR)
    elif signed:
        yield from names_in(text, signed.span("who"), block, Role.AUTHOR, whole=True)


def _expert(text: str, block: int) -> Signature | None:
    """Return who gave an answer, in brackets at its end: （律师 甲）, （答疑人：律师 甲）."""
    found = EXPERT.search(text, max(0, len(text) - LONGEST_CREDIT))
    if not found or not is_name(found["who"]) or found["who"].endswith(EXPERTS):
        return None
    return _author(found, block)


def _author(match: re.Match[str], block: int) -> Signature:
    """Return who is matched as an author."""
    return Signature(closed(match["who"]), (Role.AUTHOR,), block, *match.span("who"))


def is_signed_at_end(text: str) -> bool:
    """Say whether a text ends with who wrote it: …到秋天。（甲）."""
    return _tail_of(narrow(text)) is not None


def _tail_of(text: str) -> re.Match[str] | None:
    return TAIL.search(text, max(0, len(text) - LONGEST_CREDIT))


def _author_note(text: str, block: int) -> Iterator[Signature]:
    for match in AUTHOR_NAMED.finditer(text):
        if is_name(match["who"]):
            yield _author(match, block)
    signed = NOTE_SIGNED.fullmatch(text)
    if signed and (text.lstrip("(").startswith(NOTE_STARTS) or _is_nickname(signed["who"], text)):
        return
    if signed and is_name(signed["who"]):
        yield _author(signed, block)


def _is_nickname(who: str, text: str) -> bool:
    """西安读者 小孟: nobody named in full; an author may be 阿来."""
    return NICKNAME.fullmatch(who) is not None and any(word in text for word in READERS)
