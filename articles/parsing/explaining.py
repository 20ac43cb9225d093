"""Say in words how each line was read and on what grounds, for `import_issues --explain`."""

from __future__ import annotations

from articles.parsing.features import Observed, flat
from articles.parsing.grammar import Label, State
from articles.parsing.labelling import Reading
from articles.parsing.lines import Line
from articles.parsing.messages import gettext_noop as _
from articles.parsing.values import LineReading
from articles.parsing.weights import Model

WORDS = {
    Label.HEAD: _("headline"),
    Label.BYLINE: _("byline"),
    Label.BODY: _("paragraph"),
    Label.BODY_IN: _("paragraph goes on"),
    Label.SUBHEAD: _("sub-headline"),
    Label.CAPTION: _("caption"),
    Label.CAPTION_IN: _("caption goes on"),
    Label.CREDIT: _("picture credit"),
    Label.CREDIT_IN: _("picture credit goes on"),
    Label.NOTE: _("note on the author"),
    Label.CONTINUED: _("from or to another page"),
    Label.ABSTRACT: _("abstract"),
    Label.ABSTRACT_IN: _("abstract goes on"),
    Label.ITEM: _("item of a list"),
    Label.ITEM_IN: _("item goes on"),
    Label.ENTRY: _("entry of contents"),
    Label.ENTRY_IN: _("entry goes on"),
    Label.NOTICE: _("notice"),
}
"""What each label is called, for `--explain` and for editors, who read it translated."""
OR = " / "
"""Between what a line was taken for and what it may be; no label has it."""
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
