"""The letter under which a name stands in the index, and how its first character sounds."""

from __future__ import annotations

from collections.abc import Iterable

SURNAME_INITIALS = {
    "单": "S", "曾": "Z", "解": "X", "仇": "Q", "区": "O", "查": "Z", "盖": "G", "缪": "M",
    "朴": "P", "乐": "Y", "任": "R", "员": "Y", "折": "S", "召": "S", "尉": "Y", "翟": "Z",
    "种": "C", "洗": "X", "秘": "B", "谌": "C", "覃": "Q", "繁": "P", "褚": "C", "黑": "H",
}  # fmt: skip
"""Surnames that are read otherwise than the same character elsewhere."""


def initial_of(name: str) -> str:
    """Return the first letter of the name's pinyin, A to Z, or # for a name in no known script."""
    from pypinyin import Style, lazy_pinyin  # its tables are large: only where they are needed

    first = name[:1]
    letter = SURNAME_INITIALS.get(first) or lazy_pinyin(first, style=Style.FIRST_LETTER)[0][:1]
    letter = letter.upper()
    return letter if letter.isascii() and letter.isalpha() else "#"


def sounding(characters: Iterable[str], letters: str) -> list[str]:
    """Return the characters with a reading that begins with the small letters.

    Where there is none, those whose reading the letters begin with, the longest one: `zhangwei`
    finds 张, not 查.  A letter of another script has no reading.
    """
    from pypinyin import Style, pinyin

    readings = {
        character: pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        for character in characters
        if not character.isascii()
    }
    found = [one for one, all_ in readings.items() if any(r.startswith(letters) for r in all_)]
    if found:
        return found
    sizes = {
        one: max((len(r) for r in all_ if letters.startswith(r)), default=0)
        for one, all_ in readings.items()
    }
    longest = max(sizes.values(), default=0)
    return [one for one, size in sizes.items() if size == longest > 0]
