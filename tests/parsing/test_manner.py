"""A commentary is told from the story that it is about by its manner, not by its words."""

import json
from pathlib import Path

import numpy as np
import pytest

from articles.parsing import manner, mannertraining
from articles.parsing.layout import read_layout

REPORT = (
    "本报讯（记者陆青）4月2日，河湾渔港的36盏航标灯全部换新，守灯人老何告诉记者，新灯能照3海里，"
    "比老灯亮一倍。据介绍，换灯花了42万元，由县里和渔业合作社各出一半。"
)
URGES = (
    "灯亮不亮，不能只看验收单上的数字，更要看夜里归船的人心里踏实不踏实。换灯容易，难的是让灯一直亮着；"
    "出钱容易，难的是有人肯一遍遍去巡。说到底，灯是给人照路的，不是给人看的。"
)
WEIGHS = (
    "有人会问，港口这么小，值得花这么多钱吗？这笔账不能这样算。一盏灯照见的，往往是一个地方把谁的事"
    "放在心上。心里有渔民，小事就不会拖成大事；心里没有，再好的灯也不过是摆设。"
)


def heard(text: str) -> float:
    return manner.standard().of([text])[0]


def test_a_commentary_sounds_otherwise_than_a_report() -> None:
    assert heard(REPORT) < -0.5
    assert min(heard(URGES), heard(WEIGHS)) > 0.5


def test_widths_of_marks_make_no_difference() -> None:
    narrow = URGES.replace("，", ",").replace("；", ";")
    assert heard(narrow) == heard(URGES)


def test_a_few_words_have_no_manner() -> None:
    assert heard("灯亮不亮，更要看人心。") == 0.0


def test_no_text_says_more_than_the_most() -> None:
    found = manner.Manner({"灯": 100.0, "换灯": -900.0}).of([URGES.replace("换", "点"), URGES])
    assert found == [manner.MOST, -manner.MOST]


def test_texts_are_heard_one_by_one() -> None:
    texts = [URGES, "", "😀" * 30, REPORT]
    assert manner.standard().of(texts) == pytest.approx([heard(text) for text in texts])
    assert manner.standard().of([]) == []


def test_a_piece_speaks_against_articles_whose_other_pieces_sound_otherwise() -> None:
    found = manner.evidence([2.0, 2.0, -2.0, -2.0], np.array([0, 1, 1, 1]), 2)
    assert found[1, 0] == 0.0 > found[1, 1]  # like the first article's, unlike the others there
    assert found[2, 0] < 0.0 == found[2, 1]  # the others there sound both ways
    assert found[0, 0] == 0.0  # nothing else is in the first article


def test_a_commentary_keeps_its_paragraphs_beside_its_story() -> None:
    page = [
        "渔港换新灯",
        REPORT,
        "守灯人老何每晚巡灯2遍，渔船靠岸时他才回屋。他记了30本灯簿，哪一夜有雾都在里面。",
        "灯要一直亮着",
        "□何苇",
        "渔港换了新灯，守灯人老何高兴，渔民也高兴。高兴之余，不妨多想一层。",
        URGES,
        WEIGHS,
    ]
    drafts = read_layout("\n\n".join(page)).drafts
    texts = [[block.text for block in draft.blocks] for draft in drafts]
    assert [found[-2:] for found in texts] == [page[1:3], page[6:8]]


def annotated(folder: Path) -> Path:
    lines = [REPORT, URGES, WEIGHS]
    articles = [
        {"id": "a", "kind": "news", "blocks": [{"type": "body", "lines": [1]}]},
        {"id": "b", "kind": "essay", "blocks": [{"type": "body", "lines": [3]}]},
        {"id": "c", "kind": "essay", "blocks": [{"type": "body", "lines": [5]}]},
    ]
    folder.mkdir()
    (folder / "001.txt").write_text("\n\n".join(lines), encoding="utf-8")
    gold = {"source": "001.txt", "articles": articles}
    (folder / "001.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


def test_it_is_learned_from_pages_and_twice_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, tables = annotated(tmp_path / "pages"), []
    for name in ("one.toml", "two.toml"):
        to = tmp_path / name
        monkeypatch.setattr("sys.argv", ["mannertraining", str(folder), "--table", str(to)])
        mannertraining.main()
        tables.append(to.read_text(encoding="utf-8"))
    assert tables[0] == tables[1]
    signs = manner.read_table(tmp_path / "one.toml")["signs"]
    assert signs["不能"] > 0 > signs["记者"]


def test_pages_without_a_commentary_teach_nothing() -> None:
    with pytest.raises(SystemExit):
        mannertraining.learn([(False, REPORT)], seed=1)
