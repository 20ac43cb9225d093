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
EMPLOYERS = ("企业", "气象台", "商行", "商会", "农家乐", "作坊", "超市", "酒店", "饭店", "律所")
LEADING = re.compile(
    r"""
    (?: [仅还只]? 有 (?= [位名个一两二三几] )
      | (?: [我你他她它] (?! [国省市县区镇村厂校院队] ) | [我你他她它咱] 们 | 自己 | 咱 ) 的?
      | 此外 | 随后 | 目前 | 日前 | 近日 | 如今 | 当[日天时] | 同时 | 此次 | 期间 | 现场
      | 以?及 | 和 | 与 | 该 (?= [省市县区州旗镇乡村] ) | 位 | 个 (?! [体人] ) | 一天
      | [这那另又] 外? [位名个]? | (?: [一二两三四五六七八九十几多数各] | 不少 | 众多 ) [位名个]
      | 众多 | \d+ (?:年|月|日|岁|名|位|个|多)+ )+
    """,
    re.VERBOSE,
)
# Words of these kinds lead to a post but begin none, but for those of PRINTED.
LEADING_KINDS = frozenset({"adverb", "function", "pronoun"})
PRINTED = re.compile(
    "[前原最非副总老现亲某本该我全同单各正特极首针除]$|[某本该我同]|大(?![约概都])|最(?![后终初])"
    "|其他|当地|资深|外来|每日"
)
TIME = re.compile(
    ".*(?:(?<![青中老少幼壮成])年|[月日天晚午晨夜时刻后前上周期间初末久节来])$|[今昨明]"
    "|周[一二三四五六日]"
)
# 递给, 见到, 跟着, 叫来, 追上: a verb that has come to its aim; a post is what it aims at.
AIMED = re.compile(
    "(?!外来|演出|输出|通过|[国民私公专特]有)[\u4e00-\u9fff](?:[给到着了过起上下来走为任是有出从]|得到)$"
)
# What stands in a bracket after a name, or before the first: 周敏(左), (化名), (二).
NOTED = re.compile(
    "(?:图|从)?[左右中前后上下一二三四五六七八九十男女]+起?|.*(?:化名|族|籍)|居中|已故"
)
# Before one of these, what is else a verb names a unit: 就业指导中心主任, 选举委员会主任.
NAMED_UNIT = re.compile(
    "(?:[部处科局室站组所办](?!长)|员(?!工)|师(?!傅)|力|中心|委员会|协会|大队|学者|服务|管理)"
)
PAIRS = frozenset({"夫妇", "夫妻"})
PERSON_SUFFIX = re.compile(
    "[\u4e00-\u9fff](?:[师员工手长匠者兵医商农户]|[\u4e00-\u9fff](?<![别众两有些几每其多夫本的])人)$"
)
JOINING = ("和", "与", "及")
BESIDE = re.compile(r"(?:\((?:均?为?化名)\))?(?:、| |和|与|及|以及)")
# 孙超,车间班长。 · 孙超是车间班长, · 孙超(车间班长)
APPOSITION = re.compile(
    r"(?:\((?:化名|[男女])\))?(?:,|(?:[原曾]|如今|现在|目前)?是|系|现任|时?任|\()(?:一[名位个])?"
    r"(?P<post>[^,。!?;:“”()\n]{2,40})(?=[,。;)])"
)
# A row of a list: 李春光(女) 北方机车电焊工、高级技师
ROW = re.compile(r"(?:\([^()]{1,8}\))?[ ,](?:[男女],)?(?P<post>[^。!?;:“”\n]{2,60})$")
# 等5位大国工匠 · 两位劳模工匠
COUNTED = re.compile(
    r"(?:\([^()]{1,6}\))?(?:等?(?:\d+|[两二三四五六七八九十几百]+|多|数|各)[余多]?[名位个]"
    r"|等(?:一[批众群大]+|众多|多名|优秀|新老))(?P<post>[\u4e00-\u9fff]{2,16})"
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
    named = text.endswith(EMPLOYERS, start, end) or before_class(text, end) == "unit"
    return end > start and not division and named


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
    in_name = in_name and not NOTED.fullmatch(inside)
    return closed + 1 if closed >= 0 and not in_name else begin


def _stripped(reading: Reading, start: int, end: int) -> Stretch | None:
    """Return the stretch without the words that link it to the sentence."""
    first = bisect_left(reading.edges, start)
    last = bisect_left(reading.edges, end)
    words = [*reading.edges[first:last], end]
    for at in range(first, last):
        left, right = words[at - first], words[at - first + 1]
        if right < end and _links(reading, at, (start, end), (left, right)):
            start = right
    text = reading.text
    match = LEADING.match(text, start, end)
    start = match.end() if match else start
    while start < end and text[start] in "、 的":
        start += 1
    return (start, end) if start < end else None


def _links(reading: Reading, at: int, post: Stretch, place: Stretch) -> bool:
    """Whether word `at` leads to the post, whose beginning up to the word may be no part of it."""
    text, kind = reading.text, reading.kinds[at]
    word, start, (left, right) = text[slice(*place)], post[0], place
    if word == "的":
        return not _possesses(reading, at, post)
    if word in JOINING:
        return left == start or ends_in_post(text[start:left])
    if word in tables.listed("links") or (kind == "verb" and AIMED.match(word)):
        return len(word) == 1 or not NAMED_UNIT.match(text, right)
    leads = kind in LEADING_KINDS or (kind == "time" and bool(TIME.match(word)))
    begins = left == start or bool(LEADING.fullmatch(text, start, left))
    return leads and begins and not PRINTED.match(word)


def _possesses(reading: Reading, at: int, post: Stretch) -> bool:
    """Whether 的 at word `at` stands inside the post: 一家钢铁企业的工会主席, 党的二十大代表."""
    text, (start, end), left = reading.text, post, reading.edges[at]
    if left - start < LEAST_UNIT or (at and reading.kinds[at - 1] == "verb"):
        return text[start:left] == "党" or (left > start and "、" in text[start:left])
    return ends_in_unit(text, start, left) or "、" in text[left:end]


def post_after(text: str, start: int, end: int) -> Stretch | None:
    """Return where the post follows a name: 习近平总书记, 孙超,车间班长."""
    for length in range(LONGEST_HONORIFIC, 1, -1):
        word = text[end : end + length]
        if word in tables.listed("honorifics"):
            if word in tables.describing() and word not in PAIRS:
                return end, end + length
            break
    match = APPOSITION.match(text, end) or (None if start else ROW.match(text, end))
    if not match or not ends_in_post(match["post"]):
        return None
    return match.span("post")


def describe(reading: Reading, names: Sequence[Candidate]) -> list[str]:
    """Return the description of each name of one paragraph, in order; empty if there is none.

    Names in a row share the post before the first (蹲点干部甲、乙) or after the last
    (甲、乙等5位大国工匠).
    """
    found: list[Stretch | None] = []
    for at, name in enumerate(names):
        previous = names[at - 1].end if at else 0
        beside = at and BESIDE.fullmatch(reading.text, previous, name.start)
        own = post_before(reading, name.start, previous)
        own = own or post_after(reading.text, name.start, name.end)
        found.append(own or (found[-1] if beside else None))
    for at in range(len(names) - 1, -1, -1):
        if found[at]:
            continue
        match = COUNTED.match(reading.text, names[at].end)
        if match:
            found[at] = _counted_post(reading, *match.span("post"))
        elif at + 1 < len(names) and BESIDE.fullmatch(
            reading.text, names[at].end, names[at + 1].start
        ):
            found[at] = found[at + 1]
    return [reading.printed[slice(*stretch)] if stretch else "" for stretch in found]


def _counted_post(reading: Reading, start: int, end: int) -> Stretch | None:
    """Return the longest beginning of the stretch that ends in a post, or the first likely one."""
    words, text = tables.describing() - {"同志"}, reading.text
    for stop in range(end, start + 1, -1):
        if any(text[begin:stop] in words for begin in range(start, stop)):
            return start, stop
    for stop in reading.edges[bisect_left(reading.edges, start + 2) :]:
        if stop > end:
            break
        if PERSON_SUFFIX.search(text[start:stop]):
            return start, stop
    return None
