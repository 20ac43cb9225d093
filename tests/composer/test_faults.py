"""Each fault does what it says, on small pages where it is easy to see."""

from collections.abc import Callable
from itertools import count
from random import Random

import pytest

from tests.composer import damage, faults, moves
from tests.composer.blocks import Article, Block, Page, Row, Sheet, Unit, columns_of
from tests.composer.house import Layout, draw_house
from tests.composer.moves import Fault
from tests.composer.pages import print_page
from tests.composer.pieces import Piece
from tests.composer.truth import truth_of

SEEDS = range(40)
TYPES = {"head": "title", "abs": "abstract", "cont": "continuation", "pic": "caption"}
SENTENCE = "老师傅把木料刨平和磨光，徒弟在旁边看着学。"
NEWS = ("a head col col", "b head col")
"""The pages of the tables: the name of each article and its blocks."""


def make_piece(kind: str = "news", *, people: tuple[str, ...] = ()) -> Piece:
    return Piece(
        number=0,
        kind=kind,
        **dict.fromkeys(("section", "kicker", "title", "subtitle"), None),
        title_lines=None,
        dateline=None,
        byline=[],
        paragraphs=[],
        credits=[],
        people=[{"name": name} for name in people],
        regions=[],
        regions_optional=[],
        primary_region=[None],
        unscored=[],
        date_hint=None,
    )


def make_page(*articles: str, kind: str = "news") -> Page:
    """A page of articles such as "a head col col", the first of this kind; a block is a row."""
    page = []
    for blocks in articles:
        name, *kinds = blocks.split()
        article = Article(name, make_piece(kind if not page else "news"))
        numbers = {block: count(1) for block in kinds}
        page.append([])
        for rank, block in enumerate(kinds):
            text = f"{name}.{block}{next(numbers[block])}"
            unit = Unit(article, TYPES.get(block, "body"), 100 + rank)
            page[-1].append(Block(block, article, [Row(text, unit)]))
    return page


def texts_of(page: Page) -> list[str]:
    return [row.text for blocks in page for block in blocks for row in block.rows]


ORDERS = [
    ("interleaved:a,b", NEWS, moves.interleave, "a.head1 a.col1 b.head1 b.col1 a.col2"),
    (
        "interleaved:a,b",
        ("a head col pic col cont", "b col abs"),
        moves.interleave,
        "a.head1 a.col1 a.pic1 b.col1 a.col2 a.cont1 b.abs1",
    ),
    (
        "columns swapped:a",
        ("a head col col col", "b col"),
        moves.swap_columns,
        "a.head1 a.col1 a.col3 a.col2 b.col1",
    ),
    (
        "headline inside:a",
        ("b head col", "a head cont col col"),
        moves.headline_inside,
        "b.head1 b.col1 a.cont1 a.col1 a.head1 a.col2",
    ),
    ("torn-off tail:a", NEWS, faults.torn_off_tail, "a.head1 a.col1 b.head1 b.col1 a.col2"),
    (
        "far abstract:a",
        ("a abs head col", "b head col col"),
        faults.far_abstract,
        "a.head1 a.col1 b.head1 b.col1 a.abs1 b.col2",
    ),
    (
        "abstract in the middle:a",
        ("a abs head col col", "b head col col"),
        faults.middle_abstract,
        "a.head1 a.col1 a.abs1 a.col2 b.head1 b.col1 b.col2",
    ),
    (
        "caption inside:a",
        ("a head col col pic", "b head col col"),
        faults.caption_inside,
        "a.head1 a.col1 a.pic1 a.col2 b.head1 b.col1 b.col2",
    ),
]
KIND_ORDERS = [
    ("photo", "photo story inside:a", "head photo", faults.story_inside),
    ("contents", "contents inside:a", "head list", faults.contents_inside),
]


@pytest.mark.parametrize(("what", "articles", "fault", "expected"), ORDERS)
def test_a_fault_of_order(what: str, articles: tuple[str, ...], fault: Fault, expected: str):
    for seed in SEEDS:
        page = make_page(*articles)
        assert fault(page, Random(seed)) == what
        assert texts_of(page) == expected.split()


@pytest.mark.parametrize(("kind", "what", "blocks", "fault"), KIND_ORDERS)
def test_a_whole_article_stands_in_another(kind: str, what: str, blocks: str, fault: Fault):
    page = make_page(f"a {blocks}", "b head col col", kind=kind)
    assert fault(page, Random(1)) == what
    head, inside = blocks.split()
    assert texts_of(page) == ["b.head1", "b.col1", f"a.{head}1", f"a.{inside}1", "b.col2"]


def test_a_picture_stands_where_a_paragraph_is_cut():
    for seed in SEEDS:
        page = make_page("a head col col col pic")
        page[0][3].rows[0].part = 1  # the second part of a paragraph
        assert faults.caption_inside(page, Random(seed)) == "caption inside:a"
        assert texts_of(page)[2:4] == ["a.col2", "a.pic1"]


def test_a_long_document_is_continued_from_the_first_page():
    page = make_page("a head col col", kind="document")
    assert moves.headline_inside(page, Random(1)) is None, "it is short"
    page[0][1].rows[0].text = SENTENCE * 30
    assert moves.headline_inside(page, Random(1)) == "headline inside:a"
    assert [block.kind for block in page[0]] == ["cont", "col", "head", "col"]
    (line,) = page[0][0].rows
    assert (line.text, line.unit.type) == ("（上接第1版）", "continuation")


@pytest.mark.parametrize("fault", [*faults.HEAVY, *faults.MILD])
def test_a_page_without_a_place_for_a_fault_stays_as_it_is(fault: Fault):
    page = make_page("a head col", kind="other")
    what = fault(page, Random(1))
    assert what in (None, "missing blank lines")
    assert texts_of(page) == ["a.head1", "a.col1"]


def test_to_the_top_go_a_photo_story_and_abstracts():
    orders = set()
    for seed in SEEDS:
        page = make_page("a head photo", "b abs head col", kind="photo")
        to_top_sheet = make_sheet(Layout.PRINTED_LINES, seed)
        moves.to_top(page, to_top_sheet)
        orders.add(" ".join(texts_of(page)))
        moved = [block.article.id for block in page[0]]
        assert [f"at the top:{name}" for name in dict.fromkeys(moved)] == to_top_sheet.quirks
    assert orders == {
        "a.head1 a.photo1 b.abs1 b.head1 b.col1",
        "b.abs1 a.head1 a.photo1 b.head1 b.col1",
    }


def make_sheet(layout: Layout, seed: int = 1) -> Sheet:
    return Sheet(layout, draw_house(layout, Random(seed)), Random(seed))


def make_text(*names: str, paragraphs: int = 3, piece: Piece | None = None) -> Page:
    """A page of articles with one column of long paragraphs, no two of them the same."""
    page = []
    for name in names:
        article = Article(name, piece or make_piece())
        rows = [
            Row(f"{name}文第{'甲乙丙丁'[n]}段，{SENTENCE * 5}", Unit(article, "body", 100 + n))
            for n in range(paragraphs)
        ]
        page.append([Block("col", article, rows)])
    return page


def changed(fault: Fault, seed: int, make: Callable[[], Page]) -> tuple[str, list[str], Page]:
    """What a fault says, the text before it, and the page after it."""
    page, before = make(), texts_of(make())
    what = fault(page, Random(seed))
    assert what
    return what, before, page


def test_a_passage_comes_twice():
    said = set()
    for seed in SEEDS:
        what, before, page = changed(damage.duplicate, seed, lambda: make_text("a"))
        said.add(what)
        rows = page[0][0].rows
        (at,) = [at for at, row in enumerate(rows) if row.unit.type == "duplicate"]
        assert [row.text for row in rows[:at] + rows[at + 1 :]] == before
        assert at > 1, "never the first paragraph"
        original, copy = rows[at - 1], rows[at]
        assert original.text.endswith(copy.text)
        assert (what == "duplicate:a") is (copy.text == original.text)
        assert original.unit.rank < copy.unit.rank < original.unit.rank + 1
    assert said == {"duplicate:a", "partial duplicate:a"}


def test_a_beginning_gets_lost():
    for seed in SEEDS:
        what, before, page = changed(damage.lose_beginning, seed, lambda: make_text("a"))
        assert what == "lost beginning:a"
        ((old, new),) = [(a, b) for a, b in zip(before, texts_of(page), strict=True) if a != b]
        assert old.endswith(new)
        assert old != before[0], "never the first paragraph"


def test_of_printed_lines_whole_ones_get_lost():
    def make() -> Page:
        page = make_text("a", paragraphs=2)
        (block,) = page[0]
        unit = block.rows[1].unit
        block.rows[1:] = [Row(f"{n}{SENTENCE}", unit, part=n) for n in range(4)]
        return page

    for seed in SEEDS:
        _, before, page = changed(damage.lose_beginning, seed, make)
        kept = len(texts_of(page)) - 1
        assert kept in (2, 3)
        assert texts_of(page) == [before[0], *before[-kept:]]


@pytest.mark.parametrize("fault", [damage.lose_beginning, damage.latin_word])
def test_what_the_truth_names_is_not_lost(fault: Fault):
    piece = make_piece(people=("刨平",))
    for seed in SEEDS:
        page = make_text("a", piece=piece)
        assert fault(page, Random(seed)) is None
        assert texts_of(page) == texts_of(make_text("a"))


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("林一苇在刨木料", True),
        ("浙江的木料", True),
        ("5月的木料", True),
        ("岸边的石桥镇", True),
        ("木料刨平了", False),
    ],
)
def test_names_of_the_truth_are_known(text: str, lost: bool):
    piece = make_piece(people=("林一苇",))
    piece.regions.append("浙江省/舟山市")
    assert damage.names_truth(piece, text) is lost


def test_one_word_turns_latin():
    for seed in SEEDS:
        what, before, page = changed(damage.latin_word, seed, lambda: make_text("a"))
        assert what == "latin word:a"
        ((old, new),) = [(a, b) for a, b in zip(before, texts_of(page), strict=True) if a != b]
        assert new.count(" and ") == 1
        assert new.replace(" and ", "和") == old


def test_a_paragraph_strays_into_another_article():
    for seed in SEEDS:
        what, before, page = changed(moves.stray_paragraph, seed, lambda: make_text("a", "b"))
        guests = [
            (block, row)
            for blocks in page
            for block in columns_of(blocks)
            for row in block.rows
            if row.unit.article is not block.article
        ]
        ((host, guest),) = guests
        assert what == f"stray paragraph:{guest.unit.article.id}"
        assert host.rows[0] is not guest, "in the middle"
        assert guest.unit.rank > 100, "never the first paragraph"
        assert sorted(texts_of(page)) == sorted(before)


def test_a_few_blank_lines_are_missing():
    for seed in SEEDS:
        what, before, page = changed(damage.drop_blank_lines, seed, lambda: make_text("a", "b"))
        assert what == "missing blank lines"
        assert texts_of(page) == before
        glued = [row.glued for blocks in page for block in blocks for row in block.rows]
        assert 1 <= sum(glued) <= 4
        assert not glued[0]


def test_a_mixed_page_has_three_to_six_faults():
    numbers = set()
    for seed in SEEDS:
        page = make_text(*"abcdef", paragraphs=4)
        sheet = make_sheet(Layout.PARAGRAPHS, seed)
        faults.spoil(page, sheet)
        numbers.add(len(sheet.quirks))
    assert numbers == {3, 4, 5, 6}


def test_the_truth_follows_a_paragraph_through_swapped_columns():
    page = make_page("a head col col col")
    first, second = page[0][2].rows[0], page[0][3].rows[0]
    second.unit, second.part = first.unit, 1
    moves.swap_columns(page, Random(1))
    sheet = make_sheet(Layout.PARAGRAPHS)
    text, placed = print_page(page, sheet)
    truth = truth_of("001P", text, [page[0][0].article], placed, sheet)
    (article,) = truth["articles"]
    lines = text.split("\n")
    assert [[lines[n - 1] for n in block["lines"]] for block in article["blocks"]] == [
        ["a.head1"],
        ["a.col1"],
        ["a.col2", "a.col3"],
    ]
    assert lines.index("a.col3") < lines.index("a.col2")
