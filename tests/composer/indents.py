"""The blanks that an extractor keeps before the lines of a page."""

from collections.abc import Sequence

from tests.composer.blocks import Sheet
from tests.composer.pieces import HEADLINE_PARTS
from tests.composer.truth import Placed

INDENTED = ("body", "list")
BLANKS = ("\u3000\u3000", "\u3000\u3000", "\u3000\u3000", "    ", "  ")


def indent(text: str, placed: Sequence[Placed], sheet: Sheet) -> str:
    """Return the text of a page with its paragraphs indented.

    A line that isn't the first of its paragraph isn't indented, at the top of a column either.  On
    some pages headlines and bylines stand in the middle.
    """
    lines = text.split("\n")
    blanks, centred = sheet.rng.choice(BLANKS), sheet.happens(0.5)
    for number, row in placed:
        if row.unit.type in INDENTED and not row.part:
            lines[number - 1] = blanks + lines[number - 1]
        elif centred and row.unit.type in (*HEADLINE_PARTS, "byline"):
            lines[number - 1] = "\u3000" * sheet.rng.randint(1, 7) + lines[number - 1]
    sheet.quirks.append("indents kept")
    return "\n".join(lines)
