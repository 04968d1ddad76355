"""A real Chromium at the size of a phone; a page that calls out or logs errors fails its test."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.chromium import FLAGS, HELP, find_chromium
from tests.sites import REPOSITORY, build_site, served

PHONE: ViewportSize = {"width": 390, "height": 844}
_PATIENCE = 20_000
"""How long, in milliseconds, a loaded machine may take to show what a test expects."""
_AT_HOME = ("", "127.0.0.1", "localhost")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield one Chromium for all tests of this process."""
    path = find_chromium()
    if path is None:
        pytest.fail(HELP)
    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a fresh profile of a phone, with touch and no stored state."""
    phone = browser.new_context(viewport=PHONE, has_touch=True, device_scale_factor=2)
    yield phone
    phone.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Close a test's page before its host stops: its worker may be fetching still."""
    yield
    page = getattr(item, "funcargs", {}).get("page")
    if page is not None:
        page.close()


@pytest.fixture
def complaints() -> list[str]:
    """Return what the pages of a test complained of: a test may take back what it expects."""
    return []


@pytest.fixture
def page(context: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    """Yield a page; afterwards there must be no console error and no request to another host."""

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(f"console: {message.text}")

    def watch(request: Request) -> None:
        if urlsplit(request.url).hostname not in (*_AT_HOME, None):
            complaints.append(f"request to another host: {request.url}")

    tab = context.new_page()
    tab.on("console", hear)
    tab.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    tab.on("request", watch)
    yield tab
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of the sample playbook's site, built once for all tests of a process."""
    site = build_site(REPOSITORY, tmp_path_factory.mktemp("sample"))
    with served(site) as url:
        yield url
