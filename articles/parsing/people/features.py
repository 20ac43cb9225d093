"""What speaks for and against a candidate: its own characters and what stands beside it."""

from __future__ import annotations

import re

from articles.parsing.people import tables

HAN = re.compile("[\u4e00-\u9fff]")
PLACE_ENDINGS = frozenset("镇县村区乡市省州街路站厂店馆司局部校院屯庄沟坡寨湾港岛嘴")
MARKS = {
    "": "edge",
    "\n": "edge",
    " ": "blank",
    ",": "comma",
    "、": "enumeration",
    ":": "colon",
    "“": "open_quote",
    "”": "close_quote",
    "‘": "open_quote",
    "’": "close_quote",
    "(": "open_bracket",
    ")": "close_bracket",
    "《": "title_mark",
    "》": "title_mark",
    **dict.fromkeys("。!?;…", "stop"),
}
# After these a name is expected, so that even an everyday word is read as one.
EXPECTING = frozenset({"post", "role", "person_suffix", "naming", "award"})
# (化名), (左), (女,侗族), and the same without brackets in lists: 王强,男,…
NOTE = re.compile(
    r"\((?:[男女]|化名|均?为?化名|左|右|中|前|后|图|右|居中|见图|生前|已故|原名|曾用名|\d)|,[男女],"
)


def before_class(text: str, start: int) -> str:
    """Return the class of what stands before `start`."""
    mark = MARKS.get(text[start - 1 : start] if start else "")
    if mark:
        return mark
    table = tables.cues_before()
    for length in range(min(6, start), 0, -1):
        found = table.get(text[start - length : start])
        if found:
            return found
    return "word" if HAN.match(text, start - 1) else "mark"


def after_class(text: str, end: int) -> str:
    """Return the class of what stands after `end`."""
    if NOTE.match(text, end):
        return "note"
    mark = MARKS.get(text[end : end + 1])
    if mark:
        return mark
    table = tables.cues_after()
    for length in range(5, 0, -1):
        found = table.get(text[end : end + length])
        if found:
            return found
    return "word" if HAN.match(text, end) else "mark"
