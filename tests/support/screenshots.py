"""Photograph a running site: `python -m tests.support.screenshots http://127.0.0.1:8000 FOLDER`.

Follows the links from the front page and takes one page of each kind, at the width of a phone and
of a desk, light and dark.  With `--user NAME --password PASSWORD` also those of the admin.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.support.browser import FLAGS, require_chromium

WIDTHS = {"phone": 390, "desk": 1280}
SCHEMES = ("light", "dark")
TALLEST = 6000
LINKS = "links => links.map(link => link.href)"
NO_PAGES = ("/admin/logout/", "/admin/jsi18n/", "/static/", "/media/")


def main() -> None:
    """Read the arguments and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="zh-CN")
    parser.add_argument("--user")
    parser.add_argument("--password")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require_chromium(), args=FLAGS)
        session = None
        with browser.new_context(locale=options.language) as context:
            addresses = dict(kinds_of_pages(context.new_page(), options.site, "/"))
            if options.user:
                sign_in(context, options)
                session = context.storage_state()
                addresses |= kinds_of_pages(context.new_page(), options.site, "/admin/")
        for width in WIDTHS:
            for scheme in SCHEMES:
                settings = {"color_scheme": scheme, "locale": options.language}
                view = new_view(browser, width, storage_state=session, **settings)
                for kind, address in sorted(addresses.items()):
                    photograph(view, address, options.folder / f"{kind}-{width}-{scheme}.png")
                view.context.close()
        browser.close()


def kinds_of_pages(page: Page, site: str, start: str) -> Iterator[tuple[str, str]]:
    """Yield the name and address of the first page of each kind, starting with `start`."""
    waiting, met = [urljoin(site, start)], {kind_of(start)}
    in_admin = start.startswith("/admin/")
    while waiting:
        address = waiting.pop(0)
        yield kind_of(urlsplit(address).path), address
        page.goto(address)
        for link in page.eval_on_selector_all("a[href]", LINKS):
            path = urlsplit(link).path
            if (
                urlsplit(link).netloc == urlsplit(site).netloc
                and path.startswith("/admin/") == in_admin
                and not path.startswith(NO_PAGES)
                and kind_of(path) not in met
            ):
                met.add(kind_of(path))
                waiting.append(urljoin(site, path))


def kind_of(path: str) -> str:
    """Name the kind of page at a path: `/issues/12/` and `/issues/13/` are one kind."""
    parts = [
        "one" if re.search(r"[^a-z_.-]", part) else part
        for part in unquote(path).strip("/").split("/")
    ]
    return "-".join(part for part in parts if part) or "home"


def sign_in(context: BrowserContext, options: argparse.Namespace) -> None:
    """Log in to the admin."""
    page = context.new_page()
    page.goto(urljoin(options.site, "/admin/login/"))
    page.fill("#id_username", options.user)
    page.fill("#id_password", options.password)
    page.click("[type=submit]")


def new_view(browser: Browser, width: str, **settings: object) -> Page:
    """Open an empty page of one of the `WIDTHS`."""
    viewport = {"width": WIDTHS[width], "height": 844}
    return browser.new_context(viewport=viewport, **settings).new_page()


def photograph(page: Page, address: str, file: Path) -> None:
    """Store a picture of the whole page, down to `TALLEST` pixels; report what sticks out."""
    page.goto(address)
    width, height, needed = page.evaluate(
        "[innerWidth, document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    )
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    page.screenshot(path=file, full_page=True, clip=clip)
    if needed > width:
        print(f"{file.name}: {needed} pixels wide, {needed - width} too many")


if __name__ == "__main__":
    main()
