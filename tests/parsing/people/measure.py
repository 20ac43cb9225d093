"""Measure the people found in labelled articles: `python -m tests.parsing.people.measure FILES…`.

A file holds one JSON object a line: a piece (`paras`, `people` as objects) or a sentence (`text`,
`people` and `pseudonyms` as names).  Prints precision, recall and F1 of the pairs of name and
pseudonym mark, article by article, and the share of descriptions that are right.  Who signs an
article is left out, as when a page is read.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from articles.parsing.people import find_people
from articles.parsing.people.training import Article, load, read_article

Person = tuple[str, bool]


@dataclass
class Score:
    """Counts over articles, with what was wrong."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    described: int = 0

    def add(self, article: Article, expected: dict[Person, str]) -> None:
        """Read one article and compare."""
        people = find_people(article.texts, excluded=article.excluded)
        found = {(p.name, p.pseudonym): p.description for p in people}
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


def labelled(path: Path) -> Iterator[tuple[Article, dict[Person, str]]]:
    """Yield the articles of a file, each with its people and their descriptions."""
    for row in load([path]):
        if "text" in row:
            names = [(name, False) for name in row["people"]]
            names += [(name, True) for name in row["pseudonyms"]]
            yield read_article(row), dict.fromkeys(names, "")
        else:
            yield (
                read_article(row),
                {
                    (person["name"], person.get("pseudonym", False)): person.get("description", "")
                    for person in row["people"]
                },
            )


def measure(paths: Iterable[Path]) -> Score:
    """Return the score over all articles of the files."""
    score = Score()
    for path in paths:
        for article, expected in labelled(path):
            score.add(article, expected)
    return score


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(name, measure([Path(name)]))  # noqa: T201
