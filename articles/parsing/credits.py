"""Who made an article: names beside their roles, found by their position.

A name counts because of where it stands (after 记者, before 摄, behind □, in brackets after the
dateline or at the end), never because it looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from articles.parsing.cues import CREDIT_AT_END, DATELINE, is_byline, is_credit_line
from articles.parsing.lexicon import roles
from articles.parsing.repair import HAN, narrow
from articles.parsing.signatures import (
    AGENCY,
    CREDITED_ALL,
    DOT,
    NAME,
    NAME_RUN,
    ROLE,
    ROLE_WORD,
    compiled,
    one_of,
)
from articles.parsing.values import Block, BlockType, Credit, Role


@dataclass(frozen=True, slots=True)
class Signature:
    """One name with its roles, at `text[start:end]` of the block with this index."""

    name: str
    roles: tuple[Role, ...]
    block: int
    start: int
    end: int


ROLES = {
    **dict.fromkeys(roles.REPORTERS, Role.REPORTER),
    **dict.fromkeys(roles.CORRESPONDENTS, Role.CORRESPONDENT),
    **dict.fromkeys(roles.PHOTOGRAPHERS, Role.PHOTOGRAPHER),
    **dict.fromkeys(roles.AUTHORS, Role.AUTHOR),
}
HAS_ROLE = compiled(ROLE_WORD)
ROLE_AT_END = compiled(rf"{ROLE_WORD} $")
ANY_AGENCY = compiled(AGENCY)
NOTE_STARTS = ("作者", "本文", "执笔", "课题组")
LONGEST_CREDIT = 90
TEXTS = (BlockType.BODY, BlockType.CAPTION)
SIGNED = (BlockType.BYLINE, BlockType.CREDIT_LINE)
UNSIGNED = (BlockType.BODY, BlockType.SUBHEAD, BlockType.OTHER, BlockType.NOTICE)
LONG_NAME = compiled(rf"[{HAN}]{{1,4}} {one_of(roles.LONG_NAME_ENDINGS)}")
# Text that goes on, and what a line of names without roles doesn't have.
RUNNING = re.compile(r"。.|[!?;]|,[^,]*,")
NOT_ONLY_NAMES = re.compile(r"[0-9,。!?;“”《》]|.{20}")

# One step through a signature; the order decides.
STEP = compiled(
    rf"""
    (?P<pair> /? \s*+ (?: 文 [/并]? [图摄] 影? | 摄影报道 ) (?! \s*+ [/:|] ) )  # 甲 文/图
    | (?P<pen> (?: 文字? | 撰文 ) \s*+ [/:|] )                               # 文/甲
    | (?P<lens> (?: 图片? | 摄影? | 供图 ) \s*+ [/:|] | 摄影 \s+ (?= {NAME} ) )  # 图/乙
    | / \s*+ (?: (?P<wrote> 文 ) | (?P<took> [图摄] ) )                      # 甲/文 乙/图
    | (?P<penned> 文 (?= \s++ {NAME} \s*+ /? \s*+ [图摄] ) )                # 甲 乙 文 丙 摄
    | (?P<filler> (?: 本版 | 本文 | 以上 | 均 )* (?: 图片 | 照片 ) \s*+ (?: 均 | 由 | 为 | 来自 )+ )
    | (?P<shot> 摄影 (?! 记者 | 师 ) | 摄像 (?! 师 ) | 供图 | 提供 | 制图 | [绘作] $ | 摄 )
    | (?P<role> {ROLE} )
    | (?P<agency> {AGENCY} )
    | (?P<name> {NAME_RUN} )
    | (?P<gap> [\s、,/;:&|]+ )
    """
)
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
TAIL = compiled(
    rf"""
    (?<= [。!?”…)》] ) \s*+ \( \s*+
    (?P<who> [^()]{{0,14}} {ROLE} [^()]{{2,60}} | [{DOT}\w\s、,/]{{2,24}} ) \s*+ \) \s*+ $
    """
)
SOURCE_AFTER = re.compile(r"\s*+\([^()]{2,12}\)\s*+$")
AGENCY_LINE = compiled(rf"\s*+ [(\[]? \s*+ (?: 据 \s*+ )? {AGENCY} [^。]{{0,14}}? [电讯发稿]")
AUTHOR_NAMED = compiled(
    rf"作者 \s*+ (?: : \s*+ )? (?P<who> [{HAN}{DOT}]{{2,12}}? ) (?= [\s,、:)] | 系 | 为 | 是 | $ )"
)
# (本报法律顾问 甲), 某省某市 甲 under a letter.
NOTE_SIGNED = compiled(rf"\(? [^。:;]{{2,40}} \s (?P<who> {NAME} ) \s*+ \)?")
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
    found: list[Signature] = []
    for i, block in enumerate(blocks):
        text = narrow(block.text)
        match form_of(block):
            case BlockType.BYLINE:
                found += _byline(text, i)
            case BlockType.CREDIT_LINE:
                took = _credit_line(text, i)
                if i and _goes_on(blocks, i):  # 通讯员甲、乙⏎记者丙 摄
                    found = [
                        _adding(s, Role.PHOTOGRAPHER) if s.block == i - 1 else s for s in found
                    ]
                found += took
            case BlockType.AUTHOR_NOTE:
                found += _author_note(text, i)
            case BlockType.CAPTION:
                found += _end(text, i, tail=False)
            case BlockType.BODY:
                found += _opening(text, i)
                found += _end(text, i, tail=i == last)
    return tuple(found)


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
        is_running = len(text) > LONGEST_CREDIT or RUNNING.search(narrow(text))
        return BlockType.BODY if is_running and not is_credit_line(text) else kind
    if kind is BlockType.NOTICE and text[0] not in "(（":
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
    under = [TAIL.search(narrow(block.text)[-LONGEST_CREDIT:]) for block in blocks[-1:]]
    return next((read_dateline(signed["who"]) for signed in under if signed), "")


# ------------------------------------------------------------------ places


def _opening(text: str, block: int) -> Iterator[Signature]:
    """本报讯（记者甲 通讯员乙）, 新华社…电（记者甲）, 本报讯 记者甲报道, 记者甲 通讯员乙报道."""
    start = len(text) - len(text.lstrip())
    dateline = DATELINE.match(text, start)
    if dateline is None:
        signed = UNDATED_REPORT.match(text, start)
    else:
        yield from _agency(dateline, block)
        signed = SIGNED_DATELINE.match(text, dateline.end())
        signed = signed or SIGNED_REPORT.match(text, dateline.end())
    if signed:
        whole = HAS_ROLE.search(signed["who"]) is None
        yield from _names(text, signed.span("who"), block, Role.AUTHOR, whole=whole)


def _byline(text: str, block: int) -> list[Signature]:
    mark = MARK.match(text)
    if not mark and NOT_ONLY_NAMES.search(text) and not HAS_ROLE.search(text):
        return []
    return _names(text, (mark.end() if mark else 0, len(text)), block, Role.AUTHOR)


def _credit_line(text: str, block: int) -> Iterator[Signature]:
    agency = AGENCY_LINE.match(text)
    if agency and not HAS_ROLE.search(text):
        yield from _agency(agency, block)
        inside = re.search(r"\(([^()]{2,30}摄[^()]{0,6})\)", text)
        span = inside.span(1) if inside else (0, 0)
    else:
        span = 0, len(text)
    yield from _names(text, span, block, Role.PHOTOGRAPHER)


def _end(text: str, block: int, *, tail: bool) -> Iterator[Signature]:
    """…大礼包。 通讯员甲 摄 under a picture; …到秋天。（甲） under a report."""
    source = SOURCE_AFTER.search(text)
    for end in (len(text.rstrip()), source.start() if source else 0):
        credit = CREDIT_AT_END.search(text, max(0, end - LONGEST_CREDIT), end)
        if credit:
            yield from _names(text, credit.span("credit"), block, Role.PHOTOGRAPHER)
            return
    signed = TAIL.search(text, max(0, len(text) - LONGEST_CREDIT)) if tail else None
    if signed and (signed["who"].startswith("据") or DATELINE.match(signed["who"])):
        yield from _agency(signed, block)
    elif signed:
        yield from _names(text, signed.span("who"), block, Role.AUTHOR, whole=True)


def is_signed_at_end(text: str) -> bool:
    """Say whether a text ends with who wrote it: …到秋天。（甲）."""
    return TAIL.search(narrow(text), max(0, len(text) - LONGEST_CREDIT)) is not None


def _author_note(text: str, block: int) -> Iterator[Signature]:
    for match in AUTHOR_NAMED.finditer(text):
        if _is_name(match["who"]):
            yield Signature(_closed(match["who"]), (Role.AUTHOR,), block, *match.span("who"))
    signed = NOTE_SIGNED.fullmatch(text)
    if signed and not text.lstrip("(").startswith(NOTE_STARTS) and _is_name(signed["who"]):
        yield Signature(_closed(signed["who"]), (Role.AUTHOR,), block, *signed.span("who"))


def _agency(match: re.Match[str], block: int) -> Iterator[Signature]:
    name = ANY_AGENCY.search(match[0])
    if name:
        start, end = (match.start() + offset for offset in name.span())
        yield Signature(name[0], (Role.AGENCY,), block, start, end)


# ------------------------------------------------------------------ the scanner


def _names(
    text: str, span: tuple[int, int], block: int, default: Role, *, whole: bool = False
) -> list[Signature]:
    """Return the names signed in a stretch of `text`.

    `default` is the role of a name without one; with `whole` the stretch must be all names.
    """
    signed: list[Signature] = []
    current: tuple[Role, ...] = (default,)
    also: tuple[Role, ...] = ()
    sealed = 0  # so many names have all their roles
    paired = False  # 文/图 stands before the first role, and is said of it only
    position, end = span
    while position < end:
        step = STEP.match(text, position, end)
        if step is None:
            if whole:
                return []
            position += 1
            continue
        position = step.end()
        match step.lastgroup:
            case "role":
                also = () if paired and signed else also
                current = (_role(step[0]), *also)
                signed += _agency(step, block)
            case "pen":
                current, also = (Role.AUTHOR,), ()
            case "lens":
                current = also = (Role.PHOTOGRAPHER,)
            case "agency":
                signed += _agency(step, block)
            case "name" if names := _divided(step[0]):
                for name in names:
                    start = step.start() + step[0].index(name)
                    span = start, start + len(name)
                    signed.append(Signature(_closed(name), current, block, *span))
            case "name" if whole:
                return []
            case "penned":
                sealed = len(signed)
            case "shot" | "pair" if signed:
                took = [_adding(signature, Role.PHOTOGRAPHER) for signature in signed[sealed:]]
                signed[sealed:] = took
            case "shot" | "pair":
                current = also = (Role.PHOTOGRAPHER,)
                paired = step.lastgroup == "pair"
            case "took" if signed:
                signed[-1] = replace(signed[-1], roles=(Role.PHOTOGRAPHER,))
            case "wrote" if signed:
                signed[-1] = replace(signed[-1], roles=(Role.AUTHOR,))
    return signed


def _role(printed: str) -> Role:
    """Return the role of 本报驻沪记者, 全媒体记者, 特约通讯员 …, the longest word deciding."""
    word = ROLE_AT_END.search(printed)
    return ROLES[word[0]] if word else Role.AUTHOR


def _adding(signature: Signature, role: Role) -> Signature:
    if Role.AGENCY in signature.roles or role in signature.roles:
        return signature
    return replace(signature, roles=(*signature.roles, role))


def _is_name(run: str) -> bool:
    """Say whether a stretch of letters has the form of a name and is no word of the trade."""
    name = _closed(run)
    if name in roles.NO_NAMES or (len(name) >= 4 and name.endswith(roles.NO_NAME_ENDINGS)):
        return False
    return 2 <= len(name) <= 4 or any(dot in name for dot in DOT)


def _divided(run: str) -> tuple[str, ...]:
    """Return the names that a stretch of letters is: mostly one, two where their blank is lost."""
    if _is_name(run):
        return (run,)
    if LONG_NAME.fullmatch(run):
        return (run,)
    for place in (3, 2):
        if re.fullmatch(f"[{HAN}]{{5,6}}", run) and 2 <= len(run) - place <= 3:
            names = run[:place], run[place:]
            if names[1][0] in roles.COMMON_SURNAMES and all(map(_is_name, names)):
                return names
    return ()


def _closed(run: str) -> str:
    return re.sub(r"\s+", "", run)
