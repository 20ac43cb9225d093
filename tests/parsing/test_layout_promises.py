"""What the layout reading promises for any text: nothing lost, nothing twice, no surprises."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.parsing.drafts import Layout
from articles.parsing.layout import read_layout
from articles.parsing.offsets import source_offsets

PIECES = (
    "本报讯（记者林一苇 通讯员何小舟）近日，",
    "本报记者 林一苇",
    "（上接第1版）",
    "阅读提示",
    "渔港换新灯",
    "修船的人多起来了。",
    "一、总体要求",
    "本报通讯员 何小舟 摄",
    "《海风》2026年第3期要目",
    "灯塔下的守夜人……林一苇",
    "（作者系某渔业合作社社员）",
    "扫一扫看视频",
    "三 项 举 措",
    "2026年4月10日 星期五 第3版",
    "，半截话从这里接着说下去，一直说到码头边上，",
    "近年来，码头上的灯一盏一盏亮起来，夜里回来的船不再摸黑靠岸，大家都说方便。",
    " and ",
    "12",
    "\u3000",
    "\n",
    "\n\n",
    "\n\n\n\n",
    "\r\n",
    "\x0c",
    "\ud83d",
    "😀",
)
PAGES = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def spans_of(layout: Layout) -> list[tuple[int, int]]:
    """Return all spans of a layout."""
    spans = [line.span for draft in layout.drafts for line in draft.head]
    spans += [s for draft in layout.drafts for block in draft.blocks for s in block.spans]
    return [*spans, *layout.unassigned]


def assert_lossless(text: str) -> None:
    """Every character that isn't blank is in one span, and blocks say what their spans hold."""
    layout = read_layout(text)
    seen = [0] * len(text)
    for start, end in spans_of(layout):
        assert 0 <= start < end <= len(text)
        for i in range(start, end):
            seen[i] += 1
    assert [text[i] for i, n in enumerate(seen) if n != 1 and not text[i].isspace()] == []
    for draft in layout.drafts:
        assert 0 <= draft.confidence <= 1
        assert draft.head or draft.blocks
        for block in draft.blocks:
            source_offsets(block.text, block.spans, text)
        for line in draft.head:
            assert text[slice(*line.span)] == line.text


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_without_loss(text: str) -> None:
    assert_lossless(text)


@given(PAGES)
@settings(max_examples=120, deadline=None)
def test_any_mixture_of_newspaper_lines_is_read_without_loss(text: str) -> None:
    assert_lossless(text)


@given(PAGES)
@settings(max_examples=30, deadline=None)
def test_the_same_text_is_read_the_same(text: str) -> None:
    assert read_layout(text) == read_layout(text)


@given(PAGES.filter(lambda text: "\r" not in text))
@settings(max_examples=30, deadline=None)
def test_line_ends_and_trailing_blanks_make_no_difference(text: str) -> None:
    def shape(layout: Layout) -> list[object]:
        return [
            ([line.text for line in d.head], [(b.type, b.text) for b in d.blocks], d.flags)
            for d in layout.drafts
        ]

    plain = shape(read_layout(text))
    assert shape(read_layout(text.replace("\n", "\r\n"))) == plain
    assert shape(read_layout(text.replace("\n", "  \n"))) == plain


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\u3000\n",
        "。",
        "。\n" * 50,
        "一" * 5000,
        "…" * 40,
        "（" * 40 + "\n" + "）" * 40,
    ],
)
def test_odd_pages_are_read(text: str) -> None:
    assert_lossless(text)


@pytest.mark.parametrize(
    "line",
    [
        "潮水退去以后，码头上的人开始补网，孩子们在礁石间找小蟹，一直到天黑。\n",
        "本报讯（记者林一苇）近日，渔港换上了新灯。\n\n",
        "渔港换新灯\n\n",
        "潮水退去以后码头上的人",
    ],
)
def test_time_grows_with_the_length_only(line: str) -> None:
    def seconds(characters: int) -> float:
        text = line * (characters // len(line))
        start = perf_counter()
        read_layout(text)
        return perf_counter() - start

    seconds(20_000)
    short, long = seconds(40_000), seconds(320_000)
    assert long < 8 * 3 * max(short, 0.05)
