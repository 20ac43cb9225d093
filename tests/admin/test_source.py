"""The source text cut into lines and marked pieces."""

import pytest

from articles.admin.blocks import LABELS, blocks_in_words
from articles.admin.source import Mark, marks_of_blocks, source_lines
from articles.parsing.values import BlockType


def pieces(source, marks):
    return [
        [(piece.text, piece.mark and piece.mark.kind, piece.first) for piece in line.pieces]
        for line in source_lines(source, marks)
    ]


@pytest.mark.parametrize(
    ("source", "marks", "expected"),
    [
        ("", [], [[]]),
        ("甲乙", [], [[("甲乙", None, False)]]),
        (
            "甲乙丙",
            [Mark(1, 2, "title", 0)],
            [[("甲", None, False), ("乙", "title", True), ("丙", None, False)]],
        ),
        (
            "甲\n\n乙",
            [Mark(0, 4, "body", 0)],
            [[("甲", "body", True)], [], [("乙", "body", False)]],
        ),
        (
            "甲乙",
            [Mark(1, 2, "body", 1), Mark(0, 1, "title", 0)],
            [[("甲", "title", True), ("乙", "body", True)]],
        ),
        (
            "甲乙丙",
            [Mark(0, 2, "title", 0), Mark(1, 3, "body", 1)],
            [[("甲乙", "title", True), ("丙", "body", True)]],
        ),
        ("甲", [Mark(0, 9, "body", 0)], [[("甲", "body", True)]]),
    ],
)
def test_lines_are_cut_where_marks_begin_and_end(source, marks, expected):
    assert pieces(source, marks) == expected


def test_nothing_of_the_source_is_lost():
    source = "甲乙\n丙丁\n\n戊"
    marks = [Mark(1, 4, "body", 0), Mark(6, 7, "body", 1)]
    lines = source_lines(source, marks)
    assert "\n".join("".join(p.text for p in line.pieces) for line in lines) == source


def test_lines_count_from_one_and_know_their_flags():
    lines = source_lines("甲\n乙\n丙", [], flagged=[2, 0])
    assert [(line.number, line.flagged) for line in lines] == [(1, False), (2, True), (3, False)]


def test_blocks_become_marks():
    blocks = [
        {"type": "title", "text": "甲", "spans": [[0, 1]]},
        {"type": "body", "text": "乙丙", "spans": [[2, 3], [4, 5]]},
    ]
    assert marks_of_blocks(blocks) == [
        Mark(0, 1, "title", 0),
        Mark(2, 3, "body", 1),
        Mark(4, 5, "body", 1),
    ]


def test_every_type_of_block_has_a_label():
    assert set(LABELS) == set(BlockType)
    [known, unknown] = blocks_in_words([{"type": "body", "text": "甲"}, {"type": "odd"}])
    assert (known["label"], known["text"]) == (LABELS[BlockType.BODY], "甲")
    assert unknown["label"] == "odd"
