"""What a single line says about a picture: captions, and where somebody stands in it."""

from __future__ import annotations

import re

from articles.parsing.cues import is_continuation
from articles.parsing.lexicon import labels
from articles.parsing.repair import HAN
from articles.parsing.signatures import compiled, one_of, plain

POINTERS = "▲▼△▽←→↑↓◀▶◄►☚☛"
"""With these a caption points at its picture."""
CAPTION = compiled(
    rf"""
    [{POINTERS}] (?! .* (?: 遗失 (?! 的 ) | 作废 ) ) .*
    | \(? 图 \s*+ [①-⑳0-9一二三四五六(] .*
    | \(? (?: [左右上下]{{1,2}} | [题主大小本配] ) 图 \s*+ (?: 为 | 是 | : | , | \) | \s ) .*
    | \(? (?: 图片?为 | 图片说明 | 图说 | 图中 ) .*
    """
)
PICTURE_SENTENCE = re.compile(
    r"(?:(?<=[。,;!?”)])|^)\s*+(?:[上下左右]?图片?(?:为|\(.{1,6}\)为)|图①)"
)
NUMBER = "[一二三四五六七八九1-9]"
ROW = rf"第?{NUMBER}?[前后中]?排"
ORDINAL = rf"起? 第?{NUMBER} [人位排]?"
IN_ROW = rf"{ROW} (?: (?: [左右中] [侧边]? | 居中 ) (?: {ORDINAL} )? )?"
PLACE = rf"(?: {IN_ROW} | (?: [左右] [侧边]? | 居中 ) (?: {ORDINAL} )? )"
COUNTED = rf"(?: {IN_ROW} | [左右] {ORDINAL} )"
IN_PICTURE = compiled(
    rf"""
    (?: (?<= [{HAN}A-Za-z]{{2}} ) | (?<= \s [{HAN}] ) ) \( (?:
      {PLACE} (?: [,、] {PLACE} )*
    | {COUNTED} [,、] [^()]{{1,8}}
    | [中前后] (?! \) (?: \s | : | — | $ ) )  # 灯塔三十年（中）: the second of a series
    ) \)
    """
)
"""Where somebody stands: （左）, （前排左二）, （左一、戴帽者）, but not （中、小）."""
SCENE = compiled(
    rf"""
    [^。:?!0-9]{{2,20}} (?: 正? {one_of(labels.SCENE_VERBS)} | 正 [用对与和同] ) [^。:?!]{{3,30}} 。
    """
)
TOLD = compiled(one_of(labels.TOLD))


def is_caption(line: str) -> bool:
    """图为…, 上图：…, ▲…, or a sentence of a paragraph says 图为."""
    text = plain(line)
    if is_continuation(line):
        return False
    return CAPTION.match(text) is not None or PICTURE_SENTENCE.search(text) is not None


def is_pictured(line: str) -> bool:
    """Say whether a line is a caption by its beginning, or tells where somebody stands."""
    return is_caption(line) or names_place(line)


def names_place(line: str) -> bool:
    """江一舟（左）向学徒…, 林小帆（前排左二）…: the line says where somebody is in a picture."""
    return IN_PICTURE.search(plain(line)) is not None


def is_scene(line: str) -> bool:
    """医护人员在为职工测量血压。: one sentence about what can be seen, as captions have it."""
    text = plain(line)
    return SCENE.fullmatch(text) is not None and TOLD.search(text) is None
