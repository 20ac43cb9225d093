"""Decode the bytes of a page text without losing a character."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

# Byte order marks, the longer before the shorter that it begins with.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

# First bytes of files that are taken for texts by mistake.
NOT_TEXT = {b"%PDF-": "a PDF", b"PK\x03\x04": "an archive or office file", b"{\\rtf": "RTF"}
ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x1a\x85")
# Random bytes read as GB18030 are mostly rare ideographs; newspaper text has very few of them.
LEAST_COMMON_SHARE = 0.85
BIG5_FREQUENT = frozenset(bytes([row]) for row in range(0xA4, 0xC7))
# In UTF-16 every blank, digit and line end has a zero byte; in UTF-8 and GB18030 none has.
LEAST_ZERO_SHARE = 0.001


class UnreadableText(ValueError):  # noqa: N818  (a fact about the text, not an error of the caller)
    """The bytes are not a text.

    `code` is empty, binary or unknown-encoding; the message says where the trouble is.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class Decoded(NamedTuple):
    """A text and the encoding it came in, by the name that Python knows it under."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Return the text of UTF-8, UTF-16 or GB18030 bytes, with or without a byte order mark.

    Line ends stay as they are and the mark is dropped.  Raises `UnreadableText` if the bytes are
    none of these; characters are never replaced.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableText("empty", "The file holds no text.")
    for signature, what in NOT_TEXT.items():
        if data.startswith(signature):
            raise UnreadableText("binary", f"The file is {what}, not a text.")
    if data.startswith(UTF32_MARKS):
        raise UnreadableText("unknown-encoding", "UTF-32 is not supported; save the file as UTF-8.")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Decoded(_checked(_strict(data, encoding), data), encoding)
    if data.count(0) >= LEAST_ZERO_SHARE * len(data) and 0 in data:
        text, encoding = _utf16_without_mark(data)
        return Decoded(_checked(text, data), encoding)
    try:
        return Decoded(_checked(data.decode("utf-8"), data), "utf-8")
    except UnicodeDecodeError as error:
        return Decoded(_checked(_gb18030(data, error), data), "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableText(
            "unknown-encoding", f"Not valid {error.encoding} at {_place(data, error.start)}."
        ) from error


def _utf16_without_mark(data: bytes) -> tuple[str, str]:
    """Return the reading in the byte order that gives Chinese text, and that order's encoding."""
    readings = [("", "")]
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            readings.append((data.decode(encoding), encoding))
        except UnicodeDecodeError:
            continue
    best = max(readings, key=lambda reading: _common_share(reading[0]))
    if _common_share(best[0]) < LEAST_COMMON_SHARE:
        raise UnreadableText("binary", f"A zero byte stands at {_place(data, data.index(0))}.")
    return best


def _gb18030(data: bytes, not_utf8: UnicodeDecodeError) -> str:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UnreadableText(
            "unknown-encoding",
            f"Neither UTF-8 (fails at {_place(data, not_utf8.start)})"
            f" nor GB18030 (fails at {_place(data, error.start)}).",
        ) from error
    if _common_share(text) < LEAST_COMMON_SHARE:
        raise UnreadableText(
            "unknown-encoding",
            f"Not UTF-8 at {_place(data, not_utf8.start)}, and read as GB18030 it is no Chinese.",
        )
    return text


def _checked(text: str, data: bytes) -> str:
    """Return the text if no character of it shows that it is something else."""
    if not text.strip("\ufeff\x00 \t\r\n\u3000"):
        raise UnreadableText("empty", "The file holds no text.")
    for code, is_wrong, what in WRONG_CHARACTERS:
        place = next((i for i, c in enumerate(text) if is_wrong(c)), None)
        if place is not None:
            line = text.count("\n", 0, place) + 1
            raise UnreadableText(code, f"{what} U+{ord(text[place]):04X} in line {line}.")
    return text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in ALLOWED_CONTROLS


def _is_unassigned(character: str) -> bool:
    return unicodedata.category(character) in ("Cn", "Cs")


WRONG_CHARACTERS: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("binary", _is_control, "The control character"),
    ("unknown-encoding", _is_unassigned, "The unassigned character"),
)


def _common_share(text: str) -> float:
    """Return the share of characters that a newspaper may print often."""
    return sum(map(_is_common, text)) / max(1, len(text))


def _is_common(character: str) -> bool:
    code = ord(character)
    if code < 0x80:
        return character.isprintable() or character in "\t\r\n\f"
    if 0x4E00 <= code <= 0x9FFF:
        return _is_simplified(character) or _is_traditional(character)
    return 0x2000 <= code <= 0x33FF or 0xFF00 <= code <= 0xFFEF or character in "·×÷°±§"


def _is_simplified(character: str) -> bool:
    """Say whether GB 2312 has it, and so practically all print of the mainland."""
    return bool(character.encode("gb2312", "ignore"))


def _is_traditional(character: str) -> bool:
    """Say whether it is in the frequent half of Big5, the rows up to 0xC6."""
    return character.encode("big5", "ignore")[:1] in BIG5_FREQUENT


def _place(data: bytes, position: int) -> str:
    line = data.count(b"\n", 0, position) + 1
    return f"byte {position}, line {line}"
