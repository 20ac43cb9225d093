"""Pictures without a headline stand for themselves where their caption is about something else."""

from __future__ import annotations

import pytest

from articles.parsing.grammar import Label
from articles.parsing.layout import read_layout
from articles.parsing.lines import read_lines
from articles.parsing.pictures import own_pictures
from articles.parsing.units import Unit
from articles.parsing.values import BlockType

STORY = (
    "渔港换新灯",
    "本报讯（记者陆青）河湾渔港的航标灯全部换新，守灯人老何说夜里的船看得更清。新灯由县里出钱，"
    "老灯留在岸边的小馆里，渔民的孩子常去看。",
    "守灯人每晚巡灯两遍，渔船靠岸时他才回屋。他记了三十本灯簿，哪一夜有雾，哪一夜有船晚归，都在里面。"
    "换灯那天，他把最后一页翻给大家看。渔民们凑钱给他做了一件新棉衣，他舍不得穿。",
)
FOREIGN = "4月2日，石桥镇的茶农在晾青房里翻动鲜叶。今春雨水足，全镇八百亩茶园比往年早开园五天。"
OWN = "4月2日，守灯人老何在河湾渔港巡灯，夜里的渔船靠岸时他把新灯的灯簿翻给渔民的孩子看。"
CREDIT = "本报记者 何苇 摄"
LABELS = (Label.HEAD, Label.BODY, Label.BODY)


def units(*more: tuple[Label, str]) -> list[Unit]:
    rows = [*zip(LABELS, STORY, strict=True), *more]
    lines = read_lines("\n".join(text for _label, text in rows))
    return [Unit(label, [line]) for (label, _text), line in zip(rows, lines, strict=True)]


def apart(*more: tuple[Label, str]) -> list[list[str]]:
    found = own_pictures(units(*more))
    return [[line.text for unit in group for line in unit.lines] for group in found]


def test_a_scene_from_elsewhere_is_a_picture_of_its_own_with_its_credit() -> None:
    assert apart((Label.CAPTION, FOREIGN), (Label.CREDIT, CREDIT)) == [[FOREIGN, CREDIT]]


@pytest.mark.parametrize(
    "caption", [OWN, f"▲{FOREIGN}", "图为茶农在晾青。", "石桥镇的茶农在晾青房里翻动。"]
)
def test_captions_of_the_story_and_short_ones_stay(caption: str) -> None:
    assert apart((Label.CAPTION, caption), (Label.CREDIT, CREDIT)) == []


def test_what_stands_between_a_headline_and_the_text_is_headed_by_it() -> None:
    captions = [(Label.CAPTION, FOREIGN), (Label.CREDIT, CREDIT), (Label.CAPTION, FOREIGN)]
    found = units(*captions)
    assert list(own_pictures([found[0], *found[3:], *found[1:3]])) == []


def test_captions_with_one_credit_stay_together() -> None:
    two = [(Label.CAPTION, FOREIGN), (Label.CAPTION, FOREIGN), (Label.CREDIT, CREDIT)]
    assert apart(*two) == [[FOREIGN, FOREIGN, CREDIT]]
    assert apart((Label.CAPTION, FOREIGN), (Label.CAPTION, OWN), (Label.CREDIT, CREDIT)) == []
    credited = (Label.CAPTION, f"{FOREIGN} {CREDIT}")
    assert apart(credited, (Label.CAPTION, OWN)) == [[credited[1]]]


def test_a_story_of_few_words_is_too_short_to_compare() -> None:
    found = units((Label.CAPTION, FOREIGN))
    assert list(own_pictures([found[0], found[1], found[3]])) == []


def test_repeated_captions_stay_where_they_are() -> None:
    found = units((Label.CAPTION, FOREIGN))
    found[3].duplicate = True
    assert list(own_pictures(found)) == []


def test_a_page_shows_the_picture_as_an_article() -> None:
    layout = read_layout("\n\n".join([*STORY, FOREIGN + " " + CREDIT]))
    types = [[block.type for block in draft.blocks] for draft in layout.drafts]
    assert types == [[BlockType.BODY, BlockType.BODY], [BlockType.CAPTION]]
