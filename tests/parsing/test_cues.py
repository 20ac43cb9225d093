"""What single lines say about themselves, in either width of punctuation."""

from collections.abc import Callable

import pytest

from articles.parsing import captions, contents, cues, folios
from articles.parsing.signs import SIGNS, hinted

WIDE = str.maketrans("(),:;!?0123456789", "（），：；！？０１２３４５６７８９")

YES = [
    (cues.is_byline, "本报记者 陆青 何苇"),
    (cues.is_byline, "本报记者 陆青 本报通讯员 何苇"),
    (cues.is_byline, "本报记者 王 强 李 明"),
    (cues.is_byline, "本 报 记 者 陆 青"),
    (cues.is_byline, "本报驻河湾记者 陆青"),
    (cues.is_byline, "河湾日报全媒体记者 陆青 实习生 何苇"),
    (cues.is_byline, "见习记者 陆青"),
    (cues.is_byline, "记者 阿迪力·买买提 通讯员 何苇"),
    (cues.is_byline, "通讯员陆青、何苇"),
    (cues.is_byline, "文/本报记者 陆青 图/何苇"),
    (cues.is_byline, "本报记者 陆青 文/图"),
    (cues.is_byline, "本报记者 陆青 文并摄"),
    (cues.is_byline, "记者|陆青"),
    (cues.is_byline, "□陆青"),
    (cues.is_byline, "河湾县读者 陆青"),
    (cues.is_byline, "(陆青)"),
    (cues.is_byline, "(司马青、陆青)"),
    (cues.is_bare_name, "陆 青"),
    (cues.is_bare_name, "晏 清"),
    (cues.is_byline, "本报经济组报道"),
    (cues.is_bare_name, "司马小青"),
    (cues.is_byline, "■ 本报评论员"),
    (cues.is_byline, "■本报评论员"),
    (cues.is_byline, "●本报记者何苇"),
    (cues.is_byline, "●司马小青"),
    (cues.is_byline, "●陆青、何苇"),
    (cues.is_byline, "◆文/陆青"),
    (cues.is_byline, "●阿迪力·买买提"),
    (cues.is_byline, "■ 王 强"),
    (cues.is_byline, "采访人:本报记者 陆青 受访人:夜校教师 何苇"),
    (cues.is_byline, "受访者:夜校教师 何苇"),
    (cues.is_byline, "采写:陆青"),
    (cues.is_byline, "主持人:本报记者 陆青"),
    (cues.is_byline, "■ 河湾县总工会 陆青"),
    (cues.is_byline, "■ 陆青/文"),
    (cues.is_byline, "■ 陆青 整理"),
    (cues.is_byline, "■ 陆青(河湾县总工会)"),
    (cues.is_byline, "本报评论员"),
    (cues.is_credit_line, "本报通讯员 陆青 摄"),
    (cues.is_credit_line, "通讯员 陆青 何苇 记者 王强 摄"),
    (cues.is_credit_line, "陆青 摄"),
    (cues.is_credit_line, "(陆青 摄)"),
    (cues.is_credit_line, "摄影:陆青"),
    (cues.is_credit_line, "图/陆青"),
    (cues.is_credit_line, "新华社发"),
    (cues.is_credit_line, "新华社发(陆青摄)"),
    (cues.is_credit_line, "新华社记者 陆青 摄"),
    (cues.is_credit_line, "(新华社北京4月6日电)"),
    (cues.is_credit_line, "陆青 绘"),
    (cues.is_credit_line, "资料图片"),
    (cues.is_credit_line, "本报记者 陆青 摄影报道"),
    (cues.is_credit_line, "图片由河湾镇总工会提供"),
    (cues.is_credit_line, "受访者供图"),
    (cues.opens_report, "本报讯 4月6日,夜校开课。"),
    (cues.opens_report, "本报讯(记者陆青)近日,夜校开课。"),
    (cues.opens_report, "【本报讯】近日,夜校开课。"),
    (cues.opens_report, "本 报 讯 近日,夜校开课。"),
    (cues.opens_report, "本报河湾4月6日电(记者陆青)夜校开课。"),
    (cues.opens_report, "新华社河湾4月6日电 夜校开课。"),
    (cues.opens_report, "据新华社电 夜校开课。"),
    (cues.opens_report, "本报4月6日讯 夜校开课。"),
    (cues.opens_report, "4月6日讯 夜校开课。"),
    (cues.opens_report, "记者陆青 通讯员何苇报道 夜校开课。"),
    (cues.opens_report, "据《河湾日报》报道,夜校开课。"),
    (cues.opens_report, "【河湾讯】“三块钱一斤!”夜校开课。"),
    (cues.opens_report, "本报河湾讯 7月28日,夜校开课。"),
    (cues.opens_report, "本报综合消息 据当地电台报道,夜校开课。"),
    (cues.is_continuation, "（未完待续）"),
    (cues.is_continuation, "(上接第1版)"),
    (cues.is_continuation, "(下转第三版)"),
    (cues.is_continuation, "▶下转2版"),
    (cues.is_continuation, "紧接第一版"),
    (cues.is_author_note, "(作者系河湾镇工会主席)"),
    (cues.is_author_note, "(作者单位:河湾师范学院)"),
    (cues.is_author_note, "作者简介:陆青,夜校教师"),
    (cues.is_abstract_label, "阅读提示"),
    (cues.is_abstract_label, "阅 读 提 示"),
    (cues.is_abstract_label, "【编者按】"),
    (cues.is_abstract_label, "摘 要"),
    (cues.opens_abstract, "编者按:夜校办了十年,本报今起回访。"),
    (cues.opens_abstract, "【核心提示】夜校办了十年,本报今起回访。"),
    (cues.is_section_label, "新闻特写"),
    (cues.is_section_label, "短 评"),
    (cues.is_section_label, "【河湾夜话】"),
    (cues.is_section_label, "夜校新征程"),
    (cues.is_section_label, "研读《夜校读本》"),
    (contents.is_contents_entry, "灯火照亮课堂………………………陆青"),
    (contents.is_contents_entry, "灯火照亮课堂……河湾镇总工会"),
    (contents.is_contents_entry, "……………………陆青"),
    (contents.is_contents_entry, "灯火照亮课堂……………………"),
    (contents.is_contents_entry, "灯火照亮课堂……陆青粉笔写春秋……何苇"),
    (contents.is_contents_entry, "灯火照亮课堂 陆青(9)"),
    (contents.is_contents_entry, "灯火照亮课堂 王 强(12)"),
    (contents.is_contents_entry, "灯火照亮课堂/12"),
    (contents.is_contents_entry, "灯火照亮课堂……3版"),
    (contents.is_contents_entry, "灯火照亮课堂……第3版 陆 青"),
    (contents.is_contents_entry, "夜里的灯……陆 青"),
    (contents.is_contents_entry, "灯火照亮课堂 ▶2版"),
    (contents.is_contents_entry, "（2版）夜校的座位，为什么总是满的"),
    (contents.is_contents_entry, "A04 谁来给桥“体检” / 三百座桥有了病历本"),
    (contents.is_contents_entry, "夜校开课，谁来上？　A04·A05"),
    (contents.is_contents_entry, "有条“螺丝街”，小到眼镜腿　A11·经济"),
    (contents.is_contents_entry, "夜校开课三十年(5版)"),
    (contents.is_contents_entry, "夜校开课三十年　5版"),
    (contents.is_contents_title, "《河湾工友》2025年第6期要目"),
    (contents.is_contents_title, "本期要目"),
    (cues.is_notice, "扫一扫阅读《河湾工友》全部目录"),
    (cues.is_notice, "责任编辑:陆青 美编:何苇"),
    (cues.is_notice, "现场报名地址：河湾市灯塔路9号二楼"),
    (cues.is_notice, "联系人：何老师、小陆"),
    (cues.is_notice, "石桥镇职工服务中心：0719-7000000"),
    (cues.is_notice, "投稿邮箱:yexiao@example.com"),
    (cues.is_notice, "(相关报道见第3版)"),
    (folios.is_folio, "2026年4月6日 星期一"),
    (folios.is_folio, "第3版 要闻"),
    (folios.is_folio, "青禾日报 2026年5月6日 第1版"),
    (folios.is_folio, "青禾日报 2024-05-06 星期一 第1版"),
    (folios.is_folio, "青禾日报 二〇二四年五月六日 星期一 第一版"),
    (folios.is_folio, "2024.5.6 星期一 青禾日报 A1"),
    (cues.is_notice, "责编 温如许"),
    (folios.is_staff_line, "责编 温如许"),
    (folios.is_staff_line, "本版责编 温如许"),
    (folios.is_staff_line, "责任编辑:温如许 美编:柳依"),
    (cues.is_address, "各市总工会、各产业工会："),
    (cues.is_address, "编辑同志:"),
    (cues.is_address, "尊敬的用户："),
    (folios.is_folio, "A03 要闻"),
    (cues.is_document_head, "一、总体要求"),
    (cues.is_document_head, "(二)开设夜校。各镇应当"),
    (cues.is_document_head, "第三条 夜校由"),
    (captions.is_caption, "图为学员在练习。"),
    (captions.is_caption, "上图:学员在练习。"),
    (captions.is_caption, "▲学员在练习。"),
    (captions.is_caption, "图①:学员在练习。"),
    (captions.is_caption, "夜校昨晚开课。图为学员在练习。"),
    (captions.names_place, "陆小青(左)向学员讲解。"),
    (captions.names_place, "陆小青(前排左二)与学员合影。"),
    (captions.names_place, "何苇(右一)和陆青(左二、左三)在操场。"),
    (captions.names_place, "何苇(右起第三)在操场。"),
    (captions.names_place, "老陆(中)在教室。"),
    (captions.names_place, "陆小青(第二排左三)在操场。"),
    (captions.names_place, "陆小青(前排中)在操场。"),
    (captions.names_place, "陆小青(左一、戴帽者)在操场。"),
    (captions.names_place, "志愿者A(左)在操场。"),
    (captions.is_scene, "夜校的教师正为学员剪头发。"),
    (cues.ends_with_credit, "学员领到剪刀。 通讯员陆青 摄"),
    (cues.ends_with_credit, "学员领到剪刀。新华社发"),
    (cues.ends_with_credit, "摄"),
    (cues.ends_with_credit, "学员领到剪刀。图/陆小青"),
]

NO = [
    (cues.is_byline, "夜校开课了"),
    (cues.is_byline, "(摘要)"),
    (cues.is_byline, "(未完待续)"),
    (contents.is_contents_entry, "A02 要闻"),
    (contents.is_contents_entry, "第2版 要闻"),
    (contents.is_contents_entry, "2版面世的书卖了三千册"),
    (captions.is_pictured, "△陆青遗失驾驶证一本，声明作废。"),
    (cues.is_bare_name, "夜校"),
    (cues.is_bare_name, "时评"),
    (cues.is_bare_name, "陆青来了"),
    (cues.is_byline, "记者来到河湾镇夜校采访,看到"),
    (cues.is_byline, "■新闻特写"),
    (cues.is_byline, "●热点夜话灯"),
    (cues.is_byline, "●夜校守望者"),
    (cues.is_byline, "主持人:夜校为什么收满了学员?"),
    (cues.is_byline, "主持人:大家好"),
    (cues.is_byline, "受访者:说实话我不太清楚"),
    (cues.is_byline, "●河湾·人物"),
    (cues.is_byline, "●文化·副刊"),
    (cues.is_byline, "本报通讯员 陆青 摄"),
    (cues.is_credit_line, "学员拿起相机拍摄"),
    (cues.is_credit_line, "本报记者 陆青"),
    (cues.is_credit_line, "图为学员在练习"),
    (cues.opens_report, "近日,夜校开课。"),
    (cues.opens_report, "记者从夜校获悉,本周加课。"),
    (cues.opens_report, "本报读者来电,说夜校好。"),
    (cues.is_continuation, "课程上接小学,下转中学"),
    (cues.is_author_note, "(以下简称夜校)"),
    (cues.is_abstract_label, "夜校提示"),
    (cues.opens_abstract, "导读课开在周三。"),
    (cues.is_section_label, "夜校开课,26人到场"),
    (cues.is_section_label, "夜校开讲 灯火新征程"),
    (cues.is_section_label, "本报记者 陆青 摄影报道"),
    (contents.is_contents_entry, "他说:“灯亮了……”学员都笑了。"),
    (contents.is_contents_entry, "灯、黑板、粉笔……近日,夜校开课"),
    (contents.is_contents_entry, "灯怎么点,黑板怎么擦……"),
    (contents.is_contents_entry, "粉笔……每一位学员"),
    (contents.is_contents_entry, "夜校开课三十年(3)"),
    (contents.is_contents_entry, "工会要闻 2版"),
    (contents.is_contents_entry, "青禾日报 2024年5月6日 4版"),
    (contents.is_contents_entry, "《河湾工友》 第3版"),
    (contents.is_contents_entry, "本报讯 夜校开课 4版"),
    (contents.is_contents_entry, "新闻热线:66666666 4版"),
    (contents.is_contents_entry, "夜校教师陆小青(45)"),
    (contents.is_contents_entry, "河湾联赛2025/26"),
    (contents.is_contents_entry, "本报讯(记者 陆青)夜校发布通知(3)"),
    (contents.is_contents_title, "夜校的目录学"),
    (cues.is_abstract_label, "(摘要)"),
    (cues.is_section_label, "《河湾天地》"),
    (cues.is_credit_line, "图片)"),
    (cues.opens_report, "通讯员何苇)夜校开课"),
    (folios.is_folio, "本报4月7日第3版刊发的《夜校》"),
    (cues.is_notice, "活动在公众号等平台进行"),
    (folios.is_folio, "2026年4月6日,夜校开课。"),
    (folios.is_folio, "2024年全县工会工作要点"),
    (folios.is_staff_line, "编辑部收到读者来信,说路灯坏了"),
    (cues.is_address, "各工会小组长说："),
    (cues.is_address, "主席说："),
    (folios.is_folio, "(上接第1版)"),
    (cues.is_document_head, "一张课桌,二人同坐"),
    (captions.is_caption, "图书馆里的夜校"),
    (captions.names_place, "全县大(中、小)学校放假"),
    (captions.names_place, "河湾(左、右岸)的夜校"),
    (captions.names_place, "排名全县(前三)的夜校"),
    (captions.names_place, "夜校三十年(中)"),
    (captions.names_place, "夜校三十年(中):守望"),
    (captions.names_place, "夜校三十年(中)——守望"),
    (captions.is_scene, "老陆在夜校里教了三十年。"),
    (captions.is_scene, "老陆在夜校上了一晚课。"),
    (captions.is_scene, "夜校从一把剪刀开始招生。"),
    (cues.ends_with_credit, "学员拿起相机拍摄"),
]


@pytest.mark.parametrize(("cue", "line"), YES, ids=lambda x: getattr(x, "__name__", x))
def test_yes(cue, line) -> None:
    assert cue(line)
    assert cue(line.translate(WIDE))
    assert cue(f"  {line}\u3000")


WIDER = {captions.is_caption: captions.is_pictured, captions.names_place: captions.is_pictured}


def sign_test(cue) -> Callable[[str], bool]:
    """Return the test of a sign that holds for all lines of a cue."""
    return WIDER.get(cue, cue)


TESTS = {test for _name, _longest, _hint, test in SIGNS}


@pytest.mark.parametrize(
    ("cue", "line"), [(cue, line) for cue, line in YES if sign_test(cue) in TESTS]
)
def test_a_hint_of_a_sign_lets_its_lines_pass(cue, line) -> None:
    for printed in (line, line.translate(WIDE)):
        signs = hinted(printed)
        assert any(test is sign_test(cue) and h.pattern.match(printed) for _, _, h, test in signs)


@pytest.mark.parametrize(("cue", "line"), NO, ids=lambda x: getattr(x, "__name__", x))
def test_no(cue, line) -> None:
    assert not cue(line)
    assert not cue(line.translate(WIDE))


@pytest.mark.parametrize(
    ("line", "label"),
    [("【编 者 按】", "编者按"), ("■ 短评", "短评"), ("——夜话——", "夜话"), ("夜校:", "夜校")],
)
def test_a_label_without_its_frame(line: str, label: str) -> None:
    assert cues.bare_label(line) == label
