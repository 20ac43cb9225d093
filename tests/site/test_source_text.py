"""The source text of a page, cut into what is of an article and what not."""

import pytest

from articles.source_text import Share, cut

OWN, OTHER, HIDDEN = Share.OWN, Share.OTHER, Share.HIDDEN


@pytest.mark.parametrize(
    ("source", "own", "shown", "expected"),
    [
        ("", [], None, []),
        ("甲乙丙", [], None, [(OTHER, "甲乙丙")]),
        ("甲乙丙", [[1, 2]], None, [(OTHER, "甲"), (OWN, "乙"), (OTHER, "丙")]),
        ("甲乙丙", [[1, 2]], [[0, 1]], [(OTHER, "甲"), (OWN, "乙"), (HIDDEN, "")]),
        ("甲乙丙", [[0, 2]], [[0, 3]], [(OWN, "甲乙"), (OTHER, "丙")]),
        ("甲\n\n乙", [[0, 1], [3, 4]], [], [(OWN, "甲\n\n乙")]),
        ("甲\n乙", [[0, 1]], [], [(OWN, "甲"), (OTHER, "\n"), (HIDDEN, "")]),
        ("\n甲\n", [[1, 2]], [], [(OWN, "\n甲\n")]),
        ("甲\n乙", [], [], [(HIDDEN, "")]),
        (" \n", [], [], [(OTHER, " \n")]),
        ("甲乙", [[0, 99]], [], [(OWN, "甲乙")]),
        ("甲乙", [[5, 9]], [], [(HIDDEN, "")]),
    ],
)
def test_cut(source, own, shown, expected):
    stretches = cut(source, own, shown)
    assert [(stretch.share, stretch.text) for stretch in stretches] == expected
