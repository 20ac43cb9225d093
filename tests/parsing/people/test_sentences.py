"""The finder against labelled sentences, pieces and composed sentences.

The bounds are a little under what was measured, so that a change for the worse is seen.
"""

from pathlib import Path

import pytest

from articles.parsing.people import find_people
from tests.parsing.people.composing import Composer
from tests.parsing.people.measure import measure

HERE = Path(__file__).parent
PIECES = HERE.parent.parent / "pieces" / "dev"


def test_sentences_of_hard_kinds():
    score = measure([HERE / "sentences.jsonl"])

    assert score.f1 >= 0.93, str(score)
    assert len(score.wrong) <= 2, score.wrong


def test_sentences_written_after_the_weights():
    score = measure([HERE / "apart.jsonl"])

    assert score.f1 >= 0.94, str(score)


@pytest.mark.parametrize(
    ("pieces", "least"), [("[a-m].jsonl", 0.96), ("[n-x].jsonl", 0.93), ("g?.jsonl", 0.93)]
)
def test_pieces_of_newspapers(pieces: str, least: float):
    """Those from n on, and those with two letters, are newer than the weights."""
    files = sorted(PIECES.glob(pieces))
    assert files

    score = measure(files)

    assert score.f1 >= least, f"{score} wrong {score.wrong} missed {score.missed}"
    assert score.described / score.right >= 0.78, str(score)


@pytest.mark.parametrize("seed", [1, 2])
def test_composed_sentences(seed):
    right = wrong = missed = 0
    for text, names in Composer(seed).sentences(600):
        found = {person.name for person in find_people([text])}
        right += len(found & names)
        wrong += len(found - names)
        missed += len(names - found)

    assert right / (right + wrong) >= 0.98
    assert right / (right + missed) >= 0.93
