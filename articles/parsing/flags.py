"""The doubts that the layout reading may have about an article, for the editors."""

from __future__ import annotations

from articles.parsing.messages import gettext_noop as _

FLAGS: dict[str, str] = {
    "no-headline": _("No headline was found."),
    "starts-mid-sentence": _("The text begins in the middle of a sentence."),
    "ends-without-end": _("The text stops in the middle of a sentence."),
    "order-uncertain": _("The order of the paragraphs is uncertain."),
    "paragraph-moved": _("A paragraph was brought here from another place on the page."),
    "boundary-uncertain": _("Where this article begins or ends is uncertain."),
    "two-headlines-possible": _("A line may be the headline of another article."),
    "labels-uncertain": _("What some lines are (text, caption, sub-headline …) is uncertain."),
    "duplicate-passage": _("A passage stands twice on the page."),
    "continued-elsewhere": _("The article goes on on another page, or began there."),
    "foreign-fragment": _("A foreign word stands in the middle of a Chinese sentence."),
}
"""Each code with what it says to an editor."""
