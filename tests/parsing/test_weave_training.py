"""What dealing is worth is learned from annotated pages, and twice the same."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from articles.parsing import belonging, dealing, grams, weights
from articles.parsing.dealing import Worth
from articles.parsing.joints import Joints
from articles.parsing.weave import deal
from articles.parsing.weavetraining import START, learn_grams, learn_steps, main, pages_of, texts_of
from articles.parsing.weights import standard
from tests.parsing.test_weave import SCHOOL, SHIPS

MIXED = (*SHIPS[:3], *SCHOOL[:3], SHIPS[3], *SCHOOL[3:])
NOTHING = Worth(START, np.zeros(belonging.WEIGHTS), grams.Common({}), Joints({}))


def annotated() -> tuple[str, dict[str, object]]:
    """Return a page with a paragraph of one report inside the other, and its annotation."""
    lines = {text: 2 * place + 1 for place, text in enumerate(MIXED)}
    articles = [
        {
            "id": name,
            "kind": "news",
            "blocks": [
                {"type": "title" if text is texts[0] else "body", "lines": [lines[text]]}
                for text in texts
            ],
        }
        for name, texts in (("a", SHIPS), ("b", SCHOOL))
    ]
    return "\n\n".join(MIXED), {"source": "001.txt", "articles": articles}


def test_a_page_knows_where_its_pieces_belong() -> None:
    text, gold = annotated()
    (page,) = pages_of(text, gold, standard(), NOTHING)
    moved = [piece.text for piece, a in zip(page.deal.pieces, page.right, strict=True)
             if piece.article != a]  # fmt: skip
    assert moved == [SHIPS[3]]
    assert [text.count("\n") + 1 for text in texts_of(text, gold)] == [4, 4]


def test_an_unfinished_text_asks_how_well_a_piece_goes_on_with_it() -> None:
    text, gold = annotated()
    known = Joints({"靠灯": 4000, "灯能": 4000, "能靠": 4000})
    worth = replace(NOTHING, joints=known)
    (page,) = pages_of(text, gold, standard(), worth)
    pieces = page.deal.pieces
    tail = next(k for k, piece in enumerate(pieces) if piece.ends_open)
    goes_on = next(k for k, piece in enumerate(pieces) if piece.text.startswith("靠上码头"))
    grounds = dict(page.deal.grounds(goes_on, pieces[tail].article, tail, tail))
    assert grounds["joint"] == known.fit("能", "靠") > 0


def test_learning_is_repeatable_and_fits() -> None:
    text, gold = annotated()
    found = []
    for _ in range(2):
        pages = 4 * list(pages_of(text, gold, standard(), NOTHING))
        shared = learn_grams(pages, seed=1)
        for page in pages:
            page.deal.worth = Worth(START, shared, grams.Common({}), Joints({}))
        found.append((shared.tolist(), learn_steps(pages, seed=1)))
    assert found[0] == found[1]
    shared, steps = found[0]
    page = pages[0]
    worth = Worth(steps, np.array(shared), grams.Common({}), Joints({}))
    assert deal(page.deal.pieces, page.deal.field, worth).owners == page.right


def command(*arguments: object) -> list[str]:
    return ["weavetraining", *map(str, arguments)]


def annotated_page(folder: Path, text: str, gold: dict[str, object]) -> Path:
    folder.mkdir()
    (folder / "001.txt").write_text(text, encoding="utf-8")
    (folder / "001.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_the_command_writes_all_tables(tmp_path: Path, monkeypatch) -> None:
    folders = [annotated_page(tmp_path / name, *annotated()) for name in "ab"]
    worths, common = tmp_path / "weave.toml", tmp_path / "grams.toml"
    pages = [part for folder in folders for part in ("--pages", folder, weights.TABLE)]
    tables = ("--to", worths, "--grams", common)
    monkeypatch.setattr(sys, "argv", command(*pages, *tables))
    main()
    monkeypatch.setattr(dealing, "TABLE", worths)
    monkeypatch.setattr(grams, "TABLE", common)
    for table in (dealing.standard, grams.standard):
        table.cache_clear()
    try:
        assert set(START) & set(dealing.standard().steps)
        assert grams.standard().classes["木"] > 0
    finally:
        for table in (dealing.standard, grams.standard):
            table.cache_clear()


def test_pages_of_one_article_teach_nothing(tmp_path: Path, monkeypatch) -> None:
    _text, gold = annotated()
    one = {**gold, "articles": gold["articles"][:1]}
    folders = [annotated_page(tmp_path / name, "\n\n".join(SHIPS), one) for name in "ab"]
    pages = [part for folder in folders for part in ("--pages", folder, weights.TABLE)]
    worths = tmp_path / "weave.toml"
    monkeypatch.setattr(sys, "argv", command(*pages, "--to", worths))
    with pytest.raises(SystemExit, match="two articles"):
        main()
    assert not worths.exists()


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_missing_is_named(tmp_path: Path, monkeypatch, capsys, times: int) -> None:
    pages = ("--pages", tmp_path, tmp_path / "none.toml")
    monkeypatch.setattr(sys, "argv", command(*times * pages))
    with pytest.raises(SystemExit) as stopped:
        main()
    message = f"{stopped.value} {capsys.readouterr().err}"
    assert ("none.toml: no such table." if times == 2 else "twice or more") in message
