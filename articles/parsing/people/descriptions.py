"""What an article says a person is: the post (职务) beside the name, as printed."""

from __future__ import annotations

import re
from functools import cache

from articles.parsing.people import tables

# A post reaches back to one of these; 、 chains posts and is looked at apart.
STOP = re.compile(r"[,，。！？!?；;：:“”‘’「」\n\s—…《》【】|]")
LEADING = re.compile(
    r"""^(?:
      (?:但|而|就在|正在|正是|只见|其中|此外|另外|随后|目前|日前|近日|如今|当日|当天|同时|此次|期间|现场|据|经|由|对|向|与|和|同|跟|把|被|给|让|请|为|在|是
      |针对|关于|对于|来自|包括|还有|以及|以|及|名叫|有|像|如|正向|采访|邀请|受|到|了|曾|原来|作为|告诉|陪同|会见|看望|慰问|找到|遇到|见到|陪着|跟着|帮助
      |正|接到|收到|听|看到|授予|表彰|这位|一位|一名|那位|这名|该)
    )+""",
    re.VERBOSE,
)
APPOSITION = re.compile(r"(?:,|是|系|现任|任|\()([^,。!?;:“”()\n]{2,40})(?=[,。;)])")
LONGEST = 60


@cache
def _longest_post() -> int:
    return max(map(len, tables.describing()))


def ends_in_post(text: str) -> bool:
    """Whether the text ends in a word for a post."""
    return any(
        text[-n:] in tables.describing() for n in range(min(_longest_post(), len(text)), 0, -1)
    )


def post_before(text: str, start: int) -> str:
    """Return the posts that stand before a name, the whole chain; empty if there is none."""
    left = _bracketless(text[max(0, start - LONGEST) : start])
    stops = list(STOP.finditer(left))
    stretch = left[stops[-1].end() :] if stops else left
    parts = stretch.split("、")
    if not parts[-1] or not ends_in_post(parts[-1]):
        return ""
    kept = [parts.pop()]
    while parts and ends_in_post(parts[-1]):
        kept.insert(0, parts.pop())
    return LEADING.sub("", "、".join(kept))


def _bracketless(left: str) -> str:
    """Return the text after an unclosed bracket."""
    depth = 0
    for at in range(len(left) - 1, -1, -1):
        if left[at] in ")）":
            depth += 1
        elif left[at] in "(（":
            if not depth:
                return left[at + 1 :]
            depth -= 1
    return left


def post_after(text: str, end: int) -> str:
    """Return the post that follows a name: 习近平总书记, 孙超，车间班长。; empty if there is none."""
    for length in range(6, 1, -1):
        if (
            text[end : end + length] in tables.listed("honorifics")
            and text[end : end + length] in tables.describing()
        ):
            return text[end : end + length]
    match = APPOSITION.match(text, end)
    if match and ends_in_post(match[1]):
        return match[1]
    return ""
