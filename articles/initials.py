"""The letter under which a name stands in the index, and how its first character sounds."""

from __future__ import annotations

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


def may_sound(character: str, letters: str) -> bool:
    """Say whether one of the character's readings agrees with the small letters, as far as both go.

    So 张 agrees with `z`, `zhang` and `zhangwei`.  A letter of another script has no reading.
    """
    from pypinyin import Style, pinyin

    if character.isascii():
        return False
    readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
    return any(
        reading.lower().startswith(letters) or letters.startswith(reading.lower())
        for reading in readings
    )
