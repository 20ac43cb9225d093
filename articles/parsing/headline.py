"""Read the head lines of an article: section, kicker (引题), title (主题), subtitle (副题)."""

from __future__ import annotations

import re
from collections.abc import Sequence

import rjieba

from articles.parsing import cues
from articles.parsing.drafts import HeadLine
from articles.parsing.headcuts import LEADS, SPEAKER, Part, divide, tells_event
from articles.parsing.lexicon import headlines, labels
from articles.parsing.repair import close_spacing, fold, narrow, width
from articles.parsing.values import Block, BlockType, Flag, Headline

# Below these a decision is a toss-up that an editor should look at.
UNSURE_CUT = 0.7
UNSURE_TITLE = 0.8
SHORTEST_TITLE = 4.5
LONGEST_LABEL = 6.0
LONGEST_THEME = 12.0
# A first line of four characters goes on in a second only if that is short too.
LONGEST_SECOND_HALF = 9.5
EVENTFUL = 2.0
FRAME = "【】[]〔〕■□●◆▌▎｜|# "
NUMBERED = re.compile(r"[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）]")
NOT_IN_LABEL = re.compile(r"[\"'《!?:,—…0-9]")
OPENING_LENGTH = 160


def read_headline(
    lines: Sequence[HeadLine], *, wrapped: bool, opening: str = ""
) -> tuple[Headline, tuple[Block, ...], tuple[Flag, ...]]:
    """Return the parts of a headline, their blocks in print order and doubts about them.

    A line that is no part of a headline by its wording (a byline, a credit, a caption with its
    credit, a numbered sub-headline) comes back as such a block after them.

    `opening` is the beginning of the article's text: a kicker repeats more of it than a title.
    The flags have line 0; only the caller knows the lines.
    """
    kinds = [_foreign(line, i) for i, line in enumerate(lines)]
    section, rest = _section([line for line, kind in zip(lines, kinds, strict=True) if not kind])
    parts, sureness = divide(rest, wrapped=wrapped)
    types, margin = _types(parts, narrow(opening)[:OPENING_LENGTH])
    blocks = [Block(BlockType.SECTION, close_spacing(line.text), (line.span,)) for line in section]
    texts: dict[BlockType, list[str]] = {}
    for part, kind in zip(parts, types, strict=True):
        blocks.append(Block(kind, part.text, part.spans))
        texts.setdefault(kind, []).append(part.text)
    for line, foreign in zip(lines, kinds, strict=True):
        if foreign:
            blocks.append(Block(foreign, close_spacing(line.text), (line.span,)))
    flags = []
    if sureness < UNSURE_CUT or margin < UNSURE_TITLE:
        flags.append(Flag("headline-unsure", 0, "The parts of the headline could be others."))
    headline = Headline(
        section=" ".join(_label(line) for line in section),
        kicker=" ".join(texts.get(BlockType.KICKER, ())),
        title=" ".join(texts.get(BlockType.TITLE, ())),
        subtitle=" ".join(texts.get(BlockType.SUBTITLE, ())),
    )
    return headline, tuple(blocks), tuple(flags)


def _foreign(line: HeadLine, place: int) -> BlockType | None:
    """Return what a line is that the layout took for one of the headline, if it is none."""
    if cues.is_credit_line(line.text):
        return BlockType.CREDIT_LINE
    if cues.is_byline(line.text) or (place > 0 and cues.is_bare_name(line.text)):
        return BlockType.BYLINE
    if NUMBERED.match(line.text):
        return BlockType.SUBHEAD
    return BlockType.CAPTION if cues.ends_with_credit(line.text) else None


# ------------------------------------------------------------------ section


def _section(lines: Sequence[HeadLine]) -> tuple[Sequence[HeadLine], Sequence[HeadLine]]:
    """Divide the label of a column from the lines of the headline proper."""
    if len(lines) > 1 and (cues.is_section_label(lines[0].text) or _is_label(lines)):
        return lines[:1], lines[1:]
    return (), lines


def _label(line: HeadLine) -> str:
    """Return a label without the brackets and marks that frame it."""
    return close_spacing(line.text).strip(FRAME)


def _is_label(lines: Sequence[HeadLine]) -> bool:
    """Say whether a first line is too short or too still for a headline: 体坛, 村里的年轻人."""
    text, after = fold(lines[0].text), lines[1]
    if NOT_IN_LABEL.search(text):
        return False
    if width(text) < SHORTEST_TITLE and width(after.text) > LONGEST_SECOND_HALF:
        return True
    if not after.blank_before:
        return False
    if len(lines) > 2 and width(text) <= LONGEST_THEME and text.startswith(labels.SECTION_STARTS):
        return True
    if width(text) > LONGEST_LABEL:
        return False
    if width(text) < SHORTEST_TITLE:
        return True
    tags = [tag for _word, tag in rjieba.tag(text, True)]
    still = tags[-1].startswith("n") and not any(tag in ("v", "d") for tag in tags)
    return still and tells_event(after.text) < EVENTFUL


# ------------------------------------------------------------------ kicker, title, subtitle


def _types(parts: Sequence[Part], opening: str) -> tuple[list[BlockType], float]:
    """Return what each part is, and by how much that reading is better than the next."""
    readings = sorted(
        ((_fit(parts, title, opening), title) for title in range(len(parts))),
        reverse=True,
    )
    if not readings:
        return [], 1.0
    (best, title), *others = readings
    margin = best - others[0][0] if others else 1.0
    kinds = [BlockType.KICKER] * title + [BlockType.TITLE]
    return kinds + [BlockType.SUBTITLE] * (len(parts) - title - 1), margin


def _fit(parts: Sequence[Part], title: int, opening: str) -> float:
    """Return how well the part number `title` serves as the title between the others."""
    texts = [narrow(part.text) for part in parts]
    score = PRIORS.get((len(parts), title), 0.0)
    for i, text in enumerate(texts):
        if i == title:
            score -= sum(weight for sign, weight in TITLE_SIGNS if sign.search(text))
            score -= _describes(text, opening)
        else:
            signs = KICKER_SIGNS if i < title else SUBTITLE_SIGNS
            score += sum(weight for sign, weight in signs if sign.search(text))
            score += _describes(text, opening) / (len(texts) - 1)
    return score


def _describes(text: str, opening: str) -> float:
    """Return how much a part tells the whole event, as kickers and subtitles do."""
    pairs = {text[i : i + 2] for i in range(len(text) - 1)}
    repeated = sum(pair in opening for pair in pairs) / max(1, len(pairs))
    return tells_event(text) + width(text) / 10 + 1.5 * repeated


# A headline of two parts is mostly kicker and title, one of three has the title in the middle.
PRIORS = {(2, 1): 1.5, (3, 1): 3.0}

# (sign, weight): what makes a part a kicker or a subtitle, and what speaks against a title.
KICKER_SIGNS = (
    (LEADS, 12.0),
    (re.compile(rf"(?:{'|'.join(headlines.LEADS_OVER)})$"), 2.0),
    (re.compile(r"^—"), -12.0),
    (re.compile(r"^\(.*\)$"), -9.0),
)
SUBTITLE_SIGNS = (
    (SPEAKER, -1.0),
    (re.compile(r"^—"), 12.0),
    (re.compile(r"^\(.*\)$"), 9.0),
    (LEADS, -12.0),
)
TITLE_SIGNS = (
    (SPEAKER, -1.0),
    (re.compile(r"^—"), 12.0),
    (re.compile(r"^\(.*\)$"), 9.0),
    (LEADS, 12.0),
)
