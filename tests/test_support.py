"""What the other tests stand on does fail when it should."""

import psycopg
import pytest
from django.contrib.auth.models import Group

from tests.support import browser as chromium
from tests.support import postgres
from tests.support.browser import Watch
from tests.support.tools import MissingToolError


def test_the_server_answers_on_its_socket_only_and_is_gone_afterwards():
    with postgres.temporary_server() as url:
        with psycopg.connect(url) as connection:
            addresses = connection.execute("SHOW listen_addresses").fetchone()
            directory = connection.execute("SHOW unix_socket_directories").fetchone()
        assert addresses == ("",)
    assert directory is not None
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_the_server_is_gone_after_a_failure():
    with pytest.raises(KeyboardInterrupt), postgres.temporary_server() as url:
        raise KeyboardInterrupt
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)


def test_a_missing_program_is_said_loudly(monkeypatch):
    monkeypatch.setattr(chromium, "_installed_chromium", lambda: None)
    monkeypatch.setattr(chromium, "_playwright_chromium", lambda: None)
    monkeypatch.setattr(chromium, "install_debian_package", lambda name: False)
    monkeypatch.setattr(chromium.subprocess, "run", lambda *arguments, **options: None)
    with pytest.raises(MissingToolError, match="Chromium"):
        chromium.require_chromium()


def test_growing_queries_are_found(db, assert_queries_do_not_grow):
    def one_query_for_each_row() -> None:
        for pk in list(Group.objects.values_list("pk", flat=True)):
            Group.objects.get(pk=pk)

    def make_row() -> None:
        Group.objects.create(name=f"Group {Group.objects.count()}")

    assert_queries_do_not_grow(lambda: list(Group.objects.all()), make_row)
    with pytest.raises(AssertionError):
        assert_queries_do_not_grow(one_query_for_each_row, make_row)


def test_the_browser_reports_third_parties_and_errors(browser, live_server):
    context = browser.new_context(base_url=live_server.url)
    watch = Watch(context, live_server.url)
    page = context.new_page()
    page.set_content(
        "<img src='http://example.org/pixel.png'><script>console.error('of ours')</script>"
        "<script>throw new Error('uncaught')</script>",
        wait_until="load",
    )
    context.close()
    assert any("http://example.org/pixel.png" in problem for problem in watch.problems)
    assert any("of ours" in problem for problem in watch.problems)
    assert any("uncaught" in problem for problem in watch.problems)
