"""The blanks before the lines of a page, where the extractor kept them."""

import pytest

from articles.parsing.features import flat, observe
from articles.parsing.indents import Indent, indents_of
from articles.parsing.lines import read_lines
from articles.parsing.measure import measures
from articles.parsing.words import words_of

PARAGRAPHS = ["渔港昨天换上了新灯，", "渔船夜里回港不再摸黑。"] * 5


def printed(blanks: str, head: str = "") -> str:
    """Paragraphs of two lines each, the first of them behind these blanks."""
    lines = [blanks * (i % 2 == 0) + line for i, line in enumerate(PARAGRAPHS)]
    return "\n".join([f"{head}渔港换灯", *lines])


@pytest.mark.parametrize("blanks", ["\u3000\u3000", "    ", "\t", "  "])
def test_the_first_line_of_a_paragraph_is_told_by_its_blanks(blanks: str) -> None:
    indents = indents_of(read_lines(printed(blanks)))
    assert indents == [Indent.FLUSH, *[Indent.PARAGRAPH, Indent.FLUSH] * 5]


def test_the_margin_of_a_page_does_not_count() -> None:
    source = "\n".join(" " * 8 + line for line in printed("\u3000\u3000").split("\n"))
    assert indents_of(read_lines(source)) == indents_of(read_lines(printed("\u3000\u3000")))


def test_a_headline_in_the_middle_stands_deeper() -> None:
    indents = indents_of(read_lines(printed("\u3000\u3000", head="\u3000" * 6)))
    assert indents is not None
    assert indents[0] is Indent.DEEP


@pytest.mark.parametrize(
    "source",
    [
        printed(""),
        printed(" "),
        "\n".join(f"\u3000\u3000{line}" for line in PARAGRAPHS),
        printed("").replace("渔船夜里", "\u3000\u3000渔船夜里", 2),
    ],
    ids=["lost", "stray blanks", "a margin", "two strays"],
)
def test_a_page_that_lost_its_indents_says_nothing(source: str) -> None:
    lines = read_lines(source)
    assert indents_of(lines) is None
    observed = observe(lines, measures(lines), [words_of(line) for line in lines])
    assert not any("indent" in name for line in observed for name in flat(line))


def test_an_indent_is_seen_with_that_of_the_line_before() -> None:
    lines = read_lines(printed("\u3000\u3000"))
    observed = observe(lines, measures(lines), [words_of(line) for line in lines])
    mode = next(flat(observed[3]))
    assert f"{mode} indent=flush/paragraph" in flat(observed[3])
