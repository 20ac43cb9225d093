"""Say in words how each line was read and on what grounds, for `import_issues --explain`."""

from __future__ import annotations

from articles.parsing.features import Observed, flat
from articles.parsing.grammar import Label, State
from articles.parsing.labelling import Reading
from articles.parsing.lines import Line
from articles.parsing.values import LineReading
from articles.parsing.weights import Model

WORDS = {
    Label.HEAD: "headline",
    Label.BYLINE: "byline",
    Label.BODY: "paragraph",
    Label.BODY_IN: "paragraph goes on",
    Label.SUBHEAD: "sub-headline",
    Label.CAPTION: "caption",
    Label.CAPTION_IN: "caption goes on",
    Label.CREDIT: "picture credit",
    Label.CREDIT_IN: "picture credit goes on",
    Label.NOTE: "note on the author",
    Label.CONTINUED: "from or to another page",
    Label.ABSTRACT: "abstract",
    Label.ABSTRACT_IN: "abstract goes on",
    Label.ITEM: "item of a list",
    Label.ITEM_IN: "item goes on",
    Label.ENTRY: "entry of contents",
    Label.ENTRY_IN: "entry goes on",
    Label.NOTICE: "notice",
}
GROUNDS = 3
"""How many of the weightiest observations are named for a line."""


def explain_line(
    line: Line, reading: Reading | None, observed: Observed, model: Model
) -> LineReading:
    """Return how a line was read; without a reading it repeats a passage.

    The score is what the observations of the line alone say for its label, the margin the
    logarithm of how many times likelier that label is than the runner-up.
    """
    if reading is None:
        return LineReading(line.number, "repeated", 0.0, "", 0.0, (), line.text)
    weighed = model.grounds(reading.state, tuple(flat(observed)))
    strongest = sorted(weighed, key=lambda pair: (-abs(pair[1]), pair[0]))[:GROUNDS]
    return LineReading(
        line.number,
        in_words(reading.state),
        sum(weight for _name, weight in weighed),
        WORDS[reading.second],
        reading.margin,
        (
            *(f"{weight:+.1f} {name}" for name, weight in strongest),
            f"an article begins here (by {reading.boundary:.1f})"
            if reading.state.first
            else f"no article begins here (by {reading.boundary:.1f})",
        ),
        line.text,
    )


def in_words(state: State) -> str:
    """Return a state as an editor would say it."""
    return WORDS[state.label] + (", article begins" if state.first else "")
