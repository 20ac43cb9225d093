"""Small page texts for the tests of the import, about invented events."""

from __future__ import annotations

from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "pages"

PAGE = """
柳河镇新桥通车

本报讯(记者 林知远 通讯员 苏小禾)3月2日,山东省德州市齐河县一座新桥建成通车。“有了这座桥,送货少绕十里路。”货车司机陈立冬说。

桥长三百米,双向四车道,由县交通运输局组织建设,工期十四个月。建设期间,八十名工人轮班作业。

夜校里的焊花

本报记者 何静 本报通讯员 白杨

晚上七点,湖南省长沙市一所职工夜校的教室里亮起了灯,四十名学员围着工作台练习焊接。

授课的是退休焊工孟宪章。他说:“手要稳,心要静。”学员们一边听一边记。
"""


def write_pages(folder: Path, many: int) -> list[Path]:
    """Write pages that differ and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for k in range(1, many + 1):
        path = folder / f"2026-03-{k:02d}.txt"
        path.write_text(PAGE.replace("3月2日", f"3月{k}日").replace("三百", f"{k}百"), "utf-8")
        paths.append(path)
    return paths
