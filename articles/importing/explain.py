"""Show an editor line by line how a page was read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from articles.importing.reading import Reading
from articles.parsing.offsets import line_starts
from articles.parsing.values import LineReading, ParsedArticle

SHOWN = 30
"""So many characters of a line are shown."""


def explain(reading: Reading) -> str:
    """Return the page's lines with label, score, runner-up, margin and reasons, then its articles.

    An article is shown with the parts of its headline, its doubts, and its lines in reading order,
    which tell what was joined or moved.
    """
    rows = [reading.source.name]
    rows += [f"  {problem.line or '-'}  {problem.message}" for problem in reading.problems]
    if reading.page is None:
        return "\n".join(rows)
    for line in reading.page.explanation:
        rows += _of_line(line)
    starts = line_starts(reading.text)
    for number, article in enumerate(reading.page.articles, start=1):
        rows += _of_article(number, article, starts)
    return "\n".join(rows)


def _of_line(line: LineReading) -> Iterator[str]:
    text = line.text if len(line.text) <= SHOWN else f"{line.text[: SHOWN - 1]}…"
    other = f", else {line.runner_up} (by {line.margin:.1f})" if line.runner_up else ""
    yield f"{line.line:5d}  {line.label} ({line.score:.1f}){other}: {text}"
    for reason in line.reasons:
        yield f"{'':7s}{reason}"


def _of_article(number: int, article: ParsedArticle, starts: list[int]) -> Iterator[str]:
    headline = article.headline
    yield (
        f"{number:3d}. {headline.title or '(no headline)'}  "
        f"[{article.kind.value}, confidence {article.confidence:.2f}]"
    )
    for part in ("section", "kicker", "subtitle"):
        if words := getattr(headline, part):
            yield f"{'':5s}{part}: {words}"
    yield f"{'':5s}lines {', '.join(_stretches(article, starts))}"
    for flag in article.flags:
        yield f"{'':5s}line {flag.line}: {flag.code} {flag.reason}".rstrip()


def _stretches(article: ParsedArticle, starts: list[int]) -> Iterator[str]:
    """Yield the stretches of lines of an article in reading order; + joins a paragraph's."""
    for block in article.blocks:
        lines = [
            (bisect_right(starts, start), bisect_right(starts, end - 1))
            for start, end in block.spans
        ]
        yield "+".join(f"{a}" if a == b else f"{a}-{b}" for a, b in lines)
