"""The doubts of the importer in words."""

import ast
from itertools import product
from pathlib import Path

import pytest
from django.utils.translation import override

from articles.admin.flags import EXPLANATIONS, FlagInWords, flags_in_words
from articles.parsing.explaining import WORDS

CODE = Path(__file__).resolve().parents[2] / "articles"


def codes_given():
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_flag = isinstance(node, ast.Call) and ast.unparse(node.func) == "Flag"
            if is_flag and node.args:
                values = (n.value for n in ast.walk(node.args[0]) if isinstance(n, ast.Constant))
                yield from (value for value in values if isinstance(value, str))


def test_every_code_that_is_given_has_an_explanation():
    codes = set(codes_given())
    assert len(codes) > 5
    assert codes <= set(EXPLANATIONS)


def test_flags_are_told_with_line_and_reason():
    with override("en"):
        [known, repeated, unknown] = flags_in_words(
            [
                {"code": "ambiguous-region", "line": 3, "reason": "清江"},
                {
                    "code": "headline-unsure",
                    "line": 0,
                    "reason": "The parts of the headline could be others.",
                },
                {"code": "quite-new"},
            ]
        )
        assert (str(known.text), known.line, known.reason) == (
            "A place name may mean several regions.",
            3,
            "清江",
        )
        assert repeated.reason == ""
    assert unknown == FlagInWords("quite-new", 0, "")


@pytest.mark.parametrize(
    ("language", "told"), [("en", "caption or paragraph"), ("zh-hans", "图片说明或正文段落")]
)
def test_the_labels_of_the_parser_are_told_in_the_editors_language(language, told):
    flags = [{"code": "labels-uncertain", "line": 3, "reason": "caption / paragraph"}]
    with override(language):
        assert flags_in_words(flags)[0].reason == told


@pytest.mark.parametrize(("one", "other"), list(product(WORDS.values(), repeat=2)))
def test_every_pair_of_labels_is_told(one, other):
    flags = [{"code": "labels-uncertain", "line": 3, "reason": f"{one} / {other}"}]
    with override("en"):
        assert flags_in_words(flags)[0].reason == f"{one} or {other}"


def test_labels_of_an_older_importer_are_not_shown():
    flags = [{"code": "labels-uncertain", "line": 3, "reason": "body or body inside"}]
    assert flags_in_words(flags)[0].reason == ""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Or else: kicker: 夜校开课; headline: 灯亮了"),
        ("zh-hans", "也可能是：引题：夜校开课；标题：灯亮了"),
    ],
)
def test_the_other_reading_of_a_headline_is_told(language, told):
    flags = [{"code": "headline-unsure", "line": 3, "reason": "kicker: 夜校开课 | title: 灯亮了"}]
    with override(language):
        assert flags_in_words(flags)[0].reason == told


def test_a_headline_with_marks_of_its_own_is_no_other_reading():
    flags = [{"code": "headline-unsure", "line": 3, "reason": "夜校: 灯亮了 | 课开了"}]
    assert flags_in_words(flags)[0].reason == ""
