"""The best reading of a page and the chances of all others."""

import itertools

import numpy as np
import pytest

from articles.parsing.grammar import STATES, may_follow
from articles.parsing.labelling import best_path, chances, likely_path, read_page
from articles.parsing.weights import ALLOWED, BEGINS, NEVER, Habit, Model

LINES = 3


@pytest.fixture
def scores() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return random fits, starts and steps of a few lines."""
    random = np.random.default_rng(5)
    size = len(STATES)
    start = np.where(BEGINS, random.normal(size=size), -np.inf)
    step = np.where(ALLOWED, random.normal(size=(size, size)), -np.inf)
    return 2 * random.normal(size=(LINES, size)), start, step


def paths(fits: np.ndarray, start: np.ndarray, step: np.ndarray) -> dict[tuple[int, ...], float]:
    """Return every path that the grammar allows, with its score."""
    first = [j for j, state in enumerate(STATES) if state.first]
    found = {}
    for path in itertools.product(first, range(len(STATES)), range(len(STATES))):
        if all(may_follow(STATES[a], STATES[b]) for a, b in itertools.pairwise(path)):
            score = start[path[0]] + sum(fits[t, j] for t, j in enumerate(path))
            found[path] = score + sum(step[a, b] for a, b in itertools.pairwise(path))
    return found


def test_best_path_is_the_best_of_all(scores) -> None:
    every = paths(*scores)
    assert tuple(best_path(*scores)) == max(every, key=every.__getitem__)


@pytest.mark.parametrize("sureness", [0.5, 2, 4, 8, 30])
def test_a_path_by_the_chances_is_the_best_one(scores, sureness) -> None:
    _fits, start, step = scores
    random = np.random.default_rng(7)
    for lines in (1, 2, 3, 60):
        fits = sureness * random.normal(size=(lines, len(STATES)))
        seen = chances(fits, start, step)
        assert likely_path(fits, start, step, seen) == best_path(fits, start, step)


def test_chances_are_those_of_all_paths_together(scores) -> None:
    every = paths(*scores)
    found = chances(*scores)
    whole = float(np.logaddexp.reduce(list(every.values())))
    assert found.whole == pytest.approx(whole)
    expected = np.zeros_like(found.states)
    pairs = np.zeros((len(STATES), len(STATES)))
    for path, score in every.items():
        for t, j in enumerate(path):
            expected[t, j] += np.exp(score - whole)
        for a, b in itertools.pairwise(path):
            pairs[a, b] += np.exp(score - whole)
    assert found.states == pytest.approx(expected)
    assert found.pairs() == pytest.approx(pairs)


def test_the_habit_of_a_page_is_that_of_all_its_readings_together() -> None:
    """One good reading has its headlines above, two nearly as good ones have them below."""
    model = Model({})
    for habit, readings, score in ((Habit.ABOVE, [0], 0.0), (Habit.BELOW, [0, 1], -0.3)):
        start = np.full(len(STATES), NEVER)
        start[np.flatnonzero(BEGINS)[readings]] = score
        model.starts[habit], model.steps[habit] = start, np.zeros((len(STATES), len(STATES)))
    assert read_page([(("w",),)], model).habit is Habit.BELOW
