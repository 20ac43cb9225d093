"""The annotation of a page as the states that its lines should be read as."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from articles.parsing.grammar import BELOW_HEAD, PICTURE, STATES, Label, Phase, State, may_follow
from articles.parsing.lines import Line
from articles.parsing.weights import Habit

HEAD_TYPES = {"section", "kicker", "title", "subtitle"}
LABELS = {
    "byline": (Label.BYLINE, Label.BYLINE),
    "body": (Label.BODY, Label.BODY_IN),
    "duplicate": (Label.BODY, Label.BODY_IN),
    "subhead": (Label.SUBHEAD, Label.SUBHEAD),
    "caption": (Label.CAPTION, Label.CAPTION_IN),
    "credit_line": (Label.CREDIT, Label.CREDIT_IN),
    "author_note": (Label.NOTE, Label.NOTE),
    "continuation": (Label.CONTINUED, Label.CONTINUED),
    "abstract": (Label.ABSTRACT, Label.ABSTRACT_IN),
    "list": (Label.ENTRY, Label.ENTRY_IN),
    "notice": (Label.NOTICE, Label.NOTICE),
    "other": (Label.NOTICE, Label.NOTICE),
}
TEXT = (Label.BODY, Label.BODY_IN, Label.SUBHEAD)
ITEMS = {Label.ENTRY: Label.ITEM, Label.ENTRY_IN: Label.ITEM_IN}


def annotated_pages(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the text and the annotation of each page of a folder, in the order of their names.

    Raises `SystemExit` with a message for a folder without annotated pages.
    """
    names = sorted(folder.glob("*.gold.json"))
    if not names:
        raise SystemExit(f"{folder}: no pages NAME.txt with NAME.gold.json there.")
    for name in names:
        gold = json.loads(name.read_text(encoding="utf-8"))
        yield (folder / gold["source"]).read_text(encoding="utf-8"), gold


@dataclass(frozen=True, slots=True)
class Mark:
    """What the annotation says of one line; `opening` is the first line of an article's text."""

    article: str
    label: Label
    kind: str
    opening: bool


def marks_of(gold: dict[str, Any], lines: Sequence[Line]) -> list[Mark | None]:
    """Return the mark of each line of a page."""
    order = {line.number: i for i, line in enumerate(lines)}
    found: list[Mark | None] = [None] * len(lines)
    for article in gold["articles"]:
        begun = False
        for block in article["blocks"]:
            numbers = [n for n in block["lines"] if n in order]
            for k, n in enumerate(numbers):
                if block["type"] in HEAD_TYPES:
                    label = Label.HEAD
                else:
                    begin, inside = LABELS[block["type"]]
                    label = inside if k else begin
                    if article["kind"] != "contents":
                        label = ITEMS.get(label, label)
                opening = not begun and label in (Label.BODY, Label.BYLINE)
                begun = begun or opening
                found[order[n]] = Mark(article["id"], label, article["kind"], opening)
    return found


INSIDE_OF = {inside: begin for begin, inside in LABELS.values() if inside is not begin}
INSIDE_OF[Label.ITEM_IN] = Label.ITEM


def states_of(marks: Sequence[Mark], lines: Sequence[Line]) -> list[State]:
    """Return the states of a page's lines by its annotation.

    Text of another article that stands within a stretch without any outward sign is counted to the
    stretch: to find it is the task of the dealing, not of the labels.
    """
    states: list[State] = []
    told: set[str] = set()
    start = 0
    for i in range(1, len(marks) + 1):
        if i == len(marks) or marks[i].article != marks[start].article:
            part = marks[start:i]
            if states and _is_hidden(part, states[-1].phase):
                states += [State(mark.label, states[-1].phase) for mark in part]
            else:
                below = part[0].article in told and states[-1].phase in (Phase.OPEN, Phase.END)
                states += _stretch(part, below)
            told.add(part[0].article)
            start = i
    adopted = False
    for i, state in enumerate(states):
        before = states[i - 1] if i else None
        moved = i > 0 and marks[i - 1].article != marks[i].article
        state = _begun(state, before, moved and _ends(lines[i - 1]))
        if before is not None and (adopted or _cut_off(before, state)):
            adopted = not state.first or _cut_off(before, state)
            within = State(state.label, before.phase)
            if adopted and within in STATES and may_follow(before, within):
                state = within
        valid = state.first if before is None else may_follow(before, state)
        states[i] = state if valid else _first(state)
    return states


def _cut_off(before: State, after: State) -> bool:
    """Say whether another article stands right under a headline: a picture story put there."""
    return after.first and not may_follow(before, after)


def _begun(state: State, before: State | None, fresh: bool) -> State:
    """Return the state, as a beginning where nothing above it can go on in it."""
    begin = INSIDE_OF.get(state.label)
    if begin is None:
        return state
    follows = before is not None and before.label in (begin, state.label)
    if follows and not (fresh and begin is Label.BODY):
        return state
    return State(begin, state.phase, state.first)


def _ends(line: Line) -> bool:
    return line.bare.rstrip("”’）")[-1:] in tuple("。！？")


def _is_hidden(part: Sequence[Mark], phase: Phase) -> bool:
    """Say whether a part of another article shows nothing of where it begins."""
    if any(mark.label is Label.HEAD or mark.opening or mark.kind == "contents" for mark in part):
        return False
    if phase is Phase.END:
        return all(mark.label in PICTURE for mark in part)
    return phase is not Phase.LIST and part[0].label is not Label.CONTINUED


def _first(state: State) -> State:
    """Return the nearest state that may begin a stretch."""
    label = INSIDE_OF.get(state.label, state.label)
    for phase in (state.phase, Phase.OPEN, Phase.TOP, Phase.CARRIED):
        if State(label, phase, True) in STATES:
            return State(label, phase, True)
    return State(Label.BODY, Phase.OPEN, True)


def _stretch(marks: Sequence[Mark], below: bool) -> list[State]:
    """Return the states of lines of one article that stand together.

    `below` says whether a headline that they begin with may stand below its text.
    """
    phase, states = Phase.OPEN, []
    for i, mark in enumerate(marks):
        label, first = mark.label, i == 0
        if mark.kind == "contents" and label in (Label.ENTRY, Label.ENTRY_IN, Label.NOTICE):
            phase = Phase.LIST
        elif label is Label.HEAD and (i == 0 or marks[i - 1].label is not Label.HEAD):
            after = next((k for k in range(i, len(marks)) if marks[k].label is not Label.HEAD), 0)
            goes_on = after and any(m.label in TEXT for m in marks[after:])
            if mark.kind == "contents":
                phase, first = Phase.LIST, True
            elif (below if i == 0 else _has_text(marks[:i], phase)) and not goes_on:
                phase, first = Phase.END, False
            elif phase is not Phase.CARRIED:
                phase, first = Phase.TOP, True
        elif label is Label.CONTINUED and i == 0:
            phase = Phase.CARRIED
        elif phase is Phase.CARRIED and i and _is_below_head(marks[i - 1], mark):
            phase = Phase.TOP
        elif phase is Phase.END and label not in (Label.HEAD, *BELOW_HEAD):
            phase, first = Phase.OPEN, True
        state = State(label, phase, first)
        states.append(state if state in STATES else _first(state))
    return states


def _is_below_head(before: Mark, mark: Mark) -> bool:
    return before.label is Label.HEAD and mark.label is not Label.HEAD


def _has_text(marks: Sequence[Mark], phase: Phase) -> bool:
    return phase is Phase.OPEN and any(mark.label in TEXT for mark in marks)


def habit_of(states: Sequence[State]) -> Habit:
    """Return where most headlines of a page stand."""
    pairs = list(pairwise(states))
    below = sum(b.phase is Phase.END and a.phase is not Phase.END for a, b in pairs)
    above = sum(
        a.label is Label.HEAD and a.phase is Phase.TOP and b.label in (Label.BODY, Label.BYLINE)
        for a, b in pairs
    )
    return Habit.BELOW if below > above else Habit.ABOVE
