"""Let the next import be one by a newer importer that reads the pages otherwise."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from articles.importing import reading, storing, updating
from articles.parsing.page import parse_page
from articles.parsing.values import ParsedArticle

Articles = tuple[ParsedArticle, ...]


def use_importer(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """Let every stored page have been read by an older importer than the next run's."""
    for module in (storing, updating):
        monkeypatch.setattr(module, "IMPORTER_VERSION", version)


def change_reading(monkeypatch: pytest.MonkeyPatch, change: Callable[[Articles], Articles]) -> None:
    """Let the next import read what it reads today, changed by a function."""

    def read_otherwise(text: str, **options: Any) -> Any:
        page = parse_page(text, **options)
        return replace(page, articles=change(page.articles))

    monkeypatch.setattr(reading, "parse_page", read_otherwise)


def change_titles(monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    """Let every headline begin with a mark."""
    change_reading(
        monkeypatch,
        lambda articles: tuple(
            replace(a, headline=replace(a.headline, title=mark + a.headline.title))
            for a in articles
        ),
    )


def change_people(monkeypatch: pytest.MonkeyPatch, description: str) -> None:
    """Let everybody have a new description."""
    change_reading(
        monkeypatch,
        lambda articles: tuple(
            replace(a, people=tuple(replace(p, description=description) for p in a.people))
            for a in articles
        ),
    )


def drop_articles(monkeypatch: pytest.MonkeyPatch, *, keep: int) -> None:
    """Let only the first articles of a page be found."""
    change_reading(monkeypatch, lambda articles: articles[:keep])
