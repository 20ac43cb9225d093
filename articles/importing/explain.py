"""Show an editor line by line how a page was read."""

from __future__ import annotations

from articles.importing.reading import Reading


def explain(reading: Reading) -> str:
    """Return a table of the page's lines: label, score, runner-up, margin and reasons of each."""
    rows = [f"{reading.source.name}"]
    rows += [f"  {problem.line or '-'}  {problem.message}" for problem in reading.problems]
    if reading.page is None:
        return "\n".join(rows)
    for line in reading.page.explanation:
        text = line.text if len(line.text) <= 30 else f"{line.text[:29]}…"
        rows.append(
            f"{line.line:5d}  {line.label} ({line.score:.1f})"
            + (f", else {line.runner_up} (by {line.margin:.1f})" if line.runner_up else "")
            + f": {text}"
        )
        rows += [f"{'':7s}{reason}" for reason in line.reasons]
    for number, article in enumerate(reading.page.articles, start=1):
        rows.append(
            f"{number:3d}. {article.headline.title or '(no headline)'}  "
            f"[{article.kind.value}, confidence {article.confidence:.2f}]"
        )
        rows += [f"{'':5s}line {f.line}: {f.code} {f.reason}".rstrip() for f in article.flags]
    return "\n".join(rows)
