"""What can be seen of the pieces of a headline, as names that the table `headweights.toml` weighs.

`part_signs` describes pieces as one part, `bond_signs` a place where two pieces meet inside a part,
`step_signs` a place where one part ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from articles.parsing import cues
from articles.parsing.cutting import whole
from articles.parsing.headpieces import Gap, Piece, joined
from articles.parsing.lexicon import headlines, labels
from articles.parsing.repair import HAN, narrow
from articles.parsing.words import words_meet

WIDTHS = (5, 7, 9, 11, 14, 18, 23)
RATIOS = (0.35, 0.6, 0.8, 0.95)
SUMS = (9, 12, 16, 20, 24, 30, 36)
WIDEST_UNKNOWN = 6
SHARES = (0.15, 0.3, 0.5)
OPEN_MARKS = (("“", "”"), ("《", "》"), ("(", ")"), ("‘", "’"))
PLACE_FIRST = re.compile(
    rf"(?![一二三四五六七八九十百两多各全])[{HAN}]{{2,7}}?[{headlines.REGION_ENDINGS}](?![{HAN}]{{0,1}}$)"
)
SPEAKER = re.compile(rf"[{HAN}]{{1,6}}:")
LEADS = re.compile(r"(?:[—…]|--)$")
BRACKETED = re.compile(r"\(.*\)")
HAN_PAIR = re.compile(f"[{HAN}]{{2}}")
QUOTED_WORD = re.compile(r"“[^”]{1,4}”")
FRAMED = re.compile(r"[【\[〔■□●◆▌▎｜|#]")
UNLIKE_LABEL = re.compile(r"[\"'《!?:,—…0-9]")
SERIES = re.compile(
    rf"[{HAN}“”·]{{2,10}}(?:[①-⑳]|\((?:之)?[一二三四五六七八九十]{{1,2}}\)|之[一二三四五六])"
)
LABELLED = {"label", "known label", "label dot", "label framed", "label series"}
LABEL_DOT = re.compile(rf"[{HAN}]{{2,8}}[·•|｜丨][{HAN}“”]{{2,10}}")

Test = Callable[[str], object]


def _ends(words: tuple[str, ...]) -> Test:
    return lambda text: text.endswith(words)


def _has(mark: str) -> Test:
    return lambda text: mark in text


# (name, sign in the text of a part)
SIGNS: tuple[tuple[str, Test], ...] = (
    ("dash before", lambda text: text.startswith(("—", "--"))),
    ("dash after", _ends(("—", "--", "…"))),
    ("colon after", _ends((":",))),
    ("speaker", re.compile(rf"[{HAN}]{{1,6}}:.").match),
    ("colon", lambda text: ":" in text[7:-1]),
    ("in brackets", lambda text: text[0] == "(" and text[-1] == ")"),
    ("asks", _has("?")),
    ("calls", _ends(("!",))),
    ("quoted", _has("“")),
    ("titled", _has("《")),
    ("comma", _has(",")),
    ("list", _has("、")),
    ("number", re.compile("[0-9]").search),
    ("place first", PLACE_FIRST.match),
    ("body", re.compile("|".join(headlines.BODIES)).search),
    ("event at end", _ends(headlines.EVENT_ENDINGS)),
    ("account at end", _ends(headlines.ACCOUNT_ENDINGS)),
    ("account", lambda text: text.startswith(headlines.ACCOUNT_STARTS)),
    ("leads over", _ends(headlines.LEADS_OVER)),
    ("about", _has("关于")),
    ("official", re.compile(rf".*(?:{'|'.join(labels.OFFICIAL_TEXTS)})(?:\(.*\))?$").match),
)
# The same for what only the name of a column is, on a line of its own.
LABEL_SIGNS: tuple[tuple[str, Test], ...] = (
    ("label ends", _ends(labels.SECTION_ENDINGS)),
    ("label starts", lambda text: text.startswith(labels.SECTION_STARTS)),
    ("label letter", lambda text: 3 <= len(text) <= 10 and text[-1] in labels.LABEL_LETTERS),
    ("label perhaps", lambda text: len(text) <= 11 and text.endswith(labels.ALSO_LABEL_ENDINGS)),
    ("label framed", FRAMED.match),
    ("label dot", LABEL_DOT.fullmatch),
    ("label series", SERIES.fullmatch),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces taken as one part of a headline, with what is compared between parts."""

    text: str
    width: float
    event: int
    repeated: float
    """The share of its pairs of letters that the beginning of the article repeats."""
    signs: tuple[str, ...]


@lru_cache(maxsize=4096)
def tagged(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a text with their word classes."""
    return tuple(rjieba.tag(whole(text), True))


@lru_cache(maxsize=4096)
def has_verb(text: str) -> bool:
    """Say whether a headline part has a verb; news words are often taken for nouns."""
    if QUOTED_WORD.fullmatch(text):
        return False
    return any(tag in ("v", "vg", "vd") or word in headlines.VERBS for word, tag in tagged(text))


def part_of(pieces: Sequence[Piece], opening: str) -> Part:
    """Return the pieces as one part, seen against the opening of the article."""
    text = joined(pieces)
    plain = narrow(text)
    wide = sum(piece.width for piece in pieces)
    pairs = {plain[i : i + 2] for i in range(len(plain) - 1)}
    repeated = sum(pair in opening for pair in pairs) / len(pairs) if pairs and opening else 0.0
    words = tagged(plain)
    signs = [name for name, test in SIGNS if test(plain)]
    if words and words[0][1] == "ns" and "place first" not in signs:
        signs.append("place first")
    event = sum(sign in signs for sign in ("place first", "body", "event at end"))
    signs += _part_signs(pieces, plain, wide)
    signs += [f"repeated {share}" for share in SHARES if repeated >= share]
    return Part(text, wide, event, repeated, tuple(signs))


def _part_signs(pieces: Sequence[Piece], plain: str, wide: float) -> Iterator[str]:
    yield "any"
    yield from (f"width {limit}" for limit in WIDTHS if wide >= limit)
    yield "verb" if has_verb(plain) else "no verb"
    last = tagged(plain)[-1][1] if plain else ""
    yield f"ends {_kind(last)}"
    if len(pieces) > 1:
        yield "halves" if any(p.gap is Gap.BLANK for p in pieces[1:]) else "lines"
    if pieces[-1].spaced:
        yield "spaced"
    if pieces[0].gap is not Gap.BLANK and pieces[0].line == wide:
        yield from label_signs(joined(pieces))


@lru_cache(maxsize=1024)
def label_signs(line: str) -> tuple[str, ...]:
    """Return what makes a line the name of a column, or a title for certain."""
    bare, plain = cues.bare_label(line), narrow(line)
    signs = [name for name, test in LABEL_SIGNS if test(plain)]
    if bare in labels.SECTIONS:
        signs.append("known label")
    if cues.is_section_label(line):
        signs.append("label")
    elif UNLIKE_LABEL.search(plain):
        signs.append("no label")
    elif not signs:
        signs.append("unknown label")
        if has_verb(plain):
            signs.append("unknown label with verb")
        if len(line) > WIDEST_UNKNOWN:
            signs.append("wide unknown label")
    if bare in labels.NOTICES:
        signs.append("notice")
    return tuple(signs)


def _kind(tag: str) -> str:
    return tag[:1] if tag[:1] in ("n", "v", "a", "m", "u", "p") else "other"


# ------------------------------------------------------------------ inside a part


def bond_signs(before: Sequence[Piece], right: Piece, *, wrapped: bool) -> Iterator[str]:
    """Yield what speaks for or against `right` going on with the part that `before` begins."""
    left, text = before[-1], joined(before)
    gap = right.gap
    yield gap
    yield f"{gap} {'wrapped' if wrapped else 'paragraphs'}"
    plain = narrow(text)
    if any(plain.count(mark) > plain.count(close) for mark, close in OPEN_MARKS):
        yield "open mark"
    if LEADS.search(plain):
        yield "dash left"
    if plain.endswith(":"):
        yield "short name with colon" if len(plain) <= 8 else "colon left"
    if right.plain.startswith(("—", "--")):
        yield "dash right"
    if BRACKETED.fullmatch(right.plain):
        yield "brackets right"
    if SPEAKER.match(right.plain):
        yield f"{gap} speaker right"
    yield from _wording_signs(text, plain, right)
    one, two = (left.width, right.width) if gap is Gap.BLANK else (_width(before), right.line)
    yield from _width_signs(gap, one, two)
    where = "blank" if gap is Gap.BLANK else "wrapped" if wrapped else "line"
    yield from (f"{where} whole {limit}" for limit in SUMS if one + two >= limit)
    yield from _shape_signs(before, right)


def _wording_signs(text: str, plain: str, right: Piece) -> Iterator[str]:
    gap = "blank" if right.gap is Gap.BLANK else "line"
    if gap == "line":
        if plain.endswith(headlines.GOES_ON):
            yield "goes on"
        if word_across(text, right.text):
            yield "word across"
        if plain.endswith((",", "、")):
            yield "comma between"
        if right.plain.startswith(headlines.GOES_ON_WITH):
            yield "goes on with"
    if "关于" in plain and not plain.endswith(labels.OFFICIAL_TEXTS):
        yield "unfinished paper"
    if right.plain.startswith("关于") or (
        "关于" in plain and right.plain.endswith(labels.OFFICIAL_TEXTS)
    ):
        yield "paper"
    if text[-1] == right.text[-1] == "”":
        yield f"{gap} ends alike"
    verbs = has_verb(plain), has_verb(right.plain)
    yield f"{gap} verbs {'yes' if verbs[0] else 'no'} {'yes' if verbs[1] else 'no'}"
    ends = tagged(plain)[-1][1], tagged(right.plain)[0][1]
    yield f"{gap} words {_kind(ends[0])} {_kind(ends[1])}"
    if PLACE_FIRST.match(right.plain) or ends[1] == "ns":
        yield f"{gap} place right"
    if PLACE_FIRST.match(plain) or tagged(plain)[0][1] == "ns":
        yield f"{gap} place left"
    if plain.endswith(headlines.EVENT_ENDINGS):
        yield f"{gap} event left"
    if right.plain.endswith(headlines.EVENT_ENDINGS):
        yield f"{gap} event right"
    if "," in plain[:-1] or "," in right.plain:
        yield f"{gap} comma {'left' if ',' in plain[:-1] else 'right'}"


def _width(pieces: Sequence[Piece]) -> float:
    return sum(piece.width for piece in pieces)


def _width_signs(gap: Gap, one: float, two: float) -> Iterator[str]:
    where = "blank" if gap is Gap.BLANK else "line"
    yield from (f"{where} left {limit}" for limit in WIDTHS if one >= limit)
    yield from (f"{where} right {limit}" for limit in WIDTHS if two >= limit)
    share = min(one, two) / max(one, two, 1)
    yield from (f"{where} even {limit}" for limit in RATIOS if share >= limit)
    if one == two:
        yield f"{where} equal"


def _shape_signs(before: Sequence[Piece], right: Piece) -> Iterator[str]:
    left = before[-1]
    where = "blank" if right.gap is Gap.BLANK else "line"
    if where == "line":
        yield f"spaced {'yes' if left.spaced else 'no'} {'yes' if right.spaced else 'no'}"
        if right.spaced and not left.spaced and 0.85 <= right.printed / left.printed <= 1.2:
            yield "spaced to the same width"
        if left.gap is Gap.BLANK:
            yield "halves left"
        if len(before) == 1 and not LABELLED.isdisjoint(label_signs(left.text)):
            yield "label left"
        if right.line != right.width:
            yield "halves right"
    elif any(a == b for a, b in zip(left.text, right.text, strict=False)):
        yield "parallel"


def word_across(left: str, right: str) -> bool:
    """Say whether a word goes on over the break."""
    return HAN_PAIR.fullmatch(left[-1:] + right[:1]) is not None and words_meet(left, right)


# ------------------------------------------------------------------ from part to part


def step_signs(left: Part, right: Part, gap: Gap, *, wrapped: bool) -> Iterator[str]:
    """Yield what tells which of two neighbouring parts is the main one."""
    yield gap
    yield f"{gap} {'wrapped' if wrapped else 'paragraphs'}"
    if abs(left.repeated - right.repeated) > 0.12:
        yield "left repeats more" if left.repeated > right.repeated else "right repeats more"
    if left.event != right.event:
        yield "left tells more" if left.event > right.event else "right tells more"
    if left.width > 1.25 * right.width:
        yield "left wider"
    elif right.width > 1.25 * left.width:
        yield "right wider"
    for name in ("spaced", "verb", "halves", "quoted"):
        if (name in left.signs) != (name in right.signs):
            yield f"only {'left' if name in left.signs else 'right'} {name}"
