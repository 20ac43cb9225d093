"""Bytes become text without loss, or are refused with a reason."""

import random

import pytest

from articles.parsing.reading import UnreadableText, decode

PAGE = "\n\n河湾镇工会办起夜校\n\n本报讯(记者陆青)3月8日,河湾镇工会的夜校开课。\r\n学员共 26 人。\n"
TRADITIONAL = "勞動者之家舉辦讀書會\n\n本報訊 與會者共二十六人，討論熱烈。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"]
)
def test_every_supported_encoding_gives_the_same_text(encoding: str) -> None:
    assert decode(PAGE.encode(encoding)).text == PAGE


@pytest.mark.parametrize(
    "text",
    [
        TRADITIONAL,
        "工会",
        "a\n",
        "阿迪力\ue004在夜校里学会了剪辑。\n",
        "𠮷野先生也来听夜校的课。\n",
        "页\f版\n",
    ],
)
def test_unusual_characters_are_kept(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")
    assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        (b"", "empty", "no text"),
        (b" \r\n\t\n", "empty", "no text"),
        ("\ufeff\n".encode(), "empty", "no text"),
        ("\u3000\n".encode(), "empty", "no text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", "byte 8, line 3"),
        (b"%PDF-1.7\n1 0 obj\n", "binary", "PDF"),
        ("夜校\n开课\x00了".encode(), "binary", "byte 13, line 2"),
        ("夜校\n开\x07课".encode(), "binary", "U+0007 in line 2"),
        (PAGE.encode("utf-32"), "unknown-encoding", "UTF-32"),
        (TRADITIONAL.encode("big5"), "unknown-encoding", "line 1"),
        ("夕方のニュースです。労働組合。".encode("shift_jis"), "unknown-encoding", "byte 0"),
        ("夜校\n".encode() + b"\xff\xff", "unknown-encoding", "byte 7, line 2"),
        ("夜校开课".encode("utf-16") + b"\x01", "unknown-encoding", "utf-16"),
        ("夜校开课".encode("gb18030") + b"\x81", "unknown-encoding", "byte 8, line 1"),
        ("夜校开课\ufdd0".encode(), "unknown-encoding", "U+FDD0 in line 1"),
    ],
)
def test_what_is_no_text_is_refused_with_its_place(data: bytes, code: str, place: str) -> None:
    with pytest.raises(UnreadableText) as refusal:
        decode(data)
    assert refusal.value.code == code
    assert place in str(refusal.value)


@pytest.mark.parametrize("lowest", [0x00, 0x81])
def test_random_bytes_are_never_taken_for_chinese(lowest: int) -> None:
    source = random.Random(lowest)
    for size in (60, 600, 3000):
        for _ in range(30):
            noise = bytes(source.randrange(lowest, 0xFE) for _ in range(size))
            with pytest.raises(UnreadableText):
                decode(noise)
