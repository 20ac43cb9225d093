"""Composed pages: they can be made again, they look like pages, and their truth is true."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from tests.composer.__main__ import main
from tests.composer.dealing import deal
from tests.composer.pages import compose_page
from tests.composer.pieces import Piece, load_pieces
from tests.composer.truth import Truth
from tests.composer.typography import WESTERN_MARKS

PIECES = sorted((Path(__file__).parent.parent / "pieces" / "dev").glob("*.jsonl"))
Article = dict[str, Any]
TOUCHED = ("lost beginning", "latin word", "caption and credit on one line")
"""What changes the text of a paragraph."""


class Composed(NamedTuple):
    name: str
    pieces: list[Piece]
    text: str
    truth: Truth

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")


@pytest.fixture(scope="module")
def pages() -> list[Composed]:
    dealt = deal(load_pieces(PIECES), 60, Random(8))
    return [
        Composed(name, pieces, *compose_page(name, pieces, Random(f"8-{name}")))
        for name, pieces in dealt
    ]


def compose(folder: Path, *options: str) -> dict[str, bytes]:
    main([*map(str, PIECES), "--out", str(folder), "--pages", "6", *options])
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_same_arguments_give_the_same_files(tmp_path: Path):
    first = compose(tmp_path / "first", "--seed", "4")
    assert list(first) == [
        f"{name}.{ending}"
        for name in ("001P", "002W", "003X", "004P", "005W", "006X")
        for ending in ("gold.json", "txt")
    ]
    assert compose(tmp_path / "second", "--seed", "4") == first
    assert compose(tmp_path / "second", "--seed", "5") != first


def test_pages_of_an_earlier_run_go_and_nothing_else(tmp_path: Path):
    for name in ("007P.txt", "1000P.gold.json", "notes.txt"):
        (tmp_path / name).touch()
    assert len(compose(tmp_path)) == 13
    assert (tmp_path / "notes.txt").exists()


def test_pages_that_were_measured_can_be_made_again(tmp_path: Path):
    """A change of the layout or of a draw changes every page that a figure was measured on."""
    main([str(PIECES[0]), "--out", str(tmp_path), "--seed", "1", "--pages", "9"])
    files = sorted(path.read_bytes() for path in tmp_path.iterdir())
    assert hashlib.sha256(b"".join(files)).hexdigest() == (
        "eb2a4ae54f6234b94e5ef97d59559f09edc557f269e0419116939ffb4065b75e"
    )


def test_the_command_names_the_line_that_is_broken(tmp_path: Path):
    path = tmp_path / "pieces.jsonl"
    path.write_text(PIECES[0].read_text("utf-8").splitlines()[0] + "\n{", encoding="utf-8")
    with pytest.raises(SystemExit, match=rf"{path}:2: .*one JSON object on a line"):
        main([str(path), "--out", str(tmp_path / "pages")])
    assert not (tmp_path / "pages").exists(), "nothing is written before all is read"


def test_the_command_names_a_file_that_is_not_there(tmp_path: Path):
    with pytest.raises(SystemExit, match=r"none\.jsonl"):
        main([str(tmp_path / "none.jsonl"), "--out", str(tmp_path)])


def test_the_styles_look_like_what_they_are(pages: list[Composed]):
    lengths = {style: Counter[bool]() for style in "PWX"}
    for page in pages:
        assert page.truth["style"] == page.name[-1]
        lengths[page.name[-1]].update(len(line) > 60 for line in page.lines if line.strip())
    long = {style: counted[True] / counted.total() for style, counted in lengths.items()}
    assert long["W"] < 0.01, "a printed line is a line"
    assert 0.01 < long["X"] < 0.2, "some of each"
    assert long["P"] > 0.2, "a paragraph is a line"


@pytest.mark.parametrize(
    ("style", "pattern", "some"),
    [
        ("P", "[,;:?!]$", True),
        ("W", "[，；：？！]$", True),
        ("P", "\n{4}", True),
        ("W", "\n{4}", False),
        ("W", "^\\S( \\S){5,}$", True),
        ("P", "^\\S( \\S){5,}$", False),
    ],
)
def test_each_style_has_its_marks_and_blanks(
    pages: list[Composed], style: str, pattern: str, some: bool
):
    texts = [page.text for page in pages if page.name.endswith(style)]
    assert any(re.search(pattern, text, re.MULTILINE) for text in texts) is some


@pytest.mark.parametrize(
    ("style", "quirk"),
    [
        ("P", "two-line headline"),
        ("P", "kicker and title on one line"),
        ("W", "headline after body"),
        ("W", "at the top"),
        ("X", "headline inside"),
        ("X", "interleaved"),
    ],
)
def test_each_style_has_its_quirks(pages: list[Composed], style: str, quirk: str):
    quirks = [page.truth["quirks"] for page in pages if page.name.endswith(style)]
    assert any(what.startswith(quirk) for of_page in quirks for what in of_page)


def test_every_line_belongs_to_one_block(pages: list[Composed]):
    for page in pages:
        told = [
            number
            for article in page.truth["articles"]
            for block in article["blocks"]
            for number in block["lines"]
        ]
        printed = [number for number, line in enumerate(page.lines, 1) if line.strip()]
        assert sorted(told) == printed, page.name
        assert page.truth["unassigned"] == []


def test_every_article_of_the_page_is_told(pages: list[Composed]):
    for page in pages:
        told = [(article["id"], article["kind"]) for article in page.truth["articles"]]
        assert told == [(f"a{n:02d}", piece.kind) for n, piece in enumerate(page.pieces, 1)]
        assert all(article["blocks"] for article in page.truth["articles"])


def bare(text: str) -> str:
    """The text without blanks, with western marks."""
    return "".join(text.translate(WESTERN_MARKS).split())


def blocks_of(page: Composed, article: Article, *types: str) -> list[str]:
    """The bare texts of an article's blocks of these types, in reading order."""
    return [
        bare("".join(page.lines[number - 1] for number in block["lines"]))
        for block in article["blocks"]
        if block["type"] in types
    ]


def is_touched(page: Composed, article: Article) -> bool:
    """Whether the text of one of its paragraphs is not as it was."""
    changed = tuple(f"{what}:{article['id']}" for what in TOUCHED)
    return any(quirk.startswith(changed) for quirk in page.truth["quirks"])


def test_the_title_is_what_the_page_has(pages: list[Composed]):
    for page in pages:
        for article in page.truth["articles"]:
            kicker, title = article["kicker"] or "", article["title"]
            printed = blocks_of(page, article, "title")
            if title:
                assert printed[0] in {bare(title), bare(kicker + title)}, (page.name, title)
            else:
                assert not printed


def test_paragraphs_are_put_together_in_the_order_of_the_piece(pages: list[Composed]):
    """All but those that a fault has touched, and the first, whose dateline has a style."""
    seen = 0
    for page in pages:
        for piece, article in zip(page.pieces, page.truth["articles"], strict=True):
            if is_touched(page, article):
                continue
            text = [bare(text) for kind, text in piece.paragraphs if kind in ("body", "subhead")]
            assert blocks_of(page, article, "body", "subhead")[1:] == text[1:], page.name
            seen += len(text[1:])
    assert seen > 1000


def test_a_duplicate_repeats_what_was_printed(pages: list[Composed]):
    found = [
        (copy, blocks_of(page, article, "body"))
        for page in pages
        for article in page.truth["articles"]
        for copy in blocks_of(page, article, "duplicate")
        if not is_touched(page, article)
    ]
    assert found
    assert all(any(copy in text for text in texts) for copy, texts in found)


def test_quirks_tell_of_articles_of_the_page(pages: list[Composed]):
    for page in pages:
        ids = {article["id"] for article in page.truth["articles"]}
        for quirk in page.truth["quirks"]:
            if quirk not in ("missing blank lines", "indents kept"):
                _, names = quirk.split(":")
                assert set(names.split(",")) <= ids


def test_kept_indents_stand_before_the_first_line_of_a_paragraph(pages: list[Composed]):
    kept = [page for page in pages if "indents kept" in page.truth["quirks"]]
    assert {page.name[-1] for page in kept} == set("PWX")
    for page in kept:
        bodies = [
            block["lines"]
            for article in page.truth["articles"]
            for block in article["blocks"]
            if block["type"] == "body"
        ]
        first = [page.lines[lines[0] - 1][0].isspace() for lines in bodies]
        later = [page.lines[number - 1][0].isspace() for lines in bodies for number in lines[1:]]
        assert sum(first) > 0.9 * len(first), "but for paragraphs that lost their beginning"
        assert not any(later), page.name


def test_the_truth_is_signed_for_its_text(tmp_path: Path):
    compose(tmp_path)
    for path in tmp_path.glob("*.gold.json"):
        truth = json.loads(path.read_text("utf-8"))
        text = (tmp_path / truth["source"]).read_bytes()
        assert truth["sha256"] == hashlib.sha256(text).hexdigest()


def test_the_contents_of_a_magazine_are_not_scored(pages: list[Composed]):
    listed = [
        article
        for page in pages
        for article in page.truth["articles"]
        if article["kind"] == "contents"
    ]
    assert listed
    for article in listed:
        assert article["unscored"] == ["credits", "people", "regions", "primary_region"]
        assert [article[name] for name in ("people", "credits", "regions")] == [[], [], []]


def test_there_are_pieces():
    assert PIECES
