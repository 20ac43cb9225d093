"""The sample pages are read as recorded: what gets worse fails, what gets better is noted."""

import json
from pathlib import Path

import pytest

from tests import corpus


def test_the_corpus_is_not_empty_and_every_page_has_its_reading():
    assert len(corpus.pages()) >= 8
    for path in corpus.pages():
        assert corpus.expected(path)["articles"]


@pytest.mark.parametrize("path", corpus.pages(), ids=lambda path: path.stem)
def test_a_page_is_read_as_recorded(path: Path):
    recorded = json.loads(corpus.DIFFERENCES.read_text("utf-8"))[path.stem]
    assert corpus.differences(path) == recorded, "meant? python -m tests.record_corpus"


def test_most_of_the_corpus_is_read_right():
    recorded = json.loads(corpus.DIFFERENCES.read_text("utf-8"))
    wrong = {(page, line.split()[0]) for page, lines in recorded.items() for line in lines}
    articles = sum(len(corpus.expected(path)["articles"]) for path in corpus.pages())
    assert len(wrong) <= articles / 2
