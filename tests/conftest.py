"""What every test can ask for: a browser on the live site, uploads apart, and query growth."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import connection
from django.test import Client, TransactionTestCase
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser, Page, sync_playwright

from tests.factories import make_region
from tests.support.browser import FLAGS, Watch, require_chromium

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
OpenPage = Callable[..., Page]
SignIn = Callable[[Page, AbstractBaseUser], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--only-database",
        action="store_true",
        help="take only the tests that touch the database or the browser",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what no database changes, if asked, and put the browser tests last.

    Last, because Playwright's event loop goes on running in the thread of the tests.
    """
    if config.getoption("only_database"):
        pure = [item for item in items if not _touches_database(item)]
        config.hook.pytest_deselected(items=pure)
        items[:] = [item for item in items if _touches_database(item)]
    items.sort(key=lambda item: "browser" in _fixtures(item))


def _touches_database(item: pytest.Item) -> bool:
    test_class = getattr(item, "cls", None)
    return (
        item.get_closest_marker("django_db") is not None
        or not DATABASE_FIXTURES.isdisjoint(_fixtures(item))
        or (test_class is not None and issubclass(test_class, TransactionTestCase))
    )


def _fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])


@pytest.fixture(autouse=True)
def uploads(tmp_path_factory: pytest.TempPathFactory, settings: pytest.FixtureRequest) -> Path:
    """Keep what a test uploads out of the checkout."""
    settings.MEDIA_ROOT = tmp_path_factory.getbasetemp() / "media"
    return settings.MEDIA_ROOT


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the whole run."""
    chromium = require_chromium()
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread, and Django takes that for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        with playwright.chromium.launch(executable_path=chromium, args=FLAGS) as running:
            yield running


@pytest.fixture
def open_page(browser: Browser, live_server) -> Iterator[OpenPage]:
    """Open empty pages on the live site: `open_page(viewport={"width": 360, "height": 740})`.

    The arguments are those of Playwright's `new_context` (`java_script_enabled`, `color_scheme`,
    `locale`, …); addresses may be given as paths. A request to a third party or an error in the
    console fails the test at its end.
    """
    contexts, watches = [], []

    def open_one(**options: object) -> Page:
        context = browser.new_context(base_url=live_server.url, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        watches.append(Watch(context, live_server.url))
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    problems = [problem for watch in watches for problem in watch.problems]
    assert not problems, "\n".join(problems)


@pytest.fixture
def browser_page(open_page: OpenPage) -> Page:
    """An empty page on the live site at 1280 by 800 pixels."""
    return open_page(viewport={"width": 1280, "height": 800})


@pytest.fixture
def sign_in(live_server) -> SignIn:
    """Give a page's browser the session of a user: `sign_in(page, editor)`."""

    def give_session(page: Page, user: AbstractBaseUser) -> None:
        client = Client()
        client.force_login(user)
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies(
            [{"name": name, "value": client.cookies[name].value, "url": live_server.url}]
        )

    return give_session


@pytest.fixture
def assert_queries_do_not_grow() -> Callable[..., None]:
    """Check a list: `assert_queries_do_not_grow(lambda: client.get(url), make_article)`.

    As many queries for one row as for six. The first call, uncounted, fills the caches that
    outlive a request (content types, site-wide settings).
    """

    def check(get: Callable[[], object], make_row: Callable[[], object]) -> None:
        make_row()
        get()
        with CaptureQueriesContext(connection) as with_one:
            get()
        for _ in range(5):
            make_row()
        with CaptureQueriesContext(connection) as with_six:
            get()
        assert len(with_six) == len(with_one), "\n".join(
            query["sql"] for query in with_six.captured_queries
        )

    return check


@pytest.fixture
def divisions(db: None) -> None:
    """The divisions that `tests.importing.pages` names, under their real codes."""
    for codes, names in (
        (("370000", "371400", "371425"), ("山东省", "德州市", "齐河县")),
        (("430000", "430100"), ("湖南省", "长沙市")),
    ):
        parent = None
        for code, name in zip(codes, names, strict=True):
            parent = make_region(name, parent, code=code)
