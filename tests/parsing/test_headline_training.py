"""The headline weights are learned from annotations, and twice the same."""

import json
from pathlib import Path

from articles.parsing.headmodel import Model, View, read_division, weigh
from articles.parsing.headpieces import pieces_of
from articles.parsing.headtraining import PRIORS, labelled, learn, load, load_all
from articles.parsing.tables import write_table

HEADLINES = """\
# a comment

= paragraphs
s 短评 // t 灯要亮着
k 河湾镇办起夜校 // t 夜里的灯亮了
t 夜里的灯亮了 // u ——记河湾镇夜校
t 夜校的灯 / t 亮到十点 || 本报讯 夜校的灯亮到十点。

= wrapped
t 河湾镇夜校 / t 今 晚 开 课
"""


def written(folder: Path) -> Path:
    path = folder / "headlines.txt"
    path.write_text(HEADLINES, encoding="utf-8")
    return path


def test_a_file_of_headlines_gives_samples_with_the_right_division(tmp_path: Path) -> None:
    samples = load(written(tmp_path))
    patterns = [dict(sample.divisions[sample.right])["pattern"] for sample in samples]
    assert patterns == [
        "section title paragraphs",
        "kicker title paragraphs",
        "title subtitle paragraphs",
        "title paragraphs",
        "title wrapped",
    ]


def test_a_page_gives_the_headlines_of_its_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("短评\n\n灯要亮着\n\n灯亮了。\n\n灯\n", encoding="utf-8")
    blocks = [("section", [1]), ("title", [3]), ("body", [5])]
    article = {
        "section": "短评",
        "kicker": None,
        "title": "灯要亮着",
        "subtitle": None,
        "blocks": [{"type": kind, "lines": lines} for kind, lines in blocks],
    }
    mislabelled = {**article, "title": "亮着灯", "blocks": [{"type": "title", "lines": [7]}]}
    gold = {"source": "a.txt", "articles": [article, mislabelled]}
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (sample,) = load(tmp_path)
    assert sample.name == "短评灯要亮着"


def test_learning_is_repeatable_and_fits(tmp_path: Path) -> None:
    samples = load(written(tmp_path))
    table = learn(samples, 10, seed=3)
    assert table == learn(samples, 10, seed=3)
    for sample in samples:
        scores = [sum(table[g].get(s, 0.0) for g, s in signs) for signs in sample.divisions]
        assert scores[sample.right] == max(scores)
    write_table(table, tmp_path / "weights.toml", "# heading")
    assert '["bond"]' in (tmp_path / "weights.toml").read_text("utf-8")


def test_headlines_of_a_path_that_is_named_twice_weigh_more(tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("= paragraphs\nk 河湾镇办夜校 // t 夜里的灯亮了\n", encoding="utf-8")
    other.write_text("= paragraphs\nt 河湾镇办夜校 // u 夜里的灯亮了\n", encoding="utf-8")
    once, twice = (
        learn(load_all(paths), 10, seed=1)["pattern"] for paths in ([one, other], [one, one, other])
    )
    assert twice["kicker title"] > once.get("kicker title", 0.0)


def test_the_ready_model_weighs_as_the_table_does() -> None:
    table: dict[str, dict[str, float]] = {}
    for (group, sign), weight in PRIORS.items():
        table.setdefault(group, {})[sign] = weight
    lines, _parts = labelled("s 短评 // k 河湾镇办起夜校—— / t 灯亮了 到十点 // u ——记河湾镇夜校")
    view = View(pieces_of(lines, wrapped=False), "", wrapped=False)
    for score, division in weigh(view, Model.of(table)):
        signs = view.signs(division)
        assert abs(score - sum(table.get(g, {}).get(s, 0.0) for g, s in signs)) < 1e-9


def test_many_lines_take_no_time_and_a_probability() -> None:
    lines, _parts = labelled(" / ".join(f"t 灯亮了第{k}回" for k in range(60)))
    reading = read_division(pieces_of(lines, wrapped=False), "", wrapped=False)
    assert 0 < reading.sureness <= 1
