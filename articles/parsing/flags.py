"""The doubts that the layout reading may have about an article, for the editors."""

from __future__ import annotations

FLAGS: dict[str, str] = {
    "no-headline": "No headline was found.",
    "starts-mid-sentence": "The text begins in the middle of a sentence.",
    "ends-without-end": "The text stops in the middle of a sentence.",
    "order-uncertain": "The order of the paragraphs is uncertain.",
    "paragraph-moved": "A paragraph was brought here from another place on the page.",
    "boundary-uncertain": "Where this article begins or ends is uncertain.",
    "two-headlines-possible": "A line may be the headline of another article.",
    "labels-uncertain": "What some lines are (text, caption, sub-headline …) is uncertain.",
    "duplicate-passage": "A passage stands twice on the page.",
    "continued-elsewhere": "The article goes on on another page, or began there.",
    "foreign-fragment": "A foreign word stands in the middle of a Chinese sentence.",
}
"""Each code with what it says to an editor."""
