"""Which files are imported, and what is known of them."""

from datetime import date
from pathlib import Path

import pytest

from articles.importing import (
    Facts,
    PatternError,
    SourceError,
    find_sources,
    read_manifest,
    read_pattern,
)


def names(paths, **options):
    return [source.name for source in find_sources(paths, facts=Facts(), **options)]


def test_a_folder_gives_its_texts_in_order_at_any_depth(tmp_path: Path):
    for name in ("b.txt", "a.txt", "2026/c.TXT", "notes.md", ".hidden/d.txt", ".e.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("字", encoding="utf-8")
    assert names([tmp_path]) == ["2026/c.TXT", "a.txt", "b.txt"]


def test_a_file_is_taken_whatever_its_ending(tmp_path: Path):
    page = tmp_path / "page.ocr"
    page.write_text("字", encoding="utf-8")
    assert names([page]) == ["page.ocr"]


@pytest.mark.parametrize(("make", "message"), [(False, "does not exist"), (True, "no .txt file")])
def test_a_path_without_pages_is_an_error_that_says_so(tmp_path: Path, make: bool, message: str):
    path = tmp_path / "pages"
    if make:
        path.mkdir()
    with pytest.raises(SourceError, match=message):
        names([path])


@pytest.mark.parametrize(
    ("pattern", "name", "expected"),
    [
        (
            "{publication}-{date}-p{page}.txt",
            "样报-2026-03-02-p01.txt",
            Facts("样报", date(2026, 3, 2), page=1),
        ),
        ("{date}_{number}_*.txt", "20260302_0815_x.txt", Facts("", date(2026, 3, 2), "0815")),
        ("{page}{page_name}.txt", "12副刊.txt", Facts(page=12, page_name="副刊")),
        ("{date}.txt", "2026-13-02.txt", Facts()),
        ("{date}.txt", "other.txt", Facts()),
    ],
)
def test_a_pattern_reads_facts_from_the_name(tmp_path, pattern, name, expected):
    (tmp_path / name).write_text("字", encoding="utf-8")
    (source,) = find_sources([tmp_path], facts=Facts(), pattern=read_pattern(pattern))
    assert source.facts == expected


def test_what_the_name_says_goes_before_what_holds_for_all(tmp_path):
    (tmp_path / "2026-03-02.txt").write_text("字", encoding="utf-8")
    given = Facts(publication="样报", date=date(2026, 1, 1))
    (source,) = find_sources([tmp_path], facts=given, pattern=read_pattern("{date}.txt"))
    assert source.facts == Facts(publication="样报", date=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("pattern", "message"), [("{day}.txt", "no placeholder"), ("{page}{page}", "twice")]
)
def test_a_wrong_pattern_is_refused(pattern, message):
    with pytest.raises(PatternError, match=message):
        read_pattern(pattern)


def test_a_manifest_says_what_is_known_of_each_file(tmp_path):
    manifest = tmp_path / "pages.csv"
    manifest.write_text(
        "file,publication,date,number,page,page name\n"
        "a.txt,样报,2026-03-02,815,1,要闻\n"
        'b.txt,,,,2,"生活, 副刊"\n',
        encoding="utf-8-sig",
    )
    first, second = read_manifest(manifest, facts=Facts(publication="晚报"))
    assert first.path == tmp_path / "a.txt"
    assert first.facts == Facts("样报", date(2026, 3, 2), "815", 1, "要闻")
    assert second.facts == Facts("晚报", page=2, page_name="生活, 副刊")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,date\na.txt,2026-03-02\n", "line 1: unknown column 'name'"),
        ("date\n2026-03-02\n", "line 1: no column 'file'"),
        ("file,date\na.txt,2.3.26\n", "line 2: '2.3.26' is no date"),
        ("file,date\n", "lists no file"),
        ("file,page\na.txt,1\nb.txt,first\n", "line 3: 'first' is no page number"),
        ("file\na.txt\n,\n", "line 3"),
        ("file,date\na.txt,2026-03-02,more\n", "line 2: more values than columns"),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_line(tmp_path, text, message):
    manifest = tmp_path / "pages.csv"
    manifest.write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=message):
        read_manifest(manifest, facts=Facts())


def test_a_manifest_that_is_no_text_is_refused(tmp_path):
    manifest = tmp_path / "pages.csv"
    manifest.write_bytes(b"file\n\xff\xfe\xff")
    with pytest.raises(SourceError, match="no CSV file"):
        read_manifest(manifest, facts=Facts())
    with pytest.raises(SourceError, match="can't be read"):
        read_manifest(tmp_path / "none.csv", facts=Facts())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_a_manifest_as_spreadsheets_write_it(tmp_path, encoding):
    manifest = tmp_path / "pages.csv"
    manifest.write_bytes("file,publication,date\r\n第1版.txt,样报,2026/3/2\r\n".encode(encoding))
    (source,) = read_manifest(manifest, facts=Facts())
    assert (source.name, source.facts) == ("第1版.txt", Facts("样报", date(2026, 3, 2)))


def test_what_the_database_has_no_room_for_is_refused_with_its_line(tmp_path):
    manifest = tmp_path / "pages.csv"
    manifest.write_text(f"file,publication\na.txt,{'报' * 101}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"line 2: publication .* has over 100"):
        read_manifest(manifest, facts=Facts())
