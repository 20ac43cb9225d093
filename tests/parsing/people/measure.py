"""Measure the people found in labelled articles: `python -m tests.parsing.people.measure FILES…`.

A file holds one JSON object a line: a piece (`paras`, `people` as objects) or a sentence (`text`,
`people` and `pseudonyms` as names).  Prints precision, recall and F1 of the pairs of name and
pseudonym mark, article by article, and the share of descriptions that are right.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles.parsing.people import find_people

Person = tuple[str, bool]
NO_TEXT = ("byline", "credit_line")


@dataclass
class Score:
    """Counts over articles, with what was wrong."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    described: int = 0

    def add(self, paragraphs: list[str], expected: dict[Person, str]) -> None:
        """Read one article and compare."""
        found = {(p.name, p.pseudonym): p.description for p in find_people(paragraphs)}
        both = found.keys() & expected.keys()
        self.right += len(both)
        self.described += sum(agrees(found[person], expected[person]) for person in both)
        self.wrong += [name for name, _ in found.keys() - expected.keys()]
        self.missed += [name for name, _ in expected.keys() - found.keys()]

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + len(self.wrong) + len(self.missed))

    def __str__(self) -> str:
        return (
            f"{self.right} right, {len(self.wrong)} wrong, {len(self.missed)} missed, "
            f"F1 {self.f1:.3f}, descriptions {self.described / max(1, self.right):.3f}"
        )


def agrees(found: str, expected: str) -> bool:
    """Whether one description is the end of the other: 省总工会主席 and 河北省总工会主席."""
    return bool(found) and (expected.endswith(found) or found.endswith(expected))


def labelled(path: Path) -> Iterator[tuple[list[str], dict[Person, str]]]:
    """Yield the paragraphs of each article and its people with their descriptions."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if "text" in article:
            names = [(name, False) for name in article["people"]]
            names += [(name, True) for name in article["pseudonyms"]]
            yield [article["text"]], dict.fromkeys(names, "")
        elif article["kind"] != "contents":
            heads = [article.get(part) for part in ("kicker", "title", "subtitle")]
            body = [text for kind, text in article["paras"] if kind not in NO_TEXT]
            people = {
                (person["name"], person.get("pseudonym", False)): person.get("description", "")
                for person in article["people"]
            }
            yield [head for head in heads if head] + body, people


def measure(paths: Iterable[Path]) -> Score:
    """Return the score over all articles of the files."""
    score = Score()
    for path in paths:
        for paragraphs, expected in labelled(path):
            score.add(paragraphs, expected)
    return score


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, measure([Path(name)]))  # noqa: T201
