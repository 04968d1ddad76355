"""A browser that is closed and started again, and addresses where nothing can be unlocked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.unsealing import FORM, LOCK, SECONDS, attempt, lock
from tests.chromium import FLAGS, find_chromium
from tests.hosting import Host, hosted
from tests.sealed import OWNER, READER, Book, sealed, write_site

PLAIN = "plain.test"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return a small site that is sealed."""
    folder = tmp_path_factory.mktemp("restart")
    made = Book(write_site(folder / "site"), folder / "out")
    sealed(made.site, made.out)
    return made


@contextmanager
def started(browser: Browser, profile: Path) -> Iterator[Page]:
    """Yield a page of a browser that keeps its profile when it is closed."""
    context: BrowserContext = browser.browser_type.launch_persistent_context(
        profile,
        executable_path=find_chromium(),
        args=[*FLAGS, f"--host-resolver-rules=MAP {PLAIN} 127.0.0.1"],
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def _asked(page: Page, host: Host) -> None:
    page.goto(host.url)
    page.wait_for_selector(FORM, timeout=SECONDS)


def test_staying_unlocked_outlives_the_browser_and_opens_the_next_edition(
    browser: Browser, book: Book, tmp_path: Path
) -> None:
    with hosted(book.out) as host:
        with started(browser, tmp_path / "profile") as page:
            _asked(page, host)
            attempt(page, OWNER, stay=True)
            expect(page).to_have_title("Today", timeout=SECONDS)
        (book.site / "index.html").write_text("<!doctype html><title>Tomorrow</title>")
        sealed(book.site, book.out, READER, OWNER)
        with started(browser, tmp_path / "profile") as page:
            page.goto(host.url)
            assert page.title() in ("Today", "Tomorrow")  # as much as was fetched before
            page.goto(f"{host.url}companies/canary/")
            expect(page).to_have_title("Canary", timeout=SECONDS)
            lock(page)
            _asked(page, host)
        with started(browser, tmp_path / "profile") as page:
            _asked(page, host)


def test_without_it_closing_the_browser_locks(browser: Browser, book: Book, tmp_path: Path) -> None:
    (book.site / "index.html").write_text("<!doctype html><title>Today</title>")
    sealed(book.site, book.out)
    with hosted(book.out) as host:
        with started(browser, tmp_path / "profile") as page:
            _asked(page, host)
            attempt(page, OWNER)
            expect(page).to_have_title("Today", timeout=SECONDS)
        with started(browser, tmp_path / "profile") as page:
            _asked(page, host)


def test_where_no_worker_may_run_it_says_why(browser: Browser, book: Book, tmp_path: Path) -> None:
    with hosted(book.out) as host, started(browser, tmp_path / "profile") as page:
        page.goto(host.url.replace("localhost", PLAIN))
        expect(page.locator("#say")).to_contain_text("https://")
        expect(page.locator("form")).to_be_hidden()
        assert not page.locator(LOCK).count()
