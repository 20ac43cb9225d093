"""The scanner of signatures: which names a stretch of text signs with, and in which roles.

A name counts because of where it stands (after 记者, before 摄, behind 图/), never because it looks
like one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from articles.parsing.lexicon import roles
from articles.parsing.repair import HAN
from articles.parsing.signatures import (
    AGENCY,
    DOT,
    NAME,
    NAME_RUN,
    PICTURE_SOURCE,
    ROLE,
    ROLE_WORD,
    compiled,
    one_of,
)
from articles.parsing.values import Role


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
ROLE_AT_END = compiled(rf"{ROLE_WORD} $")
ANY_AGENCY = compiled(AGENCY)
LONG_NAME = compiled(rf"[{HAN}]{{1,4}} {one_of(roles.LONG_NAME_ENDINGS)}")

ORIGIN = compiled(rf"{one_of(roles.PROVINCES)} [{HAN}]{{0,3}} \s+ {NAME}")

# One step through a signature; the order decides.
STEP = compiled(
    rf"""
    (?P<pair> /? \s*+ (?: 文 [/并]? [图摄] 影? | 图 [/并] 文 | 摄影? / 文 | 摄影报道 )
      (?! \s*+ [/:|] ) )
    | (?P<source> 摄 \s*+ / \s*+ (?: (?= {AGENCY} ) | {PICTURE_SOURCE} \s*+ $ ) )  # 甲 摄/视觉中国
    | (?P<pen> (?: 文字? | 撰文 ) \s*+ [/:|] )                               # 文/甲
    | (?P<lens> (?: 图片? | 摄影? | 供图 ) \s*+ [/:|] | 摄影 \s+ (?= {NAME} ) )  # 图/乙
    | / \s*+ (?: (?P<wrote> 文 ) | (?P<took> [图摄] ) )                      # 甲/文 乙/图
    | (?P<penned> 文 (?= \s++ {NAME} \s*+ /? \s*+ [图摄] ) )         # 甲 乙 文 丙 摄
    | (?P<column> 本 (?: 版 | 栏目? | 文 ) (?: 稿件 | 内容 )? \s*+ 均? 由 )
    | (?P<reader> {one_of(roles.READERS)} (?= \s ) )
    | (?P<filler> (?: 本版 | 本文 | 以上 | 均 )* (?: 图片 | 照片 ) \s*+ (?: 均 | 由 | 为 | 来自 )+ )
    | (?P<pictured> (?<= \s ) 图 $ )                                     # 甲 乙 图
    | (?P<shot> 摄影 (?! 记者 | 师 ) | 摄像 (?! 师 ) | 供图 | 提供 | 制图 | [绘作] $ | 摄 )
    | (?P<role> {ROLE} )
    | (?P<agency> {AGENCY} )
    | (?P<name> {NAME_RUN} )
    | (?P<gap> [\s、,/;:&|]+ )
    """
)


def names_in(
    text: str, span: tuple[int, int], block: int, default: Role, *, whole: bool = False
) -> list[Signature]:
    """Return the names signed in a stretch of `text`.

    `default` is the role of a name without one; with `whole` the stretch must be all names.
    """
    scan = _Scan(block, (default,))
    position, end = span
    while position < end:
        step = STEP.match(text, position, end)
        if step is not None:
            position = step.end()
        elif not whole:
            position += 1
        if step is None or step.lastgroup == "name":
            if not (step and (scan.is_origin(step) or scan.name(step))) and whole:
                return []
        else:
            scan.mark(step)
    return scan.result()


@dataclass(slots=True)
class _Scan:
    """What was read so far of one signature, and what the next name will be."""

    block: int
    current: tuple[Role, ...]
    also: tuple[Role, ...] = ()
    signed: list[Signature] = field(default_factory=list)
    plain: set[int] = field(default_factory=set)
    """The names with no word for their role but 文 or 图."""
    explicit: bool = False
    sealed: int = 0
    """So many names have all their roles."""
    paired: bool = False
    """文/图 stands before the first role, and is said of it only."""
    staffed: bool = False
    """Text and picture are signed apart, or together by one: 文/甲 图/乙, 甲 文/图."""

    def name(self, step: re.Match[str]) -> bool:
        """Take a stretch of letters for a name or two, if it has the form."""
        names = divided(step[0])
        start = step.start()
        for name in names:
            start = step.string.index(name, start)
            if not self.explicit:
                self.plain.add(len(self.signed))
            found = Signature(closed(name), self.current, self.block, start, start + len(name))
            self.signed += [found] if self.current else []
            start += len(name)
        return bool(names)

    def is_origin(self, step: re.Match[str]) -> bool:
        """Say whether a stretch of letters is where a name comes from: 江苏南通 甲."""
        return not self.explicit and ORIGIN.match(step.string, step.start()) is not None

    def mark(self, step: re.Match[str]) -> None:
        """Take a word about a role: of the names before it or of those to come."""
        match step.lastgroup:
            case "role":
                self.also = () if self.paired and self.signed else self.also
                self._role(step[0])
                self.signed += agency_in(step, self.block)
            case "pen":
                self.current, self.also, self.explicit = (Role.AUTHOR,), (), False
            case "lens":
                self.current = self.also = (Role.PHOTOGRAPHER,)
                self.staffed, self.explicit = True, True
            case "agency":
                self.signed += agency_in(step, self.block)
            case "penned":
                self.sealed = len(self.signed)
            case "shot" | "pair" | "source":
                self._shot(together="文" in step[0])
            case "took" if self.explicit and sum(map(_is_person, self.signed)) == 1:
                self.signed = [adding(s, Role.PHOTOGRAPHER) for s in self.signed]  # 本报记者 甲/摄
            case "took" | "pictured" if self.signed:
                self.signed[-1] = replace(self.signed[-1], roles=(Role.PHOTOGRAPHER,))
                self.plain.discard(len(self.signed) - 1)
                self.staffed = True
            case "wrote" if self.signed:
                self.signed[-1] = replace(self.signed[-1], roles=(Role.AUTHOR,))

    def _role(self, printed: str) -> None:
        """本报驻沪记者, 全媒体记者 …: the longest word decides; who tells (口述) doesn't sign."""
        word = ROLE_AT_END.search(printed)
        role = ROLES.get(word[0], Role.AUTHOR) if word else Role.AUTHOR
        told = word is not None and word[0] in roles.TELLERS
        self.current, self.explicit = () if told else (role, *self.also), True

    def _shot(self, *, together: bool) -> None:
        """摄 after the names, or 文/图 after or before them."""
        if self.signed:
            took = [
                adding(signature, Role.PHOTOGRAPHER) for signature in self.signed[self.sealed :]
            ]
            self.signed[self.sealed :] = took
            self.staffed = self.staffed or together
        else:
            self.current = self.also = (Role.PHOTOGRAPHER,)
            self.paired = self.staffed = together

    def result(self) -> list[Signature]:
        """Return the names; who wrote beside a photographer, or took the pictures too, reports."""
        if not self.staffed:
            return self.signed
        return [
            _reporting(signature) if k in self.plain else signature
            for k, signature in enumerate(self.signed)
        ]


def _reporting(signature: Signature) -> Signature:
    rest = tuple(role for role in signature.roles if role is Role.PHOTOGRAPHER)
    return replace(signature, roles=(Role.REPORTER, *rest))


def agency_in(match: re.Match[str], block: int) -> list[Signature]:
    """Return the agency that a matched stretch names."""
    name = ANY_AGENCY.search(match[0])
    if name is None:
        return []
    start, end = (match.start() + offset for offset in name.span())
    return [Signature(name[0], (Role.AGENCY,), block, start, end)]


def _is_person(signature: Signature) -> bool:
    return Role.AGENCY not in signature.roles


def adding(signature: Signature, role: Role) -> Signature:
    """Return a signature with one more role; an agency has no other."""
    if Role.AGENCY in signature.roles or role in signature.roles:
        return signature
    return replace(signature, roles=(*signature.roles, role))


def is_name(run: str) -> bool:
    """Say whether a stretch of letters has the form of a name and is no word of the trade."""
    name = closed(run)
    if name in roles.NO_NAMES or name.endswith(roles.TITLES):
        return False
    if len(name) >= 4 and name.endswith(roles.NO_NAME_ENDINGS):
        return False
    return 2 <= len(name) <= 4 or any(dot in name for dot in DOT)


def divided(run: str) -> tuple[str, ...]:
    """Return the names that a stretch of letters is: mostly one, two where their blank is lost."""
    if is_name(run):
        return (run,)
    if LONG_NAME.fullmatch(run):
        return (run,)
    for place in (3, 2):
        if re.fullmatch(f"[{HAN}]{{5,6}}", run) and 2 <= len(run) - place <= 3:
            names = run[:place], run[place:]
            if names[1][0] in roles.COMMON_SURNAMES and all(map(is_name, names)):
                return names
    return ()


def closed(run: str) -> str:
    """Return a name without its blanks."""
    return re.sub(r"\s+", "", run)
