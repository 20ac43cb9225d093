r"""The grammar of names beside their roles, as pattern fragments for cues and credits.

All fragments are for `re.VERBOSE` and for text in the form of `plain()`.  Blanks are possessive
(`\s*+`): no text, however odd, makes a pattern go back over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from articles.parsing.lexicon import roles
from articles.parsing.repair import HAN, close_spacing, narrow

OFTEN_ASKED = 200
"""Shorter lines are asked about again and again, and remembered."""


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a verbose pattern."""
    return re.compile(pattern, re.VERBOSE)


def plain(line: str) -> str:
    """Return the line stripped, closed and with ASCII forms of full-width marks."""
    return _plain(line) if len(line) <= OFTEN_ASKED else _plain.__wrapped__(line)


@lru_cache(maxsize=4096)
def _plain(line: str) -> str:
    return close_spacing(narrow(line.strip()))


DOT = "·•・‧∙"
ROLE_WORD = one_of(
    (
        *roles.REPORTERS,
        *roles.CORRESPONDENTS,
        *roles.PHOTOGRAPHERS,
        *roles.AUTHORS,
        *roles.TELLERS,
    )
)
# A name ends where one of these begins.
AFTER_NAME = one_of((*roles.HOUSES, *roles.AFTER_NAMES))
LETTER = rf"(?: (?! {ROLE_WORD} | {AFTER_NAME} | 图 [/片文] | [作绘] $ ) [{HAN}] )"
# 陆 小青: the surname alone before a blank.
SPACED_NAME = rf"(?: [{roles.COMMON_SURNAMES}] \s {LETTER}{{2}} (?! {LETTER} ) )"
NAME = rf"""
    (?: {LETTER}{{1,4}} {one_of(roles.LONG_NAME_ENDINGS)}             # 巴音其其格
      | {LETTER}{{1,10}} (?: [{DOT}] \s*+ [{HAN}]{{1,10}} ){{1,3}}   # 阿依古丽·买买提
      | {LETTER} \s {LETTER} (?! {LETTER} )                         # 王 强
      | {SPACED_NAME}
      | {LETTER}{{2,4}} )
"""
# The longest stretch of letters at a place: a name only if it has the length of one.
NAME_RUN = rf"""
    (?: {LETTER} \s {LETTER} (?! {LETTER} ) | {SPACED_NAME}
      | {LETTER}+ (?: \s? [{DOT}] \s? {LETTER}+ )* )
"""
NAMES = rf"(?: (?: {NAME} (?: \s*+ [、,/&] \s*+ | \s+ ) )* {NAME} )"
AGENCY = one_of(roles.AGENCIES)
# Whose picture it is, behind who took it: 河湾视觉, 县融媒图库.
PICTURE_SOURCE = rf"[{HAN}]{{0,6}} {one_of(roles.PICTURE_SOURCES)} [{HAN}]{{0,3}}"
OUTLET = rf"""
    (?: {one_of(roles.HOUSES)} | {AGENCY}
      | (?: (?! {one_of(roles.HOUSES)} ) [{HAN}A-Za-z·—-] ){{0,10}} {one_of(roles.OUTLET_ENDINGS)} )
"""
# A place only after the house or 驻: in 甲乙丙记者 it would swallow a name.
ROLE = rf"""
    (?: (?: {OUTLET} \s*+ (?: 驻? {LETTER}{{2,4}} )? | 驻 {LETTER}{{2,4}} )? \s*+ {ROLE_WORD} )
"""
CREDITED = rf"(?: {ROLE} \s*+ (?: [:/|] \s*+ {ROLE}? \s*+ )? {NAMES} )"
CREDITED_ALL = rf"(?: {CREDITED} (?: \s*+ [、,/;]? \s*+ {CREDITED} )* )"
