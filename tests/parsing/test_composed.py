"""Pages composed of development pieces: what was reached once is not lost unseen.

The bounds lie a little under today's figures, which are better than those for new pieces:
the weights were learned from these.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from articles.parsing.calibration import Outcome, outcomes_of
from articles.parsing.page import parse_page
from articles.parsing.weights import standard
from tests.composer.pages import write_pages
from tests.composer.pieces import load_pieces

PIECES = sorted((Path(__file__).parents[1] / "pieces" / "dev").glob("*.jsonl"))
LEAST_RIGHT = {"P": 0.85, "W": 0.70, "X": 0.50}
"""The share of articles with exactly their lines and paragraphs."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, dict[str, Any]]]:
    """Return 18 pages with their names and truths."""
    folder = tmp_path_factory.mktemp("composed")
    return [
        (name, text, dict(truth))
        for name, text, truth in write_pages(load_pieces(PIECES), folder, seed=97, pages=18)
    ]


@pytest.fixture(scope="module")
def outcomes(pages: list[tuple[str, str, dict[str, Any]]]) -> dict[str, list[Outcome]]:
    """Return what was read off the pages, by their style."""
    found: dict[str, list[Outcome]] = {style: [] for style in LEAST_RIGHT}
    for name, text, truth in pages:
        found[name[-1]] += outcomes_of(text, truth, standard())
    return found


@pytest.mark.parametrize(("style", "least"), LEAST_RIGHT.items())
def test_articles_are_read_right(
    outcomes: dict[str, list[Outcome]], style: str, least: float
) -> None:
    held = outcomes[style]
    assert len(held) > 30
    assert sum(outcome.right for outcome in held) / len(held) >= least


def test_the_sure_ones_are_right(outcomes: dict[str, list[Outcome]]) -> None:
    held = [o for style in outcomes.values() for o in style if o.signals.confidence() >= 0.85]
    assert len(held) > 40
    assert sum(outcome.right for outcome in held) / len(held) >= 0.9


def test_every_flag_quotes_words_and_is_given_once(
    pages: list[tuple[str, str, dict[str, Any]]],
) -> None:
    flags = [
        article.flags
        for _name, text, _truth in pages
        for article in parse_page(text, not_after=date(2030, 1, 1)).articles
    ]
    assert sum(map(len, flags)) > 40
    assert all(len(set(held)) == len(held) for held in flags)
    assert all(flag.reason and flag.line for held in flags for flag in held)
