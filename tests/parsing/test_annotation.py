"""The annotation of a page as states of its lines."""

from articles.parsing.annotation import Mark, states_of
from articles.parsing.grammar import Label, Phase
from articles.parsing.lines import read_lines

TEXTS = {
    Label.HEAD: "渔港换新灯",
    Label.BODY: "渔民说夜里回港不再摸黑。",
    Label.CONTINUED: "（上接第1版）",
    Label.BYLINE: "本报记者 陆青",
}


def states(*marks: tuple[str, Label]) -> list[str]:
    """Return the states of lines, given by their article and label."""
    begun: set[str] = set()
    found = []
    for article, label in marks:
        opening = label is Label.BODY and article not in begun
        begun |= {article} if opening else set()
        found.append(Mark(article, label, "news", opening))
    lines = read_lines("\n\n".join(TEXTS[label] for _article, label in marks))
    return [str(state) for state in states_of(found, lines)]


def test_a_headline_of_two_lines_inside_a_continued_text_is_one() -> None:
    found = states(
        ("a", Label.CONTINUED),
        ("a", Label.BODY),
        ("a", Label.HEAD),
        ("a", Label.HEAD),
        ("a", Label.BODY),
    )
    assert found[2:] == ["carried head", "carried head", "top body"]


def test_a_headline_below_a_text_that_another_article_broke_off_ends_it() -> None:
    found = states(
        ("a", Label.BODY),
        ("b", Label.BODY),
        ("a", Label.BODY),
        ("b", Label.BODY),
        ("a", Label.HEAD),
        ("b", Label.HEAD),
        ("c", Label.BODY),
        ("c", Label.HEAD),
    )
    assert found[4:6] == [f"{Phase.END} head", f"{Phase.END} head"]
    assert found[6:] == ["open body first", "end head"]


def test_who_wrote_a_text_may_be_named_below_the_headline_that_is_below_it() -> None:
    found = states(
        ("a", Label.BODY),
        ("a", Label.HEAD),
        ("a", Label.BYLINE),
        ("a", Label.BYLINE),
        ("b", Label.BYLINE),
        ("b", Label.BODY),
    )
    assert found[1:4] == ["end head", "end byline", "end byline"]
    assert found[4:] == ["open byline first", "open body"]
