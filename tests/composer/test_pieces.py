"""Reading and dealing out pieces."""

import json
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest

from articles.parsing.annotation import HEAD_TYPES, LABELS
from articles.parsing.values import Kind
from tests.composer.dealing import AT_MOST, deal
from tests.composer.house import Style
from tests.composer.pieces import (
    HEADLINE_PARTS,
    KINDS,
    TYPES,
    Piece,
    PieceError,
    load_pieces,
)

PARAGRAPHS = [["body", "渔港把旧灯全部换成新灯。"]]


def load(folder: Path, *records: dict[str, Any]) -> list[Piece]:
    path = folder / "pieces.jsonl"
    lines = [json.dumps({"kind": "news", "paras": PARAGRAPHS, **record}) for record in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return load_pieces([path])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"kind": "news", "paras"', "not JSON"),
        ('["news"]', "not an object"),
        ('{"kind": "poem", "paras": [["body", "诗。"]]}', "kind.*'poem'"),
        ('{"kind": "news"}', "paras.*no text"),
        ('{"kind": "news", "paras": [["body", " "]]}', "paras.*no text"),
        ('{"kind": "news", "paras": "诗。"}', "paras.*诗"),
        ('{"kind": "news", "paras": [["verse", "诗。"]]}', 'type "verse"'),
        ('{"kind": "news", "paras": [["body", "诗。\\n词。"]]}', "paras.*line break"),
        *(
            ('{"kind": "news", "paras": [["body", "诗。"]], ' + field + "}", message)
            for field, message in [
                ('"title": 7', "title.*7"),
                ('"title": "换灯", "title_lines": ["换", "新灯"]', "title_lines.*not the title"),
                ('"byline": [""]', "byline.*blank"),
                ('"byline": ["甲\\u2028乙"]', "byline.*line break"),
                ('"credits": [{"name": "林一苇"}]', "credits.*林一苇"),
                ('"people": ["林一苇"]', "people.*林一苇"),
                ('"regions": {"浙江省": 1}', "regions.*浙江省"),
                ('"date_hint": "2026-02-30"', "date_hint.*2026-02-30"),
                ('"date_hint": 2026', "date_hint.*2026"),
                ('"date": "2026年13月1日"', "date.*13月"),
            ]
        ),
    ],
)
def test_a_broken_line_is_refused_with_its_place(tmp_path: Path, line: str, message: str):
    path = tmp_path / "pieces.jsonl"
    good = json.dumps({"kind": "news", "paras": PARAGRAPHS})
    path.write_text(f"{good}\n\n{line}\n{good}\n", encoding="utf-8")
    with pytest.raises(PieceError, match=f"^{path}:3: .*{message}.*: .+"):
        load_pieces([path])


def test_a_file_in_another_encoding_is_refused(tmp_path: Path):
    path = tmp_path / "pieces.jsonl"
    path.write_bytes('\n{"kind": "散文"}'.encode("gb18030"))
    with pytest.raises(PieceError, match=rf"^{path}:2: .*save the file as UTF-8"):
        load_pieces([path])


def test_files_without_a_piece_are_refused(tmp_path: Path):
    path = tmp_path / "pieces.jsonl"
    path.write_text("\n", encoding="utf-8")
    with pytest.raises(PieceError, match="No pieces"):
        load_pieces([path])


@pytest.mark.parametrize(
    ("record", "name", "expected"),
    [
        ({"title": "渔港\n换新灯"}, "title", "渔港 换新灯"),
        ({"byline": "本报记者 林一苇"}, "byline", ["本报记者 林一苇"]),
        (
            {"credits": [["林一苇", "reporter"]]},
            "credits",
            [{"name": "林一苇", "role": "reporter"}],
        ),
        (
            {"people": [{"name": "白露"}]},
            "people",
            [{"description": "", "pseudonym": False, "name": "白露"}],
        ),
        ({"paras": [["abstract_label", "阅读提示"]]}, "paragraphs", [("abstract", "阅读提示")]),
        ({"paras": [["body", " 甲。 "], ["body", ""]]}, "paragraphs", [("body", "甲。")]),
        ({}, "primary_region", [None]),
        ({"primary_region": "浙江省"}, "primary_region", ["浙江省"]),
        (
            {"primary_region": ["浙江省"], "primary_ok": ["浙江省", "福建省"]},
            "primary_region",
            ["浙江省", "福建省"],
        ),
        ({"people": [], "primary_region": None}, "unscored", ["regions"]),
        ({"date_hint": "05-01"}, "date_hint", "05-01"),
        ({"date_hint": "2026-05-01", "date_note": "future"}, "date_hint", None),
        ({"date": "2026年5月1日"}, "date_hint", "2026-04-30"),
    ],
)
def test_what_may_be_written_in_two_ways_is_read_in_one(
    tmp_path: Path, record: dict[str, Any], name: str, expected: object
):
    (piece,) = load(tmp_path, record)
    assert getattr(piece, name) == expected


def test_no_piece_comes_twice_before_all_have_come_once(tmp_path: Path):
    kinds = ["news"] * 20 + ["essay"] * 4 + ["photo"] * 4 + ["contents", "document"]
    pieces = load(tmp_path, *({"kind": kind} for kind in kinds))
    dealt = deal(pieces, 12, Random(3))
    assert [name[-1] for name, _ in dealt] == list("PWX" * 4)
    used: Counter[int] = Counter()
    for _, hand in dealt:
        assert 7 <= len(hand) <= 10
        used.update(piece.number for piece in hand)
        times = [used[piece.number] for piece in pieces]
        assert max(times) - min(times) <= 1


def test_few_pieces_all_stand_on_each_page(tmp_path: Path):
    pieces = load(tmp_path, {}, {}, {})
    assert [len(hand) for _, hand in deal(pieces, 3, Random(3))] == [3, 3, 3]


def test_a_page_is_not_full_of_one_kind(tmp_path: Path):
    kinds = ["news"] * 60 + [kind for kind in AT_MOST for _ in range(4)]
    pieces = load(tmp_path, *({"kind": kind} for kind in kinds))
    for _, hand in deal(pieces, 6, Random(3)):
        numbers = Counter(piece.kind for piece in hand)
        assert all(numbers[kind] <= most for kind, most in AT_MOST.items())


def test_pages_of_like_pieces_hold_what_is_about_the_same_things(tmp_path: Path):
    trades = ("渔港的航标灯换成新灯，渔船夜里回港。", "小学的木工教室开课，学生拿起刨子。")
    texts = [trades[number % 2] for number in range(60)]
    pieces = load(tmp_path, *({"paras": [["body", text]]} for text in texts))
    for _, hand in deal(pieces, 9, Random(3), alike=True):
        assert len({piece.number for piece in hand}) == len(hand) >= 7
        assert len({piece.number % 2 for piece in hand}) == 1


def test_the_words_are_those_of_the_parser():
    assert set(KINDS) == set(Kind)
    assert set(TYPES.values()) | {"duplicate"} == set(LABELS)
    assert set(HEADLINE_PARTS) == HEAD_TYPES
    assert "".join(Style) == "PWX"
