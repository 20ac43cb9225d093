"""Marks, the breaking of lines, and blanks in justified lines."""

import re
from random import Random

WESTERN_MARKS = str.maketrans("，（）；：？！％～", ",();:?!%~")
CLOSING = "，。、；：？！”’》）％…—·,.;:?!)%】"
"""Marks that may not begin a line."""
OPENING = "“‘《（(【"
"""Marks that may not end a line."""

WORD = re.compile(r"[0-9A-Za-z.%％+:/-]+| +|——|……|.")
"""What a line break leaves whole: a number, a Latin word, a double mark, else one character."""
NUMBER = re.compile(r"[0-9][0-9.,]*[%％]?")
NARROW_GAP = re.compile(r"(?<=[，。”、；：·]) | (?=·)")
HANGING = 1.6
"""So much may a closing mark stand out over the end of its line."""


def width_of(text: str) -> float:
    """Return the printed width of a text in Chinese characters."""
    return sum(
        1.0 if ord(c) > 0x2E7F or c in "“”‘’—…·～" else 0.3 if c == " " else 0.5 for c in text
    )


def may_cut(text: str, place: int) -> bool:
    """Say whether a column may end inside a paragraph, before the character at this place."""
    before, after = text[place - 1 : place], text[place : place + 1]
    return (
        12 <= place <= len(text) - 10
        and after not in CLOSING + " "
        and before not in OPENING + " "
        and not (before.isascii() and after.isascii())
    )


def wrap(text: str, width: float, first: float) -> list[str]:
    """Break a text into printed lines of this width, the first line having a width of its own.

    Numbers and words stay whole, and no mark stands on the wrong side of a break.
    """
    lines, current, limit = [], "", first
    for word in WORD.findall(text):
        total = width_of(current) + width_of(word)
        hangs = word[0] in CLOSING and total <= limit + HANGING
        if current.strip() and total > limit + 0.01 and not hangs:
            cut = len(current)
            if word[0] in CLOSING:  # a mark that can't hang takes a character down with it
                cut = len(current.rstrip(CLOSING)) - 1
            while cut > 0 and current[cut - 1] in OPENING:
                cut -= 1
            if cut > 0:
                lines.append(current[:cut].strip(" "))
                current, limit = current[cut:], width
            word = word.lstrip(" ")
        current += word
    if current.strip():
        lines.append(current.strip(" "))
    return lines


def letterspace(text: str) -> str:
    """Return the text spaced out, as a justified line or headline: 三 项 举 措."""
    return NARROW_GAP.sub("", " ".join(re.findall(r"[0-9A-Za-z.%+]+|\S", text)))


def space_numbers(text: str, chances: tuple[float, float], rng: Random) -> str:
    """Put blanks before and after numbers, with these chances, as justified lines get them."""

    def spaced(match: re.Match[str]) -> str:
        sides = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        before, after = (
            "\u4e00" <= neighbour <= "\u9fff" and rng.random() < chance
            for neighbour, chance in zip(sides, chances, strict=True)
        )
        return " " * before + match[0] + " " * after

    return NUMBER.sub(spaced, text)
