"""Learning the weight table from annotated pages."""

import json
import tomllib
from pathlib import Path

from articles.parsing.grammar import Label, Phase
from articles.parsing.labelling import read_page
from articles.parsing.tables import write_table
from articles.parsing.training import learn, load
from articles.parsing.weights import Model

TEXT = """渔港换新灯

本报讯（记者林一苇）近日，青浦湾渔港把用了二十年的航标灯全部换成新灯，夜里回港的渔船不再

摸黑靠岸。

山村开木工课

本报讯（记者白露）上周，石桥村小学的木工教室开课，三十名学生第一次拿起刨子和锯子。
"""


def article(name: str, title: int, *paragraphs: list[int]) -> dict[str, object]:
    blocks = [{"type": "title", "lines": [title]}]
    blocks += [{"type": "body", "lines": lines} for lines in paragraphs]
    return {"id": name, "kind": "news", "blocks": blocks}


def annotated_page(folder: Path) -> None:
    """Write a page of two reports, the first cut by a column, with its annotation."""
    gold = {"source": "001.txt", "articles": [article("a", 1, [3, 5]), article("b", 7, [9])]}
    (folder / "001.txt").write_text(TEXT, encoding="utf-8")
    (folder / "001.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_annotation_becomes_states(tmp_path: Path) -> None:
    annotated_page(tmp_path)
    (sample,) = load(tmp_path)
    assert [(state.label, state.first) for state in sample.states] == [
        (Label.HEAD, True),
        (Label.BODY, False),
        (Label.BODY_IN, False),
        (Label.HEAD, True),
        (Label.BODY, False),
    ]
    assert {state.phase for state in sample.states} == {Phase.TOP}


def test_a_page_that_no_reading_gives_teaches_nothing(tmp_path: Path) -> None:
    """Another article's （下转第4版） stands within a piece that goes on from another page."""
    told = [("title", 1), ("body", 3), ("body", 9), ("continuation", 11)]
    carried = [("continuation", 5), ("body", 7), ("body", 13)]
    articles = [
        {
            "id": name,
            "kind": "news",
            "blocks": [{"type": kind, "lines": [line]} for kind, line in parts],
        }
        for name, parts in (("a", told), ("b", carried))
    ]
    lines = ("渔港换新灯", "本报讯 灯亮了。", "（上接第1版）", "山村开课。", "渔船回港。",
             "（下转第4版）", "孩子们拿起刨子。")  # fmt: skip
    (tmp_path / "001.txt").write_text("\n\n".join(lines), encoding="utf-8")
    gold = {"source": "001.txt", "articles": articles}
    (tmp_path / "001.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert load(tmp_path) == []


def test_learned_table_reads_its_own_pages(tmp_path: Path) -> None:
    annotated_page(tmp_path)
    samples = load(tmp_path)
    table = learn(4 * samples, epochs=6, seed=1)
    reading = read_page(samples[0].observed, Model(table))
    assert reading.states == samples[0].states
    assert reading.habit is samples[0].habit


def test_same_seed_gives_the_same_table(tmp_path: Path) -> None:
    annotated_page(tmp_path)
    tables = [learn(4 * load(tmp_path), epochs=3, seed=5) for _ in range(2)]
    assert tables[0] == tables[1]


def test_written_table_is_toml_with_its_origin(tmp_path: Path) -> None:
    target = tmp_path / "weights.toml"
    table = {"body": {"end=stop": 2.0, "end=word": -0.001}}
    write_table(table, target, "# made by a test", least=0.1)
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# made by a test")
    table = tomllib.loads(text)
    assert table == {"body": {"end=stop": 2.0}}
