"""No text, whatever it is, crashes the importer or loses a character."""

import random
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from articles.importing import Facts, Source
from articles.importing.reading import Reading, read_source
from tests.importing.pages import SAMPLES

TEXTS = sorted(SAMPLES.glob("*.txt"))


def read(path: Path) -> Reading:
    source = Source(path, path.name, Facts())
    return read_source(source, size_limit=5_000_000, not_after=date(2026, 12, 31), homes={})


def assert_nothing_lost(reading: Reading) -> None:
    """Every character that is not white space is in one block or in `unassigned`, once."""
    assert reading.page is not None
    seen = Counter()
    for article in reading.page.articles:
        for block in article.blocks:
            for start, end in block.spans:
                seen.update(range(start, end))
    for start, end in reading.page.unassigned:
        seen.update(range(start, end))
    wrong = [
        (i, seen[i])
        for i, character in enumerate(reading.text)
        if not character.isspace() and seen[i] != 1
    ]
    assert not wrong, f"{len(wrong)} characters, the first {reading.text[wrong[0][0] :][:30]!r}"


def test_there_are_sample_pages():
    assert len(TEXTS) >= 8


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_sample_page_is_read_whole(path):
    assert_nothing_lost(read(path))


def test_random_bytes_are_read_whole_or_refused(tmp_path):
    chance = random.Random(20260302)
    refused = 0
    for k in range(200):
        path = tmp_path / f"{k}.txt"
        path.write_bytes(chance.randbytes(chance.randint(1, 3000)))
        reading = read(path)
        if reading.page is None:
            assert reading.problems[0].message
            refused += 1
        else:
            assert_nothing_lost(reading)
    assert refused > 100


def damage(text: str, chance: random.Random) -> str:
    """Return the text with lines lost, doubled, moved, cut, joined and sprinkled with rubbish."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(lines))
        what = chance.randrange(7)
        if what == 0:
            del lines[at]
        elif what == 1:
            lines.insert(at, lines[chance.randrange(len(lines))])
        elif what == 2:
            lines.insert(at, lines.pop(chance.randrange(len(lines))))
        elif what == 3:
            cut = chance.randint(0, len(lines[at]))
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
        elif what == 4:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
        elif what == 5:
            lines[at] = " ".join(lines[at])
        else:
            rubbish = "".join(chance.choices("（)《“”……——一、#\u3000\u200b\ufeff9aé𠮷", k=9))
            lines.insert(at, rubbish)
        lines = lines or ["空"]
    return "\n".join(lines)


def test_damaged_pages_are_read_whole(tmp_path):
    chance = random.Random(815)
    path = tmp_path / "page.txt"
    for k in range(200):
        text = damage(TEXTS[k % len(TEXTS)].read_text("utf-8"), chance)
        if not text.strip():
            continue
        path.write_text(text, encoding="utf-8", newline="")
        reading = read(path)
        if reading.page is None:
            assert reading.problems
        else:
            assert_nothing_lost(reading)
            assert reading.text == text
