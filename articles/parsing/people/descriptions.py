"""What an article says a person is: the post (职务) beside the name, as printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from articles.parsing.people import tables
from articles.parsing.people.candidates import Candidate
from articles.parsing.people.cues import before_class
from articles.parsing.people.reading import Reading

Stretch = tuple[int, int]

# A post reaches back to one of these; 、 chains posts and is looked at apart.
STOP = re.compile(r"[,。!?;:“”‘’\n\s—…《》【】|]")
LONGEST = 60
LONGEST_WORD = 8
LONGEST_HONORIFIC = 8
DIVISIONS = frozenset("乡镇村县市区省州旗籍组")
LEAST_UNIT = 4
LEADING = re.compile(
    r"""
    (?: [我你他她它]们? | 这[位名] | 那[位名] | 一[位名] | [两三几]位 | 此外 | 随后 | 目前
      | 日前 | 近日 | 如今 | 当[日天时] | 同时 | 此次 | 期间 | 现场 | 和 | 与 | 及
      | \d+ (?:年|月|日|岁|名|位|多)+ )+
    """,
    re.VERBOSE,
)
PAIRS = frozenset({"夫妇", "夫妻"})
PERSON_SUFFIX = re.compile("[\u4e00-\u9fff][师员工手长匠者兵医商农户]$")
JOINING = ("和", "与", "及")
BESIDE = ("、", " ", "和", "与")
# 孙超,车间班长。 · 孙超是车间班长, · 孙超(车间班长)
APPOSITION = re.compile(r"(?:,|是|系|现任|任|\()(?P<post>[^,。!?;:“”()\n]{2,40})(?=[,。;)])")
# A row of a list: 李春光(女) 北方机车电焊工、高级技师
ROW = re.compile(r"(?:\([^()]{1,8}\))?[ ,](?:[男女],)?(?P<post>[^。!?;:“”\n]{2,60})$")
# 等5位大国工匠 · 两位劳模工匠
COUNTED = re.compile(
    r"等?(?:\d+|[两二三四五六七八九十几]+|多)[名位](?P<post>[\u4e00-\u9fff]{2,16})"
)


def ends_in_post(text: str) -> bool:
    """Whether the text ends in a word for a post or a person."""
    words = tables.describing()
    if any(text[-n:] in words for n in range(min(LONGEST_WORD, len(text)), 0, -1)):
        return True
    return bool(PERSON_SUFFIX.search(text))


def ends_in_unit(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends in the word of an organisation: 一家特种钢企业的工会主席."""
    division = text[end - 1] in DIVISIONS
    return end > start and not division and before_class(text, end) == "unit"


def post_before(reading: Reading, start: int, previous: int) -> Stretch | None:
    """Return where the posts stand before a name, the whole chain.

    `previous` is where the name before ends: a description never reaches over it.
    """
    begin = max(previous, start - LONGEST, 0)
    begin = max(begin, _after_bracket(reading.text, begin, start))
    stops = list(STOP.finditer(reading.text, begin, start))
    if stops:
        begin = stops[-1].end()
    parts = reading.text[begin:start].split("、")
    if not parts[-1]:
        return None
    unit = not ends_in_post(parts[-1])
    if unit and (len(parts[-1]) < LEAST_UNIT or reading.before(start) != "unit"):
        return None
    kept = [parts.pop()]
    while not unit and parts and ends_in_post(parts[-1]):
        kept.insert(0, parts.pop())
    return _stripped(reading, start - len("、".join(kept)), start)


def _after_bracket(text: str, begin: int, end: int) -> int:
    """Return where the text goes on after a bracket that is no part of a unit's name."""
    opened = text.rfind("(", begin, end)
    closed = text.rfind(")", begin, end)
    if opened > closed:
        return opened + 1
    inside = text[opened + 1 : closed] if 0 <= opened < closed else ""
    in_name = 0 < len(inside) <= LEAST_UNIT and not re.search(r"[ /\d]", inside)
    return closed + 1 if closed >= 0 and not in_name else begin


def _stripped(reading: Reading, start: int, end: int) -> Stretch | None:
    """Return the stretch without the words that link it to the sentence."""
    text, links = reading.text, tables.listed("links")
    edges = reading.edges[bisect_left(reading.edges, start) : bisect_left(reading.edges, end)]
    for left, right in zip(edges, [*edges[1:], end], strict=True):
        word = text[left:right]
        chained = word == "的" and ("、" in text[right:end] or ends_in_unit(text, start, left))
        if not chained and (word in links or (word in JOINING and ends_in_post(text[start:left]))):
            start = right
    match = LEADING.match(text, start, end)
    start = match.end() if match else start
    while start < end and text[start] in "、 ":
        start += 1
    return (start, end) if start < end else None


def post_after(text: str, start: int, end: int) -> Stretch | None:
    """Return where the post follows a name: 习近平总书记, 孙超,车间班长."""
    for length in range(LONGEST_HONORIFIC, 1, -1):
        word = text[end : end + length]
        if word in tables.listed("honorifics"):
            if word in tables.describing() and word not in PAIRS:
                return end, end + length
            break
    match = APPOSITION.match(text, end) or (None if start else ROW.match(text, end))
    return match.span("post") if match and ends_in_post(match["post"]) else None


def describe(reading: Reading, names: Sequence[Candidate]) -> list[str]:
    """Return the description of each name of one paragraph, in order; empty if there is none.

    Names in a row share the post before the first (蹲点干部甲、乙) or after the last
    (甲、乙等5位大国工匠).
    """
    found: list[Stretch | None] = []
    for at, name in enumerate(names):
        previous = names[at - 1].end if at else 0
        beside = at and reading.text[previous : name.start] in BESIDE
        own = post_before(reading, name.start, previous)
        own = own or post_after(reading.text, name.start, name.end)
        found.append(own or (found[-1] if beside else None))
    for at in range(len(names) - 1, -1, -1):
        if found[at]:
            continue
        match = COUNTED.match(reading.text, names[at].end)
        if match:
            found[at] = _longest_post(reading.text, *match.span("post"))
        elif at + 1 < len(names) and reading.text[names[at].end : names[at + 1].start] in BESIDE:
            found[at] = found[at + 1]
    return [reading.printed[slice(*stretch)] if stretch else "" for stretch in found]


def _longest_post(text: str, start: int, end: int) -> Stretch | None:
    """Return the longest beginning of the stretch that ends in a post."""
    words = tables.describing()
    for stop in range(end, start + 1, -1):
        if any(text[begin:stop] in words for begin in range(start, stop)):
            return start, stop
    return None
