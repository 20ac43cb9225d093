"""The weights of the name finder can be learned anew from labelled articles."""

import pytest

from articles.parsing.people import model, tables
from articles.parsing.people.drawing import Drawer
from articles.parsing.people.training import learn, read_article, renamed, sample_of

ROW = {
    "kind": "news",
    "title": "老师傅带徒",
    "paras": [
        ["body", "本报讯（记者赵大鹏）车间主任钱国梁说，今年收了徒弟。"],
        ["body", "钱国梁笑了。"],
        ["credit_line", "周小船 摄"],
    ],
    "people": [{"name": "钱国梁", "description": "车间主任", "pseudonym": False}],
}


def test_credits_are_nobody_to_learn_from():
    article = read_article(ROW)

    assert len(article.texts) == 3
    assert [article.texts[i][a:b] for i, a, b in article.excluded] == ["赵大鹏"]


def test_people_get_other_names_everywhere():
    row = renamed(ROW, Drawer(7))
    [name] = row["people"]

    assert name != "钱国梁"
    assert "钱国梁" not in str(row)
    assert row["paras"][1][1] == f"{name}笑了。"


def test_the_same_seed_draws_the_same_names():
    first, second = Drawer(3), Drawer(3)
    names = [first.name_like("钱国梁") for _ in range(20)]

    assert names == [second.name_like("钱国梁") for _ in range(20)]
    assert all(name[0] in tables.surnames() or name[:2] in tables.surnames() for name in names)
    assert first.name_like("买买提·玉素甫") == "买买提·玉素甫"


def test_weights_move_towards_what_is_labelled():
    name = "before comma"
    rows = [{"text": f"这天，{who}推门进来。", "people": [who]} for who in ("钱国梁", "孙海燕")]
    priors = {**model.priors(), name: -6.0}

    learned = learn([sample_of(read_article(row, 20.0)) for row in rows], priors)

    assert learned[name] > priors[name]


@pytest.mark.parametrize("name", ["weights", "priors"])
def test_tables_of_weights_can_be_read(name):
    table = getattr(model, name)()

    assert table["before post"] > table["before plain"]
