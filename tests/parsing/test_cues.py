"""What single lines say about themselves, in either width of punctuation."""

import pytest

from articles.parsing import cues

WIDE = str.maketrans("(),:;!?", "（），：；！？")

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
    (cues.is_bare_name, "司马小青"),
    (cues.is_byline, "■ 本报评论员"),
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
    (cues.is_contents_entry, "灯火照亮课堂………………………陆青"),
    (cues.is_contents_entry, "灯火照亮课堂……河湾镇总工会"),
    (cues.is_contents_entry, "……………………陆青"),
    (cues.is_contents_entry, "灯火照亮课堂……………………"),
    (cues.is_contents_entry, "灯火照亮课堂……陆青粉笔写春秋……何苇"),
    (cues.is_contents_title, "《河湾工友》2025年第6期要目"),
    (cues.is_contents_title, "本期要目"),
    (cues.is_notice, "扫一扫阅读《河湾工友》全部目录"),
    (cues.is_notice, "责任编辑:陆青 美编:何苇"),
    (cues.is_notice, "投稿邮箱:yexiao@example.com"),
    (cues.is_notice, "(相关报道见第3版)"),
    (cues.is_folio, "2026年4月6日 星期一"),
    (cues.is_folio, "第3版 要闻"),
    (cues.is_folio, "A03 要闻"),
    (cues.is_document_head, "一、总体要求"),
    (cues.is_document_head, "(二)开设夜校。各镇应当"),
    (cues.is_document_head, "第三条 夜校由"),
    (cues.is_caption, "图为学员在练习。"),
    (cues.is_caption, "上图:学员在练习。"),
    (cues.is_caption, "▲学员在练习。"),
    (cues.is_caption, "图①:学员在练习。"),
    (cues.is_caption, "夜校昨晚开课。图为学员在练习。"),
    (cues.ends_with_credit, "学员领到剪刀。 通讯员陆青 摄"),
    (cues.ends_with_credit, "学员领到剪刀。新华社发"),
]

NO = [
    (cues.is_byline, "夜校开课了"),
    (cues.is_byline, "(摘要)"),
    (cues.is_byline, "(未完待续)"),
    (cues.is_bare_name, "夜校"),
    (cues.is_bare_name, "时评"),
    (cues.is_bare_name, "陆青来了"),
    (cues.is_byline, "记者来到河湾镇夜校采访,看到"),
    (cues.is_byline, "■新闻特写"),
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
    (cues.is_contents_entry, "他说:“灯亮了……”学员都笑了。"),
    (cues.is_contents_entry, "灯、黑板、粉笔……近日,夜校开课"),
    (cues.is_contents_entry, "灯怎么点,黑板怎么擦……"),
    (cues.is_contents_entry, "粉笔……每一位学员"),
    (cues.is_contents_title, "夜校的目录学"),
    (cues.is_abstract_label, "(摘要)"),
    (cues.is_section_label, "《河湾天地》"),
    (cues.is_credit_line, "图片)"),
    (cues.opens_report, "通讯员何苇)夜校开课"),
    (cues.is_folio, "本报4月7日第3版刊发的《夜校》"),
    (cues.is_notice, "活动在公众号等平台进行"),
    (cues.is_folio, "2026年4月6日,夜校开课。"),
    (cues.is_folio, "(上接第1版)"),
    (cues.is_document_head, "一张课桌,二人同坐"),
    (cues.is_caption, "图书馆里的夜校"),
    (cues.ends_with_credit, "学员拿起相机拍摄"),
]


@pytest.mark.parametrize(("cue", "line"), YES, ids=lambda x: getattr(x, "__name__", x))
def test_yes(cue, line) -> None:
    assert cue(line)
    assert cue(line.translate(WIDE))
    assert cue(f"  {line}\u3000")


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
