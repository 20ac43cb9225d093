"""What a page is made of: stretches of articles, each with its headline above, below or missing.

A state is a label in a phase of an article.  Phases: `top` has read its headline, `open` has none
above its text, `carried` goes on from another page and may print its headline inside the text,
`end` has printed its headline after the text, `list` is a table of contents.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What a line is; the second line and all further ones of a unit are its `inside`."""

    HEAD = "head"
    BYLINE = "byline"
    BODY = "body"
    BODY_IN = "body inside"
    SUBHEAD = "subhead"
    CAPTION = "caption"
    CAPTION_IN = "caption inside"
    CREDIT = "credit"
    CREDIT_IN = "credit inside"
    NOTE = "author note"
    CONTINUED = "continued"
    ABSTRACT = "abstract"
    ABSTRACT_IN = "abstract inside"
    ITEM = "item"  # of a list within an article
    ITEM_IN = "item inside"
    ENTRY = "entry"  # of a table of contents
    ENTRY_IN = "entry inside"
    NOTICE = "notice"


class Phase(StrEnum):
    """How far an article has come."""

    TOP = "top"
    OPEN = "open"
    CARRIED = "carried"
    END = "end"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class State:
    """A label in a phase; `first` is the first line of a stretch of an article."""

    label: Label
    phase: Phase
    first: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of weights that a line in this state is measured by."""
        where = "above" if self.phase in (Phase.TOP, Phase.LIST) else "below"
        label = f"{self.label} {where}" if self.label is Label.HEAD else str(self.label)
        return (label, "new") if self.first else (label,)

    def __str__(self) -> str:
        return f"{self.phase} {self.label}{' first' if self.first else ''}"


# A label may be followed by these within its phase.
AFTER_TEXT = (
    Label.BODY,
    Label.SUBHEAD,
    Label.CAPTION,
    Label.CREDIT,
    Label.NOTE,
    Label.ABSTRACT,
    Label.NOTICE,
    Label.BYLINE,
    Label.CONTINUED,
    Label.ITEM,
)
FOLLOWERS: dict[Label, tuple[Label, ...]] = {
    Label.BODY: (*AFTER_TEXT, Label.BODY_IN),
    Label.BODY_IN: (*AFTER_TEXT, Label.BODY_IN),
    Label.SUBHEAD: AFTER_TEXT,
    Label.CAPTION: (*AFTER_TEXT, Label.CAPTION_IN),
    Label.CAPTION_IN: (*AFTER_TEXT, Label.CAPTION_IN),
    Label.CREDIT: (*AFTER_TEXT, Label.CREDIT_IN),
    Label.CREDIT_IN: (*AFTER_TEXT, Label.CREDIT_IN),
    Label.NOTE: AFTER_TEXT,
    Label.CONTINUED: AFTER_TEXT,
    Label.BYLINE: AFTER_TEXT,
    Label.ABSTRACT: (*AFTER_TEXT, Label.ABSTRACT_IN),
    Label.ABSTRACT_IN: (*AFTER_TEXT, Label.ABSTRACT_IN),
    Label.NOTICE: AFTER_TEXT,
    Label.ITEM: (*AFTER_TEXT, Label.ITEM_IN),
    Label.ITEM_IN: (*AFTER_TEXT, Label.ITEM_IN),
    Label.ENTRY: (Label.ENTRY, Label.ENTRY_IN, Label.NOTICE),
    Label.ENTRY_IN: (Label.ENTRY, Label.ENTRY_IN, Label.NOTICE),
}
BEGINNINGS = (
    (Label.HEAD, Phase.TOP),
    (Label.HEAD, Phase.LIST),
    (Label.ENTRY, Phase.LIST),
    (Label.CONTINUED, Phase.CARRIED),
    *((x, Phase.OPEN) for x in AFTER_TEXT if x not in (Label.CONTINUED, Label.ITEM)),
)


def _states() -> tuple[State, ...]:
    within = set(FOLLOWERS) - {Label.ENTRY, Label.ENTRY_IN}
    running = [State(label, phase) for phase in (Phase.TOP, Phase.OPEN) for label in within]
    running += [State(label, Phase.CARRIED) for label in within - {Label.CONTINUED}]
    running += [State(Label.HEAD, phase) for phase in Phase if phase is not Phase.OPEN]
    running += [State(label, Phase.END) for label in BELOW_HEAD]
    running += [State(x, Phase.LIST) for x in (Label.ENTRY, Label.ENTRY_IN, Label.NOTICE)]
    first = [State(label, phase, True) for label, phase in BEGINNINGS]
    return tuple(sorted({*running, *first}, key=str))


PICTURE = (Label.CAPTION, Label.CAPTION_IN, Label.CREDIT, Label.CREDIT_IN)
BELOW_HEAD = (Label.BYLINE, *PICTURE)
"""What may stand below a headline in the phase `end`, below its text."""


def may_follow(before: State, after: State) -> bool:
    """Say whether two lines of one stretch of an article may stand one after the other."""
    if after.first:
        return not (before.label is Label.HEAD and before.phase in (Phase.TOP, Phase.LIST))
    if before.label is Label.HEAD:
        return _after_head(before.phase, after)
    if after.label is Label.HEAD:
        # Below the text, or inside the text of a piece that goes on from another page.
        if before.phase is Phase.OPEN:
            return after.phase is Phase.END
        return before.phase is Phase.CARRIED and after.phase is Phase.CARRIED
    return before.phase is after.phase and after.label in FOLLOWERS[before.label]


def _after_head(phase: Phase, after: State) -> bool:
    if after.label is Label.HEAD:
        return after.phase is phase
    if phase is Phase.CARRIED:
        return after.phase is Phase.TOP and after.label in AFTER_TEXT
    if phase is Phase.END:
        begins = after.label in BELOW_HEAD and after.label not in (
            Label.CAPTION_IN,
            Label.CREDIT_IN,
        )
        return after.phase is Phase.END and begins
    if phase is Phase.LIST:
        return after.phase is Phase.LIST and after.label in (Label.ENTRY, Label.NOTICE)
    return after.phase is phase and after.label in (*AFTER_TEXT, Label.BODY_IN)


STATES = _states()
"""All states, in a fixed order."""
GROUPS = tuple(sorted({group for state in STATES for group in state.groups}))
"""All groups of weights, in a fixed order."""
