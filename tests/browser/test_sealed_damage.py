"""Damage of every kind, and an unlocked browser: no wrong byte is ever shown."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.unsealing import FORM, SECONDS, attempt, digests, lock
from tests.hosting import hosted
from tests.sealed import DAMAGE, OWNER, Book, contents, sealed, write_site


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return a small site and its first edition."""
    folder = tmp_path_factory.mktemp("damage")
    made = Book(write_site(folder / "site"), folder / "older")
    sealed(made.site, made.out)
    return made


@pytest.mark.parametrize("what", DAMAGE)
def test_no_wrong_byte_is_shown(
    what: str, book: Book, context: BrowserContext, tmp_path: Path
) -> None:
    out = Path(shutil.copytree(book.out, tmp_path / "out"))
    sealed(book.site, out)
    DAMAGE[what](out, book.out)
    with hosted(out) as host:
        page = context.new_page()
        page.goto(host.url)
        attempt(page, OWNER)
        page.wait_for_selector("#wrong:not(:empty), body:not(:has(#wrong))", timeout=SECONDS)
        if page.locator("#wrong").count():
            assert re.search("damaged|newer version", page.inner_text("#wrong"))
        found = digests(page, sorted(contents(book.site)))
        _only_right(found, book, opened="pack" in what)


def _only_right(found: dict[str, str], book: Book, *, opened: bool) -> None:
    """Check that what the browser gave is what was sealed, and not all of it."""
    right = {name: hashlib.sha256(data).hexdigest() for name, data in contents(book.site).items()}
    if not opened:  # the page that asks for a passphrase is at the site's first address
        found.pop("index.html", None)
    assert found.items() <= right.items()
    assert len(found) < len(right)


def test_damage_on_the_device_is_mended_from_the_host(book: Book, context: BrowserContext) -> None:
    with hosted(book.out) as host:
        page = context.new_page()
        page.goto(host.url)
        _unlock(page)
        page.evaluate("""async () => {
          const [name] = await caches.keys();
          const cache = await caches.open(name);
          for (const {url} of await cache.keys()) {
            if (/[vm][/]\\w+[.]bin$/.test(url)) await cache.put(url, new Response("not it"));
          }
        }""")
        lock(page)
        page.goto(host.url)
        _unlock(page)
        assert len(digests(page, sorted(contents(book.site)))) == len(contents(book.site))


def _unlock(page: Page) -> None:
    page.wait_for_selector(FORM, timeout=SECONDS)
    attempt(page, OWNER)
    expect(page).to_have_title("Today", timeout=SECONDS)
