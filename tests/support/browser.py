"""Find a Chromium for the browser tests, and watch what its pages do."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.support.tools import MissingToolError, install_debian_package

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Route

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def require_chromium() -> str:
    """Return the path of a Chromium that starts, installing one where there is none.

    Tried in order: what is installed, Debian's package, Playwright's own; else `MissingToolError`.
    """
    if found := _installed_chromium():
        return found
    if install_debian_package("chromium") and (found := _installed_chromium()):
        return found
    print("Installing Playwright's Chromium", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if found := _playwright_chromium():
        return found
    raise MissingToolError(
        "The tests need Chromium, and none could be installed: put chromium on the PATH."
    )


def _installed_chromium() -> str | None:
    for name in NAMES:
        if (path := shutil.which(name)) and _starts(path):
            return path
    return _playwright_chromium()


def _playwright_chromium() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() and _starts(path) else None


def _starts(path: str) -> bool:
    """Tell a Chromium from a stub that only says how to install it."""
    return subprocess.run([path, "--version"], capture_output=True).returncode == 0


class Watch:
    """What went wrong in the pages of one browser context: `problems`, one sentence each.

    Requests to any other host than the site's are stopped and count as problems.
    """

    def __init__(self, context: "BrowserContext", site: str) -> None:
        self.site = urlsplit(site).netloc
        self.problems: list[str] = []
        context.route("**/*", self._route)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.problems.append(f"Script error: {error.error}"))

    def _route(self, route: "Route") -> None:
        url = urlsplit(route.request.url)
        if url.scheme in ("data", "blob") or url.netloc == self.site:
            route.continue_()
        else:
            self.problems.append(f"Request to a third party: {route.request.url}")
            route.abort()

    def _console(self, message: "ConsoleMessage") -> None:
        if message.type == "error":
            self.problems.append(f"Console: {message.text} ({message.location['url']})")
